namespace CtmsAnalytics.Simulation.Results;

/// <summary>A probability that is estimated as a share of draws.</summary>
/// <param name="Share">Share of draws, 0 to 1.</param>
/// <param name="Interval">95 % interval of Wilson (1927), inside 0 to 1 and not empty even where no draw or every draw counts.</param>
public sealed record ProbabilityEstimate(double Share, Interval Interval)
{
    internal static ProbabilityEstimate Of(long draws, long ofDraws)
    {
        const double z = Interval.NormalQuantile;
        var share = (double)draws / ofDraws;
        var centre = share + (z * z / (2 * ofDraws));
        var reach = z * Math.Sqrt((share * (1 - share) / ofDraws) + (z * z / ((double)2 * ofDraws * 2 * ofDraws)));
        var whole = 1 + (z * z / ofDraws);
        return new ProbabilityEstimate(share, new Interval(draws == 0 ? 0 : (centre - reach) / whole, draws == ofDraws ? 1 : (centre + reach) / whole));
    }
}
