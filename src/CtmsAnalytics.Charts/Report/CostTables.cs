using CtmsAnalytics.Budget;
using CtmsAnalytics.Charts.Comparisons;
using CtmsAnalytics.Charts.Formatting;
using CtmsAnalytics.Charts.Html;
using CtmsAnalytics.Projection;

namespace CtmsAnalytics.Charts.Report;

/// <summary>Cost, headcount and FTE by fiscal year.</summary>
internal static class CostTables
{
    public static void Summary(Exhibits exhibits, Comparison comparison, Totals totals)
    {
        var years = totals.Years;
        using var table = exhibits.Table("Total cost in US dollars, headcount at year end in persons, and full-time equivalents, by fiscal year", ["Measure", .. years.Select(Display.FiscalYear), "All years"]);
        table.Group("Cost", [
            new Table.Row("Baseline", [.. years.Select(y => Display.Dollars(totals.BaselineIn(y))), Display.Dollars(totals.Baseline)]),
            new Table.Row("Proposal", [.. years.Select(y => Display.Dollars(totals.ProposalIn(y))), Display.Dollars(totals.Proposal)]),
            new Table.Row("Difference, $", [.. years.Select(y => Display.DollarsSigned(totals.DifferenceIn(y))), Display.DollarsSigned(totals.Difference)], "total"),
            new Table.Row("Difference, %", [.. years.Select(y => Display.Change(totals.BaselineIn(y), totals.ProposalIn(y))), Display.Change(totals.Baseline, totals.Proposal)]),
        ]);
        People(table, "Headcount at year end", years, y => HeadcountTable.End(comparison.Baseline, y), y => HeadcountTable.End(comparison.Proposal, y));
        People(table, "Full-time equivalents", years, y => (decimal)HeadcountTable.Fte(comparison.Baseline, y), y => (decimal)HeadcountTable.Fte(comparison.Proposal, y));
    }

    public static void Components(Exhibits exhibits, Comparison comparison, Totals totals)
    {
        var years = totals.Years;
        var baseline = Sums(comparison.Baseline);
        var proposal = Sums(comparison.Proposal);
        var components = Enum.GetValues<Component>().Where(c => years.Any(y => At(baseline, y, c) != 0 || At(proposal, y, c) != 0)).ToList();
        using var table = exhibits.Table("Cost by component and fiscal year, US dollars; a component without cost in either scenario is left out", ["Component", .. years.Select(Display.FiscalYear), "All years"]);

        void Amounts(string heading, Func<int, Component, long> amount, Func<long, string> show) => table.Group(heading, [
            .. components.Select(c => new Table.Row(ComponentName.Of(c), [.. years.Select(y => show(amount(y, c))), show(years.Sum(y => amount(y, c)))])),
            new Table.Row("Total", [.. years.Select(y => show(components.Sum(c => amount(y, c)))), show(years.Sum(y => components.Sum(c => amount(y, c))))], "total"),
        ]);

        Amounts("Baseline, $", (y, c) => At(baseline, y, c), Display.Dollars);
        Amounts("Proposal, $", (y, c) => At(proposal, y, c), Display.Dollars);
        Amounts("Difference, $", (y, c) => At(proposal, y, c) - At(baseline, y, c), Display.DollarsSigned);
        table.Group("Difference, % of the baseline\u2019s component", [
            .. components.Select(c => new Table.Row(ComponentName.Of(c), [
                .. years.Select(y => Display.Change(At(baseline, y, c), At(proposal, y, c))),
                Display.Change(years.Sum(y => At(baseline, y, c)), years.Sum(y => At(proposal, y, c))),
            ])),
            new Table.Row("Total", [.. years.Select(y => Display.Change(totals.BaselineIn(y), totals.ProposalIn(y))), Display.Change(totals.Baseline, totals.Proposal)], "total"),
        ]);
    }

    private static void People(Table table, string heading, IReadOnlyList<int> years, Func<int, decimal> baseline, Func<int, decimal> proposal) => table.Group(heading, [
        new Table.Row("Baseline", [.. years.Select(y => Display.People(baseline(y))), ""]),
        new Table.Row("Proposal", [.. years.Select(y => Display.People(proposal(y))), ""]),
        new Table.Row("Difference", [.. years.Select(y => Display.PeopleSigned(proposal(y) - baseline(y))), ""], "total"),
    ]);

    private static IReadOnlyDictionary<(int, Component), long> Sums(ProjectionResult result) => result.Costs.SumBy(k => (k.FiscalYear, k.Component));

    private static long At(IReadOnlyDictionary<(int, Component), long> sums, int year, Component component) => sums.GetValueOrDefault((year, component));
}
