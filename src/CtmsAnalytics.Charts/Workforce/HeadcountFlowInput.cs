namespace CtmsAnalytics.Charts.Workforce;

/// <summary>What a headcount flow shows: people at the start, hires, separations and people at the end of each fiscal year.</summary>
/// <param name="Scenario">Name of the scenario.</param>
/// <param name="Years">Fiscal years in ascending order, at least one.</param>
/// <param name="Basis">Draws and people; dollars play no part.</param>
public sealed record HeadcountFlowInput(string Scenario, IReadOnlyList<HeadcountYear> Years, ChartBasis Basis);

/// <summary>The flow of one fiscal year. Means over draws, or expected numbers, so they need not be whole.</summary>
/// <param name="FiscalYear">Fiscal year.</param>
/// <param name="Start">People at the start of the year.</param>
/// <param name="Hires">People hired in the year, zero or more.</param>
/// <param name="Separations">People separated in the year, zero or more.</param>
/// <param name="End">People at the end of the year: start and hires less separations, to within 0.5 for rounding.</param>
/// <param name="EndP10">10th percentile of people at the end over draws; null where it is not known (default).</param>
/// <param name="EndP90">90th percentile of people at the end over draws; null where it is not known (default).</param>
public sealed record HeadcountYear(int FiscalYear, double Start, double Hires, double Separations, double End, double? EndP10 = null, double? EndP90 = null);
