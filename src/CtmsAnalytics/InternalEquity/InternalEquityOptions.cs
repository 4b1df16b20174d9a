using CtmsAnalytics.Projection;

namespace CtmsAnalytics.InternalEquity;

/// <summary>How internal equity is studied.</summary>
/// <param name="Inputs">What the study is computed from, its options among them.</param>
public sealed record InternalEquityOptions(IReadOnlyList<ManifestInput> Inputs)
{
    /// <summary>What people are grouped by.</summary>
    /// <value>Default level, component and market.</value>
    public IReadOnlyList<EquityDimension> Dimensions { get; init; } = [EquityDimension.Level, EquityDimension.Component, EquityDimension.Market];

    /// <summary>Specialisation by person, as far as it is on record.</summary>
    /// <value>Default empty.</value>
    public IReadOnlyDictionary<string, string> Specialisations { get; init; } = new Dictionary<string, string>();

    /// <summary>Number of the roster in its workspace.</summary>
    /// <value>Default 0: none.</value>
    public int RosterId { get; init; }

    /// <summary>Whether the end of the horizon is looked at as well.</summary>
    /// <value>Default true.</value>
    public bool WithEnd { get; init; } = true;
}
