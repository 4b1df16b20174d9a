using CtmsAnalytics.Charts.Comparisons;

namespace CtmsAnalytics.Charts.Tests;

[Collection(SharedChartTools.Name)]
public sealed class BridgeChartTests(ChartTools tools)
{
    [Fact]
    public void Bridge_FourDrivers_StepsAddUpToTheDifference()
    {
        var comparison = SampleComparison.Create();

        var chart = BridgeChart.Build(comparison);

        var steps = ChartTools.Rows(chart, "increases");
        Assert.Equal(4, steps.Count);
        Assert.Empty(ChartTools.Rows(chart, "decreases"));
        var difference = (comparison.Proposal.Costs.Total - comparison.Baseline.Costs.Total) / 100_000_000d;
        Assert.Equal(difference, steps.Sum(s => (double)s["to"]! - (double)s["from"]!), 9);
        var total = Assert.Single(ChartTools.Rows(chart, "proposal"));
        Assert.Equal((0d, difference), ((double)total["from"]!, Math.Round((double)total["to"]!, 9)));
    }

    [Fact]
    public void Bridge_MixedSigns_EachStepStartsWhereTheLastOneEnded()
    {
        var chart = BridgeChart.Build(SampleComparison.Create([41, -30, 12, -8]));

        var steps = ChartTools.Rows(chart, "increases").Concat(ChartTools.Rows(chart, "decreases")).OrderBy(s => (double)s["top"]!).ToList();
        Assert.Equal(4, steps.Count);
        Assert.Equal(0d, (double)steps[0]["from"]!);
        for (var i = 1; i < steps.Count; i++) Assert.Equal((double)steps[i - 1]["to"]!, (double)steps[i]["from"]!, 9);
        Assert.Equal(2, ChartTools.Rows(chart, "decreases").Count);
    }

    [Fact]
    public void Bridge_Drawn_PrintsBothTotalsEveryDriverAndWhereTheAxisStarts()
    {
        var words = ChartTools.Words(tools.Renderer.Render(BridgeChart.Build(SampleComparison.Create())).Svg);

        foreach (var word in new[] { "$228.3M", "$240.5M", "+$5.0M", "+$5.6M", "+$1.1M", "+$488K", "Baseline", "Difference from the baseline total, $ millions" }) Assert.Contains(word, words);
        Assert.Contains(words, w => w.Contains("not at zero dollars", StringComparison.Ordinal));
        Assert.Contains(words, w => w.Contains("n = 204", StringComparison.Ordinal));
    }

    [Fact]
    public void Bridge_DriversThatMissACent_AreRefused()
    {
        var comparison = SampleComparison.Create();
        var first = comparison.Drivers[0];
        var shorter = first with { CentsByYear = first.CentsByYear.ToDictionary(p => p.Key, p => p.Key == 2027 ? p.Value - 1 : p.Value) };

        var error = Assert.Throws<ArgumentException>(() => BridgeChart.Build(comparison with { Drivers = [shorter, .. comparison.Drivers.Skip(1)] }));

        Assert.Contains("1220002999", error.Message, StringComparison.Ordinal);
        Assert.Contains("1220003000", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bridge_DifferentYears_AreRefused()
    {
        var comparison = SampleComparison.Create();

        Assert.Throws<ArgumentException>(() => BridgeChart.Build(comparison with { Proposal = comparison.Proposal with { FiscalYears = [2027] } }));
    }

    [Fact]
    public void Bridge_Table_EveryColumnGoesFromBaselineToProposal()
    {
        var comparison = SampleComparison.Create();

        var table = BridgeChart.Build(comparison).Table;

        for (var column = 1; column < table.Columns.Count; column++)
        {
            var amounts = table.Rows.Select(r => Amounts.Parse(r[column])).ToList();
            Assert.InRange(amounts[^1] - amounts.SkipLast(1).Sum(), -3, 3);
        }
    }
}
