using CtmsAnalytics.Budget;

namespace CtmsAnalytics.Simulation.Results;

/// <summary>What a simulation says: means with their errors, quantiles and probabilities. Immutable.</summary>
/// <remarks>Costs are in cents. With a single draw nothing is known about errors, and standard errors, deviations and intervals are null.</remarks>
public sealed class SimulationResult
{
    internal SimulationResult(SimulationTally tally) => Layout = tally.Layout;

    /// <summary>What the rows mean.</summary>
    public SimulationLayout Layout { get; }

    /// <summary>Identifier of the run.</summary>
    public string RunId => throw new NotImplementedException();

    /// <summary>Number of draws, 1 or more.</summary>
    public int Draws => throw new NotImplementedException();

    /// <summary>The draws, ascending and disjoint.</summary>
    public IReadOnlyList<DrawRange> Ranges => throw new NotImplementedException();

    /// <summary>The cost of a margin in every draw.</summary>
    /// <param name="scenario">Index of the scenario.</param>
    /// <param name="margin">What cost.</param>
    /// <returns>Cents, in the order of <see cref="Ranges"/>.</returns>
    public IReadOnlyList<long> CostByDraw(int scenario, CostMargin margin) => throw new NotImplementedException();

    /// <summary>The cost of a margin.</summary>
    /// <param name="scenario">Index of the scenario.</param>
    /// <param name="margin">What cost.</param>
    /// <returns>Its statistics, cents; quantiles are exact.</returns>
    public CostStatistics Cost(int scenario, CostMargin margin) => throw new NotImplementedException();

    /// <summary>What a margin costs more in a scenario than in the baseline, draw by draw.</summary>
    /// <param name="scenario">Index of the scenario; 0 compares the baseline with itself, which is exactly zero.</param>
    /// <param name="margin">What cost.</param>
    /// <returns>The statistics of the difference, cents; quantiles are exact.</returns>
    public DifferenceStatistics Difference(int scenario, CostMargin margin) => throw new NotImplementedException();

    /// <summary>The cells of the cost cube that are not zero in every draw, in the order of the cube.</summary>
    /// <param name="scenario">Index of the scenario.</param>
    /// <returns>One entry for each cell that costs something in this scenario or in the baseline.</returns>
    public IReadOnlyList<CellStatistics> Cells(int scenario) => throw new NotImplementedException();

    /// <summary>The mean cost cube, which adds up like a single projection.</summary>
    /// <param name="scenario">Index of the scenario.</param>
    /// <returns>Mean cents of each cell that costs something, in the order of the cube.</returns>
    public IReadOnlyDictionary<CostKey, decimal> MeanCosts(int scenario) => throw new NotImplementedException();

    /// <summary>Probability that costs are above a budget.</summary>
    /// <param name="scenario">Index of the scenario.</param>
    /// <param name="fiscalYear">Fiscal year; null for all years together.</param>
    /// <param name="budgetCents">The budget, cents.</param>
    /// <returns>Share of draws whose cost is above the budget, with its interval.</returns>
    public ProbabilityEstimate ExceedanceProbability(int scenario, int? fiscalYear, long budgetCents) => throw new NotImplementedException();

    /// <summary>Standard error of the mean cost of all years, as a share of that mean: what a run that stops at a given error looks at.</summary>
    /// <param name="scenario">Index of the scenario.</param>
    /// <returns>The share, 0 or more; null with a single draw or a mean of zero.</returns>
    public double? RelativeError(int scenario) => throw new NotImplementedException();

    /// <summary>Movement of people by fiscal year and organisation.</summary>
    /// <param name="scenario">Index of the scenario.</param>
    /// <returns>One entry for each fiscal year and organisation.</returns>
    public IReadOnlyList<HeadcountStatistics> Headcount(int scenario) => throw new NotImplementedException();

    /// <summary>Movement of people of the whole service by fiscal year.</summary>
    /// <param name="scenario">Index of the scenario.</param>
    /// <returns>One entry for each fiscal year; quantiles are exact.</returns>
    public IReadOnlyList<ServiceHeadcount> ServiceHeadcount(int scenario) => throw new NotImplementedException();

    /// <summary>What rules did.</summary>
    /// <param name="scenario">Index of the scenario.</param>
    /// <returns>One entry for each fiscal year, organisation and rule that took effect in a draw.</returns>
    public IReadOnlyList<RuleEffectStatistics> RuleEffects(int scenario) => throw new NotImplementedException();
}
