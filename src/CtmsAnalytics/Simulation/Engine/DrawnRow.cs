using CtmsAnalytics.Parameters;
using CtmsAnalytics.Scenarios;

namespace CtmsAnalytics.Simulation.Engine;

/// <summary>An amount that may follow a drawn pay raise: whole US dollars a year.</summary>
/// <param name="Value">The amount without deviation; infinite for no limit.</param>
/// <param name="Rate">The published rate that it comes from; null for another kind.</param>
/// <param name="Year">Calendar year of the rate or of the bound.</param>
/// <param name="Extended">Whether it is the upper limit of the extended range: a multiple of the rate, at least the standard range's.</param>
/// <param name="Structure">Structure whose annual adjustments move it; null for another kind.</param>
/// <param name="Amount">Its amount in the first year's dollars.</param>
internal sealed record DrawnRow(double Value, Parameter? Rate, int Year, bool Extended, SalaryStructure? Structure, double Amount);
