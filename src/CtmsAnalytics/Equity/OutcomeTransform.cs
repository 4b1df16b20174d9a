namespace CtmsAnalytics.Equity;

/// <summary>What a regression explains.</summary>
public enum OutcomeTransform
{
    /// <summary>The natural logarithm of pay: coefficients are relative differences. Pay must be above 0.</summary>
    Log,

    /// <summary>Pay as it stands.</summary>
    None,

    /// <summary>The exponential of a column that holds the logarithm of pay.</summary>
    Exp,
}
