namespace CtmsAnalytics.Privacy;

/// <summary>Which cells and totals of a table of people are hidden.</summary>
public sealed class CellMask
{
    private readonly bool[,] _hidden;

    /// <param name="hidden">The cells with their totals in the last row and column; nobody else changes it.</param>
    internal CellMask(bool[,] hidden) => _hidden = hidden;

    /// <summary>Whether anything is hidden.</summary>
    public bool Any => _hidden.Cast<bool>().Any(h => h);

    /// <summary>Whether a cell is hidden.</summary>
    /// <param name="row">Row, from 0.</param>
    /// <param name="column">Column, from 0.</param>
    /// <returns>True where it must not be shown.</returns>
    public bool IsHidden(int row, int column) => _hidden[row, column];

    /// <summary>Whether the total of a row is hidden.</summary>
    /// <param name="row">Row, from 0.</param>
    /// <returns>True where it must not be shown.</returns>
    public bool IsRowTotalHidden(int row) => _hidden[row, _hidden.GetLength(1) - 1];

    /// <summary>Whether the total of a column is hidden.</summary>
    /// <param name="column">Column, from 0.</param>
    /// <returns>True where it must not be shown.</returns>
    public bool IsColumnTotalHidden(int column) => _hidden[_hidden.GetLength(0) - 1, column];

    /// <summary>Whether the total of the table is hidden.</summary>
    public bool IsTotalHidden => _hidden[_hidden.GetLength(0) - 1, _hidden.GetLength(1) - 1];
}
