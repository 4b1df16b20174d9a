using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using CtmsAnalytics.Charts.Gallery;
using CtmsAnalytics.Charts.Rendering;
using CtmsAnalytics.Charts.Tests.Browser;
using CtmsAnalytics.Diagnostics;

namespace CtmsAnalytics.Charts.Tests.Rendering;

[Collection(SharedChartTools.Name)]
public sealed partial class BrowserRendererTests(ChartTools tools)
{
    [BrowserFact]
    public void ToPng_NarrowChart_HasTwoPixelsForEachOfTheCharts()
    {
        using var renderer = new BrowserRenderer(tools.Renderer);
        var chart = ChartGallery.Recipes[0].Build(ChartSize.Narrow);
        var (width, height) = Size(chart);

        var png = renderer.ToPng(chart);

        Assert.Equal("\u0089PNG", Encoding.Latin1.GetString(png, 0, 4));
        Assert.Equal((width * 2, height * 2), (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20))));
        Assert.True(png.Length > 5_000, "An empty picture is smaller.");
    }

    [BrowserFact]
    public void ToPdf_TwoCharts_HasAPageOfTheSizeOfEachAndTheSameBytesAgain()
    {
        using var renderer = new BrowserRenderer(tools.Renderer);
        ChartSpec[] charts = [ChartGallery.Recipes[0].Build(ChartSize.Wide), ChartGallery.Recipes[0].Build(ChartSize.Narrow)];

        var pdf = renderer.ToPdf(charts);

        var pages = MediaBoxes().Matches(Encoding.Latin1.GetString(pdf)).Select(m => (Points(m.Groups[1]), Points(m.Groups[2]))).ToList();
        Assert.Equal(2, pages.Count);
        foreach (var (page, chart) in pages.Zip(charts))
        {
            // A point is 4/3 of a pixel.
            Assert.InRange(page.Item1 * 4 / 3, Size(chart).Width - 1, Size(chart).Width + 1);
            Assert.InRange(page.Item2 * 4 / 3, Size(chart).Height - 1, Size(chart).Height + 1);
        }

        Assert.Equal(pdf, renderer.ToPdf(charts));
    }

    [Fact]
    public void ToPng_NoSuchBrowser_SaysWhatToInstall()
    {
        using var renderer = new BrowserRenderer(tools.Renderer, "no-such-browser");

        var error = Assert.Throws<InputException>(() => renderer.ToPng(ChartGallery.Recipes[0].Build(ChartSize.Wide)));

        Assert.Contains("'no-such-browser' could not be started", error.Message, StringComparison.Ordinal);
        Assert.Contains("apt-get install chromium", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ToPng_ProgramThatDrawsNothing_SaysSo()
    {
        using var renderer = new BrowserRenderer(tools.Renderer, "node");

        var error = Assert.Throws<ChartRenderException>(() => renderer.ToPng(ChartGallery.Recipes[0].Build(ChartSize.Wide)));

        Assert.Contains("'node' ended without a picture", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ToPdf_NoChart_IsRefused()
    {
        using var renderer = new BrowserRenderer(tools.Renderer, "node");

        Assert.Throws<ArgumentException>(() => renderer.ToPdf([]));
    }

    [GeneratedRegex(@"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]")]
    private static partial Regex MediaBoxes();

    private static double Points(Group group) => double.Parse(group.Value, CultureInfo.InvariantCulture);

    private (int Width, int Height) Size(ChartSpec chart)
    {
        var svg = XElement.Parse(tools.Renderer.Render(chart).Svg);
        int Whole(string attribute) => (int)Math.Ceiling(double.Parse(svg.Attribute(attribute)!.Value, CultureInfo.InvariantCulture));
        return (Whole("width"), Whole("height"));
    }
}
