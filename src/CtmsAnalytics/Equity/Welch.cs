using CtmsAnalytics.Statistics;
using MathNet.Numerics.Distributions;

namespace CtmsAnalytics.Equity;

/// <summary>Difference between two means whose variances may differ (Welch), with Satterthwaite's degrees of freedom.</summary>
internal static class Welch
{
    public static PayGap Compare(string group, IReadOnlyList<double> values, IReadOnlyList<double> reference, double confidence)
    {
        if (values.Count == 0 || reference.Count == 0) return new PayGap(group, null, null, null, null, null);
        var difference = values.Average() - reference.Average();
        var (a, b) = (SquaredError(values), SquaredError(reference));
        if (a is not { } ofGroup || b is not { } ofReference) return new PayGap(group, difference, null, null, null, null);
        var error = Math.Sqrt(ofGroup + ofReference);
        if (error == 0) return new PayGap(group, difference, 0, difference, difference, null);
        var freedom = (ofGroup + ofReference) * (ofGroup + ofReference)
            / ((ofGroup * ofGroup / (values.Count - 1)) + (ofReference * ofReference / (reference.Count - 1)));
        var reach = IntervalReach.Student(confidence, freedom) * error;
        return new PayGap(group, difference, error, difference - reach, difference + reach, 2 * StudentT.CDF(0, 1, freedom, -Math.Abs(difference / error)));
    }

    /// <summary>Squared standard error of a mean; null for a single value.</summary>
    private static double? SquaredError(IReadOnlyList<double> values)
    {
        if (values.Count < 2) return null;
        var mean = values.Average();
        return values.Sum(v => (v - mean) * (v - mean)) / (values.Count - 1) / values.Count;
    }
}
