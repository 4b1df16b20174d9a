namespace CtmsAnalytics.TalentMarket;

/// <summary>The percentiles that wage surveys publish.</summary>
internal static class SurveyPercentile
{
    public const double P10 = 10;
    public const double P25 = 25;
    public const double Median = 50;
    public const double P75 = 75;
    public const double P90 = 90;

    /// <summary>The whole, in percent.</summary>
    public const double Whole = 100;

    public static readonly double[] Published = [P10, P25, Median, P75, P90];

    /// <summary>The published percentiles as probabilities.</summary>
    public static readonly double[] Probabilities = [.. Published.Select(p => p / Whole)];

    /// <summary>Standard normal quantile of a percentile.</summary>
    public static double Score(double percentile) => MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, percentile / Whole);

    /// <summary>The figures of a row, in the order of <see cref="Published"/>.</summary>
    public static WageFigure[] Of(OccupationWage wage) => [wage.P10, wage.P25, wage.P50, wage.P75, wage.P90];
}
