using System.Globalization;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Runs;
using CtmsAnalytics.Scenarios;
using CtmsAnalytics.Simulation;
using CtmsAnalytics.Workspace;
using CtmsAnalytics.Workspace.Loading;
using CtmsAnalytics.Workspace.Scenarios;
using CtmsAnalytics.Workspace.Simulations;

namespace CtmsAnalytics.Cli.Simulations;

/// <summary>A simulation with everything that it computes from, loaded and checked.</summary>
internal sealed class SimulationPlan
{
    private const string Method = "Simulation: the rules of part 158 applied to every person and work period of every draw, in whole cents; random numbers by Philox 4x32-10, the same luck in every scenario.";

    private readonly ProjectionInput _input;
    private readonly RosterInfo _roster;
    private readonly IReadOnlyList<LoadedScenario> _loaded;
    private readonly SimulateOptions _options;

    private SimulationPlan(SimulateOptions options, ProjectionInput input, RosterInfo roster, IReadOnlyList<LoadedScenario> loaded, ShardHeader header) =>
        (_options, _input, _roster, _loaded, Header) = (options, input, roster, loaded, header);

    /// <summary>The header of this part of the run, with all its draws and without facts.</summary>
    public ShardHeader Header { get; }

    /// <summary>The scenarios, the baseline first.</summary>
    public IReadOnlyList<Scenario> Scenarios => [.. _loaded.Select(s => s.Scenario)];

    /// <summary>Fiscal years of the horizon.</summary>
    public int FiscalYears => Header.Horizon.FiscalYears;

    /// <summary>Loads and checks everything.</summary>
    /// <param name="options">What is asked for.</param>
    /// <param name="workspace">The workspace.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="InputException">An input has problems, or the run is another than the one that is asked for.</exception>
    public static SimulationPlan Load(SimulateOptions options, AnalystWorkspace workspace)
    {
        var roster = workspace.FindRoster(options.Roster);
        var input = WorkspaceInput.Load(workspace, roster);
        var loaded = ScenarioLoading.LoadAll(options.Scenarios, input);
        foreach (var other in loaded.Skip(1)) loaded[0].Scenario.RequireSameHorizon(other.Scenario);
        var shard = options.Shard ?? ShardSelection.Whole;
        if (shard.Shards > options.Draws)
        {
            throw new InputException(string.Create(
                CultureInfo.InvariantCulture, $"--shard {shard.Shard}/{shard.Shards}: There are more shards than draws ({options.Draws:N0}). Ask for fewer shards or more draws."));
        }

        var inputs = loaded.Select((s, i) => new ManifestInput(Role(i), Path.GetFileName(s.Sources[0].File), s.Sha256)).Concat(workspace.Inputs(roster.RosterId))
            .Append(AnalystWorkspace.SeedInput(options.Seed)).ToList();
        var (first, draws) = ShardHeader.RangeOf(options.Draws, shard.Shard, shard.Shards);
        var header = new ShardHeader(
            RunManifest.Create(inputs, Method), options.Seed, loaded[0].Scenario.Horizon, input.Roster.Count, options.Draws, shard.Shard, shard.Shards, first, draws, options.Breakdown, null);
        if (options.Run is { } expected && expected != header.Manifest.RunId)
            throw new InputException($"--run {expected}: These inputs are run {header.Manifest.RunId}. A scenario, the roster, the market, the parameters, the seed or the program is another than when the run was set up.");
        return new SimulationPlan(options, input, roster, loaded, header);
    }

    /// <summary>What computes the draws: with every source at work, and where a breakdown is asked for with each source held still.</summary>
    /// <returns>The simulators, in the order of a file of draws.</returns>
    public IReadOnlyList<Simulator> CreateSimulators() =>
    [
        .. (_options.Breakdown ? SimulatedRun.Sources.Prepend(RandomSources.None) : [RandomSources.None])
            .Select(held => new Simulator(Scenarios, _input, new SimulationOptions { Seed = _options.Seed, Threads = _options.Threads, Held = held })),
    ];

    /// <summary>Projects the scenarios on the expected path.</summary>
    /// <param name="cancellationToken">Stops the projections.</param>
    /// <returns>One projection for each scenario.</returns>
    public IReadOnlyList<ProjectionResult> ExpectedPaths(CancellationToken cancellationToken)
    {
        var results = new ProjectionResult[_loaded.Count];
        Parallel.For(0, results.Length, new ParallelOptions { CancellationToken = cancellationToken }, i =>
            results[i] = PointEstimate.Run(_loaded[i].Scenario, _input, null, cancellationToken).WithAssumptionsOf(_loaded[i]).WithNotes(_loaded[i].Notes));
        return results;
    }

    /// <summary>What a reader must know beside the draws: the expected path and what a report shows.</summary>
    /// <param name="progress">Receives the share of the work done, 0 to 1; null for none.</param>
    /// <param name="cancellationToken">Stops the computation.</param>
    /// <returns>The facts.</returns>
    public RunFacts Analyse(IProgress<double>? progress, CancellationToken cancellationToken) =>
        RunAnalysis.Of(Scenarios, _input, AnalysisOption.Of(_options.Analysis, _input.Roster.Count), progress, cancellationToken).With(_loaded, _roster);

    /// <summary>What a reader must know about the roster and about how it fits the scenarios.</summary>
    /// <param name="paths">The scenarios on the expected path.</param>
    /// <returns>One sentence each.</returns>
    public IReadOnlyList<string> NotesOf(IReadOnlyList<ProjectionResult> paths) =>
        [.. RosterNotes.Of(_roster, Header.Horizon).Concat(paths.SelectMany((p, i) => _loaded[i].Notes.Concat(p.Warnings))).Distinct(StringComparer.Ordinal)];

    private static string Role(int index) => index == 0 ? "scenario (baseline)" : string.Create(CultureInfo.InvariantCulture, $"scenario (proposal {index})");
}
