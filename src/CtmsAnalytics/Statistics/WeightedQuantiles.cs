namespace CtmsAnalytics.Statistics;

/// <summary>Quantiles of weighted observations.</summary>
/// <remarks>
/// Implementation note: the quantile at p is the smallest observation at which the cumulated weight reaches p of the whole, so that it is always an observed figure; where the cumulated weight is p of the
/// whole to the last digits, the mean of that observation and the next one of weight. With weights of 1 the median is the usual one. (Hyndman and Fan's definition 2, with weights.)
/// </remarks>
public static class WeightedQuantiles
{
    /// <summary>Share of the whole weight by which a cumulated weight may miss a quantile and still stand on it.</summary>
    internal const double Tolerance = 1e-12;

    /// <summary>Quantiles of observations.</summary>
    /// <param name="values">Observations in any order, finite.</param>
    /// <param name="weights">One for each observation, 0 or more and finite; null for 1 each. An observation of weight 0 takes no part.</param>
    /// <param name="probabilities">Probabilities, 0 to 1.</param>
    /// <returns>One entry for each probability, in their order; null where no observation has a weight above 0.</returns>
    /// <exception cref="ArgumentException">Lengths differ, a figure is not finite, a weight is below 0, or a probability lies outside 0 to 1.</exception>
    public static double[]? Of(IReadOnlyList<double> values, IReadOnlyList<double>? weights, IReadOnlyList<double> probabilities)
    {
        var sample = WeightedSample.Of(values, weights);
        ArgumentNullException.ThrowIfNull(probabilities);
        Check(probabilities);
        if (sample.Count == 0) return null;
        if (probabilities.Count == 0) return [];
        int[] order = [.. Enumerable.Range(0, probabilities.Count).OrderBy(i => probabilities[i])];
        var ascending = new double[order.Length];
        sample.Quantiles([], [.. order.Select(i => probabilities[i])], ascending);
        var result = new double[order.Length];
        for (var i = 0; i < order.Length; i++) result[order[i]] = ascending[i];
        return result;
    }

    internal static void Check(IReadOnlyList<double> probabilities)
    {
        if (!probabilities.All(p => p is >= 0 and <= 1)) throw new ArgumentException("A probability lies outside 0 to 1. Give 0.25 for the 25th percentile.", nameof(probabilities));
    }
}
