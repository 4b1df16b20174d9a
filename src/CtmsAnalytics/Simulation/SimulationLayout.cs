using CtmsAnalytics.Rules;

namespace CtmsAnalytics.Simulation;

/// <summary>What the rows of a simulation's results mean. Equal for the same scenarios and inputs.</summary>
/// <param name="Scenarios">Names of the scenarios, the baseline first.</param>
/// <param name="FiscalYears">Fiscal years covered, ascending.</param>
/// <param name="Organisations">Organisations in order of agency and name.</param>
/// <param name="Rules">Rules whose effect is counted.</param>
public sealed record SimulationLayout(
    IReadOnlyList<string> Scenarios,
    IReadOnlyList<int> FiscalYears,
    IReadOnlyList<OrganisationLayout> Organisations,
    IReadOnlyList<RuleReference> Rules)
{
    /// <summary>Paid hours x weekdays of the work period that make one full-time equivalent: compensable hours of the fiscal year x weekdays of a work period. One entry for each fiscal year, or none.</summary>
    /// <value>Default empty; full-time equivalents are then not known.</value>
    public IReadOnlyList<double> HourWeekdaysPerFte { get; init; } = [];
}

/// <summary>The places of one organisation that costs are booked to.</summary>
/// <param name="Agency">Component of the Department.</param>
/// <param name="Organisation">Organisation inside the agency.</param>
/// <param name="Cells">Work level and local market of each place.</param>
public sealed record OrganisationLayout(string Agency, string Organisation, IReadOnlyList<(string WorkLevel, string Market)> Cells);
