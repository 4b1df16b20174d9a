using CtmsAnalytics.Charts.Html;
using CtmsAnalytics.Charts.Rendering;

namespace CtmsAnalytics.Charts.Studies;

/// <summary>Writes an account as a part of a page that stands alone, for notebooks.</summary>
internal static class StudyFragment
{
    /// <summary>Writes the account.</summary>
    /// <param name="document">The account.</param>
    /// <param name="renderer">Draws its charts.</param>
    public static string Write(StudyDocument document, SvgRenderer renderer) => FragmentHtml.Write(html =>
    {
        html.Text("h3", document.Title);
        if (document.Finding.Length > 0) html.Text("p", document.Finding, ("class", "finding"));
        foreach (var block in document.Blocks) Write(html, block, renderer);
        if (document.Notes.Count == 0) return;
        using var details = html.Open("details");
        html.Text("summary", "Notes");
        using var list = html.Open("ul");
        foreach (var note in document.Notes) html.Text("li", note);
    });

    private static void Write(HtmlWriter html, StudyBlock block, SvgRenderer renderer)
    {
        switch (block)
        {
            case StudyHeading heading:
                html.Text("h4", heading.Text);
                break;
            case StudyParagraph paragraph:
                html.Text("p", paragraph.Text);
                break;
            case StudyTable table:
                FragmentHtml.Table(html, table.Table);
                break;
            case StudyChart chart:
                var drawn = chart.Build(ChartSize.Wide);
                using (html.Open("figure"))
                {
                    html.Svg(renderer.Render(drawn).Svg);
                    html.Text("figcaption", $"{chart.Name}. {chart.Reading}");
                    FigureHtml.Figures(html, drawn.Table);
                }

                break;
        }
    }
}
