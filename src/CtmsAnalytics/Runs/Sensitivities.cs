using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Parameters;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Scenarios;
using CtmsAnalytics.Simulation;
using CtmsAnalytics.Simulation.Results;

namespace CtmsAnalytics.Runs;

/// <summary>Finds what assumed figures weigh: each is moved alone, and the scenarios are simulated again with the same luck.</summary>
public static class Sensitivities
{
    /// <summary>Number of draws: one tile of the simulation. The luck is the same before and after, so that few draws tell a change well.</summary>
    public const int Draws = DrawTile.Lanes;

    /// <summary>Moves every assumed figure that the scenarios read and that can be moved: by a tenth to both sides, a yes or no to the other answer, shares of ratings by a tenth of each to its neighbour.</summary>
    /// <param name="scenarios">Validated scenarios of the same horizon, the baseline first.</param>
    /// <param name="input">Roster, parameters, wages and markets.</param>
    /// <param name="projections">The scenarios' projections as they are.</param>
    /// <param name="seed">Seed of the draws. Default 1.</param>
    /// <param name="progress">Receives the share of the work done, 0 to 1; null for none.</param>
    /// <param name="cancellationToken">Stops the computation.</param>
    /// <returns>For each scenario the weights, the heaviest first: in its cost for the baseline, in its difference from the baseline for any other.</returns>
    /// <exception cref="InputException">The roster does not fit a scenario.</exception>
    /// <exception cref="ParameterException">A parameter is missing.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static IReadOnlyList<IReadOnlyList<Sensitivity>> Of(
        IReadOnlyList<Scenario> scenarios,
        ProjectionInput input,
        IReadOnlyList<ProjectionResult> projections,
        uint seed = 1,
        IProgress<double>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scenarios);
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(projections);
        var levers = AssumptionLever.OfScenarios.Where(l => scenarios.Any(l.Moves))
            .Concat(Catalogued(projections, input.Parameters).Select(AssumptionLever.OfParameter).OfType<AssumptionLever>())
            .ToList();
        // A lever is weighed on one thread, and the levers side by side.
        var options = new SimulationOptions { Seed = seed, Threads = 1 };
        var central = Simulate(scenarios, input, options, cancellationToken);
        var found = new Sensitivity[]?[levers.Count];
        var done = 0;
        SideBySide.Run(
            levers.Count,
            i =>
            {
                found[i] = TryWeigh(levers[i], scenarios, input, central, options, cancellationToken);
                progress?.Report((double)Interlocked.Increment(ref done) / levers.Count);
            },
            cancellationToken);
        return [.. scenarios.Select((_, s) => (IReadOnlyList<Sensitivity>)[.. found.OfType<Sensitivity[]>().Select(f => f[s]).OrderByDescending(f => f.Weight).ThenBy(f => f.Name, StringComparer.Ordinal)])];
    }

    /// <summary>The unsettled figures of the catalogue that a scenario reads; a rate that is carried forward along the scenario's raises moves with them.</summary>
    private static IEnumerable<Parameter> Catalogued(IReadOnlyList<ProjectionResult> projections, ParameterSet parameters) =>
        projections.SelectMany(p => p.AssumedParameters)
            .Where(p => parameters.Has(p.Name) && parameters.Latest(p.Name).Mark is ParameterMark.Assumed or ParameterMark.Derived or ParameterMark.LowConfidence)
            .DistinctBy(p => p.Name)
            .OrderBy(p => p.Name, StringComparer.Ordinal);

    /// <summary>The weights; null for a figure that the rules take with this value only.</summary>
    private static Sensitivity[]? TryWeigh(
        AssumptionLever lever, IReadOnlyList<Scenario> scenarios, ProjectionInput input, SimulationResult central, SimulationOptions options, CancellationToken cancellationToken)
    {
        try
        {
            return Weigh(lever, scenarios, input, central, options, cancellationToken);
        }
        catch (ParameterException)
        {
            return null;
        }
    }

    private static Sensitivity[] Weigh(
        AssumptionLever lever, IReadOnlyList<Scenario> scenarios, ProjectionInput input, SimulationResult central, SimulationOptions options, CancellationToken cancellationToken)
    {
        var (low, high) = (Changes(lever.Low), Changes(lever.High));
        return
        [
            .. scenarios.Select((_, s) => new Sensitivity(
                lever.Name, lever.Title, lever.LowChange, lever.HighChange, Cents(low[s].Mean), Cents(high[s].Mean), Cents(Math.Max(low[s].StandardError ?? 0, high[s].StandardError ?? 0)))),
        ];

        // How each scenario's total, or its difference from the baseline's, moves in every draw.
        DifferenceStatistics[] Changes(Func<Scenario, ProjectionInput, (Scenario Scenario, ProjectionInput Input)> move)
        {
            var moved = scenarios.Select(s => move(s, input)).ToList();
            if (moved.Zip(scenarios).All(m => ReferenceEquals(m.First.Scenario, m.Second) && ReferenceEquals(m.First.Input, input)))
                return [.. scenarios.Select(_ => DifferenceStatistics.Of(new long[Draws]))];
            var result = Simulate([.. moved.Select(m => m.Scenario)], moved[0].Input, options, cancellationToken);
            return [.. scenarios.Select((_, s) => DifferenceStatistics.Of(SeriesMath.Difference(Outcome(result, s), Outcome(central, s))))];
        }
    }

    /// <summary>The baseline's cost in every draw, or what another scenario costs more.</summary>
    private static long[] Outcome(SimulationResult result, int scenario)
    {
        long[] costs = [.. result.CostByDraw(scenario, CostMargin.Total)];
        return scenario == 0 ? costs : SeriesMath.Difference(costs, [.. result.CostByDraw(0, CostMargin.Total)]);
    }

    private static SimulationResult Simulate(IReadOnlyList<Scenario> scenarios, ProjectionInput input, SimulationOptions options, CancellationToken cancellationToken) =>
        new Simulator(scenarios, input, options).Run(0, Draws, cancellationToken: cancellationToken).Result();

    private static long Cents(double mean) => (long)Math.Round(mean);
}
