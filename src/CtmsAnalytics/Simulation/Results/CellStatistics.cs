using CtmsAnalytics.Budget;

namespace CtmsAnalytics.Simulation.Results;

/// <summary>One cell of the cost cube over draws.</summary>
/// <param name="Key">The cell.</param>
/// <param name="Cost">Its cost, cents.</param>
/// <param name="Difference">What it costs more than in the baseline, cents; null for the baseline itself.</param>
public sealed record CellStatistics(CostKey Key, CostStatistics Cost, DifferenceStatistics? Difference);
