namespace Benchmarks.Harness;

/// <summary>How many times as fast one way is as another.</summary>
/// <param name="Statement">What is compared with what.</param>
/// <param name="ByMedian">The ratio of the medians.</param>
/// <param name="ByBest">The ratio of the fastest repetitions.</param>
/// <param name="ByProcessor">The ratio of the processor times.</param>
internal sealed record Ratio(string Statement, double ByMedian, double ByBest, double ByProcessor)
{
    internal static Ratio Of(string statement, Timing slow, Timing fast) =>
        new(statement, Divide(slow.MedianSeconds, fast.MedianSeconds), Divide(slow.BestSeconds, fast.BestSeconds), Divide(slow.ProcessorSeconds, fast.ProcessorSeconds));

    /// <summary>The ratio of what is left when a part that both ways share is taken off.</summary>
    internal static Ratio Beyond(string statement, Timing shared, Timing slow, Timing fast) => new(
        statement,
        Left(slow.MedianSeconds, fast.MedianSeconds, shared.MedianSeconds),
        Left(slow.BestSeconds, fast.BestSeconds, shared.BestSeconds),
        Left(slow.ProcessorSeconds, fast.ProcessorSeconds, shared.ProcessorSeconds));

    private static double Divide(double slow, double fast) => Math.Round(slow / fast, 2);

    // A difference of a few milliseconds is inside the noise: a ratio over it would be a boast.
    private static double Left(double slow, double fast, double shared) => Math.Round((slow - shared) / Math.Max(fast - shared, 0.01), 1);
}
