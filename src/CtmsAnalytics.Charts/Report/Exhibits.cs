using System.Globalization;
using CtmsAnalytics.Charts.Html;

namespace CtmsAnalytics.Charts.Report;

/// <summary>Sections with figures and tables, numbered through the report so that a reader can name them.</summary>
/// <param name="html">The page.</param>
/// <param name="heading">Element of a section's heading, a literal.</param>
internal sealed class Exhibits(HtmlWriter html, string heading = "h2")
{
    private int _last;

    public HtmlWriter Html => html;

    public HtmlWriter.Element Section(string title)
    {
        var section = html.Open("section");
        html.Text(heading, title);
        return section;
    }

    /// <summary>Caption of the next exhibit.</summary>
    public string Caption(string words) => string.Create(CultureInfo.InvariantCulture, $"Exhibit {++_last}. {words}");

    public Table Table(string caption, params IReadOnlyList<string> columns) => new(html, Caption(caption), columns);

    public Table Sortable(string caption, params IReadOnlyList<string> columns) => CtmsAnalytics.Charts.Html.Table.Sortable(html, Caption(caption), columns);

    public void Figure(ReportChart chart, string name, string reading, bool open = false)
    {
        using var figure = html.Open("figure");
        using (html.Open("div", ("class", "chart wide"))) html.Svg(chart.Wide);
        using (html.Open("div", ("class", "chart narrow"))) html.Svg(chart.Narrow);
        html.Text("figcaption", Caption(name + ". ") + reading);
        FigureHtml.Figures(html, chart.Chart.Table, open);
    }
}
