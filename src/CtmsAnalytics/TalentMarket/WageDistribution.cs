namespace CtmsAnalytics.TalentMarket;

/// <summary>Percentiles of a wage distribution between the published ones.</summary>
public static class WageDistribution
{
    /// <summary>
    /// A percentile by straight lines in the logarithm of the wage between the nearest published percentiles. Order is respected; nothing is
    /// extrapolated past the outermost published percentile (<see cref="WageCurve"/> does that where it is asked for).
    /// </summary>
    /// <param name="wage">Wages of an occupation.</param>
    /// <param name="percentile">Percentile, 10 to 90.</param>
    /// <returns>
    /// The wage; censored with its lower bound when the percentile lies above the last published one and the next is top-coded; absent when the figures do not reach it.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The percentile lies outside 10 to 90.</exception>
    public static WageFigure Percentile(OccupationWage wage, double percentile)
    {
        ArgumentNullException.ThrowIfNull(wage);
        ArgumentOutOfRangeException.ThrowIfLessThan(percentile, 10);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(percentile, 90);
        return WageCurve.Of(wage).At(percentile).Figure;
    }
}
