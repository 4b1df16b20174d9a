using CtmsAnalytics.Charts.Risk;

namespace CtmsAnalytics.Charts.Tests.Risk;

[Collection(SharedChartTools.Name)]
public sealed class FanChartTests(ChartTools tools)
{
    private static readonly ChartBasis Basis = new(Draws: 500, People: 204);

    [Fact]
    public void Fan_BudgetLikelyExceeded_NamesTheWorstYearWithItsFigures()
    {
        var chart = FanChart.Build(Input(0.2, 0.71));

        Assert.Equal("Proposal has a 71% chance to exceed its budget in FY2028: median $48.0M against $47.5M", chart.Title);
        var words = ChartTools.Words(tools.Renderer.Render(chart).Svg);
        foreach (var word in new[] { "20%", "71%", "$46.0M", "$48.0M", "$47.5M", "Approved budget" }) Assert.Contains(word, words);
        Assert.Contains("n = 500 draws, 204 people", string.Join(' ', words), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.1, 0.3, "Proposal keeps within its budget more likely than not in every year; the highest chance to exceed it is 30%, in FY2028")]
    [InlineData(0, 0, "Proposal keeps within its budget in every draw of every year")]
    [InlineData(0.001, 0, "Proposal keeps within its budget more likely than not in every year; the highest chance to exceed it is under 1%, in FY2027")]
    public void Fan_BudgetLikelyKept_SaysHowSafe(double first, double second, string title) => Assert.Equal(title, FanChart.Build(Input(first, second)).Title);

    [Fact]
    public void Fan_Bands_LieInsideOneAnotherAndAroundTheMedianOfEveryYear()
    {
        var chart = FanChart.Build(Input(0.2, 0.71));

        var median = ChartTools.Rows(chart, "median").Select(r => (double)r["y"]!).ToList();
        Assert.Equal([46, 48], median);
        foreach (var (inner, outer) in new[] { ("p25-p75", "p10-p90"), ("p10-p90", "p5-p95") })
        {
            foreach (var (small, large) in ChartTools.Rows(chart, inner).Zip(ChartTools.Rows(chart, outer)))
            {
                Assert.True((double)large["low"]! < (double)small["low"]!);
                Assert.True((double)large["high"]! > (double)small["high"]!);
            }
        }

        Assert.Equal(2, ChartTools.Rows(chart, "budget").Count);
        Assert.Equal(2, chart.Table.Rows.Count);
    }

    [Fact]
    public void Fan_WrongInput_IsRefusedInWords()
    {
        var year = Input(0, 0).Years[0];

        Assert.Contains("no fiscal year", Assert.Throws<ArgumentException>(() => FanChart.Build(new FanInput("a", [], Basis))).Message, StringComparison.Ordinal);
        Assert.Contains("FY2027 do not ascend", Assert.Throws<ArgumentException>(() => FanChart.Build(new FanInput("a", [year with { P10 = year.Median + 1 }], Basis))).Message, StringComparison.Ordinal);
        Assert.Contains("not between 0 and 1", Assert.Throws<ArgumentException>(() => FanChart.Build(new FanInput("a", [year with { ProbabilityAbove = 71 }], Basis))).Message, StringComparison.Ordinal);
        Assert.Contains("must ascend", Assert.Throws<ArgumentException>(() => FanChart.Build(new FanInput("a", [year, year], Basis))).Message, StringComparison.Ordinal);
    }

    private static FanInput Input(double first, double second) => new("Proposal", [Year(2027, 46, 47, first), Year(2028, 48, 47.5, second)], Basis);

    private static FanYear Year(int year, double median, double budget, double above)
    {
        long Cents(double millions) => (long)(millions * 100_000_000);
        return new FanYear(year, Cents(median - 3), Cents(median - 2), Cents(median - 1), Cents(median), Cents(median + 1), Cents(median + 2), Cents(median + 3), Cents(budget), above);
    }
}
