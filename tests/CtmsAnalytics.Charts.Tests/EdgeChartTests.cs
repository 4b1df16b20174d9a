using System.Globalization;
using System.Xml.Linq;

namespace CtmsAnalytics.Charts.Tests;

[Collection(SharedChartTools.Name)]
public sealed class EdgeChartTests(ChartTools tools)
{
    private static readonly string[] Drawn = ["svg", "title", "desc", "g", "rect", "path", "line", "text", "tspan"];

    public static TheoryData<string, ChartSize> Cases()
    {
        var cases = new TheoryData<string, ChartSize>();
        foreach (var name in EdgeCharts.All.Keys)
        {
            foreach (var size in Enum.GetValues<ChartSize>()) cases.Add(name, size);
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void EdgeChart_Drawn_IsValidFitsItsPlaceAndHoldsNothingButMarks(string name, ChartSize size)
    {
        var chart = EdgeCharts.All[name](size);

        Assert.Empty(tools.Schema.Problems(chart.Specification));
        var rendered = tools.Renderer.Render(chart);
        Assert.Empty(rendered.Warnings);
        Assert.DoesNotContain("NaN", rendered.Svg, StringComparison.Ordinal);
        Assert.DoesNotContain("Infinity", rendered.Svg, StringComparison.Ordinal);
        var svg = XDocument.Parse(rendered.Svg).Root!;
        Assert.All(svg.Descendants(), e => Assert.Contains(e.Name.LocalName, Drawn));
        Assert.InRange(double.Parse(svg.Attribute("width")!.Value, CultureInfo.InvariantCulture), 1, size == ChartSize.Wide ? 960 : 390);
        Assert.All(chart.Table.Rows, row => Assert.Equal(chart.Table.Columns.Count, row.Count));
    }
}
