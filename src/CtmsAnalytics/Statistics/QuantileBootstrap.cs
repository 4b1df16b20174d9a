using System.Buffers;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Simulation;

namespace CtmsAnalytics.Statistics;

/// <summary>A quantile with its bootstrap error.</summary>
/// <param name="Probability">Probability, 0 to 1.</param>
/// <param name="Value">The quantile, in units of the observations.</param>
/// <param name="StandardError">Standard deviation of the replicates; null with fewer than two observations of weight.</param>
/// <param name="Lower">Lower end of the interval; null where there is no standard error.</param>
/// <param name="Upper">Upper end of the interval; null where there is no standard error.</param>
public sealed record QuantileEstimate(double Probability, double Value, double? StandardError, double? Lower, double? Upper);

/// <summary>
/// Weighted quantiles with bootstrap errors: as many observations as there are, drawn with replacement, each with its own weight; the interval lies between percentiles of the replicates.
/// </summary>
/// <remarks>
/// Implementation note: the observations of a replicate are a pure function of seed and number of the replicate (Philox, purpose <c>Bootstrap</c>), so that a result does not change with threads.
/// With ten observations or fewer the replicates take few values, and the interval is rougher than its level says.
/// </remarks>
public static class QuantileBootstrap
{
    /// <summary>Usual number of replicates.</summary>
    public const int DefaultReplicates = 1000;

    private const int WordsInBlock = 4;
    private const int ReplicatesAtOnce = 8;
    private const int BitsInWord = 32;

    /// <summary>Quantiles with their errors.</summary>
    /// <param name="values">Observations in any order, finite.</param>
    /// <param name="weights">One for each observation, 0 or more and finite; null for 1 each. An observation of weight 0 takes no part.</param>
    /// <param name="probabilities">Probabilities, 0 to 1.</param>
    /// <param name="seed">Seed of the replicates.</param>
    /// <param name="replicates">Number of replicates, 2 or more. Default <see cref="DefaultReplicates"/>.</param>
    /// <param name="confidence">Level of the intervals, above 0 and below 1. Default 0.95.</param>
    /// <param name="cancellationToken">Stops the computation.</param>
    /// <returns>One entry for each probability, in their order; empty where no observation has a weight above 0.</returns>
    /// <exception cref="ArgumentException">Lengths differ, a figure is not finite, a weight is below 0, or a probability lies outside 0 to 1.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static IReadOnlyList<QuantileEstimate> Of(
        IReadOnlyList<double> values, IReadOnlyList<double>? weights, IReadOnlyList<double> probabilities, uint seed, int replicates = DefaultReplicates, double confidence = 0.95, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(probabilities);
        ArgumentOutOfRangeException.ThrowIfLessThan(replicates, 2);
        if (!(confidence is > 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "A confidence level lies above 0 and below 1.");
        var points = WeightedQuantiles.Of(values, weights, probabilities);
        if (points is null || points.Length == 0) return [];
        var sample = WeightedSample.Of(values, weights);
        if (sample.Count < 2) return [.. probabilities.Select((p, i) => new QuantileEstimate(p, points[i], null, null, null))];
        int[] order = [.. Enumerable.Range(0, probabilities.Count).OrderBy(i => probabilities[i])];
        double[] ascending = [.. order.Select(i => probabilities[i])];
        var drawn = new double[replicates * ascending.Length];
        SideBySide.Run(
            (replicates + ReplicatesAtOnce - 1) / ReplicatesAtOnce,
            part =>
            {
                var counts = ArrayPool<int>.Shared.Rent(sample.Count);
                var used = counts.AsSpan(0, sample.Count);
                for (var r = part * ReplicatesAtOnce; r < Math.Min(replicates, (part + 1) * ReplicatesAtOnce); r++)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    Draw(used, (uint)r, seed);
                    sample.Quantiles(used, ascending, drawn.AsSpan(r * ascending.Length, ascending.Length));
                }

                ArrayPool<int>.Shared.Return(counts);
            },
            cancellationToken);

        var result = new QuantileEstimate[ascending.Length];
        for (var i = 0; i < ascending.Length; i++)
        {
            double[] column = [.. Enumerable.Range(0, replicates).Select(r => drawn[(r * ascending.Length) + i])];
            var mean = column.Average();
            var ends = WeightedQuantiles.Of(column, null, [(1 - confidence) / 2, (1 + confidence) / 2])!;
            result[order[i]] = new QuantileEstimate(ascending[i], points[order[i]], Math.Sqrt(column.Sum(v => (v - mean) * (v - mean)) / (replicates - 1)), ends[0], ends[1]);
        }

        return result;
    }

    /// <summary>How often each observation is in a replicate.</summary>
    private static void Draw(Span<int> counts, uint replicate, uint seed)
    {
        counts.Clear();
        var size = (ulong)counts.Length;
        var blocks = counts.Length / WordsInBlock;
        for (var b = 0; b < blocks; b++)
        {
            var block = Philox.Block((uint)b, replicate, 0, (uint)LuckPurpose.Bootstrap, seed);
            counts[(int)((block.Word0 * size) >> BitsInWord)]++;
            counts[(int)((block.Word1 * size) >> BitsInWord)]++;
            counts[(int)((block.Word2 * size) >> BitsInWord)]++;
            counts[(int)((block.Word3 * size) >> BitsInWord)]++;
        }

        if (blocks * WordsInBlock == counts.Length) return;
        var last = Philox.Block((uint)blocks, replicate, 0, (uint)LuckPurpose.Bootstrap, seed);
        ReadOnlySpan<uint> words = [last.Word0, last.Word1, last.Word2];
        for (var i = 0; i < counts.Length - (blocks * WordsInBlock); i++) counts[(int)((words[i] * size) >> BitsInWord)]++;
    }
}
