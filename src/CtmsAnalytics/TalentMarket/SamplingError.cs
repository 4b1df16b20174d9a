using MathNet.Numerics.Distributions;

namespace CtmsAnalytics.TalentMarket;

/// <summary>Sampling error of a wage survey's figures, carried from the published error of the mean to percentiles.</summary>
/// <remarks>
/// Implementation note: the survey publishes the relative standard error of the mean (MEAN_PRSE) and none of percentiles. For a lognormal wage of log standard deviation σ, the mean has the relative
/// variance (exp(σ²) − 1)/n and the logarithm of the quantile p the variance σ² p(1 − p)/(n φ(z)²): the same effective sample size n links the two, whatever the design of the survey.
/// </remarks>
public static class SamplingError
{
    /// <summary>Standard deviation of the logarithm of the wage, read off the middle of the published percentiles.</summary>
    /// <param name="wage">Wages of an occupation.</param>
    /// <returns>The standard deviation; from the mean over the median where only those are published; null where neither tells it.</returns>
    public static double? LogDeviation(OccupationWage wage)
    {
        ArgumentNullException.ThrowIfNull(wage);
        var known = SurveyPercentile.Published.Zip(SurveyPercentile.Of(wage)).Where(p => p.Second.Status == FigureStatus.Published).Select(p => (At: p.First, Wage: p.Second.Value!.Value)).ToList();
        if (known.Count >= 2)
        {
            // The quartiles where both are there: the tails of wages are heavier than a lognormal's.
            var low = known.Find(k => k.At == SurveyPercentile.P25) is { Wage: > 0 } quarter ? quarter : known[0];
            var high = known.Find(k => k.At == SurveyPercentile.P75) is { Wage: > 0 } third ? third : known[^1];
            if (high.At > low.At) return (Math.Log(high.Wage) - Math.Log(low.Wage)) / (SurveyPercentile.Score(high.At) - SurveyPercentile.Score(low.At));
            return (Math.Log(known[^1].Wage) - Math.Log(known[0].Wage)) / (SurveyPercentile.Score(known[^1].At) - SurveyPercentile.Score(known[0].At));
        }

        return known is [(SurveyPercentile.Median, var median)] && wage.Mean is { } mean && mean > median ? Math.Sqrt(2 * Math.Log(mean / median)) : null;
    }

    /// <summary>Relative standard error of a percentile over that of the mean.</summary>
    /// <param name="percentile">Percentile, above 0 and below 100.</param>
    /// <param name="logDeviation">Standard deviation of the logarithm of the wage, 0 or more; null for the limit at 0.</param>
    /// <returns>The factor, above 0; 1.253 for the median of a narrow distribution.</returns>
    public static double PercentileFactor(double percentile, double? logDeviation)
    {
        var share = percentile / SurveyPercentile.Whole;
        return Scale(logDeviation) * Math.Sqrt(share * (1 - share)) / Normal.PDF(0, 1, SurveyPercentile.Score(percentile));
    }

    /// <summary>Relative standard error of the ratio of a percentile to the median of the same sample over that of the mean: two quantiles of a sample move together.</summary>
    /// <param name="percentile">Percentile, above 0 and below 100.</param>
    /// <param name="logDeviation">Standard deviation of the logarithm of the wage, 0 or more; null for the limit at 0.</param>
    /// <returns>The factor; 0 for the median itself.</returns>
    public static double RatioToMedianFactor(double percentile, double? logDeviation)
    {
        var (share, half) = (percentile / SurveyPercentile.Whole, SurveyPercentile.Median / SurveyPercentile.Whole);
        var (density, middle) = (Normal.PDF(0, 1, SurveyPercentile.Score(percentile)), Normal.PDF(0, 1, 0));
        var together = Math.Min(share, half) * (1 - Math.Max(share, half)) / (density * middle);
        var variance = (share * (1 - share) / (density * density)) + (half * half / (middle * middle)) - (2 * together);
        return Scale(logDeviation) * Math.Sqrt(Math.Max(0, variance));
    }

    private static double Scale(double? logDeviation) => logDeviation is > 0 and var sigma ? sigma / Math.Sqrt(Math.Exp(sigma * sigma) - 1) : 1;
}
