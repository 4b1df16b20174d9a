using System.Globalization;
using CtmsAnalytics.Samples;
using CtmsAnalytics.Tests.Data;

namespace CtmsAnalytics.Tests.Samples;

/// <summary>The shipped inputs of the sample roster.</summary>
internal static class SampleInputs
{
    public static SyntheticRosterOptions Options { get; } = SyntheticRosterOptions.FromJson(RepositoryData.Text("sample/generator.json"));

    public static IReadOnlyList<WorkforceCell> Cells { get; } = CellsOf("2025-03-31");

    public static IReadOnlyList<WorkforceCell> CellsOf(string asOf) =>
    [
        .. RepositoryData.Rows("reference/dhscs_cells.csv").Where(r => r["as_of"] == asOf).Select(r => new WorkforceCell(
            r["component"], r["pay_plan"], int.Parse(r["head_count"], CultureInfo.InvariantCulture), int.Parse(r["mean_salary_usd"], CultureInfo.InvariantCulture),
            decimal.Parse(r["mean_length_of_service_years"], CultureInfo.InvariantCulture))),
    ];
}
