namespace CtmsAnalytics.Scenarios;

/// <summary>The extended salary range, which holds only for people who are approved by name (158.613(c)).</summary>
/// <param name="Approvals">Approvals by the person's identifier in the roster.</param>
public sealed record ExtendedRangePolicy(IReadOnlyDictionary<string, ExtendedRangeApproval> Approvals)
{
    /// <summary>Nobody is approved: the standard range holds for everyone.</summary>
    public static readonly ExtendedRangePolicy None = new(new Dictionary<string, ExtendedRangeApproval>());
}

/// <summary>An approval by name for the extended salary range (158.613(c)(1)).</summary>
/// <param name="From">It holds for work periods that begin on or after this date.</param>
/// <param name="Salary">Structure salary that is approved, whole US dollars a year, which the person's salary is raised to; null for none, so that only the limits move.</param>
/// <param name="Determination">Why qualifications, mission impact and mission-related requirements warrant it.</param>
public sealed record ExtendedRangeApproval(DateOnly From, long? Salary, string Determination);
