using CtmsAnalytics.Charts.Formatting;
using CtmsAnalytics.Charts.Html;
using CtmsAnalytics.Charts.Rendering;
using CtmsAnalytics.Charts.Report;

namespace CtmsAnalytics.Charts.Gallery;

/// <summary>
/// Writes every recipe with its picture and its code as one HTML file that opens offline: no script, no network, no link. The same library gives the same bytes.
/// </summary>
public static class GalleryPage
{
    private static readonly string Style = EmbeddedText.Read("gallery.css");

    /// <summary>Writes the page.</summary>
    /// <param name="output">Where the HTML goes; write it as UTF-8. Nothing is written when a chart cannot be drawn.</param>
    /// <param name="renderer">Renderer to draw the charts with; null (default) to start one for this page.</param>
    /// <exception cref="Diagnostics.InputException">Node.js is not installed or too old; the message says what to install.</exception>
    /// <exception cref="ChartRenderException">A chart cannot be drawn.</exception>
    public static void Write(TextWriter output, SvgRenderer? renderer = null)
    {
        ArgumentNullException.ThrowIfNull(output);
        using var own = renderer is null ? new SvgRenderer() : null;
        var drawn = ChartGallery.Recipes.Select(recipe => Draw(recipe, renderer ?? own!)).ToList();
        var html = new HtmlWriter(output);
        html.Own("<!DOCTYPE html>");
        using var page = html.Open("html", ("lang", "en-US"));
        using (html.Open("head"))
        {
            html.Void("meta", ("charset", "utf-8"));
            html.Void("meta", ("http-equiv", "Content-Security-Policy"), ("content", $"default-src 'none'; style-src '{StyleSheet.Hash}' '{EmbeddedText.Hash(Style)}'; base-uri 'none'; form-action 'none'"));
            html.Void("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
            html.Void("meta", ("name", "color-scheme"), ("content", "light dark"));
            html.Text("title", "Gallery of charts");
            html.Own($"<style>{StyleSheet.Text}</style>");
            html.Own($"<style>{Style}</style>");
        }

        using var body = html.Open("body");
        html.Text("p", "Every figure on this page is example data: invented, in the size of the service.", ("class", "privacy"));
        using var main = html.Open("main");
        using (html.Open("header"))
        {
            html.Text("p", "DHS Cybersecurity Service \u00b7 6 CFR part 158", ("class", "kicker"));
            html.Text("h1", "Gallery of charts");
            html.Text("p", $"{Display.Count(drawn.Count)} charts, each with the question that it answers and the C# code that draws it.", ("class", "finding"));
            html.Text("p", "The code shown is the code that has drawn the chart. It runs in a notebook or a program that refers to CtmsAnalytics.Charts; size is ChartSize.Wide or ChartSize.Narrow, and ToSvg, ToHtml, ToPng, ToPdf and ToJson give the chart in that form.");
        }

        foreach (var (recipe, chart, wide, narrow) in drawn)
        {
            using var section = html.Open("section");
            html.Text("h2", recipe.Title);
            html.Text("p", recipe.Purpose);
            using (html.Open("figure"))
            {
                using (html.Open("div", ("class", "chart wide"))) html.Svg(wide);
                using (html.Open("div", ("class", "chart narrow"))) html.Svg(narrow);
                FigureHtml.Figures(html, chart.Table);
            }

            html.Text("pre", recipe.Source, ("tabindex", "0"), ("aria-label", "C# code of the chart"));
        }
    }

    private static (ChartRecipe Recipe, ChartSpec Chart, string Wide, string Narrow) Draw(ChartRecipe recipe, SvgRenderer renderer)
    {
        var chart = recipe.Build(ChartSize.Wide);
        return (recipe, chart, renderer.Render(chart).Svg, renderer.Render(recipe.Build(ChartSize.Narrow)).Svg);
    }
}
