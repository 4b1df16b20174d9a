using CtmsAnalytics.TalentMarket;
using CtmsAnalytics.Workspace.Imports;

namespace CtmsAnalytics.Workspace.Market;

/// <summary>One row of a published table.</summary>
internal sealed record SurveyWageRow(long RowNumber, string Survey, int Year, string Area, string Job, string? Title, double? Employment, WageFigure[] Percentiles, double? Mean, double? Error);

/// <summary>One answer of micro-data.</summary>
internal sealed record SurveyRecordRow(
    long RowNumber, string Survey, int Year, string Job, string Experience, string EmploymentType, string Country, string CompanySize, string Currency, double Salary, double SalaryUsd, double Weight);

/// <summary>What a file of a survey holds.</summary>
internal sealed record SurveyTable(
    IReadOnlyList<SurveyWageRow> Wages, IReadOnlyList<SurveyRecordRow> Records, IReadOnlyList<QuarantineEntry> Quarantined, long RowsRead, long RowsSetAside, IReadOnlyList<string> Notes)
{
    public int Kept => Wages.Count + Records.Count;
}
