using System.Globalization;
using CtmsAnalytics.Charts.Html;
using CtmsAnalytics.Charts.Rendering;
using CtmsAnalytics.Charts.Report;

namespace CtmsAnalytics.Charts.Studies;

/// <summary>A study with its charts drawn, so that nothing is written when one cannot be.</summary>
internal sealed class DrawnStudy
{
    private readonly StudyDocument _document;
    private readonly ReportChart?[] _charts;

    private DrawnStudy(StudyDocument document, ReportChart?[] charts)
    {
        _document = document;
        _charts = charts;
    }

    public string Title => _document.Title;

    /// <summary>Draws the charts.</summary>
    /// <param name="document">The account.</param>
    /// <param name="place">Number of the study on the page, which makes the names of its charts unique.</param>
    /// <param name="renderer">Draws.</param>
    public static DrawnStudy Draw(StudyDocument document, int place, SvgRenderer renderer) => new(
        document,
        [.. document.Blocks.Select((block, i) => block is StudyChart chart
            ? ReportChart.Draw(chart.Build, string.Create(CultureInfo.InvariantCulture, $"-study{place}-{i}"), renderer)
            : null)]);

    /// <summary>Writes the account without its title.</summary>
    /// <param name="exhibits">The page's exhibits.</param>
    /// <param name="heading">Element of the headings inside the account, a literal.</param>
    public void Write(Exhibits exhibits, string heading)
    {
        exhibits.Html.Text("p", _document.Finding, ("class", "finding"));
        for (var i = 0; i < _document.Blocks.Count; i++)
        {
            switch (_document.Blocks[i])
            {
                case StudyHeading text:
                    exhibits.Html.Text(heading, text.Text);
                    break;
                case StudyParagraph text:
                    exhibits.Html.Text("p", text.Text);
                    break;
                case StudyTable table:
                    Write(exhibits, table);
                    break;
                case StudyChart chart when _charts[i] is { } drawn:
                    exhibits.Figure(drawn, chart.Name, chart.Reading);
                    break;
            }
        }
    }

    private static void Write(Exhibits exhibits, StudyTable block)
    {
        var (caption, columns, rows) = block.Table;
        using var table = block.IsSortable ? exhibits.Sortable(caption, columns) : exhibits.Table(caption, columns);
        table.Group("", rows.Select(r => new Table.Row(r[0], [.. r.Skip(1)], r[0] == "Total" ? "total" : "")));
    }
}
