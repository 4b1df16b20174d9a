namespace CtmsAnalytics.Equity;

/// <summary>Pay of a group without regard to anything else, in units of pay.</summary>
/// <param name="Group">Value of the class; null for everybody.</param>
/// <param name="People">Number of people.</param>
/// <param name="Mean">Weighted mean.</param>
/// <param name="StandardDeviation">Sample standard deviation (n - 1), without weights; null for one person.</param>
/// <param name="Minimum">Lowest pay.</param>
/// <param name="Median">Median, the mean of the two middle ones for an even number, without weights.</param>
/// <param name="Maximum">Highest pay.</param>
/// <param name="Below">Share of people below each threshold of the specification, 0 to 1, without weights.</param>
public sealed record GroupSummary(string? Group, int People, double Mean, double? StandardDeviation, double Minimum, double Median, double Maximum, IReadOnlyList<double> Below)
{
    /// <summary>Summarises.</summary>
    internal static GroupSummary Of(string? group, IReadOnlyList<double> pay, IReadOnlyList<double> weights, IReadOnlyList<double> thresholds)
    {
        var total = weights.Sum();
        var plain = pay.Average();
        var sorted = pay.Order().ToList();
        var middle = sorted.Count / 2;
        return new GroupSummary(
            group,
            pay.Count,
            total > 0 ? pay.Zip(weights, (p, w) => p * w).Sum() / total : plain,
            pay.Count > 1 ? Math.Sqrt(pay.Sum(p => (p - plain) * (p - plain)) / (pay.Count - 1)) : null,
            sorted[0],
            sorted.Count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2,
            sorted[^1],
            [.. thresholds.Select(t => (double)pay.Count(p => p < t) / pay.Count)]);
    }
}
