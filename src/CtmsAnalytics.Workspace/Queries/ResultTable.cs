using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.NotebookHosts;
using CtmsAnalytics.Workspace.Display;

namespace CtmsAnalytics.Workspace.Queries;

/// <summary>The result of a query: its columns with names and types, the first rows, and how many rows there are in all. Immutable.</summary>
[TypeFormatterSource(typeof(HtmlFormatterSource))]
public sealed class ResultTable
{
    /// <summary>Rows that are held unless another number is asked for.</summary>
    public const int DefaultRows = 10_000;

    internal ResultTable(IReadOnlyList<ResultColumn> columns, long rowCount)
    {
        Columns = columns;
        RowCount = rowCount;
        Rows = [.. Enumerable.Range(0, columns.Count == 0 ? 0 : columns[0].Values.Count).Select(i => new ResultRow(this, i))];
    }

    /// <summary>The columns, in the query's order.</summary>
    public IReadOnlyList<ResultColumn> Columns { get; }

    /// <summary>The rows that are held, the first ones of the result.</summary>
    public IReadOnlyList<ResultRow> Rows { get; }

    /// <summary>Rows of the complete result, those that are not held included.</summary>
    public long RowCount { get; }

    /// <summary>Whether every row of the result is held.</summary>
    public bool IsComplete => Rows.Count == RowCount;

    /// <summary>A column by its name.</summary>
    /// <param name="name">The name, letter case ignored; where several have it, the first.</param>
    /// <returns>The column.</returns>
    /// <exception cref="InputException">There is no such column; the message lists those that there are.</exception>
    public ResultColumn this[string name] => Columns.FirstOrDefault(c => c.Name == name) ?? Columns.FirstOrDefault(c => c.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? throw new InputException($"The result has no column '{name}'. It has {string.Join(", ", Columns.Select(c => c.Name))}.");

    /// <summary>The head of the result as HTML, with its size. Notebook hosts show it.</summary>
    /// <returns>HTML with every text escaped.</returns>
    public string ToHtml() => DisplayTable.Of(this)!.ToHtml();

    /// <summary>The head of the result as aligned text, with its size.</summary>
    /// <returns>Lines.</returns>
    public override string ToString() => DisplayTable.Of(this)!.ToString();
}
