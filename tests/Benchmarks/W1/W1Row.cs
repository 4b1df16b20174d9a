namespace Benchmarks.W1;

/// <summary>The runs of one way on a number of threads.</summary>
/// <param name="Way">Who ran it.</param>
/// <param name="Threads">Threads.</param>
/// <param name="Answer">The answer, cents.</param>
/// <param name="MedianSeconds">The median of the runs.</param>
/// <param name="BestSeconds">The fastest of them.</param>
/// <param name="MillionCellsPerSecond">Millions of nominal cells a second of the fastest.</param>
/// <param name="Seconds">All runs, in the order they ran.</param>
internal sealed record W1Row(string Way, int Threads, string Answer, double MedianSeconds, double BestSeconds, double MillionCellsPerSecond, IReadOnlyList<double> Seconds)
{
    internal static W1Row Of(W1Arguments arguments, IReadOnlyList<W1Run> runs)
    {
        var best = runs.MinBy(r => r.Seconds)!;
        return new W1Row(
            best.Way, arguments.Threads, best.Answer, Math.Round(runs.Select(r => r.Seconds).Order().ElementAt(runs.Count / 2), 4), Math.Round(best.Seconds, 4), Math.Round(best.CellsPerSecond(arguments) / 1e6, 1),
            [.. runs.Select(r => Math.Round(r.Seconds, 4))]);
    }
}
