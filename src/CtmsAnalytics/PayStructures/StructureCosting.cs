using CtmsAnalytics.Projection;
using CtmsAnalytics.Salaries;
using CtmsAnalytics.Scenarios;
using CtmsAnalytics.Simulation;
using CtmsAnalytics.Simulation.Results;

namespace CtmsAnalytics.PayStructures;

/// <summary>What a proposal costs over the horizon by the simulation, on draws that share their luck with the base. Cents.</summary>
/// <param name="MeanCents">Mean cost over draws.</param>
/// <param name="StandardErrorCents">Standard error of the mean; null with a single draw.</param>
/// <param name="DifferenceCents">Mean of the cost less the base's, draw by draw.</param>
/// <param name="LowerCents">Lower end of the 95 % interval of the mean difference; null with a single draw.</param>
/// <param name="UpperCents">Upper end of the interval; null with a single draw.</param>
/// <param name="RaisedCents">Mean of what raised minimums add to annual rates over the horizon, those of the annual adjustments included (158.621(c)).</param>
/// <param name="ExceedsBudget">Probability that the cost is above the budget; null without one.</param>
public sealed record SimulatedCost(double MeanCents, double? StandardErrorCents, double DifferenceCents, double? LowerCents, double? UpperCents, double RaisedCents, double? ExceedsBudget);

/// <summary>How costs are simulated.</summary>
/// <param name="Draws">Number of draws, 1 or more.</param>
/// <param name="Seed">Seed of every random number.</param>
/// <param name="Threads">Threads, 0 for one for each processor. Results do not depend on it.</param>
public sealed record CostingOptions(int Draws, uint Seed = 1, int Threads = 0)
{
    /// <summary>Draws that the optimiser calibrates its approximation and compares neighbours on; they are not among those that are reported.</summary>
    /// <value>1 or more. Default 64.</value>
    public int SearchDraws { get; init; } = StructureOptimiser.DefaultSearchDraws;
}

/// <summary>Costs by the simulation.</summary>
internal static class StructureCosting
{
    /// <summary>Simulates scenarios beside the base on the same draws.</summary>
    /// <param name="baseline">The base.</param>
    /// <param name="scenarios">The proposals, none or more.</param>
    /// <param name="input">Roster, parameters, wages and markets.</param>
    /// <param name="options">Draws, seed and threads.</param>
    /// <param name="firstDraw">First draw.</param>
    /// <param name="progress">Receives the share of draws done.</param>
    /// <param name="cancellation">Stops the simulation.</param>
    /// <returns>The result; the base is scenario 0.</returns>
    public static SimulationResult Run(
        Scenario baseline, IReadOnlyList<Scenario> scenarios, ProjectionInput input, CostingOptions options, int firstDraw, IProgress<double>? progress, CancellationToken cancellation) =>
        new Simulator([baseline, .. scenarios], input, new SimulationOptions { Seed = options.Seed, Threads = options.Threads }).Run(firstDraw, options.Draws, progress, cancellation).Result();

    /// <summary>The cost of a scenario of a result.</summary>
    public static SimulatedCost Of(SimulationResult result, int scenario, long? budgetCents)
    {
        var (cost, difference) = (result.Cost(scenario, CostMargin.Total), result.Difference(scenario, CostMargin.Total));
        return new SimulatedCost(
            cost.Mean,
            cost.StandardError,
            difference.Mean,
            difference.Interval?.Lower,
            difference.Interval?.Upper,
            result.RuleEffects(scenario).Where(r => r.Rule == StructureAdjustment.RaisedMinimum).Sum(r => r.Cents.Mean),
            budgetCents is { } budget ? result.ExceedanceProbability(scenario, null, budget).Share : null);
    }

    /// <summary>What one scenario saves against another, draw by draw.</summary>
    public static DifferenceStatistics Saving(SimulationResult result, int scenario, int cheaper)
    {
        var (from, to) = (result.CostByDraw(scenario, CostMargin.Total), result.CostByDraw(cheaper, CostMargin.Total));
        return DifferenceStatistics.OfDraws([.. from.Zip(to, (a, b) => a - b)]);
    }
}
