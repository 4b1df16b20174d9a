using CtmsAnalytics.Numerics;

namespace CtmsAnalytics.Budget.Tables;

/// <summary>A table of a budget: amounts by row and column, with sums that hold exactly and, rounded, in sight.</summary>
/// <param name="Name">Short name for files and scripts, for example <c>object-classes</c>.</param>
/// <param name="Title">What the table shows.</param>
/// <param name="Keys">Headings of the columns that say what a row is.</param>
/// <param name="Columns">The columns of amounts.</param>
/// <param name="Rows">The rows.</param>
/// <param name="Reconciliation">Whether the table adds up to the cost cube.</param>
/// <param name="Notes">What a reader must know, one sentence each.</param>
public sealed record BudgetTable(
    string Name,
    string Title,
    IReadOnlyList<string> Keys,
    IReadOnlyList<BudgetColumn> Columns,
    IReadOnlyList<BudgetRow> Rows,
    Reconciliation Reconciliation,
    IReadOnlyList<string> Notes)
{
    /// <summary>Units that the amounts are given in, cents: 1, 100 for dollars, 100,000 for thousands.</summary>
    /// <value>Default 1.</value>
    public long Unit { get; init; } = 1;

    /// <summary>Whether the rows add up to something, so that a row of totals stands below them.</summary>
    /// <value>Default true.</value>
    public bool HasTotals { get; init; } = true;

    /// <summary>Cells that add up to an amount which is the same in every table, such as the cost of a fiscal year.</summary>
    internal IReadOnlyList<RoundingSet> Sets { get; init; } = [];

    /// <summary>Sums of the columns over the rows, in <see cref="Unit"/>.</summary>
    public IReadOnlyList<long> Totals => [.. Enumerable.Range(0, Columns.Count).Select(c => Rows.Sum(r => r.Amounts[c]))];

    /// <summary>
    /// Rounds so that what is shown adds up. A fiscal year's total goes to the nearest unit, halves up, and is the same number in every table; its parts go down or up to a
    /// neighbouring unit so that they add up to it, the largest remainders up; sums of columns are sums of what is shown.
    /// </summary>
    /// <param name="unit">Unit, cents: 100 for dollars, 100,000 for thousands, 100,000,000 for millions.</param>
    /// <returns>The table in that unit; the reconciliation stays the exact one.</returns>
    /// <exception cref="InvalidOperationException">The table is rounded already.</exception>
    public BudgetTable RoundedTo(long unit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(unit, 1);
        if (Unit != 1) throw new InvalidOperationException("The table is rounded already; round the exact one.");
        var shown = Rows.Select(r => new long[Columns.Count]).ToList();
        foreach (var set in Sets)
        {
            var parts = LargestRemainder.Round([.. set.Cells.Select(c => Rows[c.Row].Amounts[c.Column])], unit, HalfUp(set.Plus, unit) - HalfUp(set.Minus, unit));
            for (var i = 0; i < parts.Length; i++) shown[set.Cells[i].Row][set.Cells[i].Column] = parts[i];
        }

        return this with { Unit = unit, Rows = [.. Rows.Select((row, i) => row with { Amounts = Summed(shown[i], Columns) })], Sets = [] };
    }

    /// <summary>Fills the columns that are sums of others.</summary>
    internal static IReadOnlyList<long> Summed(long[] parts, IReadOnlyList<BudgetColumn> columns)
    {
        for (var c = 0; c < parts.Length; c++)
        {
            if (columns[c].SumOf.Count > 0) parts[c] = columns[c].SumOf.Sum(s => parts[s]) - columns[c].Less.Sum(s => parts[s]);
        }

        return parts;
    }

    /// <summary>An amount in whole units, halves up.</summary>
    internal static long HalfUp(long cents, long unit) => (long)Int128.CreateChecked(FloorDivide(((Int128)cents * 2) + unit, (Int128)unit * 2));

    private static Int128 FloorDivide(Int128 number, Int128 by)
    {
        var (quotient, remainder) = Int128.DivRem(number, by);
        return remainder < 0 ? quotient - 1 : quotient;
    }
}

/// <summary>A column of amounts.</summary>
/// <param name="Name">Heading.</param>
/// <param name="SumOf">Columns before it whose sum it is; empty for amounts of its own.</param>
public sealed record BudgetColumn(string Name, params IReadOnlyList<int> SumOf)
{
    /// <summary>Columns before it that are taken from the sum.</summary>
    /// <value>Default empty.</value>
    public IReadOnlyList<int> Less { get; init; } = [];
}

/// <summary>A row of amounts.</summary>
/// <param name="Keys">What the row is, one text for each heading.</param>
/// <param name="Amounts">One amount for each column, in the table's unit.</param>
public sealed record BudgetRow(IReadOnlyList<string> Keys, IReadOnlyList<long> Amounts);

/// <summary>Cells whose sum is the difference of two amounts that are rounded alike everywhere.</summary>
/// <param name="Cells">The cells.</param>
/// <param name="Plus">The amount, cents.</param>
/// <param name="Minus">The amount taken from it, cents.</param>
internal sealed record RoundingSet(IReadOnlyList<(int Row, int Column)> Cells, long Plus, long Minus);
