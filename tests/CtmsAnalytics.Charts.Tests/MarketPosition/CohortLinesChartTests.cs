using CtmsAnalytics.Charts.MarketPosition;

namespace CtmsAnalytics.Charts.Tests.MarketPosition;

[Collection(SharedChartTools.Name)]
public sealed class CohortLinesChartTests(ChartTools tools)
{
    [Fact]
    public void CohortLines_WithheldYear_LeavesAGapInTheLine()
    {
        var chart = Build(new Cohort("Early", [new(2027, 150_000), new(2028, null), new(2029, 160_000), new(2030, 165_000)]));

        Assert.Single(ChartTools.Rows(chart, "cohort-1-line-1"));
        Assert.Equal([160, 165], ChartTools.Rows(chart, "cohort-1-line-2").Select(r => (double)r["y"]!));
        Assert.Equal(["Early", "$150,000", "withheld", "$160,000", "$165,000"], Assert.Single(chart.Table.Rows));
    }

    [Fact]
    public void CohortLines_SeveralCohorts_TitleHasTheLowestAndTheHighestOfTheLastYearAndEveryLineItsName()
    {
        var chart = Build(new Cohort("Early", [new(2027, 150_000), new(2028, 165_000)]), new Cohort("Late", [new(2028, 149_000)]), new Cohort("Middle", [new(2028, 160_000)]));

        Assert.Equal("In FY2028 the median salary goes from $149K (Late) to $165K (Early)", chart.Title);
        var words = ChartTools.Words(tools.Renderer.Render(chart).Svg);
        foreach (var word in new[] { "Early $165K", "Middle $160K", "Late $149K" }) Assert.Contains(word, words);
    }

    [Fact]
    public void CohortLines_NoValue_IsRefused() =>
        Assert.Contains("no cohort with a value", Assert.Throws<ArgumentException>(() => Build(new Cohort("Early", [new(2027, null)]))).Message, StringComparison.Ordinal);

    private static ChartSpec Build(params Cohort[] cohorts) => CohortLinesChart.Build(new CohortLinesInput(CohortMeasure.Salary, cohorts, new ChartBasis()));
}
