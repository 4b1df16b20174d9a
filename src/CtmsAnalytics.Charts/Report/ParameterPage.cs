using System.Globalization;
using CtmsAnalytics.Charts.Formatting;
using CtmsAnalytics.Charts.Html;
using CtmsAnalytics.Parameters;

namespace CtmsAnalytics.Charts.Report;

/// <summary>Writes a catalog of parameters as one HTML file that opens offline, in the report's dress: no script, no network.</summary>
public static class ParameterPage
{
    /// <summary>Writes the page. The same catalog gives the same bytes.</summary>
    /// <param name="catalog">What is listed.</param>
    /// <param name="output">Where the HTML goes; write it as UTF-8.</param>
    public static void Write(ParameterCatalog catalog, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(output);
        var html = new HtmlWriter(output);
        html.Own("<!DOCTYPE html>");
        using var page = html.Open("html", ("lang", "en-US"));
        using (html.Open("head"))
        {
            html.Void("meta", ("charset", "utf-8"));
            html.Void("meta", ("http-equiv", "Content-Security-Policy"), ("content", $"default-src 'none'; style-src '{StyleSheet.Hash}'; base-uri 'none'; form-action 'none'"));
            html.Void("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
            html.Text("title", "Parameters of 6 CFR part 158");
            html.Own($"<style>{StyleSheet.Text}</style>");
        }

        using var body = html.Open("body");
        using var main = html.Open("main");
        using (html.Open("header"))
        {
            html.Text("h1", "Parameters");
            html.Text("p", Summary(catalog), ("class", "finding"));
        }

        foreach (var group in catalog.BySection())
        {
            using var section = html.Open("section");
            html.Text("h2", group.Heading);
            if (group.Policy.Count > 0)
            {
                using var table = new Table(html, "Policy parameters", "Parameter", "Value", "~Unit", "~Since", "~Paragraph", "~Source or reason", "~Mark");
                table.Group("", group.Policy.Select(p => new Table.Row(
                    p.Name,
                    [Display.Value(p.Value, p.Unit), p.Unit, p.EffectiveYear.ToString(CultureInfo.InvariantCulture), p.Paragraph, p.Source, Display.Mark(p.Mark)],
                    p.Mark == ParameterMark.Assumed ? "assumed" : "",
                    p.Description)));
            }

            if (group.Series.Count > 0)
            {
                using var table = new Table(html, "Published tables, by series", "Series", "Newest", "~Unit", "~Years", "~Paragraph", "~Source of the newest", "~Mark");
                table.Group("", group.Series.Select(s => new Table.Row(
                    s.Name,
                    [Display.Newest(s), s.Unit, string.Create(CultureInfo.InvariantCulture, $"{s.FirstYear}\u2013{s.LastYear}"), s.Paragraph, s.Source, Display.Marks(s, Display.Mark)],
                    s.Marks.Any(m => m.Mark == ParameterMark.Assumed) ? "assumed" : "",
                    s.Description)));
            }
        }
    }

    /// <summary>How many figures there are, and how many of them nobody has published.</summary>
    /// <param name="catalog">What is listed.</param>
    /// <returns>One or two sentences.</returns>
    public static string Summary(ParameterCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        var assumed = catalog.Policy.Where(p => p.Mark == ParameterMark.Assumed).Select(p => p.Name).ToList();
        var series = catalog.Series.Count(s => s.Marks.Any(m => m.Mark == ParameterMark.Assumed));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{catalog.Policy.Count} policy parameters, {assumed.Count} of them assumed; {catalog.Series.Count} published series, {series} of them with an assumed year.");
    }
}
