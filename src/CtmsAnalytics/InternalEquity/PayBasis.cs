namespace CtmsAnalytics.InternalEquity;

/// <summary>Which pay is compared.</summary>
public enum PayBasis
{
    /// <summary>Salary under the structure, which does not depend on where somebody works.</summary>
    Structure,

    /// <summary>Salary with the local supplement.</summary>
    Salary,
}
