using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using CtmsAnalytics.Charts.Html;
using CtmsAnalytics.Charts.Report;
using CtmsAnalytics.Diagnostics;

namespace CtmsAnalytics.Charts.Rendering;

/// <summary>
/// Draws charts as PNG and PDF with an installed Chromium: the one that the environment variable <c>CTMS_CHROMIUM</c> names, or the first of chromium, chromium-browser,
/// google-chrome and msedge on the PATH. For many charts use one renderer: Node.js is started once, Chromium once for each picture.
/// </summary>
public sealed partial class BrowserRenderer : IDisposable
{
    private const double Scale = 2;
    private readonly SvgRenderer _svg;
    private readonly bool _own;
    private readonly Browser _browser;

    /// <summary>Creates a renderer and finds the browser; nothing is started yet.</summary>
    /// <param name="svg">Renderer of the SVG; null (default) to start one that ends with this renderer.</param>
    /// <param name="browser">Path of the browser; null (default) to look it up.</param>
    /// <param name="patience">Longest time that one picture may take. Default 60 seconds.</param>
    /// <exception cref="InputException">There is no browser; the message says what to install.</exception>
    public BrowserRenderer(SvgRenderer? svg = null, string? browser = null, TimeSpan? patience = null)
    {
        _browser = new Browser(browser, patience ?? TimeSpan.FromSeconds(60));
        _own = svg is null;
        _svg = svg ?? new SvgRenderer();
    }

    /// <summary>Draws a chart as PNG with two pixels for each of the chart's.</summary>
    /// <param name="chart">The chart.</param>
    /// <returns>A PNG file.</returns>
    /// <exception cref="InputException">Node.js or the browser cannot be started.</exception>
    /// <exception cref="ChartRenderException">The chart cannot be drawn, or the browser left no picture.</exception>
    public byte[] ToPng(ChartSpec chart)
    {
        var pages = Pages([chart]);
        return Run(Html(pages), "chart.png", output =>
        [
            "--screenshot=" + output,
            string.Create(CultureInfo.InvariantCulture, $"--force-device-scale-factor={Scale}"),
            string.Create(CultureInfo.InvariantCulture, $"--window-size={pages[0].Width},{pages[0].Height}"),
        ]);
    }

    /// <summary>Draws a chart as a PDF of one page of the chart's size.</summary>
    /// <param name="chart">The chart.</param>
    /// <returns>A PDF file, the same bytes for the same chart and browser.</returns>
    /// <exception cref="InputException">Node.js or the browser cannot be started.</exception>
    /// <exception cref="ChartRenderException">The chart cannot be drawn, or the browser left no file.</exception>
    public byte[] ToPdf(ChartSpec chart) => ToPdf([chart]);

    /// <summary>Draws charts as one PDF with a page for each, every page of its chart's size.</summary>
    /// <param name="charts">The charts, at least one.</param>
    /// <returns>A PDF file, the same bytes for the same charts and browser.</returns>
    /// <exception cref="ArgumentException">There is no chart.</exception>
    /// <exception cref="InputException">Node.js or the browser cannot be started.</exception>
    /// <exception cref="ChartRenderException">A chart cannot be drawn, or the browser left no file.</exception>
    public byte[] ToPdf(IReadOnlyList<ChartSpec> charts)
    {
        ArgumentNullException.ThrowIfNull(charts);
        if (charts.Count == 0) throw new ArgumentException("There is no chart to draw. Give at least one.", nameof(charts));
        return ToPdf(Html(Pages(charts)));
    }

    /// <summary>Prints a page that carries all it needs, such as a report, as its own print style says.</summary>
    /// <param name="html">The page.</param>
    /// <returns>A PDF file, the same bytes for the same page and browser.</returns>
    /// <exception cref="InputException">The browser cannot be started.</exception>
    /// <exception cref="ChartRenderException">The browser left no file.</exception>
    public byte[] ToPdf(string html)
    {
        var file = Run(html, "page.pdf", output => ["--print-to-pdf=" + output, "--no-pdf-header-footer"]);
        // The only bytes that differ between runs are the time of day; the places of a file's objects do not move when it is overwritten.
        return Encoding.Latin1.GetBytes(Dates().Replace(Encoding.Latin1.GetString(file), m => m.Groups[1].Value + "20000101000000"));
    }

    /// <summary>Ends what this renderer has started.</summary>
    public void Dispose()
    {
        if (_own) _svg.Dispose();
    }

    [GeneratedRegex(@"(/(?:CreationDate|ModDate) \(D:)\d{14}")]
    private static partial Regex Dates();

    private List<Page> Pages(IEnumerable<ChartSpec> charts) => [.. charts.Select(chart =>
    {
        var svg = _svg.Render(chart).Svg;
        var root = XElement.Parse(svg);
        int Whole(string attribute) => (int)Math.Ceiling(double.Parse(root.Attribute(attribute)!.Value, CultureInfo.InvariantCulture));
        return new Page(chart.Title, svg, Whole("width"), Whole("height"));
    })];

    private byte[] Run(string html, string name, Func<string, IEnumerable<string>> arguments)
    {
        var folder = Directory.CreateTempSubdirectory("ctms-chart-").FullName;
        try
        {
            var (page, output) = (Path.Combine(folder, "chart.html"), Path.Combine(folder, name));
            File.WriteAllText(page, html);
            return _browser.Run(folder, [.. arguments(output), new Uri(page).AbsoluteUri], output);
        }
        finally
        {
            Remove(folder);
        }
    }

    /// <summary>The browser's helper processes may still be writing to its profile for a moment after it has ended.</summary>
    private static void Remove(string folder)
    {
        for (var attempt = 0; attempt < 20; attempt++)
        {
            try
            {
                Directory.Delete(folder, recursive: true);
                return;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException && attempt < 19)
            {
                Thread.Sleep(TimeSpan.FromMilliseconds(50));
            }
        }
    }

    private static string Html(List<Page> pages)
    {
        var style = "html,body{margin:0;background:#ffffff}svg{display:block}"
            + string.Concat(pages.Select((p, i) => string.Create(CultureInfo.InvariantCulture, $"@page p{i}{{size:{p.Width}px {p.Height}px;margin:0}}.p{i}{{page:p{i}}}")));
        using var text = new StringWriter { NewLine = "\n" };
        var html = new HtmlWriter(text);
        html.Own("<!DOCTYPE html>");
        using (html.Open("html", ("lang", "en-US")))
        {
            using (html.Open("head"))
            {
                html.Void("meta", ("charset", "utf-8"));
                html.Void("meta", ("http-equiv", "Content-Security-Policy"), ("content", $"default-src 'none'; style-src '{EmbeddedText.Hash(style)}'"));
                html.Text("title", pages[0].Title);
                html.Own($"<style>{style}</style>");
            }

            using var body = html.Open("body");
            for (var i = 0; i < pages.Count; i++)
            {
                using var page = html.Open("div", ("class", string.Create(CultureInfo.InvariantCulture, $"p{i}")));
                html.Svg(pages[i].Svg);
            }
        }

        return text.ToString();
    }

    private sealed record Page(string Title, string Svg, int Width, int Height);
}
