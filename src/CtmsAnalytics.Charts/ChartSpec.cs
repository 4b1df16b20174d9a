using System.Text.Json.Nodes;
using CtmsAnalytics.Charts.Html;
using CtmsAnalytics.Charts.Rendering;
using CtmsAnalytics.NotebookHosts;

namespace CtmsAnalytics.Charts;

/// <summary>A chart: its Vega-Lite specification, its finding in words, and its figures as a table.</summary>
/// <param name="Name">Name of the kind of chart, lower-case letters and hyphens, for example <c>budget-bridge</c>; unique in a report.</param>
/// <param name="Title">The finding, computed from the data, one sentence.</param>
/// <param name="Description">What is drawn and how to read it, for a reader who cannot see it.</param>
/// <param name="Specification">Vega-Lite 6 specification with its data in it; opens as it is in any Vega-Lite tool.</param>
/// <param name="Table">The figures that are drawn.</param>
[TypeFormatterSource(typeof(ChartFormatterSource))]
public sealed record ChartSpec(string Name, string Title, string Description, JsonObject Specification, ChartTable Table)
{
    /// <summary>The specification as indented JSON text.</summary>
    /// <returns>JSON.</returns>
    public string ToJson() => Specification.ToJsonString(SpecificationJson.Indented);

    /// <summary>The chart as SVG. Starts Node.js for this chart alone; for several charts use one <see cref="SvgRenderer"/>.</summary>
    /// <returns>An SVG element with a title and a description, safe to stand in an HTML page.</returns>
    /// <exception cref="Diagnostics.InputException">Node.js is not installed or too old; the message says what to install.</exception>
    /// <exception cref="ChartRenderException">The specification cannot be drawn.</exception>
    public string ToSvg()
    {
        using var renderer = new SvgRenderer();
        return renderer.Render(this).Svg;
    }

    /// <summary>The chart as PNG, two pixels for each of its own. Starts Node.js and Chromium for this chart alone; for several charts use one <see cref="BrowserRenderer"/>.</summary>
    /// <returns>A PNG file.</returns>
    /// <exception cref="Diagnostics.InputException">Node.js or Chromium is not installed; the message says what to install.</exception>
    /// <exception cref="ChartRenderException">The chart cannot be drawn.</exception>
    public byte[] ToPng()
    {
        using var renderer = new BrowserRenderer();
        return renderer.ToPng(this);
    }

    /// <summary>The chart as a PDF of one page of its size. Starts Node.js and Chromium for this chart alone; for several charts use one <see cref="BrowserRenderer"/>.</summary>
    /// <returns>A PDF file.</returns>
    /// <exception cref="Diagnostics.InputException">Node.js or Chromium is not installed; the message says what to install.</exception>
    /// <exception cref="ChartRenderException">The chart cannot be drawn.</exception>
    public byte[] ToPdf()
    {
        using var renderer = new BrowserRenderer();
        return renderer.ToPdf(this);
    }

    /// <summary>The chart as an HTML figure: the SVG, and the figures as a table that opens on demand. Notebook hosts show it.</summary>
    /// <returns>A figure element that needs no script and no style sheet.</returns>
    /// <exception cref="Diagnostics.InputException">Node.js is not installed or too old; the message says what to install.</exception>
    /// <exception cref="ChartRenderException">The specification cannot be drawn.</exception>
    public string ToHtml()
    {
        using var text = new StringWriter { NewLine = "\n" };
        var html = new HtmlWriter(text);
        using (html.Open("figure"))
        {
            html.Svg(ToSvg());
            FigureHtml.Figures(html, Table);
        }

        return text.ToString();
    }
}
