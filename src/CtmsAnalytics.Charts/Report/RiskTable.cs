using CtmsAnalytics.Charts.Html;
using CtmsAnalytics.Charts.Runs;

namespace CtmsAnalytics.Charts.Report;

/// <summary>Quantiles of the cost by fiscal year.</summary>
internal static class RiskTable
{
    public static void Write(ReportPage page, int scenario)
    {
        var view = page.Run.Risk(scenario);
        using var table = page.Exhibits.Table(view.Caption, [.. view.Columns]);
        table.Group("", view.Rows.Select(r => new Table.Row(r[0], [.. r.Skip(1)], view.Totals.Contains(r[0]) ? "total" : "")));
    }
}
