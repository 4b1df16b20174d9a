using CtmsAnalytics.Charts.Html;
using CtmsAnalytics.Charts.Rendering;
using CtmsAnalytics.Charts.Report;
using CtmsAnalytics.Studies;

namespace CtmsAnalytics.Charts.Studies;

/// <summary>Writes a study as one HTML file that opens offline, with the same policy as a report: no network, its own style sheet and script alone.</summary>
public static class StudyPage
{
    /// <summary>Writes the page.</summary>
    /// <param name="study">The study.</param>
    /// <param name="output">Where the HTML goes; write it as UTF-8. Nothing is written when an exception is thrown.</param>
    /// <param name="showIndividuals">Whether single people and groups of fewer than five are shown; the first line of the page says which.</param>
    /// <param name="renderer">Renderer to draw the charts with; null to start one for this page.</param>
    /// <exception cref="Diagnostics.InputException">Node.js is not installed or too old; the message says what to install.</exception>
    /// <exception cref="ChartRenderException">A chart cannot be drawn.</exception>
    public static void Write(Study study, TextWriter output, bool showIndividuals, SvgRenderer? renderer = null)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(output);
        using var own = renderer is null ? new SvgRenderer() : null;
        var drawn = DrawnStudy.Draw(StudyDocuments.Of(study, showIndividuals), 0, renderer ?? own!);
        var html = new HtmlWriter(output);
        html.Own("<!DOCTYPE html>");
        using var root = html.Open("html", ("lang", "en-US"));
        PageHead.Write(html, drawn.Title, $"CtmsAnalytics {study.Manifest.LibraryVersion}", hasScript: true);
        using var body = html.Open("body");
        html.Text("p", showIndividuals ? "Analyst output: may hold single people and small groups. Handle as personal data." : "Holds no single person and no group of fewer than five people.", ("class", "privacy"));
        using (html.Open("main"))
        {
            var exhibits = new Exhibits(html);
            html.Text("h1", drawn.Title);
            drawn.Write(exhibits, "h2");
            StudyEnd.Write(exhibits, study, showIndividuals);
        }

        html.Own($"<script>{PageScript.Text}</script>");
    }
}
