using System.Globalization;
using CtmsAnalytics.Budget;
using CtmsAnalytics.Projection;
using Spectre.Console;

namespace CtmsAnalytics.Cli.Output;

/// <summary>Prints a comparison as tables: fiscal years across, components down. A table whose figures need it is wider than the page, because a figure is never broken.</summary>
public static class ComparisonTables
{
    /// <summary>Prints the tables.</summary>
    /// <param name="console">Where they go.</param>
    /// <param name="comparison">The comparison.</param>
    public static void Print(IAnsiConsole console, Comparison comparison)
    {
        ArgumentNullException.ThrowIfNull(console);
        ArgumentNullException.ThrowIfNull(comparison);
        console.WriteWhole(Costs(comparison));
        console.WriteWhole(Drivers(comparison));
        console.WriteWhole(People(comparison));
        console.WriteWhole(Rules(comparison));
        console.Wrapped($"Point estimate on the expected path; ctms simulate tells its uncertainty. {Assumed(comparison)} parameters of this run are assumed or derived; the report lists them. Dollars are rounded for printing; sums are exact in cents.");
    }

    private static Table Costs(Comparison comparison)
    {
        var (before, after) = (comparison.Baseline, comparison.Proposal);
        var table = YearTable("Difference in cost, dollars", before.FiscalYears, "Five years", "%");
        foreach (var component in Enum.GetValues<Component>())
        {
            var from = ByYear(before, k => k.Component == component);
            var to = ByYear(after, k => k.Component == component);
            if (from.Sum() == 0 && to.Sum() == 0) continue;
            table.AddRow(Row(ComponentName.Of(component), Difference(from, to), Percent(from.Sum(), to.Sum())));
        }

        table.AddEmptyRow();
        var baseline = ByYear(before, _ => true);
        var proposal = ByYear(after, _ => true);
        table.AddRow(Row(before.Scenario.Name, [.. baseline.Append(baseline.Sum()).Select(c => Dollars(c))], ""));
        table.AddRow(Row(after.Scenario.Name, [.. proposal.Append(proposal.Sum()).Select(c => Dollars(c))], ""));
        table.AddRow(Row("Difference", Difference(baseline, proposal), Percent(baseline.Sum(), proposal.Sum())));
        table.AddRow(Row("Difference, %", [.. baseline.Append(baseline.Sum()).Zip(proposal.Append(proposal.Sum()), Percent)], ""));
        return table;
    }

    private static Table Drivers(Comparison comparison)
    {
        var years = comparison.Baseline.FiscalYears;
        var table = YearTable("What causes it, dollars", years, "Five years", "share");
        var total = comparison.Drivers.Sum(d => d.Total);
        foreach (var driver in comparison.Drivers)
            table.AddRow(Row(driver.Title, [.. years.Select(y => Signed(driver.CentsByYear[y])), Signed(driver.Total)], Share(driver.Total, total)));
        if (comparison.Drivers.Count == 0) table.AddRow(Row("No difference", [.. years.Select(_ => "0"), "0"], ""));
        return table;
    }

    private static Table People(Comparison comparison)
    {
        var table = YearTable("People", comparison.Baseline.FiscalYears);
        foreach (var result in new[] { comparison.Baseline, comparison.Proposal })
        {
            table.AddRow(Row($"{result.Scenario.Name}: headcount at year end", [.. result.FiscalYears.Select(y => Number(result.Headcount.Where(h => h.FiscalYear == y).Sum(h => h.End)))]));
            table.AddRow(Row($"{result.Scenario.Name}: hires", [.. result.FiscalYears.Select(y => Number(result.Headcount.Where(h => h.FiscalYear == y).Sum(h => h.Hires)))]));
            table.AddRow(Row($"{result.Scenario.Name}: separations", [.. result.FiscalYears.Select(y => Number(result.Headcount.Where(h => h.FiscalYear == y).Sum(h => h.Separations)))]));
            table.AddRow(Row($"{result.Scenario.Name}: FTE", [.. result.FiscalYears.Select(y => Number((decimal)result.Headcount.Where(h => h.FiscalYear == y).Sum(h => h.Fte)))]));
        }

        return table;
    }

    private static Table Rules(Comparison comparison)
    {
        var table = new Table().Title("Dollars by rule, all years").Border(TableBorder.Simple);
        table.AddColumns("Rule", "Paragraph", "Effect");
        table.AddColumn(new TableColumn(Markup.Escape(comparison.Baseline.Scenario.Name)).RightAligned());
        table.AddColumn(new TableColumn(Markup.Escape(comparison.Proposal.Scenario.Name)).RightAligned());
        var rules = comparison.Baseline.Rules.Concat(comparison.Proposal.Rules).Select(r => (r.Rule, r.Paragraph, r.Effect)).Distinct().OrderBy(r => r.Paragraph, StringComparer.Ordinal);
        foreach (var rule in rules)
        {
            string Sum(ProjectionResult result) => Dollars(result.Rules.Where(r => (r.Rule, r.Paragraph, r.Effect) == rule).Sum(r => r.Cents));
            table.AddRow(Markup.Escape(rule.Rule), Markup.Escape(rule.Paragraph), Markup.Escape(rule.Effect), Sum(comparison.Baseline), Sum(comparison.Proposal));
        }

        return table;
    }

    private static Table YearTable(string title, IReadOnlyList<int> years, params string[] more)
    {
        var table = new Table().Title(title).Border(TableBorder.Simple);
        table.AddColumn("");
        foreach (var year in years) table.AddColumn(new TableColumn($"FY{year}").RightAligned());
        foreach (var column in more) table.AddColumn(new TableColumn(column).RightAligned());
        return table;
    }

    private static string[] Row(string name, IEnumerable<string> cells, params string[] more) => [Markup.Escape(name), .. cells, .. more];

    private static long[] ByYear(ProjectionResult result, Func<CostKey, bool> where) => [.. result.FiscalYears.Select(y => result.Costs.Sum(k => k.FiscalYear == y && where(k)))];

    private static string[] Difference(long[] from, long[] to) => [.. from.Zip(to, (a, b) => Signed(b - a)), Signed(to.Sum() - from.Sum())];

    private static string Dollars(long cents) => Math.Round(cents / 100m, MidpointRounding.AwayFromZero).ToString("#,0", CultureInfo.InvariantCulture);

    private static string Signed(long cents) => (cents > 0 ? "+" : "") + Dollars(cents);

    private static string Percent(long from, long to) => from == 0 ? "n/a" : ((to - from) / (decimal)from).ToString("+0.0%;-0.0%;0.0%", CultureInfo.InvariantCulture);

    private static string Share(long part, long total) => total == 0 ? "n/a" : (part / (decimal)total).ToString("0%", CultureInfo.InvariantCulture);

    private static string Number(decimal value) => value.ToString("0.0", CultureInfo.InvariantCulture);

    private static int Assumed(Comparison comparison) =>
        comparison.Baseline.AssumedParameters.Concat(comparison.Proposal.AssumedParameters).Select(p => p.Name).Distinct(StringComparer.Ordinal).Count();
}
