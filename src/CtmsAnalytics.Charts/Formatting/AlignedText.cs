namespace CtmsAnalytics.Charts.Formatting;

/// <summary>Tables as text in which columns stand below one another.</summary>
internal static class AlignedText
{
    private const string Gap = "  ";

    /// <summary>Caption, headings, rows and notes; figures stand to the right.</summary>
    /// <param name="table">The table.</param>
    public static string Of(ChartTable table)
    {
        IReadOnlyList<string> headings = [.. table.Columns.Select(c => c.TrimStart('~'))];
        IReadOnlyList<IReadOnlyList<string>> lines = [headings, .. table.Rows];
        var widths = headings.Select((_, i) => lines.Max(l => l[i].Length)).ToList();
        string Cell(string text, int column) => column == 0 || table.Columns[column].StartsWith('~') ? text.PadRight(widths[column]) : text.PadLeft(widths[column]);
        return string.Join('\n', lines.Select(l => string.Join(Gap, l.Select(Cell)).TrimEnd()).Prepend(table.Caption).Concat(table.Notes));
    }
}
