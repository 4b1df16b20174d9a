using CtmsAnalytics.Simulation;
using CtmsAnalytics.Simulation.Results;

namespace CtmsAnalytics.Workspace.Simulations;

/// <summary>A complete simulation.</summary>
/// <param name="Header">What it was computed from; the header of all draws in one file.</param>
/// <param name="Result">What the draws say.</param>
/// <param name="HeldStill">The same draws with each source of randomness held still; empty without a breakdown.</param>
public sealed record SimulatedRun(ShardHeader Header, SimulationResult Result, IReadOnlyDictionary<RandomSources, SimulationResult> HeldStill)
{
    /// <summary>The sources of randomness, in the order in which a file of draws holds the tallies with each of them held still.</summary>
    public static IReadOnlyList<RandomSources> Sources { get; } = [.. Enum.GetValues<RandomSources>().Where(s => s != RandomSources.None)];

    /// <summary>Makes the results of complete tallies.</summary>
    /// <param name="header">What they were computed from.</param>
    /// <param name="tallies">The draws, and behind them those with each of <see cref="Sources"/> held still.</param>
    /// <returns>The run.</returns>
    public static SimulatedRun Create(ShardHeader header, IReadOnlyList<SimulationTally> tallies)
    {
        ArgumentNullException.ThrowIfNull(tallies);
        return new SimulatedRun(header, tallies[0].Result(), tallies.Skip(1).Select((t, i) => (Source: Sources[i], Result: t.Result())).ToDictionary(t => t.Source, t => t.Result));
    }

    /// <summary>Which source of randomness carries how much of the risk of all years.</summary>
    /// <param name="scenario">Index of the scenario.</param>
    /// <returns>For its cost, and for its difference from the baseline; null without a breakdown, and where there is no baseline to differ from.</returns>
    public (VarianceBreakdown? Cost, VarianceBreakdown? Difference) RiskOf(int scenario)
    {
        if (HeldStill.Count == 0 || Result.Draws < 2) return (null, null);
        return (VarianceBreakdown.OfCost(Result, HeldStill, scenario, CostMargin.Total), scenario == 0 ? null : VarianceBreakdown.OfDifference(Result, HeldStill, scenario, CostMargin.Total));
    }
}
