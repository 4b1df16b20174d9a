namespace CtmsAnalytics.TalentMarket;

/// <summary>Percentiles of a wage distribution between the published ones.</summary>
public static class WageDistribution
{
    /// <summary>
    /// A percentile by straight lines in the logarithm of the wage between the nearest published percentiles. Order is respected; nothing is
    /// extrapolated past the outermost published percentile.
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
        ReadOnlySpan<(double At, WageFigure Figure)> points = [(10, wage.P10), (25, wage.P25), (50, wage.P50), (75, wage.P75), (90, wage.P90)];
        (double At, double Wage)? below = null;
        foreach (var (at, figure) in points)
        {
            if (figure.Status == FigureStatus.Published && figure.Value is { } value)
            {
                if (at == percentile) return figure;
                if (at < percentile) below = (at, value);
                else if (below is { } b) return WageFigure.Published(Between(b, (at, value), percentile));
                else return WageFigure.Absent;
            }
            else if (at >= percentile && figure.Status == FigureStatus.Censored)
            {
                var bound = at == percentile ? figure.Value : below?.Wage ?? figure.Value;
                return new WageFigure(FigureStatus.Censored, bound);
            }
        }

        return WageFigure.Absent;
    }

    private static double Between((double At, double Wage) low, (double At, double Wage) high, double percentile)
    {
        var share = (percentile - low.At) / (high.At - low.At);
        return Math.Exp(Math.Log(low.Wage) + (share * (Math.Log(high.Wage) - Math.Log(low.Wage))));
    }
}
