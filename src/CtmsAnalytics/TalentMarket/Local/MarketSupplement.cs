namespace CtmsAnalytics.TalentMarket.Local;

/// <summary>Where the estimate of a market comes from.</summary>
public enum EstimateBasis
{
    /// <summary>Wages of its own survey area, drawn toward its division and the nation's areas.</summary>
    OwnArea,

    /// <summary>Other areas of its Census division; it has no figures of its own.</summary>
    Division,

    /// <summary>All areas; neither it nor its division has figures.</summary>
    AllAreas,

    /// <summary>It is the nation: nothing is estimated.</summary>
    Nation,

    /// <summary>Nothing says anything about it.</summary>
    None,
}

/// <summary>Cost of talent in a local market and the supplement that follows from it (158.612). Indices are 1 for the nation; supplements are fractions of structure salary.</summary>
/// <param name="Market">Market code.</param>
/// <param name="Name">Name of the market.</param>
/// <param name="Area">Survey area that stands for it; null for none.</param>
/// <param name="AreaTitle">Name of that area; null for none.</param>
/// <param name="Division">Census division; null for none.</param>
/// <param name="Basis">Where the estimate comes from.</param>
/// <param name="People">People of the roster whose worksite lies in it.</param>
/// <param name="RawIndex">What the survey shows; null without figures.</param>
/// <param name="RawError">Relative standard error of it, a fraction; null without figures.</param>
/// <param name="MixCovered">Share of the mix with figures, 0 to 1.</param>
/// <param name="OwnWeight">Weight of its own figures in the estimate, 0 to 1.</param>
/// <param name="Index">Estimate after shrinkage; null where there is none.</param>
/// <param name="Lower">Lower end of its interval; null where there is none.</param>
/// <param name="Upper">Upper end of its interval; null where there is none.</param>
/// <param name="PriceParity">Regional price parity; null where there is none.</param>
/// <param name="LocalityIndex">(1 + title 5 locality payment) over that of the nation outside locality areas; null where there is none.</param>
/// <param name="Present">Present supplement.</param>
/// <param name="Computed">Gap times target before floor, ceiling and rounding, negative below the nation; null without an estimate.</param>
/// <param name="ComputedLower">The same at the lower end of the interval.</param>
/// <param name="ComputedUpper">The same at its upper end.</param>
/// <param name="Proposed">Proposed supplement.</param>
/// <param name="Binding">What decided it.</param>
/// <param name="Reason">Why, in words.</param>
public sealed record MarketSupplement(
    string Market,
    string Name,
    string? Area,
    string? AreaTitle,
    string? Division,
    EstimateBasis Basis,
    int People,
    double? RawIndex,
    double? RawError,
    double MixCovered,
    double OwnWeight,
    double? Index,
    double? Lower,
    double? Upper,
    double? PriceParity,
    double? LocalityIndex,
    double Present,
    double? Computed,
    double? ComputedLower,
    double? ComputedUpper,
    double Proposed,
    SupplementBinding Binding,
    string Reason)
{
    /// <summary>The occupations behind the raw index.</summary>
    /// <value>Default empty.</value>
    public IReadOnlyList<PremiumCell> Cells { get; init; } = [];
}
