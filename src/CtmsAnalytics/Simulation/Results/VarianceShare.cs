namespace CtmsAnalytics.Simulation.Results;

/// <summary>What one source of randomness carries of the risk.</summary>
/// <param name="Source">The source.</param>
/// <param name="StandardDeviation">Standard deviation over draws with the source held still, cents.</param>
/// <param name="Share">Share of the variance that disappears when the source is held still; below zero where holding it still widens the spread. Null where the variance is zero.</param>
/// <param name="StandardError">Standard error of <paramref name="Share"/> by the jackknife over groups of draws; null where there are too few draws for one.</param>
public sealed record VarianceShare(RandomSources Source, double StandardDeviation, double? Share, double? StandardError);
