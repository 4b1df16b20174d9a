namespace CtmsAnalytics.Budget.Tables;

/// <summary>A budget table as somebody may see it: in a unit, and without the cells that would show a small group.</summary>
/// <param name="Name">Short name for files and scripts.</param>
/// <param name="Title">What the table shows.</param>
/// <param name="UnitCents">Unit of the amounts, cents.</param>
/// <param name="Keys">Headings of the columns that say what a row is.</param>
/// <param name="Columns">Headings of the columns of amounts.</param>
/// <param name="Rows">The rows.</param>
/// <param name="Totals">Sums of the columns; null where the rows add up to nothing, and in it null for a hidden one.</param>
/// <param name="Reconciliation">Whether the exact table adds up to the cost cube.</param>
/// <param name="Notes">What a reader must know, one sentence each.</param>
public sealed record ShownTable(
    string Name,
    string Title,
    long UnitCents,
    IReadOnlyList<string> Keys,
    IReadOnlyList<string> Columns,
    IReadOnlyList<ShownRow> Rows,
    IReadOnlyList<long?>? Totals,
    Reconciliation Reconciliation,
    IReadOnlyList<string> Notes)
{
    /// <summary>Shows a table.</summary>
    /// <param name="exact">The exact table.</param>
    /// <param name="unitCents">Unit, cents; 1 for the exact amounts.</param>
    /// <param name="isHidden">Whether a cell is hidden, by its row and column; the row of totals is the one after the last. Null hides none.</param>
    /// <returns>The table. Amounts are rounded before any is hidden, so that those that are shown are the same for every reader.</returns>
    public static ShownTable Of(BudgetTable exact, long unitCents, Func<int, int, bool>? isHidden = null)
    {
        ArgumentNullException.ThrowIfNull(exact);
        var table = exact.RoundedTo(unitCents);
        return new ShownTable(
            table.Name,
            table.Title,
            unitCents,
            table.Keys,
            [.. table.Columns.Select(c => c.Name)],
            [.. table.Rows.Select((row, r) => new ShownRow(row.Keys, Hide(row.Amounts, r)))],
            table.HasTotals ? Hide(table.Totals, table.Rows.Count) : null,
            table.Reconciliation,
            table.Notes);

        IReadOnlyList<long?> Hide(IReadOnlyList<long> amounts, int row) => [.. amounts.Select((a, c) => isHidden?.Invoke(row, c) == true ? (long?)null : a)];
    }
}

/// <summary>A row of amounts.</summary>
/// <param name="Keys">What the row is.</param>
/// <param name="Amounts">One amount for each column, in the table's unit; null for a hidden one.</param>
public sealed record ShownRow(IReadOnlyList<string> Keys, IReadOnlyList<long?> Amounts);
