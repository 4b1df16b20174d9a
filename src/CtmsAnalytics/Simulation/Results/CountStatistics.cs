namespace CtmsAnalytics.Simulation.Results;

/// <summary>A number of people over draws.</summary>
/// <param name="Mean">Mean over draws.</param>
/// <param name="StandardError">Standard error of <paramref name="Mean"/>. Null with a single draw.</param>
/// <param name="StandardDeviation">Standard deviation over draws. Null with a single draw.</param>
/// <param name="Quantiles">Quantiles over draws.</param>
public sealed record CountStatistics(double Mean, double? StandardError, double? StandardDeviation, Quantiles Quantiles);
