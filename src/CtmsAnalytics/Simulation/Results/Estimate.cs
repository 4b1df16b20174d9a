namespace CtmsAnalytics.Simulation.Results;

/// <summary>A mean over draws with its error.</summary>
/// <param name="Mean">Mean over draws.</param>
/// <param name="StandardError">Standard error of <paramref name="Mean"/>: how far the mean over more draws may lie. Null with a single draw, which says nothing about it.</param>
/// <param name="StandardDeviation">Standard deviation over draws: how far one future may lie. Null with a single draw.</param>
public sealed record Estimate(double Mean, double? StandardError, double? StandardDeviation);
