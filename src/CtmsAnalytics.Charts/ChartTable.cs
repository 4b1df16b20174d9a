using CtmsAnalytics.Charts.Formatting;
using CtmsAnalytics.Charts.Html;

namespace CtmsAnalytics.Charts;

/// <summary>A table that people read: the figures of a chart, for readers who cannot see it or want to copy them, or a table of a study. Text is plain, not HTML.</summary>
/// <param name="Caption">What the table shows, with its unit.</param>
/// <param name="Columns">Column headings; the first one heads the row names. One that starts with a tilde, which is not shown, heads words instead of figures.</param>
/// <param name="Rows">Rows of as many cells as there are columns; the first cell names the row.</param>
public sealed record ChartTable(string Caption, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <summary>What a reader must know beside the figures, one sentence each.</summary>
    /// <value>Default empty.</value>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Names of the rows that close the rows above them and stand out.</summary>
    /// <value>Default <c>Total</c>.</value>
    public IReadOnlyList<string> Totals { get; init; } = ["Total"];

    /// <summary>The beginning of a long table.</summary>
    /// <param name="rows">Most rows, 0 or more.</param>
    /// <returns>The first rows; where rows are left out, the caption says how many there are.</returns>
    public ChartTable Head(int rows)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        return Rows.Count <= rows ? this : this with { Caption = $"{Caption}; the first {Display.Count(rows)} of {Display.Count(Rows.Count)}", Rows = [.. Rows.Take(rows)] };
    }

    /// <summary>The table as HTML. Notebook hosts show it.</summary>
    /// <returns>An element with its own style that needs no script; every text is escaped.</returns>
    public string ToHtml() => FragmentHtml.Write(html => FragmentHtml.Table(html, this));

    /// <summary>The table as aligned text.</summary>
    /// <returns>The caption, the headings, the rows and the notes, a line each, without a line end at the close.</returns>
    public override string ToString() => AlignedText.Of(this);
}
