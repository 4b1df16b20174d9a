using System.Globalization;

namespace CtmsAnalytics.Budget.Tables;

/// <summary>Fiscal years by any dimensions: the budget by object class, organisation and fund.</summary>
public static class CutTable
{
    /// <summary>Cuts a budget.</summary>
    /// <param name="source">The costs.</param>
    /// <param name="lines">The lines of these costs.</param>
    /// <param name="by">Dimensions of the rows, one or more.</param>
    /// <returns>The table, rows in the order of their keys.</returns>
    public static BudgetTable Of(BudgetSource source, IReadOnlyList<BudgetLine> lines, IReadOnlyList<BudgetDimension> by)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(lines);
        ArgumentNullException.ThrowIfNull(by);
        var years = source.FiscalYears;
        List<BudgetColumn> columns = [.. years.Select(y => new BudgetColumn(Year(y)))];
        columns.Add(new BudgetColumn("All", [.. Enumerable.Range(0, years.Count)]));
        var rows = lines.GroupBy(l => new RowKey([.. by.Select(d => BudgetDimensions.ValueOf(d, l))])).OrderBy(g => g.Key)
            .Select(g =>
            {
                var cents = new long[columns.Count];
                foreach (var line in g) cents[line.Key.FiscalYear - years[0]] += line.Cents;
                return new BudgetRow(g.Key.Values, BudgetTable.Summed(cents, columns));
            })
            .ToList();
        return new BudgetTable(
            by is [BudgetDimension.ObjectClass] ? "object-classes" : "budget",
            $"Budget of {source.Scenario} by {string.Join(", ", by.Select(d => BudgetDimensions.TitleOf(d).ToLowerInvariant()))}",
            [.. by.Select(BudgetDimensions.TitleOf)],
            columns,
            rows,
            Reconciliation.Of(years, y => rows.Sum(r => r.Amounts[y - years[0]]), y => source.Costs.Sum(k => k.FiscalYear == y)),
            Legend(lines, by))
        {
            Sets = [.. years.Select((y, c) => new RoundingSet([.. Enumerable.Range(0, rows.Count).Select(r => (r, c))], source.Costs.Sum(k => k.FiscalYear == y), 0))],
        };
    }

    /// <summary>What the codes of the rows mean.</summary>
    internal static IReadOnlyList<string> Legend(IReadOnlyList<BudgetLine> lines, IReadOnlyList<BudgetDimension> by)
    {
        var notes = new List<string>();
        if (by.Contains(BudgetDimension.ObjectClass)) notes.Add($"Object classes: {Words(lines.Select(l => (l.ObjectClass.Code, l.ObjectClass.Title)))}.");
        if (by.Contains(BudgetDimension.Fund)) notes.Add($"Funds: {Words(lines.Select(l => (l.Fund.Code, l.Fund.Title)))}.");
        return notes;
    }

    private static string Words(IEnumerable<(string Code, string Title)> codes) =>
        string.Join("; ", codes.Distinct().OrderBy(c => c.Code, StringComparer.Ordinal).Select(c => $"{c.Code} {c.Title}"));

    internal static string Year(int year) => "FY" + year.ToString(CultureInfo.InvariantCulture);
}
