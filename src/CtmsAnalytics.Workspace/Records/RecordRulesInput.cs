namespace CtmsAnalytics.Workspace.Records;

/// <summary>What a file of changes is checked against.</summary>
/// <param name="Worksites">County codes that are known.</param>
/// <param name="RenewableYears">Longest term of a renewable appointment, years (158.523(a)).</param>
/// <param name="FullTimeHours">Hours of a full-time work period (158.705(b)(4)).</param>
/// <param name="Today">Day of the import, which nothing can be recorded after.</param>
internal sealed record RecordRulesInput(IReadOnlySet<string> Worksites, int RenewableYears, int FullTimeHours, DateOnly Today);
