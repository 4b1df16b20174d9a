using CtmsAnalytics.Charts.Workforce;

namespace CtmsAnalytics.Charts.Tests.Workforce;

public sealed class HeadcountFlowChartTests
{
    [Fact]
    public void HeadcountFlow_Drawn_ConservesPeopleInEveryYear()
    {
        var chart = Build(new HeadcountYear(2027, 204, 24.3, 23.1, 205.2, 200, 210), new HeadcountYear(2028, 205.2, 29.8, 21.4, 213.6, 206, 221));

        var hires = ChartTools.Rows(chart, "hires").Select(r => (double)r["y2"]!).ToList();
        var separations = ChartTools.Rows(chart, "separations").Select(r => (double)r["y2"]!).ToList();
        var ends = ChartTools.Rows(chart, "end").Select(r => (double)r["y"]!).ToList();
        Assert.Equal(ends[0], 204 + hires[0] + separations[0], 9);
        Assert.Equal(ends[1], ends[0] + hires[1] + separations[1], 9);
        Assert.Equal("Headcount grows from 204 to 213.6 by the end of FY2028: 27.1 hires and 22.3 separations a year", chart.Title);
    }

    [Fact]
    public void HeadcountFlow_PeopleLost_IsRefusedWithTheYearAndItsFigures()
    {
        var error = Assert.Throws<ArgumentException>(() => Build(new HeadcountYear(2027, 204, 20, 10, 220)));

        Assert.Contains("not conserved in FY2027: 204 at the start, 20 hires and 10 separations do not give 220", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void HeadcountFlow_NoYear_IsRefused() => Assert.Contains("no fiscal year", Assert.Throws<ArgumentException>(() => Build()).Message, StringComparison.Ordinal);

    private static ChartSpec Build(params HeadcountYear[] years) => HeadcountFlowChart.Build(new HeadcountFlowInput("Proposal", years, new ChartBasis(Draws: 500)));
}
