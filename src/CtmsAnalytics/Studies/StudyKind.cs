namespace CtmsAnalytics.Studies;

/// <summary>What a study is about.</summary>
public enum StudyKind
{
    /// <summary>Position of salaries in the talent market (158.403).</summary>
    Market,

    /// <summary>Design of a salary structure (158.611).</summary>
    Structure,

    /// <summary>Local cybersecurity talent market supplements (158.612).</summary>
    Supplement,

    /// <summary>Pay equity.</summary>
    Equity,

    /// <summary>Work valuation (158.404).</summary>
    Valuation,

    /// <summary>Talent acquisition (158.501-525).</summary>
    Acquisition,

    /// <summary>Assignments, worksites and work schedules (158.701-709).</summary>
    Deployment,

    /// <summary>Internal equity (158.404(a)).</summary>
    InternalEquity,
}
