using System.Diagnostics;

namespace Benchmarks.Harness;

/// <summary>The times of one way of doing a thing.</summary>
/// <param name="Way">What was done.</param>
/// <param name="MedianSeconds">The median of the repetitions.</param>
/// <param name="BestSeconds">The fastest of them: the one that other work on the machine disturbed least.</param>
/// <param name="ProcessorSeconds">The median of the processor time of all threads, which other work on the machine disturbs less than the clock.</param>
/// <param name="Seconds">All repetitions, in the order they ran.</param>
internal sealed record Timing(string Way, double MedianSeconds, double BestSeconds, double ProcessorSeconds, IReadOnlyList<double> Seconds)
{
    /// <summary>
    /// Measures ways that must give the same answer: in turns, so that a slow minute of the machine meets all of them, after a round that does not count.
    /// </summary>
    internal static IReadOnlyList<Timing> Compare<T>(int repetitions, params (string Way, Func<T> Do)[] ways)
        where T : IEquatable<T>
    {
        var (answer, known) = (default(T), false);
        return Compare(repetitions, () => { }, Check, ways);

        void Check(string way, T got)
        {
            if (!known) (answer, known) = (got, true);
            else if (!got.Equals(answer)) throw new InvalidOperationException($"'{way}' gives {got} and '{ways[0].Way}' {answer}: nothing was measured.");
        }
    }

    /// <summary>As above, with a preparation before and a check after each repetition, both outside the clock.</summary>
    internal static IReadOnlyList<Timing> Compare<T>(int repetitions, Action prepare, Action<string, T> check, params (string Way, Func<T> Do)[] ways)
    {
        var seconds = ways.Select(_ => new List<double>()).ToArray();
        var processor = ways.Select(_ => new List<double>()).ToArray();
        for (var repetition = -1; repetition < repetitions; repetition++)
        {
            for (var i = 0; i < ways.Length; i++)
            {
                prepare();
                GC.Collect();
                GC.WaitForPendingFinalizers();
                var used = Environment.CpuUsage.TotalTime;
                var clock = Stopwatch.StartNew();
                var got = ways[i].Do();
                clock.Stop();
                used = Environment.CpuUsage.TotalTime - used;
                check(ways[i].Way, got);
                if (repetition < 0) continue;
                seconds[i].Add(clock.Elapsed.TotalSeconds);
                processor[i].Add(used.TotalSeconds);
            }
        }
        return [.. ways.Select((way, i) => new Timing(way.Way, Median(seconds[i]), Math.Round(seconds[i].Min(), 4), Median(processor[i]), [.. seconds[i].Select(s => Math.Round(s, 4))]))];
    }

    private static double Median(List<double> values)
    {
        var sorted = values.Order().ToArray();
        var middle = sorted.Length / 2;
        return Math.Round(sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2, 4);
    }
}
