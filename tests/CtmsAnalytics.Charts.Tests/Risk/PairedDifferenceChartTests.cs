using CtmsAnalytics.Charts.Risk;

namespace CtmsAnalytics.Charts.Tests.Risk;

[Collection(SharedChartTools.Name)]
public sealed class PairedDifferenceChartTests(ChartTools tools)
{
    [Fact]
    public void PairedDifference_Bars_HoldEveryDrawOnItsSideOfZero()
    {
        long[] draws = [.. Enumerable.Range(0, 400).Select(i => ((i * 7919L % 400) - 80) * 1_000_00)];

        var chart = Build(draws);

        double Draws(string bars) => ChartTools.Rows(chart, bars).Sum(r => (double)r["y2"]!);
        Assert.Equal(80, Draws("cheaper"));
        Assert.Equal(320, Draws("costlier"));
        Assert.Empty(ChartTools.Rows(chart, "same"));
        Assert.Contains("costs less in 20%", ChartTools.Words(tools.Renderer.Render(chart).Svg));
        Assert.Equal("Proposal costs $120K more than the baseline over FY2027\u201331 on average; in 80% of draws \u2212$41K to +$279K", chart.Title);
    }

    [Fact]
    public void PairedDifference_Interval_IsNarrowerThanTheRangeOfDrawsAndAroundTheMean()
    {
        var chart = Build([.. Enumerable.Range(0, 100).Select(i => i * 1_000_000_00L)]);

        var interval = Assert.Single(ChartTools.Rows(chart, "interval"));
        var range = Assert.Single(ChartTools.Rows(chart, "p10-p90"));
        var mean = (double)Assert.Single(ChartTools.Rows(chart, "mean"))["x"]!;
        Assert.Equal(49.5, mean);
        Assert.Equal((9d, 89d), ((double)range["x"]!, (double)range["x2"]!));
        // Standard error of 0 to 99: standard deviation 29.0115 over the root of 100.
        Assert.Equal(1.96 * 2.90115, (double)interval["x2"]! - mean, 3);
    }

    [Fact]
    public void PairedDifference_IntervalAroundZero_ClaimsNoDifference() =>
        Assert.StartsWith("Proposal and the baseline cost about the same", Build([-300_000_00, 310_000_00, -150_000_00, 160_000_00]).Title, StringComparison.Ordinal);

    [Theory]
    [InlineData(0, "Proposal costs the same as the baseline over FY2027\u201331 in every draw")]
    [InlineData(-500_000_00, "Proposal costs $500K less than the baseline over FY2027\u201331 in every draw")]
    public void PairedDifference_SameInEveryDraw_SaysSo(long cents, string title) => Assert.Equal(title, Build([cents, cents, cents]).Title);

    [Fact]
    public void PairedDifference_OneDraw_HasNoInterval()
    {
        var chart = Build([5_000_000_00]);

        Assert.Empty(ChartTools.Rows(chart, "interval"));
        Assert.Contains(chart.Table.Rows, r => r[0] == "Standard error of the mean" && r[1] == "\u2013");
    }

    [Fact]
    public void PairedDifference_NoDraw_IsRefused() => Assert.Contains("no draw", Assert.Throws<ArgumentException>(() => Build([])).Message, StringComparison.Ordinal);

    private static ChartSpec Build(IReadOnlyList<long> draws) => PairedDifferenceChart.Build(new PairedDifferenceInput("Proposal", "the baseline", "FY2027\u201331", draws, new ChartBasis(People: 204)));
}
