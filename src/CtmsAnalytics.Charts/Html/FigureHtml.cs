namespace CtmsAnalytics.Charts.Html;

/// <summary>The parts of a figure.</summary>
internal static class FigureHtml
{
    /// <summary>A chart's figures, folded away until asked for.</summary>
    public static void Figures(HtmlWriter html, ChartTable table, bool open = false)
    {
        using var details = open ? html.Open("details", ("open", "")) : html.Open("details");
        html.Text("summary", "Figures as a table");
        using var figures = new Table(html, table.Caption, table.Columns);
        figures.Group("", table.Rows.Select(r => new Table.Row(r[0], [.. r.Skip(1)], table.Totals.Contains(r[0]) ? "total" : "")));
    }
}
