using System.Text.Json.Nodes;
using System.Xml.Linq;
using CtmsAnalytics.Charts.Comparisons;
using CtmsAnalytics.Charts.Rendering;
using CtmsAnalytics.Diagnostics;

namespace CtmsAnalytics.Charts.Tests;

[Collection(SharedChartTools.Name)]
public sealed class SvgRendererTests(ChartTools tools)
{
    private const string Hostile = "</title><script>alert(1)</script>]]>&amp;\"'<img src=x onerror=alert(2)>\u0001\u202e \ud83d\ude80 \u5341";

    private static readonly string[] Drawn = ["svg", "title", "desc", "g", "rect", "path", "line", "text", "tspan"];

    [Fact]
    public void Render_SameChartAfterOthersAndInANewProcess_GivesTheSameBytes()
    {
        var comparison = SampleComparison.Create();
        var clipped = Clipped();
        var (first, firstClipped) = (tools.Renderer.Render(StaircaseChart.Build(comparison)).Svg, tools.Renderer.Render(clipped).Svg);
        tools.Renderer.Render(BridgeChart.Build(comparison));
        using var another = new SvgRenderer();

        Assert.Equal(first, tools.Renderer.Render(StaircaseChart.Build(comparison)).Svg);
        Assert.Equal(firstClipped, tools.Renderer.Render(clipped).Svg);
        Assert.Equal(first, another.Render(StaircaseChart.Build(comparison)).Svg);
    }

    [Fact]
    public void Render_Definitions_CarryTheNameOfTheChart()
    {
        var svg = tools.Renderer.Render(Clipped()).Svg;

        Assert.Contains("id=\"two-clip", svg, StringComparison.Ordinal);
        Assert.Contains("url(#two-clip", svg, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_HostileNames_AreTextAndNothingElse()
    {
        var comparison = SampleComparison.Create(baselineName: Hostile, proposalName: Hostile);
        comparison = comparison with
        {
            Drivers = [comparison.Drivers[0] with { Title = Hostile }, .. comparison.Drivers.Skip(1)],
            Staircase = [comparison.Staircase[0] with { Title = Hostile, WorkLevel = Hostile }, .. comparison.Staircase.Skip(1)],
        };

        foreach (var chart in new[] { BridgeChart.Build(comparison), CostLinesChart.Build(comparison), StaircaseChart.Build(comparison), BridgeChart.Build(comparison, ChartSize.Narrow) })
        {
            var svg = XDocument.Parse(tools.Renderer.Render(chart).Svg);
            Assert.All(svg.Descendants(), e => Assert.Contains(e.Name.LocalName, Drawn));
            Assert.DoesNotContain(svg.Descendants().Attributes(), a => a.Name.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public void Render_LevelNameThatLooksLikeAnExpression_IsShownAsWritten()
    {
        var comparison = SampleComparison.Create();
        var odd = comparison with { Staircase = [comparison.Staircase[0] with { WorkLevel = "datum.x" }, .. comparison.Staircase.Skip(1)] };

        Assert.Contains("datum.x", ChartTools.Words(tools.Renderer.Render(StaircaseChart.Build(odd)).Svg));
    }

    [Fact]
    public void Render_SpecificationThatAsksForAFile_IsNotGivenIt()
    {
        var chart = Chart("""{"data":{"url":"file:///etc/hostname"},"mark":"point","encoding":{}}""");

        var error = Assert.Throws<ChartRenderException>(() => tools.Renderer.Render(chart));

        Assert.Contains("'two'", error.Message, StringComparison.Ordinal);
        Assert.Contains("must stand in its specification", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_BrokenSpecification_SaysWhichChartAndTheNextOneStillDraws()
    {
        var error = Assert.Throws<ChartRenderException>(() => tools.Renderer.Render(Chart("""{"nonsense":1}""")));

        Assert.StartsWith("Chart 'two' was not drawn", error.Message, StringComparison.Ordinal);
        Assert.Contains("<svg", tools.Renderer.Render(Clipped()).Svg, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_UnknownField_IsReportedAsAWarning()
    {
        var chart = Chart("""{"data":{"values":[{"a":1}]},"mark":"point","encoding":{"x":{"field":"a","type":"quantitative","scale":{"type":"band"}}}}""");

        Assert.NotEmpty(tools.Renderer.Render(chart).Warnings);
    }

    [Fact]
    public void Render_NodeMissing_SaysWhatToInstall()
    {
        using var renderer = new SvgRenderer("no-such-node-program");

        var error = Assert.Throws<InputException>(() => renderer.Render(Clipped()));

        Assert.Contains("'no-such-node-program' could not be started", error.Message, StringComparison.Ordinal);
        Assert.Contains("Install Node.js 18 or later", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_ProgramIsNotNode_SaysSo()
    {
        using var renderer = new SvgRenderer("dotnet");

        var error = Assert.Throws<ChartRenderException>(() => renderer.Render(Clipped()));

        Assert.Contains("Node.js 18 or later", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_TakesTooLong_EndsTheProcessAndSaysSo()
    {
        using var renderer = new SvgRenderer(patience: TimeSpan.FromMilliseconds(1));

        var error = Assert.Throws<ChartRenderException>(() => renderer.Render(Clipped()));

        Assert.Contains("was not drawn within 0.001 seconds", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Render_FromSeveralThreads_GivesEachItsOwnChart()
    {
        var comparison = SampleComparison.Create();
        var charts = new[] { BridgeChart.Build(comparison), CostLinesChart.Build(comparison), StaircaseChart.Build(comparison), BridgeChart.Build(comparison, ChartSize.Narrow) };

        var drawn = await Task.WhenAll(charts.Select(c => Task.Run(() => tools.Renderer.Render(c).Svg)));

        Assert.Equal(charts.Select(c => tools.Renderer.Render(c).Svg), drawn);
    }

    [Fact]
    public void Render_Disposed_IsRefused()
    {
        var renderer = new SvgRenderer();
        renderer.Dispose();
        renderer.Dispose();

        Assert.Throws<ObjectDisposedException>(() => renderer.Render(Clipped()));
    }

    [Fact]
    public void ToHtml_Chart_IsAFigureWithItsTable()
    {
        var figure = XDocument.Parse(BridgeChart.Build(SampleComparison.Create()).ToHtml()).Root!;

        Assert.Equal("figure", figure.Name.LocalName);
        Assert.Single(figure.Elements(), e => e.Name.LocalName == "svg");
        Assert.Equal(7, figure.Descendants("tr").Count());
    }

    private static ChartSpec Clipped() => Chart("""{"data":{"values":[{"a":1,"b":2}]},"mark":{"type":"bar","clip":true},"encoding":{"x":{"field":"a","type":"nominal"},"y":{"field":"b","type":"quantitative"}}}""");

    private static ChartSpec Chart(string json) => new("two", "Title", "Description", JsonNode.Parse(json)!.AsObject(), new ChartTable("Caption", ["a"], []));
}
