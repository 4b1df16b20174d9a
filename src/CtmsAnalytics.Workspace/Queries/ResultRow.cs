using CtmsAnalytics.Diagnostics;

namespace CtmsAnalytics.Workspace.Queries;

/// <summary>A row of a query's result.</summary>
public readonly struct ResultRow
{
    private readonly ResultTable _table;
    private readonly int _row;

    internal ResultRow(ResultTable table, int row) => (_table, _row) = (table, row);

    /// <summary>A value by the name of its column.</summary>
    /// <param name="column">The name, letter case ignored.</param>
    /// <returns>The value; null where the database has none.</returns>
    /// <exception cref="InputException">There is no such column.</exception>
    public object? this[string column] => _table[column].Values[_row];

    /// <summary>A value by the place of its column.</summary>
    /// <param name="column">The place, from 0.</param>
    /// <returns>The value; null where the database has none.</returns>
    public object? this[int column] => _table.Columns[column].Values[_row];

    /// <summary>A value as a number, date or text.</summary>
    /// <typeparam name="T">Type that is wanted.</typeparam>
    /// <param name="column">Name of the column, letter case ignored.</param>
    /// <returns>The value.</returns>
    /// <exception cref="InputException">There is no such column, or the value is none of that type.</exception>
    public T Get<T>(string column) => _table[column].Convert<T>(this[column]);
}
