using System.Xml.Linq;
using CtmsAnalytics.Charts.Comparisons;
using CtmsAnalytics.Projection;

namespace CtmsAnalytics.Charts.Tests;

[Collection(SharedChartTools.Name)]
public sealed class SpecificationTests(ChartTools tools)
{
    public static TheoryData<string, ChartSize, string> Cases()
    {
        var cases = new TheoryData<string, ChartSize, string>();
        foreach (var size in Enum.GetValues<ChartSize>())
        {
            foreach (var chart in new[] { BridgeChart.Name, CostLinesChart.Name, StaircaseChart.Name })
            {
                foreach (var data in new[] { "ordinary", "mixed signs", "no difference", "no drivers", "cheaper" }) cases.Add(chart, size, data);
            }
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void EveryChart_AnyData_IsValidVegaLiteAndDrawsWithoutWarning(string name, ChartSize size, string data)
    {
        var chart = Build(name, size, data);

        Assert.Empty(tools.Schema.Problems(chart.Specification));
        var rendered = tools.Renderer.Render(chart);
        Assert.Empty(rendered.Warnings);
        var svg = XDocument.Parse(rendered.Svg).Root!;
        Assert.Equal("img", (string?)svg.Attribute("role"));
        Assert.Equal(chart.Title, (string?)svg.Attribute("aria-label"));
        Assert.Equal([chart.Title, chart.Description], svg.Elements().Take(2).Select(e => e.Value));
        Assert.DoesNotContain("NaN", rendered.Svg, StringComparison.Ordinal);
        Assert.DoesNotContain(svg.DescendantsAndSelf().Attributes(), a => a.Name.LocalName == "style");
        Assert.All(chart.Table.Rows, row => Assert.Equal(chart.Table.Columns.Count, row.Count));
    }

    [Theory]
    [InlineData(ChartSize.Wide, 960)]
    [InlineData(ChartSize.Narrow, 390)]
    public void EveryChart_Size_FitsItsPlace(ChartSize size, int width)
    {
        foreach (var name in new[] { BridgeChart.Name, CostLinesChart.Name, StaircaseChart.Name })
        {
            var svg = XDocument.Parse(tools.Renderer.Render(Build(name, size, "ordinary")).Svg).Root!;
            Assert.InRange((int)svg.Attribute("width")!, width * 2 / 3, width);
        }
    }

    private static ChartSpec Build(string name, ChartSize size, string data)
    {
        Comparison comparison = SampleComparison.Create(data switch
        {
            "mixed signs" => [41, -30, 12, -8],
            "no difference" or "no drivers" => [0, 0, 0, 0],
            "cheaper" => [-41, -5, 0, -9],
            _ => null,
        });
        if (data == "no drivers") comparison = comparison with { Drivers = [] };
        return name switch
        {
            BridgeChart.Name => BridgeChart.Build(comparison, size),
            CostLinesChart.Name => CostLinesChart.Build(comparison, size),
            _ => StaircaseChart.Build(comparison, new StaircaseOptions(Size: size)),
        };
    }
}
