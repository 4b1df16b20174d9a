namespace CtmsAnalytics.Charts;

/// <summary>The figures of a chart as a table, for readers who cannot see it or want to copy them. Text is plain, not HTML.</summary>
/// <param name="Caption">What the table shows, with its unit.</param>
/// <param name="Columns">Column headings; the first one heads the row names.</param>
/// <param name="Rows">Rows of as many cells as there are columns; the first cell names the row.</param>
public sealed record ChartTable(string Caption, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows);
