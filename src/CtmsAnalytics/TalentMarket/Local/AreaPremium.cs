namespace CtmsAnalytics.TalentMarket.Local;

/// <summary>How one occupation of an area was compared with the nation.</summary>
public enum CellBasis
{
    /// <summary>The figure that was asked for.</summary>
    Asked,

    /// <summary>The other of median and mean, because the one asked for is at or above the survey's top code.</summary>
    OtherFigure,

    /// <summary>The survey's top code, a lower bound: both figures are at or above it.</summary>
    LowerBound,

    /// <summary>Nothing was published.</summary>
    Missing,
}

/// <summary>One occupation of an area beside the nation.</summary>
/// <param name="Occupation">SOC code.</param>
/// <param name="Title">Name of the occupation.</param>
/// <param name="Share">Share in the service's mix, 0 to 1.</param>
/// <param name="Basis">Which figure was compared.</param>
/// <param name="Local">The area's wage, US dollars a year; null where missing.</param>
/// <param name="National">The nation's wage, US dollars a year; null where missing.</param>
/// <param name="Employment">Employment in the area, jobs; null where it was not published.</param>
/// <param name="RelativeError">Relative standard error of the ratio, a fraction; null where missing.</param>
public sealed record PremiumCell(string Occupation, string Title, double Share, CellBasis Basis, double? Local, double? National, double? Employment, double? RelativeError);

/// <summary>Cost of talent of an area against the nation, as the survey shows it.</summary>
/// <param name="Area">Area code.</param>
/// <param name="Title">Name of the area.</param>
/// <param name="Division">Census division; null for none.</param>
/// <param name="LogRatio">Mean of the logarithms of the occupations' wage ratios, weighted by the service's mix.</param>
/// <param name="Variance">Sampling variance of <paramref name="LogRatio"/>, above 0.</param>
/// <param name="MixCovered">Share of the mix that has figures, above 0 to 1.</param>
/// <param name="Cells">The occupations.</param>
public sealed record AreaPremium(string Area, string Title, string? Division, double LogRatio, double Variance, double MixCovered, IReadOnlyList<PremiumCell> Cells)
{
    /// <summary>The ratio, 1 for the nation's level.</summary>
    public double Index => Math.Exp(LogRatio);
}
