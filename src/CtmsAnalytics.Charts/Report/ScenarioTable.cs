using CtmsAnalytics.Charts.Formatting;
using CtmsAnalytics.Charts.Html;

namespace CtmsAnalytics.Charts.Report;

/// <summary>Every scenario beside the others, by fiscal year.</summary>
internal static class ScenarioTable
{
    public static void Write(ReportPage page)
    {
        using var host = page.Html.Open("div", ("data-switch", "year"));
        if (page.Run.Drawn is not null) Drawn(page);
        else Expected(page);
    }

    private static void Drawn(ReportPage page)
    {
        var drawn = page.Run.Drawn!;
        var budgets = BudgetLine.All(page.Options).ToDictionary(b => b.Year ?? 0, b => b.Cents);
        using var table = page.Exhibits.Table(
            "Cost and difference from the baseline over draws in US dollars, and full-time equivalents",
            ["Scenario", "Mean", "P10", "P90", "Difference", "95% interval", "Costs more in", "FTE", .. budgets.Count > 0 ? ["Over budget"] : Array.Empty<string>()]);
        foreach (var year in page.Years.Select(y => (int?)y).Prepend(null))
        {
            table.Group(Name(page, year), Enumerable.Range(0, drawn.Scenarios.Count).Select(Row), Attributes(page, year));

            Table.Row Row(int scenario)
            {
                var cost = drawn.Cost(scenario, year);
                var difference = drawn.Difference(scenario, year);
                var fte = year is { } y ? drawn.Scenarios[scenario].Headcount.FirstOrDefault(h => h.FiscalYear == y)?.Fte : null;
                string[] beside = scenario == 0
                    ? ["", "", ""]
                    : [Signed(difference.Mean), difference.Interval is { } i ? $"{Signed(i.Lower)} to {Signed(i.Upper)}" : "", Display.Percent(difference.ShareHigher!.Value)];
                var over = budgets.Count == 0 ? Array.Empty<string>()
                    : [budgets.TryGetValue(year ?? 0, out var budget) ? $"{Display.Percent(drawn.ExceedanceProbability(scenario, year, budget).Share)} of {Display.Brief(budget)}" : ""];
                return new Table.Row(
                    page.Name(scenario),
                    [Cents(cost.Mean), Cents(cost.Quantiles.P10), Cents(cost.Quantiles.P90), .. beside, fte is { } f ? Display.People((decimal)f) : "", .. over]);
            }
        }
    }

    private static void Expected(ReportPage page)
    {
        using var table = page.Exhibits.Table("Cost on the expected path in US dollars, and full-time equivalents", ["Scenario", "Cost", "Difference, $", "Difference, %", "FTE", "People at the end"]);
        foreach (var year in page.Years.Select(y => (int?)y).Prepend(null))
        {
            table.Group(Name(page, year), Enumerable.Range(0, page.Run.Facts.Scenarios.Count).Select(Row), Attributes(page, year));

            Table.Row Row(int scenario)
            {
                long Cost(int s) => page.Projection(s).Costs.Sum(k => year is null || k.FiscalYear == year);
                var (cost, baseline) = (Cost(scenario), Cost(0));
                string[] people = year is { } y
                    ? [Display.People((decimal)HeadcountTable.Fte(page.Projection(scenario), y)), Display.People(HeadcountTable.End(page.Projection(scenario), y))]
                    : ["", ""];
                string[] beside = scenario == 0 ? ["", ""] : [Display.DollarsSigned(cost - baseline), Display.Change(baseline, cost)];
                return new Table.Row(page.Name(scenario), [Display.Dollars(cost), .. beside, .. people]);
            }
        }
    }

    private static (string, string)[] Attributes(ReportPage page, int? year) =>
        [("data-year", year is { } y ? ReportPage.Scenario(y) : "all"), ("data-name", Name(page, year))];

    private static string Name(ReportPage page, int? year) => year is { } y ? Display.FiscalYear(y) : $"{Display.FiscalYears(page.Years)} together";

    private static string Cents(double cents) => Display.Dollars((long)Math.Round(cents));

    private static string Signed(double cents) => Display.DollarsSigned((long)Math.Round(cents));
}
