using System.Globalization;
using CtmsAnalytics.Budget.Tables;
using CtmsAnalytics.Charts.Formatting;

namespace CtmsAnalytics.Charts.Runs;

/// <summary>Budget tables with money formatted, for a notebook or a page.</summary>
public static class BudgetViews
{
    private const long CentsPerDollar = 100;
    private const string Hidden = "hidden";

    /// <summary>A budget table in thousands of dollars, rounded so that it adds up.</summary>
    /// <param name="table">The exact table.</param>
    /// <param name="unitCents">Unit of the amounts, cents: 100 for dollars, 100,000 for thousands, 100,000,000 for millions. Default thousands.</param>
    /// <returns>The table with its notes, and a sentence that says whether it ties to the costs of the run.</returns>
    /// <exception cref="InvalidOperationException">The table is rounded already.</exception>
    public static ChartTable View(this BudgetTable table, long unitCents = 100_000) => ShownTable.Of(table, unitCents).View();

    /// <summary>A budget table as somebody may see it, in its own unit.</summary>
    /// <param name="table">The table.</param>
    /// <returns>The table with its notes, and a sentence that says whether it ties to the costs of the run.</returns>
    public static ChartTable View(this ShownTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var keys = table.Keys.Count;
        List<IReadOnlyList<string>> rows = [.. table.Rows.Select(r => (IReadOnlyList<string>)[.. r.Keys, .. r.Amounts.Select(Amount)])];
        if (table.Totals is { } totals) rows.Add(["Total", .. Enumerable.Repeat("", keys - 1), .. totals.Select(Amount)]);
        return new ChartTable($"{table.Title}, {Unit(table.UnitCents)}", [table.Keys[0], .. table.Keys.Skip(1).Select(k => "~" + k), .. table.Columns], rows)
        {
            Notes = [.. table.Notes, .. table.Rows.Count == 0 ? [] : new[] { Tie(table.Reconciliation) }],
        };

        string Amount(long? amount) => amount is not { } a ? Hidden
            : (table.UnitCents == 1 ? Display.Exact(a) : Display.Dollars(a * CentsPerDollar)).Replace("$", "", StringComparison.Ordinal);
    }

    /// <summary>FTE, people and fully loaded rates.</summary>
    /// <param name="table">The table.</param>
    /// <param name="byOrganisation">Whether each organisation has a row, or the service alone. Default the service alone.</param>
    /// <returns>The table, US dollars.</returns>
    public static ChartTable View(this StaffingTable table, bool byOrganisation = false)
    {
        ArgumentNullException.ThrowIfNull(table);
        var rows = table.Totals.SelectMany(t => byOrganisation ? table.Rows.Where(r => r.FiscalYear == t.FiscalYear).Append(t) : [t]);
        return new ChartTable(
            $"FTE, people and fully loaded rates of {table.Scenario}, US dollars",
            ["Fiscal year", .. byOrganisation ? ["~Organisation"] : Array.Empty<string>(), "FTE", "People", "Cost", "Per person", "Per FTE", "Per hour paid", "Per hour worked"],
            [
                .. rows.Select(r => (IReadOnlyList<string>)
                [
                    Display.FiscalYear(r.FiscalYear), .. byOrganisation ? [r.Organisation.Length == 0 ? "All" : $"{r.Agency} {r.Organisation}"] : Array.Empty<string>(),
                    r.Fte.ToString("#,0.0", CultureInfo.InvariantCulture), Display.People(r.People), Display.Dollars(r.Cents), Rate(r.CentsPerPerson), Rate(r.CentsPerFte),
                    Exact(r.CentsPerPaidHour), Exact(r.CentsPerHourWorked),
                ]),
            ])
        {
            Notes = StaffingTable.Notes,
        };

        string Rate(long? cents) => cents is { } c ? Display.Dollars(c) : "";
        string Exact(long? cents) => cents is { } c ? Display.Exact(c) : "";
    }

    /// <summary>Whether a table adds up to the costs of its run, in a sentence.</summary>
    /// <param name="reconciliation">The comparison with the costs.</param>
    /// <returns>The sentence; it names every year that does not tie.</returns>
    public static string Tie(Reconciliation reconciliation)
    {
        ArgumentNullException.ThrowIfNull(reconciliation);
        if (reconciliation.Ties) return $"Ties to the cost cube in every year: yes, {Display.Exact(reconciliation.CubeCents)}.";
        var years = reconciliation.Years.Where(y => y.TableCents != y.CubeCents)
            .Select(y => $"{Display.FiscalYear(y.FiscalYear)} {Display.Exact(y.TableCents)} against {Display.Exact(y.CubeCents)}");
        return $"Ties to the cost cube in every year: NO, {string.Join("; ", years)}.";
    }

    private static string Unit(long cents) => cents switch
    {
        1 => "dollars and cents",
        CentsPerDollar => "dollars",
        100_000 => "thousands of dollars",
        100_000_000 => "millions of dollars",
        _ => string.Create(CultureInfo.InvariantCulture, $"units of {cents:N0} cents"),
    };
}
