using System.Globalization;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Runs;
using CtmsAnalytics.Scenarios;
using CtmsAnalytics.Simulation;
using CtmsAnalytics.Workspace.Analyses;
using CtmsAnalytics.Workspace.Loading;
using CtmsAnalytics.Workspace.Roster;
using CtmsAnalytics.Workspace.Runs;
using CtmsAnalytics.Workspace.Scenarios;

namespace CtmsAnalytics.Workspace.Simulations;

/// <summary>A simulation with everything that it computes from, loaded and checked.</summary>
internal sealed class SimulationPlan
{
    private const string Method = "Simulation: the rules of part 158 applied to every person and work period of every draw, in whole cents; random numbers by Philox 4x32-10, the same luck in every scenario.";

    private readonly WorkspaceSnapshot _snapshot;
    private readonly IReadOnlyList<LoadedScenario> _loaded;
    private readonly DrawOptions _options;

    private SimulationPlan(DrawOptions options, WorkspaceSnapshot snapshot, IReadOnlyList<LoadedScenario> loaded, ShardHeader header) =>
        (_options, _snapshot, _loaded, Header) = (options, snapshot, loaded, header);

    /// <summary>The header of this part of the run, with all its draws and without facts.</summary>
    public ShardHeader Header { get; }

    /// <summary>The scenarios, the baseline first.</summary>
    public IReadOnlyList<Scenario> Scenarios => [.. _loaded.Select(s => s.Scenario)];

    /// <summary>Fiscal years of the horizon.</summary>
    public int FiscalYears => Header.Horizon.FiscalYears;

    /// <summary>Puts a simulation together.</summary>
    /// <param name="snapshot">The workspace.</param>
    /// <param name="loaded">The scenarios, the baseline first.</param>
    /// <param name="options">How many draws, and by which seed.</param>
    /// <param name="shard">Number of the part of the draws, 1 to <paramref name="shards"/>.</param>
    /// <param name="shards">Number of parts, at most one for each draw.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="InputException">The horizons of the scenarios differ.</exception>
    public static SimulationPlan Create(WorkspaceSnapshot snapshot, IReadOnlyList<LoadedScenario> loaded, DrawOptions options, int shard = 1, int shards = 1)
    {
        foreach (var other in loaded.Skip(1)) loaded[0].Scenario.RequireSameHorizon(other.Scenario);
        var inputs = loaded.Select((s, i) => new ManifestInput(Role(i), Path.GetFileName(s.Sources[0].File), s.Sha256)).Concat(snapshot.Inputs).Append(AnalystWorkspace.SeedInput(options.Seed)).ToList();
        var (first, draws) = ShardHeader.RangeOf(options.Draws, shard, shards);
        var header = new ShardHeader(
            RunManifest.Create(inputs, Method), options.Seed, loaded[0].Scenario.Horizon, snapshot.Input.Roster.Count, options.Draws, shard, shards, first, draws, options.Breakdown, null);
        return new SimulationPlan(options, snapshot, loaded, header);
    }

    /// <summary>Computes all draws in memory.</summary>
    /// <param name="progress">Receives the share of the work done, 0 to 1; null for none.</param>
    /// <param name="cancellation">Stops the simulation.</param>
    /// <returns>The simulation with its facts.</returns>
    public SimulatedRun Run(IProgress<double>? progress, CancellationToken cancellation)
    {
        var facts = Analyse(null, cancellation);
        var loop = new SimulationLoop(CreateSimulators(), CreateRule(), state => progress?.Report(Math.Min(1, state.Exact / state.Least)));
        while (loop.Next(Header.FirstDraw, cancellation)) cancellation.ThrowIfCancellationRequested();
        return SimulatedRun.Create(Header.Finished(loop.Done) with { Facts = facts }, loop.Tallies!);
    }

    /// <summary>When enough draws are there.</summary>
    public StoppingRule CreateRule() => new(Header.Draws, _options.UntilError, _options.MaximumDraws);

    /// <summary>What computes the draws: with every source at work, and where a breakdown is asked for with each source held still.</summary>
    /// <returns>The simulators, in the order of a file of draws.</returns>
    public IReadOnlyList<Simulator> CreateSimulators() =>
    [
        .. (_options.Breakdown ? SimulatedRun.Sources.Prepend(RandomSources.None) : [RandomSources.None])
            .Select(held => new Simulator(Scenarios, _snapshot.Input, new SimulationOptions { Seed = _options.Seed, Threads = _options.Threads, Held = held })),
    ];

    /// <summary>Projects the scenarios on the expected path.</summary>
    /// <param name="cancellationToken">Stops the projections.</param>
    /// <returns>One projection for each scenario.</returns>
    public IReadOnlyList<ProjectionResult> ExpectedPaths(CancellationToken cancellationToken)
    {
        var results = new ProjectionResult[_loaded.Count];
        Parallel.For(0, results.Length, new ParallelOptions { CancellationToken = cancellationToken }, i =>
            results[i] = PointEstimate.Run(_loaded[i].Scenario, _snapshot.Input, null, cancellationToken).WithAssumptionsOf(_loaded[i]).WithNotes(_loaded[i].Notes));
        return results;
    }

    /// <summary>What a reader must know beside the draws: the expected path and what a report shows.</summary>
    /// <param name="progress">Receives the share of the work done, 0 to 1; null for none.</param>
    /// <param name="cancellationToken">Stops the computation.</param>
    /// <returns>The facts.</returns>
    public RunFacts Analyse(IProgress<double>? progress, CancellationToken cancellationToken) =>
        RunAnalysis.Of(Scenarios, _snapshot.Input, AnalysisLevels.Of(_options.Analysis, _snapshot.Input.Roster.Count), progress, cancellationToken).With(_loaded, _snapshot.Roster);

    /// <summary>What a reader must know about the roster and about how it fits the scenarios.</summary>
    /// <param name="paths">The scenarios on the expected path.</param>
    /// <returns>One sentence each.</returns>
    public IReadOnlyList<string> NotesOf(IReadOnlyList<ProjectionResult> paths) =>
        [.. RosterNotes.Of(_snapshot.Roster, Header.Horizon).Concat(paths.SelectMany((p, i) => _loaded[i].Notes.Concat(p.Warnings))).Distinct(StringComparer.Ordinal)];

    private static string Role(int index) => index == 0 ? "scenario (baseline)" : string.Create(CultureInfo.InvariantCulture, $"scenario (proposal {index})");
}
