namespace CtmsAnalytics.InternalEquity;

/// <summary>What people are grouped by.</summary>
public enum EquityDimension
{
    /// <summary>Work level.</summary>
    Level,

    /// <summary>Career track.</summary>
    Track,

    /// <summary>Specialisation; people whose specialisation is not known form no group.</summary>
    Specialisation,

    /// <summary>Component of the Department.</summary>
    Component,

    /// <summary>Organisation.</summary>
    Organisation,

    /// <summary>Local market of the official worksite.</summary>
    Market,

    /// <summary>County of the official worksite.</summary>
    Worksite,
}
