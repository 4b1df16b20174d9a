namespace CtmsAnalytics.Simulation.Results;

/// <summary>
/// Quantiles over draws by nearest rank: the p-quantile of n draws is the value at place ceiling(p n) of the values in ascending order, so it is always the value of one of the draws.
/// </summary>
/// <remarks>
/// Quantiles of margins (<see cref="CostMargin"/>) and of people are exact. Those of single cells come from bins whose width is 1/128 of their lower end or less: the value given is the middle
/// of the bin, so it differs from the exact quantile by less than 1/256 (0.4 %) of it; values below 256 are exact.
/// </remarks>
/// <param name="P5">5th percentile.</param>
/// <param name="P10">10th percentile.</param>
/// <param name="P25">25th percentile.</param>
/// <param name="P50">Median.</param>
/// <param name="P75">75th percentile.</param>
/// <param name="P90">90th percentile.</param>
/// <param name="P95">95th percentile.</param>
public sealed record Quantiles(double P5, double P10, double P25, double P50, double P75, double P90, double P95)
{
    private const int Percent = 100;

    /// <summary>One quantile of values.</summary>
    /// <param name="ascending">The values in ascending order, one or more.</param>
    /// <param name="percent">Which quantile, 1 to 100.</param>
    /// <returns>The value at place ceiling(<paramref name="percent"/> n / 100).</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such quantile.</exception>
    public static long At(IReadOnlyList<long> ascending, int percent)
    {
        ArgumentNullException.ThrowIfNull(ascending);
        ArgumentOutOfRangeException.ThrowIfLessThan(percent, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(percent, Percent);
        return ascending[(int)Place(ascending.Count, percent) - 1];
    }

    /// <summary>The quantiles of values that can be asked for by their place in ascending order.</summary>
    /// <param name="draws">Number of values, 1 or more.</param>
    /// <param name="valueAt">The value at a place, 1 to <paramref name="draws"/>.</param>
    internal static Quantiles Of(long draws, Func<long, double> valueAt)
    {
        return new Quantiles(At(5), At(10), At(25), At(50), At(75), At(90), At(95));

        double At(int percent) => valueAt(Place(draws, percent));
    }

    private static long Place(long draws, int percent) => ((draws * percent) + Percent - 1) / Percent;
}
