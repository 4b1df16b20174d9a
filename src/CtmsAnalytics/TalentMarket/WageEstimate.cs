namespace CtmsAnalytics.TalentMarket;

/// <summary>A percentile and its wage.</summary>
/// <param name="Percentile">Percentile, above 0 and below 100.</param>
/// <param name="Figure">The wage, US dollars a year, or its lower bound, or the reason why there is none.</param>
public readonly record struct CurvePoint(double Percentile, WageFigure Figure);

/// <summary>How a wage at a percentile came about.</summary>
public enum EstimateOrigin
{
    /// <summary>There is no number, or only a lower bound.</summary>
    None,

    /// <summary>The percentile is published.</summary>
    Published,

    /// <summary>The percentile lies between published ones.</summary>
    Interpolated,

    /// <summary>The percentile lies beyond the outermost published one, on a lognormal tail.</summary>
    Extrapolated,
}

/// <summary>The wage at a percentile of a distribution.</summary>
/// <param name="Figure">The wage, US dollars a year; a lower bound where the distribution is top-coded; absent where the published percentiles do not reach.</param>
/// <param name="Origin">How it came about.</param>
/// <param name="Distance">Percentile points between the outermost published percentile and this one, above 0 where it is extrapolated and 0 otherwise.</param>
public readonly record struct WageEstimate(WageFigure Figure, EstimateOrigin Origin, double Distance)
{
    /// <summary>No wage at all.</summary>
    public static readonly WageEstimate None = new(WageFigure.Absent, EstimateOrigin.None, 0);
}

/// <summary>Where a salary falls in a wage distribution.</summary>
/// <param name="Lower">Lowest percentile that it can be, 0 to 100.</param>
/// <param name="Upper">Highest percentile that it can be, equal to <paramref name="Lower"/> where the published percentiles enclose the salary.</param>
public readonly record struct PayPercentile(double Lower, double Upper)
{
    /// <summary>Whether the percentile is known, and not only a span that it lies in.</summary>
    public bool IsKnown => Lower == Upper;
}
