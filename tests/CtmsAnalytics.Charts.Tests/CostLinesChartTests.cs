using System.Globalization;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using CtmsAnalytics.Charts.Comparisons;

namespace CtmsAnalytics.Charts.Tests;

[Collection(SharedChartTools.Name)]
public sealed class CostLinesChartTests(ChartTools tools)
{
    [Fact]
    public void CostLines_FiveYears_DrawsEveryYearOfBothAndTheirDifference()
    {
        var comparison = SampleComparison.Create();

        var chart = CostLinesChart.Build(comparison);

        static double Cost(IReadOnlyList<JsonObject> rows) => rows.Sum(r => (double)r["cost"]!);
        var (baseline, proposal, bars) = (ChartTools.Rows(chart, "baseline-points"), ChartTools.Rows(chart, "proposal-points"), ChartTools.Rows(chart, "increases"));
        Assert.Equal((5, 5, 5), (baseline.Count, proposal.Count, bars.Count));
        Assert.Equal(comparison.Baseline.Costs.Total / 1e8, Cost(baseline), 6);
        Assert.Equal(comparison.Proposal.Costs.Total / 1e8, Cost(proposal), 6);
        Assert.Equal(Cost(proposal) - Cost(baseline), bars.Sum(b => (double)b["amount"]!), 6);
        Assert.Equal("Yearly difference grows from +$1.3M in FY2027 to +$3.6M (+7.4%) in FY2031", chart.Title);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    [InlineData(3)]
    public void CostLines_EndsNearlyEqual_KeepTheirLabelsApart(long share)
    {
        var svg = tools.Renderer.Render(CostLinesChart.Build(SampleComparison.Create([share, 0, 0, 0]))).Svg;

        var heights = XDocument.Parse(svg).Descendants().Where(e => e.Name.LocalName == "text" && (e.Value.StartsWith("Baseline $", StringComparison.Ordinal) || e.Value.StartsWith("Proposal $", StringComparison.Ordinal)))
            .Select(e => double.Parse(((string)e.Attribute("transform")!).Split(',')[1].TrimEnd(')'), CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(2, heights.Count);
        Assert.True(Math.Abs(heights[0] - heights[1]) >= 15, $"labels are {Math.Abs(heights[0] - heights[1])} pixels apart");
    }

    [Fact]
    public void CostLines_CheaperProposal_DrawsDecreasesWithMinusSigns()
    {
        var chart = CostLinesChart.Build(SampleComparison.Create([-41, -5, 0, -9]));

        Assert.Equal(5, ChartTools.Rows(chart, "decreases").Count);
        Assert.Empty(ChartTools.Rows(chart, "increases"));
        Assert.Contains("\u2212$715K (\u22121.7%)", ChartTools.Words(tools.Renderer.Render(chart).Svg));
    }
}
