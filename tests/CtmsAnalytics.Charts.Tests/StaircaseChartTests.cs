using CtmsAnalytics.Charts.Comparisons;

namespace CtmsAnalytics.Charts.Tests;

[Collection(SharedChartTools.Name)]
public sealed class StaircaseChartTests(ChartTools tools)
{
    [Fact]
    public void Staircase_EightLevels_DrawsEveryRangeMidpointMarketAndPerson()
    {
        var chart = StaircaseChart.Build(SampleComparison.Create());

        foreach (var view in new[] { "baseline-ranges", "proposal-ranges", "baseline-midpoints", "proposal-midpoints", "market-spans", "market-p25", "market-p50", "market-target" })
            Assert.Equal(8, ChartTools.Rows(chart, view).Count);
        Assert.Equal(5, ChartTools.Rows(chart, "market-p75").Count);
        Assert.Equal(3, ChartTools.Rows(chart, "market-p75-censored").Count);
        Assert.Equal(204, ChartTools.Rows(chart, "incumbents").Count);
        var words = ChartTools.Words(tools.Renderer.Render(chart).Svg);
        Assert.Contains("P75 at or above (survey top code)", words);
        Assert.Contains(words, w => w.Contains("n = 204 incumbents", StringComparison.Ordinal) && w.Contains("May 2024 survey", StringComparison.Ordinal));
        Assert.Contains(chart.Table.Rows, r => r.Contains("\u2265 $239,200"));
    }

    [Fact]
    public void Staircase_Dots_StandBetweenTheTwoRangesOfTheirOwnLevelAtTheirOwnSalary()
    {
        var comparison = SampleComparison.Create();
        var chart = StaircaseChart.Build(comparison);

        var dots = ChartTools.Rows(chart, "incumbents");
        var left = ChartTools.Rows(chart, "baseline-ranges").Select(r => (double)r["right"]!).ToList();
        var right = ChartTools.Rows(chart, "proposal-ranges").Select(r => (double)r["left"]!).ToList();
        Assert.All(dots, d => Assert.InRange((double)d["x"]!, left[(int)(double)d["x"]!], right[(int)(double)d["x"]!]));
        Assert.Equal(comparison.Staircase.SelectMany(s => s.Incumbents).Sum(), dots.Sum(d => (double)d["y"]!) * 1000, 3);
    }

    [Fact]
    public void Staircase_IndividualsLeftOut_HoldsNoSalaryAndNoCountByLevel()
    {
        var comparison = SampleComparison.Create();
        var alone = comparison with { Staircase = [.. comparison.Staircase.Select(s => s with { Incumbents = [.. s.Incumbents.Select(i => i + 1)] })] };

        var chart = StaircaseChart.Build(comparison, new StaircaseOptions(ShowIndividuals: false));

        Assert.Empty(ChartTools.Rows(chart, "incumbents"));
        Assert.DoesNotContain("People", chart.Table.Columns);
        Assert.Equal(chart.ToJson(), StaircaseChart.Build(alone, new StaircaseOptions(ShowIndividuals: false)).ToJson());
        Assert.DoesNotContain("One incumbent", ChartTools.Words(tools.Renderer.Render(chart).Svg));
    }

    [Fact]
    public void Staircase_PeopleInAnotherOrder_GivesTheSamePicture()
    {
        var comparison = SampleComparison.Create();
        var reversed = comparison with { Staircase = [.. comparison.Staircase.Select(s => s with { Incumbents = [.. s.Incumbents.Reverse()] })] };

        Assert.Equal(StaircaseChart.Build(comparison).ToJson(), StaircaseChart.Build(reversed).ToJson());
    }

    [Fact]
    public void Staircase_SomebodyAboveEveryRange_StaysInsideTheAxis()
    {
        var comparison = SampleComparison.Create();
        var outlier = comparison with { Staircase = [.. comparison.Staircase.SkipLast(1), comparison.Staircase[^1] with { Incumbents = [312_400] }] };

        var domain = ChartTools.Views(StaircaseChart.Build(outlier).Specification).First(v => (string?)v["name"] == "incumbents")["encoding"]!["y"]!["scale"]!["domain"]!.AsArray();

        Assert.True((double)domain[1]! >= 312.4);
    }

    [Fact]
    public void Staircase_NoLevels_IsRefused() =>
        Assert.Throws<ArgumentException>(() => StaircaseChart.Build(SampleComparison.Create() with { Staircase = [] }));
}
