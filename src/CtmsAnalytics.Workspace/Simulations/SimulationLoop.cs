using System.Diagnostics;
using CtmsAnalytics.Simulation;
using CtmsAnalytics.Simulation.Results;

namespace CtmsAnalytics.Workspace.Simulations;

/// <summary>Computes the draws of a run block by block. How long the blocks are is a matter of speed alone: any split of the draws gives the same bytes.</summary>
/// <param name="simulators">What computes the draws, the one with every source at work first.</param>
/// <param name="rule">When enough draws are there.</param>
/// <param name="report">Told how far the run is.</param>
internal sealed class SimulationLoop(IReadOnlyList<Simulator> simulators, StoppingRule rule, Action<LoopState> report)
{
    private const int FirstBlock = 256;
    private const int Lanes = 64;
    private const int MostGrowth = 4;
    private const double BlockSeconds = 1;

    private readonly long _started = Stopwatch.GetTimestamp();
    private readonly int _parts = simulators.Count;
    // A breakdown goes through each block several times; the first is small, so that there is soon something to keep.
    private int _block = simulators.Count > 1 ? Lanes : FirstBlock;
    private int _before;
    private double? _error;

    /// <summary>The draws so far; null before the first block.</summary>
    public IReadOnlyList<SimulationTally>? Tallies { get; private set; }

    /// <summary>Number of draws so far.</summary>
    public int Done { get; private set; }

    /// <summary>Continues from draws that an earlier run has left.</summary>
    /// <param name="tallies">The draws.</param>
    /// <param name="done">Their number.</param>
    public void Continue(IReadOnlyList<SimulationTally> tallies, int done)
    {
        (Tallies, Done, _before) = (tallies, done, done);
        _error = Error();
    }

    /// <summary>Computes the next block.</summary>
    /// <param name="firstDraw">First draw of this part of the run.</param>
    /// <param name="cancellationToken">Stops in the block; its draws are then not kept.</param>
    /// <returns>False where enough draws are there already.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public bool Next(int firstDraw, CancellationToken cancellationToken)
    {
        if (rule.Remaining(Done, _error) is not (> 0 and var remaining)) return false;
        var draws = Math.Min(_block, remaining);
        var started = Stopwatch.GetTimestamp();
        var parts = new List<SimulationTally>();
        foreach (var simulator in simulators)
        {
            var progress = new BlockProgress(this, draws, parts.Count);
            parts.Add(simulator.Run(firstDraw + Done, draws, progress, cancellationToken));
        }

        if (Tallies is null) Tallies = parts;
        else for (var i = 0; i < parts.Count; i++) Tallies[i].Merge(parts[i]);
        Done += draws;
        _error = Error();
        _block = BlockAfter(draws, Stopwatch.GetElapsedTime(started));
        Report(Done);
        return true;
    }

    private double? Error()
    {
        var errors = Enumerable.Range(0, Tallies![0].Layout.Scenarios.Count).Select(Tallies[0].RelativeError).ToList();
        return errors.Contains(null) ? null : errors.Max();
    }

    private static int BlockAfter(int draws, TimeSpan elapsed)
    {
        var wanted = draws * BlockSeconds / Math.Max(elapsed.TotalSeconds, 1e-3);
        return Math.Max(1, (int)Math.Min(wanted, (double)MostGrowth * draws) / Lanes) * Lanes;
    }

    private void Report(double done)
    {
        var seconds = Stopwatch.GetElapsedTime(_started).TotalSeconds;
        report(new LoopState(done, rule.Least(Done), seconds > 0 ? (done - _before) / seconds : 0, _error));
    }

    /// <summary>The simulators of a breakdown follow one another through the same draws.</summary>
    private sealed class BlockProgress(SimulationLoop loop, int draws, int part) : IProgress<double>
    {
        public void Report(double value) => loop.Report(loop.Done + (draws * (part + value) / loop._parts));
    }
}

/// <summary>How far a run is.</summary>
/// <param name="Exact">Draws done, those under way counted by the share of their work that is done.</param>
/// <param name="Least">Draws that are to be done as far as is known; more may follow where the standard error is still too large.</param>
/// <param name="DrawsPerSecond">Draws a second since the run began or was continued.</param>
/// <param name="Error">Largest standard error of a scenario's total as a share of its mean; null where it is not known yet.</param>
internal readonly record struct LoopState(double Exact, int Least, double DrawsPerSecond, double? Error)
{
    /// <summary>Whole draws done.</summary>
    public int Done => (int)Exact;
}
