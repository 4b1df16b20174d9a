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
}
