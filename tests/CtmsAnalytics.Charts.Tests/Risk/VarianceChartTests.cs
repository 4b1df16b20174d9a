using CtmsAnalytics.Charts.Risk;

namespace CtmsAnalytics.Charts.Tests.Risk;

public sealed class VarianceChartTests
{
    [Fact]
    public void Variance_SharesAndRemainder_AddUpToOne()
    {
        var chart = VarianceChart.Build(new VarianceInput("cost of FY2028", 1_310_000_00, [new("Incidents", 0.17, 0.03), new("Separations", 0.75, 0.04)], 0.08, 0.05, new ChartBasis(Draws: 500)));

        var bars = ChartTools.Rows(chart, "sources").Concat(ChartTools.Rows(chart, "remainder")).Select(r => (double)r["x2"]!).ToList();
        Assert.Equal([0.75, 0.17, 0.08], bars);
        Assert.Equal(1, bars.Sum(), 9);
        Assert.Equal(3, ChartTools.Rows(chart, "errors").Count);
        Assert.Equal("Separations: 75% of the risk in the cost of FY2028", chart.Title);
    }

    [Fact]
    public void Variance_NoSource_IsRefused() =>
        Assert.Contains("no source", Assert.Throws<ArgumentException>(() => VarianceChart.Build(new VarianceInput("cost", 1, [], null, null, new ChartBasis()))).Message, StringComparison.Ordinal);
}
