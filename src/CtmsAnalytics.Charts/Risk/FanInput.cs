namespace CtmsAnalytics.Charts.Risk;

/// <summary>What a fan chart shows: how cost may spread by fiscal year.</summary>
/// <param name="Scenario">Name of the scenario.</param>
/// <param name="Years">Fiscal years in ascending order, at least one.</param>
/// <param name="Basis">Number of draws, people, and the kind of dollars.</param>
/// <param name="OtherScenario">Name of a second scenario whose median is drawn as a dashed line (<see cref="FanYear.OtherMedian"/>); null for none (default).</param>
public sealed record FanInput(string Scenario, IReadOnlyList<FanYear> Years, ChartBasis Basis, string? OtherScenario = null);

/// <summary>Cost of one fiscal year over draws.</summary>
/// <param name="FiscalYear">Fiscal year.</param>
/// <param name="P5">5th percentile, cents.</param>
/// <param name="P10">10th percentile, cents.</param>
/// <param name="P25">25th percentile, cents.</param>
/// <param name="Median">Median, cents.</param>
/// <param name="P75">75th percentile, cents.</param>
/// <param name="P90">90th percentile, cents.</param>
/// <param name="P95">95th percentile, cents.</param>
/// <param name="Budget">Approved budget, cents; null where there is none (default).</param>
/// <param name="ProbabilityAbove">Share of draws whose cost is above the budget, 0 to 1; null where it is not known (default).</param>
/// <param name="OtherMedian">Median of the second scenario, cents; null where there is none (default).</param>
public sealed record FanYear(
    int FiscalYear,
    long P5,
    long P10,
    long P25,
    long Median,
    long P75,
    long P90,
    long P95,
    long? Budget = null,
    double? ProbabilityAbove = null,
    long? OtherMedian = null);
