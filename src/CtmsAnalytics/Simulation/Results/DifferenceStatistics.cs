namespace CtmsAnalytics.Simulation.Results;

/// <summary>What a scenario costs more than the baseline, on paired draws: the same luck in both. Cents.</summary>
/// <param name="Mean">Mean of the difference over draws, cents; above zero where the scenario costs more.</param>
/// <param name="StandardError">Standard error of <paramref name="Mean"/>, cents. Null with a single draw.</param>
/// <param name="StandardDeviation">Standard deviation of the difference over draws, cents. Null with a single draw.</param>
/// <param name="Interval">95 % interval of <paramref name="Mean"/>: mean plus and minus 1.96 standard errors, cents. Null with a single draw.</param>
/// <param name="Quantiles">Quantiles of the difference over draws, cents. Null for a single cell, where draws are not kept.</param>
/// <param name="ShareHigher">Share of draws in which the scenario costs more, 0 to 1. Null for a single cell.</param>
public sealed record DifferenceStatistics(
    double Mean, double? StandardError, double? StandardDeviation, Interval? Interval, Quantiles? Quantiles, double? ShareHigher)
{
    /// <summary>Statistics of a difference that is known in every draw.</summary>
    /// <param name="differences">Scenario less baseline in each draw, cents; one or more.</param>
    /// <returns>The statistics.</returns>
    /// <exception cref="ArgumentException">There is no draw.</exception>
    public static DifferenceStatistics OfDraws(IReadOnlyList<long> differences)
    {
        ArgumentNullException.ThrowIfNull(differences);
        if (differences.Count == 0) throw new ArgumentException("There is no draw. Give the difference of at least one.", nameof(differences));
        return Of([.. differences]);
    }

    internal static DifferenceStatistics Of(long[] series) =>
        Of(Moments.Of(series).Estimate(series.Length), SeriesMath.Quantiles(series), (double)series.Count(d => d > 0) / series.Length);

    internal static DifferenceStatistics Of(Estimate estimate, Quantiles? quantiles = null, double? shareHigher = null) => new(
        estimate.Mean,
        estimate.StandardError,
        estimate.StandardDeviation,
        estimate.StandardError is { } error ? new Interval(estimate.Mean - (Results.Interval.NormalQuantile * error), estimate.Mean + (Results.Interval.NormalQuantile * error)) : null,
        quantiles,
        shareHigher);
}
