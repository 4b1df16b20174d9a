namespace CtmsAnalytics.Rules;

/// <summary>What the amounts of a finding count.</summary>
public enum FindingUnit
{
    /// <summary>Annual rate, whole US dollars.</summary>
    AnnualDollars,

    /// <summary>An amount paid or charged, cents.</summary>
    Cents,

    /// <summary>Hours of work or time-off.</summary>
    Hours,

    /// <summary>Nothing is counted: the finding only reports.</summary>
    None,
}
