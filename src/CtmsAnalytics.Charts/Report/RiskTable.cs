using CtmsAnalytics.Charts.Formatting;
using CtmsAnalytics.Charts.Html;

namespace CtmsAnalytics.Charts.Report;

/// <summary>Quantiles of the cost by fiscal year.</summary>
internal static class RiskTable
{
    public static void Write(ReportPage page, int scenario)
    {
        var drawn = page.Run.Drawn!;
        using var table = page.Exhibits.Table(
            $"Cost of {page.Name(scenario)} over draws, US dollars: mean with its standard error, and percentiles",
            "Fiscal year", "Mean", "\u00b1 s.e.", "P5", "P10", "P25", "Median", "P75", "P90", "P95");
        table.Group("", page.Years.Select(y => Row(Display.FiscalYear(y), y)).Append(Row("All years", null)));

        Table.Row Row(string name, int? year)
        {
            var cost = drawn.Cost(scenario, year);
            var q = cost.Quantiles;
            return new Table.Row(
                name,
                [Dollars(cost.Mean), cost.StandardError is { } e ? Dollars(e) : "", Dollars(q.P5), Dollars(q.P10), Dollars(q.P25), Dollars(q.P50), Dollars(q.P75), Dollars(q.P90), Dollars(q.P95)],
                year is null ? "total" : "");
        }
    }

    private static string Dollars(double cents) => Display.Dollars((long)Math.Round(cents));
}
