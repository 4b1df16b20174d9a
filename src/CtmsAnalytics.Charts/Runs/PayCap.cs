namespace CtmsAnalytics.Charts.Runs;

/// <summary>A cap that pay is held against.</summary>
public enum PayCap
{
    /// <summary>Salary with the supplement against the salary limitation of the subrange (158.611(d), 158.614).</summary>
    SubrangeLimitation,

    /// <summary>Compensation of the calendar year that counts, what was deferred included, against the aggregate limit (158.604).</summary>
    AggregateLimit,
}
