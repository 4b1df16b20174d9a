using CtmsAnalytics.Budget;
using CtmsAnalytics.Simulation.Results;

namespace CtmsAnalytics.Runs;

/// <summary>What the draws of a run say about one scenario.</summary>
/// <param name="CostByDraw">Cost of each fiscal year in every draw, cents.</param>
/// <param name="MeanCosts">Mean cost cube over draws, cents, in the order of the cube.</param>
/// <param name="Headcount">Movement of people of the whole service, one entry for each fiscal year.</param>
/// <param name="CostRisk">Which source of randomness carries the risk of the cost of all years; null without a breakdown.</param>
/// <param name="DifferenceRisk">Which source carries the risk of the difference from the baseline; null without a breakdown and for the baseline.</param>
public sealed record DrawnScenario(
    IReadOnlyDictionary<int, IReadOnlyList<long>> CostByDraw,
    IReadOnlyDictionary<CostKey, decimal> MeanCosts,
    IReadOnlyList<DrawnHeadcount> Headcount,
    VarianceBreakdown? CostRisk,
    VarianceBreakdown? DifferenceRisk);

/// <summary>Movement of people of the whole service in a fiscal year, means over draws, persons.</summary>
/// <param name="FiscalYear">Fiscal year.</param>
/// <param name="Start">People at the start.</param>
/// <param name="Hires">People hired.</param>
/// <param name="Separations">People separated.</param>
/// <param name="End">People at the end.</param>
/// <param name="EndP10">10th percentile of people at the end over draws.</param>
/// <param name="EndP90">90th percentile of people at the end over draws.</param>
/// <param name="Fte">Full-time equivalents; null where they are not known.</param>
public sealed record DrawnHeadcount(int FiscalYear, double Start, double Hires, double Separations, double End, double EndP10, double EndP90, double? Fte);
