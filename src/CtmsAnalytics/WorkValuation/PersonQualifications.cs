namespace CtmsAnalytics.WorkValuation;

/// <summary>The qualifications of one person as the assessment program determined them (158.520).</summary>
/// <param name="PersonId">Identifier of the person in the roster.</param>
/// <param name="Proficiency">Proficiency by identifier of the qualification, 0 for none up to the highest of the library's scale; one that is not named is 0.</param>
public sealed record PersonQualifications(string PersonId, IReadOnlyDictionary<string, double> Proficiency)
{
    /// <summary>Date of the determination.</summary>
    /// <value>Default null: not recorded.</value>
    public DateOnly? Determined { get; init; }
}
