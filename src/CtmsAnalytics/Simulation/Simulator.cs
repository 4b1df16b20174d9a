using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Scenarios;
using CtmsAnalytics.Simulation.Engine;
using CtmsAnalytics.Simulation.Results;

namespace CtmsAnalytics.Simulation;

/// <summary>
/// Simulates scenarios on paired draws: the same luck in every scenario, so that a difference between them is estimated draw by draw. The same inputs, seed and draws give the same bytes on any
/// number of threads and in any split of the draws.
/// </summary>
public sealed class Simulator
{
    private const int JobsPerThread = 4;
    private readonly EngineModel _model;
    private readonly int _threads;

    /// <summary>Prepares a simulation.</summary>
    /// <param name="scenarios">Validated scenarios with the same horizon, one or more, the baseline first.</param>
    /// <param name="input">Roster, parameters, wages and markets; the roster has at least one person.</param>
    /// <param name="options">How it runs.</param>
    /// <exception cref="InputException">The roster is empty, the horizons differ, or roster and scenario do not fit together.</exception>
    /// <exception cref="Parameters.ParameterException">A parameter is missing.</exception>
    public Simulator(IReadOnlyList<Scenario> scenarios, ProjectionInput input, SimulationOptions options)
        : this(scenarios, input, options, null)
    {
    }

    /// <param name="scenarios">Validated scenarios with the same horizon.</param>
    /// <param name="input">Everything beside them.</param>
    /// <param name="options">How it runs.</param>
    /// <param name="keys">First counter word of each person of the roster; null for those of their identifiers.</param>
    internal Simulator(IReadOnlyList<Scenario> scenarios, ProjectionInput input, SimulationOptions options, uint[]? keys)
    {
        ArgumentNullException.ThrowIfNull(scenarios);
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(options);
        if (scenarios.Count == 0) throw new InputException("There is no scenario to simulate. Give at least one.");
        if (input.Roster.Count == 0) throw new InputException("The roster has no people. Import a roster first: ctms import roster FILE.");
        foreach (var scenario in scenarios.Skip(1)) scenarios[0].RequireSameHorizon(scenario);
        ArgumentOutOfRangeException.ThrowIfNegative(options.Threads);
        _threads = options.Threads == 0 ? Environment.ProcessorCount : options.Threads;
        _model = new EngineModel(scenarios, input, new Luck(options.Seed, options.Held), keys);
    }

    /// <summary>What the rows of the results mean.</summary>
    public SimulationLayout Layout => _model.Layout;

    /// <summary>The compiled model.</summary>
    internal EngineModel Model => _model;

    /// <summary>Simulates consecutive draws.</summary>
    /// <param name="firstDraw">First draw, 0 or more.</param>
    /// <param name="draws">Number of draws, 1 or more.</param>
    /// <param name="progress">Receives the share of draws done, 0 to 1, from any thread; null for none.</param>
    /// <param name="cancellationToken">Stops the simulation; nothing of these draws is returned then.</param>
    /// <returns>What the draws add up to.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The draws are negative, none, or past 2^31 - 1.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public SimulationTally Run(int firstDraw, int draws, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(firstDraw);
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(draws, int.MaxValue - firstDraw, nameof(draws));
        var organisations = _model.Names.Organisations.Count;
        var groups = (draws + DrawTile.Lanes - 1) / DrawTile.Lanes;
        // A job is one organisation in several groups of draws, one after the other: its results stay in the cache, and there are enough jobs for every thread.
        var size = Math.Clamp(groups * organisations / (_threads * JobsPerThread), 1, SimulationWorker.MostGroups);
        var (next, done, jobs) = (-1, 0, (groups + size - 1) / size * organisations);
        var tallies = new SimulationTally?[Math.Min(_threads, jobs)];
        SideBySide.Run(
            tallies.Length,
            i =>
            {
                var worker = new SimulationWorker(_model);
                while (true)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    var job = Interlocked.Increment(ref next);
                    if (job >= jobs) break;
                    for (var group = job / organisations * size; group < Math.Min(groups, ((job / organisations) + 1) * size); group++)
                    {
                        cancellationToken.ThrowIfCancellationRequested();
                        var first = group * DrawTile.Lanes;
                        worker.Run(job % organisations, (uint)(firstDraw + first), Math.Min(DrawTile.Lanes, draws - first));
                        progress?.Report((double)Interlocked.Increment(ref done) / (groups * organisations));
                    }
                }

                tallies[i] = worker.Tally;
            },
            cancellationToken);
        var all = tallies.OfType<SimulationTally>().ToList();
        foreach (var tally in all.Skip(1)) all[0].MergeWorker(tally);
        return all[0];
    }
}
