namespace CtmsAnalytics.Simulation.Results;

/// <summary>An interval, its ends included.</summary>
/// <param name="Lower">Lower end.</param>
/// <param name="Upper">Upper end.</param>
public sealed record Interval(double Lower, double Upper);
