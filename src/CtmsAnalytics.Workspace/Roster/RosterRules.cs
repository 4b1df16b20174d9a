namespace CtmsAnalytics.Workspace.Roster;

/// <summary>What the reference tables say that a roster is checked against.</summary>
/// <param name="Worksites">County codes that are known.</param>
/// <param name="HighestSalary">Upper limit of the extended salary range, whole US dollars a year (158.613(c)).</param>
/// <param name="HighestSalaryBasis">How that limit comes about, in words.</param>
/// <param name="FullTimeHours">Regular hours of a full-time schedule in a work period (158.705(b)).</param>
internal sealed record RosterRules(IReadOnlySet<string> Worksites, long HighestSalary, string HighestSalaryBasis, int FullTimeHours);
