using MathNet.Numerics.Distributions;

namespace CtmsAnalytics.Statistics;

/// <summary>How many standard errors a two-sided interval reaches to each side.</summary>
public static class IntervalReach
{
    /// <summary>Reach where the error is known or the sample large.</summary>
    /// <param name="confidence">Confidence of the interval, above 0 and below 1.</param>
    /// <returns>Standard errors.</returns>
    public static double Normal(double confidence) => MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, (1 + confidence) / 2);

    /// <summary>Reach where the error is estimated from a sample.</summary>
    /// <param name="confidence">Confidence of the interval, above 0 and below 1.</param>
    /// <param name="degreesOfFreedom">Degrees of freedom of the error, above 0.</param>
    /// <returns>Standard errors.</returns>
    public static double Student(double confidence, double degreesOfFreedom) => StudentT.InvCDF(0, 1, degreesOfFreedom, (1 + confidence) / 2);
}
