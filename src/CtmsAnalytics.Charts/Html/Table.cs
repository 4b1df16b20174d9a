namespace CtmsAnalytics.Charts.Html;

/// <summary>A table with its caption: column headings, then row groups. The first column names the rows, the others hold numbers unless said otherwise.</summary>
internal sealed class Table : IDisposable
{
    private readonly HtmlWriter _html;
    private readonly HtmlWriter.Element _scroll;
    private readonly HtmlWriter.Element _table;
    private readonly IReadOnlyList<string> _classes;

    /// <summary>Opens the table; disposal closes it.</summary>
    /// <param name="html">The page.</param>
    /// <param name="caption">What the table shows, with its unit.</param>
    /// <param name="columns">Column headings; one that starts with a tilde heads text instead of numbers.</param>
    public Table(HtmlWriter html, string caption, params IReadOnlyList<string> columns)
        : this(html, caption, columns, isSortable: false)
    {
    }

    /// <summary>Opens a table that a reader may sort by any column, where the page has a script.</summary>
    public static Table Sortable(HtmlWriter html, string caption, params IReadOnlyList<string> columns) => new(html, caption, columns, isSortable: true);

    private Table(HtmlWriter html, string caption, IReadOnlyList<string> columns, bool isSortable)
    {
        _html = html;
        _classes = [.. columns.Select((c, i) => i == 0 || c.StartsWith('~') ? "text" : "number")];
        _scroll = html.Open("div", ("class", "scroll"), ("tabindex", "0"), ("role", "region"), ("aria-label", caption));
        _table = isSortable ? html.Open("table", ("data-sort", "")) : html.Open("table");
        using (html.OpenInline("caption")) html.Text("span", caption);
        using (html.Open("thead"))
        using (html.Open("tr"))
        {
            for (var i = 0; i < columns.Count; i++) html.Text("th", columns[i].TrimStart('~'), ("scope", "col"), ("class", _classes[i]));
        }
    }

    /// <summary>Rows that belong together, under a heading of their own where <paramref name="heading"/> is not empty.</summary>
    /// <param name="heading">Heading of the group; empty for none.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="attributes">Attributes of the group, names literals.</param>
    public void Group(string heading, IEnumerable<Row> rows, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        using var body = _html.Open("tbody", attributes);
        if (heading.Length > 0)
        {
            using var line = _html.Open("tr", ("class", "group"));
            _html.Text("th", heading, ("scope", "rowgroup"), ("colspan", _classes.Count.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        }

        foreach (var row in rows)
        {
            using var line = _html.Open("tr", ("class", row.Style));
            using (_html.OpenInline("th", ("scope", "row"), ("class", "text")))
            {
                _html.Inline(row.Name);
                if (row.Explanation.Length > 0) _html.Text("span", row.Explanation, ("class", "explanation"));
            }

            for (var i = 0; i < row.Cells.Count; i++) _html.Text("td", row.Cells[i], ("class", _classes[i + 1]));
        }
    }

    public void Dispose()
    {
        _table.Dispose();
        _scroll.Dispose();
    }

    /// <summary>A row.</summary>
    /// <param name="Name">Heading of the row.</param>
    /// <param name="Cells">The cells after the heading.</param>
    /// <param name="Style">Style class: empty, <c>total</c>.</param>
    /// <param name="Explanation">Small text under the heading; empty for none.</param>
    internal sealed record Row(string Name, IReadOnlyList<string> Cells, string Style = "", string Explanation = "");
}
