namespace CtmsAnalytics.Budget;

/// <summary>The cost of one fiscal quarter, organisation, kind of employment and component. The quarters of a year add up to its cost in the cube, to the cent.</summary>
/// <param name="FiscalYear">Fiscal year.</param>
/// <param name="Quarter">Quarter of the fiscal year, 1 to 4: work periods belong to quarters by their weekdays.</param>
/// <param name="Agency">Component of the Department.</param>
/// <param name="Organisation">Organisation inside the agency.</param>
/// <param name="Employment">Kind of employment.</param>
/// <param name="Component">What the dollar is paid for.</param>
/// <param name="Cents">Cost, cents.</param>
public sealed record QuarterCost(int FiscalYear, int Quarter, string Agency, string Organisation, Employment Employment, Component Component, long Cents);
