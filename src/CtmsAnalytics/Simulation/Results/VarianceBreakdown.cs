using CtmsAnalytics.Diagnostics;

namespace CtmsAnalytics.Simulation.Results;

/// <summary>Which source of randomness carries how much of the risk: what disappears of the variance when one source is held still on the same draws.</summary>
/// <param name="StandardDeviation">Standard deviation over draws with every source at work, cents.</param>
/// <param name="Sources">One row for each source that was held still, the largest share first.</param>
/// <param name="Remainder">
/// One less the sum of the shares: what no single source accounts for. Above zero where sources work together, below zero where they offset each other. Null where the variance is zero.
/// </param>
/// <param name="RemainderStandardError">Standard error of <paramref name="Remainder"/>; null where there are too few draws for one.</param>
public sealed record VarianceBreakdown(double StandardDeviation, IReadOnlyList<VarianceShare> Sources, double? Remainder, double? RemainderStandardError)
{
    /// <summary>Groups of draws that the jackknife leaves out one by one.</summary>
    private const int Groups = 20;

    /// <summary>Breaks down the variance of a cost.</summary>
    /// <param name="full">The result with every source at work; two draws or more.</param>
    /// <param name="heldStill">For each source, the result with that source held still, on the same draws.</param>
    /// <param name="scenario">Index of the scenario.</param>
    /// <param name="margin">What cost.</param>
    /// <returns>The breakdown.</returns>
    /// <exception cref="InputException">There is a single draw, or a result holds other draws, scenarios or years.</exception>
    public static VarianceBreakdown OfCost(SimulationResult full, IReadOnlyDictionary<RandomSources, SimulationResult> heldStill, int scenario, CostMargin margin) =>
        Of(full, heldStill, result => result.CostByDraw(scenario, margin));

    /// <summary>Breaks down the variance of what a scenario costs more than the baseline, on paired draws.</summary>
    /// <param name="full">The result with every source at work; two draws or more.</param>
    /// <param name="heldStill">For each source, the result with that source held still, on the same draws.</param>
    /// <param name="scenario">Index of the scenario, 1 or more; the difference of the baseline to itself has no variance.</param>
    /// <param name="margin">What cost.</param>
    /// <returns>The breakdown.</returns>
    /// <exception cref="InputException">There is a single draw, or a result holds other draws, scenarios or years.</exception>
    public static VarianceBreakdown OfDifference(SimulationResult full, IReadOnlyDictionary<RandomSources, SimulationResult> heldStill, int scenario, CostMargin margin) =>
        Of(full, heldStill, result => [.. result.CostByDraw(scenario, margin).Zip(result.CostByDraw(0, margin), (ours, baseline) => ours - baseline)]);

    private static VarianceBreakdown Of(SimulationResult full, IReadOnlyDictionary<RandomSources, SimulationResult> heldStill, Func<SimulationResult, IReadOnlyList<long>> values)
    {
        ArgumentNullException.ThrowIfNull(full);
        ArgumentNullException.ThrowIfNull(heldStill);
        if (full.Draws < 2) throw new InputException("A single draw has no variance to break down. Simulate more draws.");
        foreach (var (source, result) in heldStill)
        {
            if (!result.Ranges.SequenceEqual(full.Ranges))
                throw new InputException($"The run with {source} held still holds {string.Join(", ", result.Ranges)} instead of {string.Join(", ", full.Ranges)}. Simulate the same draws.");
            if (LayoutComparison.Difference(full.Layout, result.Layout) is { } difference)
                throw new InputException($"The run with {source} held still has {difference}. Simulate the same scenarios and inputs.");
        }

        var spread = new GroupedVariance(values(full), Groups);
        var rows = heldStill.Select(entry => (Source: entry.Key, Spread: new GroupedVariance(values(entry.Value), Groups))).ToList();
        var shares = rows.Select(row => Share(row.Source, row.Spread, spread)).OrderByDescending(s => s.Share ?? 0).ThenBy(s => s.Source).ToList();
        if (spread.Variance == 0) return new VarianceBreakdown(0, shares, null, null);
        return new VarianceBreakdown(
            Math.Sqrt(spread.Variance),
            shares,
            1 - shares.Sum(s => s.Share),
            spread.Jackknife(without => 1 - rows.Sum(row => 1 - (row.Spread.Without(without) / spread.Without(without)))));
    }

    private static VarianceShare Share(RandomSources source, GroupedVariance held, GroupedVariance full) => new(
        source,
        Math.Sqrt(held.Variance),
        full.Variance == 0 ? null : 1 - (held.Variance / full.Variance),
        full.Variance == 0 ? null : full.Jackknife(without => 1 - (held.Without(without) / full.Without(without))));
}
