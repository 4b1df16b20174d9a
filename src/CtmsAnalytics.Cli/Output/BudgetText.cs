using System.Globalization;
using CtmsAnalytics.Budget.Tables;
using CtmsAnalytics.Charts.Formatting;
using CtmsAnalytics.Charts.Runs;
using Spectre.Console;
using static CtmsAnalytics.Cli.Output.ColumnKind;
using static CtmsAnalytics.Cli.Output.TextPage;

namespace CtmsAnalytics.Cli.Output;

/// <summary>Prints budget tables as a page that fits 100 columns; a table whose figures need more is wider, because a figure is never broken.</summary>
public static class BudgetText
{
    private const string Hidden = "hidden";

    /// <summary>Prints a table of money.</summary>
    /// <param name="console">Where it goes.</param>
    /// <param name="table">The table.</param>
    /// <param name="unit">Its unit.</param>
    public static void Print(IAnsiConsole console, ShownTable table, MoneyUnit unit)
    {
        ArgumentNullException.ThrowIfNull(console);
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(unit);
        Heading(console, $"{table.Title}, {unit.Name}");
        if (table.Rows.Count > 0)
        {
            var text = Table([.. table.Keys.Select(k => (k, k == "Component" ? Words : Code)), .. table.Columns.Select(c => (c, Figure))]);
            string? group = null;
            foreach (var row in table.Rows)
            {
                // A year or an object class that the row before has named already is not said again.
                var isFirst = row.Keys[0] != group;
                group = row.Keys[0];
                Row(text, [table.Keys.Count > 1 && !isFirst ? "" : row.Keys[0], .. row.Keys.Skip(1), .. row.Amounts.Select(Amount)]);
            }

            if (table.Totals is { } totals)
            {
                text.AddEmptyRow();
                Row(text, ["Total", .. table.Keys.Skip(1).Select(_ => ""), .. totals.Select(Amount)]);
            }

            console.WriteWhole(text);
            if (unit.Cents > 1) console.Wrapped("Rounded so that the table adds up; the same amount may differ by a unit in another table. --unit cents shows it exactly.");
        }

        foreach (var note in table.Notes) console.Wrapped(note);
        if (table.Rows.Count > 0) console.Wrapped(BudgetViews.Tie(table.Reconciliation));

        string Amount(long? amount) => amount is { } a ? unit.Of(a) : Hidden;
    }

    /// <summary>Prints how a number at a percentile over draws comes about.</summary>
    /// <param name="console">Where it goes.</param>
    /// <param name="exact">The exact table.</param>
    /// <param name="unit">The unit to print.</param>
    public static void Print(IAnsiConsole console, RequestTable exact, MoneyUnit unit)
    {
        ArgumentNullException.ThrowIfNull(console);
        ArgumentNullException.ThrowIfNull(exact);
        ArgumentNullException.ThrowIfNull(unit);
        var table = exact.RoundedTo(unit.Cents);
        Heading(console, $"The request for {table.Scenario} step by step, {unit.Name}");
        var text = Table([("Step", Words), .. table.FiscalYears.Select(y => (Display.FiscalYear(y), Figure)), ("All years", Figure)]);
        foreach (var step in table.Steps)
        {
            Row(text, [step.Name, .. step.Amounts.Select(a => (step.Kind == RequestStepKind.Change && a > 0 ? "+" : "") + unit.Of(a))]);
            if (step.Kind == RequestStepKind.Sum && step != table.Steps[^1]) text.AddEmptyRow();
        }

        console.WriteWhole(text);
        console.Wrapped(
            $"Every column adds up. All years is the percentile of their sum: {Display.Exact(exact.Steps[^1].Amounts[^1])}. The single years' numbers add up to {Display.Exact(exact.YearsAboveAll)} more, because bad years do not all come together. "
            + "Ask for the single years where money expires with the fiscal year, and for all years in a plan.");
    }

    /// <summary>Prints FTE and rates.</summary>
    /// <param name="console">Where it goes.</param>
    /// <param name="table">The table.</param>
    public static void Print(IAnsiConsole console, StaffingTable table)
    {
        ArgumentNullException.ThrowIfNull(console);
        ArgumentNullException.ThrowIfNull(table);
        Heading(console, $"FTE, people and fully loaded rates of {table.Scenario}, dollars");
        var text = Table(("Organisation", Code), ("FTE", Figure), ("People", Figure), ("Cost", Figure), ("Per person", Figure), ("Per FTE", Figure), ("Per hour paid", Figure), ("worked", Figure));
        foreach (var year in table.Totals)
        {
            Row(text, Cells(Display.FiscalYear(year.FiscalYear), year));
            foreach (var row in table.Rows.Where(r => r.FiscalYear == year.FiscalYear)) Row(text, Cells($"  {row.Agency} {row.Organisation}", row));
        }

        console.Write(text);
        foreach (var note in StaffingTable.Notes) console.Wrapped(note);
        console.Wrapped(BudgetViews.Tie(table.Reconciliation));
    }

    private static string[] Cells(string organisation, StaffingRow row) =>
    [
        organisation, row.Fte.ToString("#,0.0", CultureInfo.InvariantCulture), Display.People(row.People), Dollars(row.Cents), Dollars(row.CentsPerPerson), Dollars(row.CentsPerFte),
        Exact(row.CentsPerPaidHour), Exact(row.CentsPerHourWorked),
    ];

    private static string Dollars(long? cents) => cents is { } c ? Plain(Display.Dollars(c)) : "";

    private static string Exact(long? cents) => cents is { } c ? Plain(Display.Exact(c)) : "";

    private static string Plain(string amount) => amount.Replace("$", "", StringComparison.Ordinal);
}
