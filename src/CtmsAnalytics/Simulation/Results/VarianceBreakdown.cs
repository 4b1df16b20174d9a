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
    /// <summary>Breaks down the variance of a cost.</summary>
    /// <param name="full">The result with every source at work; two draws or more.</param>
    /// <param name="heldStill">For each source, the result with that source held still, on the same draws.</param>
    /// <param name="scenario">Index of the scenario.</param>
    /// <param name="margin">What cost.</param>
    /// <returns>The breakdown.</returns>
    /// <exception cref="Diagnostics.InputException">There is a single draw, or a result holds other draws, scenarios or years.</exception>
    public static VarianceBreakdown OfCost(SimulationResult full, IReadOnlyDictionary<RandomSources, SimulationResult> heldStill, int scenario, CostMargin margin) =>
        throw new NotImplementedException();

    /// <summary>Breaks down the variance of what a scenario costs more than the baseline, on paired draws.</summary>
    /// <param name="full">The result with every source at work; two draws or more.</param>
    /// <param name="heldStill">For each source, the result with that source held still, on the same draws.</param>
    /// <param name="scenario">Index of the scenario, 1 or more.</param>
    /// <param name="margin">What cost.</param>
    /// <returns>The breakdown.</returns>
    /// <exception cref="Diagnostics.InputException">There is a single draw, or a result holds other draws, scenarios or years.</exception>
    public static VarianceBreakdown OfDifference(SimulationResult full, IReadOnlyDictionary<RandomSources, SimulationResult> heldStill, int scenario, CostMargin margin) =>
        throw new NotImplementedException();
}
