namespace CtmsAnalytics.Deployment.Assignments;

/// <summary>A CTMS qualification that an assignment combines with DHS-CS cybersecurity work (158.703(a)).</summary>
/// <param name="Qualification">Identifier in the library of qualifications, for example <c>NET</c>.</param>
/// <param name="Proficiency">Proficiency required on the library's scale, above 0.</param>
public sealed record RequiredQualification(string Qualification, double Proficiency)
{
    /// <summary>Weight of the qualification in the alignment, above 0.</summary>
    /// <value>Default 1: every qualification counts alike.</value>
    public double Weight { get; init; } = 1;
}
