namespace CtmsAnalytics.Simulation.Results;

/// <summary>A cost over draws, cents.</summary>
/// <param name="Mean">Mean over draws, cents.</param>
/// <param name="StandardError">Standard error of <paramref name="Mean"/>, cents. Null with a single draw.</param>
/// <param name="StandardDeviation">Standard deviation over draws, cents. Null with a single draw.</param>
/// <param name="Quantiles">Quantiles over draws, cents.</param>
public sealed record CostStatistics(double Mean, double? StandardError, double? StandardDeviation, Quantiles Quantiles)
{
    internal static CostStatistics Of(long[] series)
    {
        var (mean, error, deviation) = Moments.Of(series).Estimate(series.Length);
        return new CostStatistics(mean, error, deviation, SeriesMath.Quantiles(series));
    }
}
