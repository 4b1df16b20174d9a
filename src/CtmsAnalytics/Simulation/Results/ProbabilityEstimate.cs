namespace CtmsAnalytics.Simulation.Results;

/// <summary>A probability that is estimated as a share of draws.</summary>
/// <param name="Share">Share of draws, 0 to 1.</param>
/// <param name="Interval">95 % interval of Wilson (1927), inside 0 to 1 and not empty even where no draw or every draw counts.</param>
public sealed record ProbabilityEstimate(double Share, Interval Interval);
