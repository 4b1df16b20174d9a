using System.Globalization;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Simulation.Results;
using CtmsAnalytics.Workspace.Simulations;

namespace CtmsAnalytics.Cli.Simulations;

/// <summary>Computes a part of a run from its beginning or from its checkpoint to its end.</summary>
/// <param name="plan">What is computed.</param>
/// <param name="options">How.</param>
internal sealed class SimulationRun(SimulationPlan plan, SimulateOptions options)
{
    private readonly Checkpoint _checkpoint = new(
        options.Out ?? Path.Combine(options.Workspace, CheckpointFolder), plan.Header, options.Checkpoint);

    private const string CheckpointFolder = "checkpoints";

    /// <summary>The file that holds the complete draws; null where none is asked for.</summary>
    public string? CompleteFile => options.Out is { } folder ? Path.Combine(folder, plan.Header.FileName + ShardHeader.Extension) : null;

    /// <summary>Draws that were computed now, and not taken from a checkpoint.</summary>
    public int Computed { get; private set; }

    /// <summary>A complete file of these very draws that is there already.</summary>
    /// <returns>The file; null where there is none.</returns>
    /// <exception cref="InputException">There is a file of that name which is damaged or holds other draws.</exception>
    public ShardFile? FindComplete()
    {
        if (CompleteFile is not { } path || !File.Exists(path)) return null;
        var file = ShardFile.Open(path);
        var (theirs, ours) = (file.Header, plan.Header);
        if (theirs.Manifest.RunId == ours.Manifest.RunId && theirs.HasBreakdown == ours.HasBreakdown
            && (theirs.FirstDraw, theirs.Draws, theirs.TotalDraws) == (ours.FirstDraw, ours.Draws, ours.TotalDraws) && options.UntilError is null) return file;
        throw new InputException([new InputProblem(
            path, null, null, string.Create(CultureInfo.InvariantCulture, $"The folder has a file of this run already, with {theirs.Draws:N0} of {theirs.TotalDraws:N0} draws{(theirs.HasBreakdown ? " and a breakdown" : "")}."), "Name another folder with --out, or remove the file.")]);
    }

    /// <summary>An unfinished run that is there and that nobody asked to continue.</summary>
    public string? ForgottenCheckpoint => !options.Resume && File.Exists(_checkpoint.File) ? _checkpoint.File : null;

    /// <summary>Computes the draws.</summary>
    /// <param name="report">Told how far the run is.</param>
    /// <param name="cancellationToken">Stops the run; the finished blocks are kept.</param>
    /// <returns>The draws, with a breakdown those of each source behind them.</returns>
    /// <exception cref="WorkStoppedException">The token was cancelled.</exception>
    public IReadOnlyList<SimulationTally> Complete(Action<LoopState> report, CancellationToken cancellationToken)
    {
        var header = plan.Header;
        var loop = new SimulationLoop(plan.CreateSimulators(), plan.CreateRule(), report);
        if (options.Resume && _checkpoint.Read() is var (tallies, done))
        {
            if (done > header.Draws && options.UntilError is null)
                throw new InputException(string.Create(CultureInfo.InvariantCulture, $"{_checkpoint.File}: The checkpoint has {done:N0} draws already, more than the {header.Draws:N0} that are asked for. Ask for as many or more with --draws."));
            loop.Continue(tallies, done);
        }

        var before = loop.Done;
        try
        {
            while (loop.Next(header.FirstDraw, cancellationToken)) _checkpoint.WriteWhenDue(loop.Tallies!, loop.Done);
        }
        catch (OperationCanceledException exception)
        {
            if (loop.Tallies is { } finished) _checkpoint.Write(finished, loop.Done);
            throw new WorkStoppedException(StoppedAt(loop.Done, header), exception);
        }

        Computed = loop.Done - before;
        return loop.Tallies!;
    }

    /// <summary>Writes the complete file where one is asked for.</summary>
    /// <param name="header">Its header, with the number of draws that were done.</param>
    /// <param name="tallies">The draws.</param>
    public void WriteComplete(ShardHeader header, IReadOnlyList<SimulationTally> tallies)
    {
        if (CompleteFile is { } path) ShardFile.Write(path, header, tallies);
    }

    /// <summary>Keeps complete draws that could not be stored.</summary>
    /// <param name="tallies">The draws.</param>
    /// <returns>The file that holds them.</returns>
    public string Keep(IReadOnlyList<SimulationTally> tallies)
    {
        if (CompleteFile is { } path && File.Exists(path)) return path;
        _checkpoint.Write(tallies, (int)tallies[0].Draws);
        return _checkpoint.File;
    }

    /// <summary>Removes the checkpoint of a run that is at its end.</summary>
    public void Forget() => _checkpoint.Remove(withFolder: options.Out is null);

    private string StoppedAt(int done, ShardHeader header) => done == 0
        ? "Stopped before the first block of draws was finished; nothing is kept."
        : string.Create(CultureInfo.InvariantCulture, $"Stopped. {done:N0} of {header.Draws:N0} draws are kept in {_checkpoint.File}. Give the same command with --resume to go on from there.");
}
