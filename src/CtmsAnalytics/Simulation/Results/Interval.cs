namespace CtmsAnalytics.Simulation.Results;

/// <summary>An interval, its ends included.</summary>
/// <param name="Lower">Lower end.</param>
/// <param name="Upper">Upper end.</param>
public sealed record Interval(double Lower, double Upper)
{
    /// <summary>The 97.5th percentile of the standard normal distribution: how many standard errors a 95 % interval reaches to each side.</summary>
    internal const double NormalQuantile = 1.959963984540054;
}
