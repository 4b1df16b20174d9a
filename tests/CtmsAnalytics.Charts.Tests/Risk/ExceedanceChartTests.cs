using CtmsAnalytics.Charts.Risk;
using FsCheck;
using FsCheck.Fluent;

namespace CtmsAnalytics.Charts.Tests.Risk;

public sealed class ExceedanceChartTests
{
    private static readonly ChartBasis Basis = new(People: 204);

    [Fact]
    public void Exceedance_HundredDraws_MarksNearestRankAmountsAndTheBudgetsShare()
    {
        // Draws of 1 to 100 million dollars.
        var chart = Build([.. Enumerable.Range(1, 100).Reverse().Select(i => i * 100_000_000L)], 75_000_000_00);

        Assert.Equal([50, 80, 90], ChartTools.Rows(chart, "percentiles").Select(r => (double)r["x"]!));
        var budget = Assert.Single(ChartTools.Rows(chart, "budgets"));
        Assert.Equal((75d, 0.25), ((double)budget["x"]!, (double)budget["y"]!));
        Assert.Equal("Budget of $75.0M for FY2028 is exceeded in 25% of draws; $5.0M more would hold in 80%", chart.Title);
        Assert.Equal(["Budget", "$75,000,000", "25.0%"], chart.Table.Rows[^1]);
    }

    [Fact]
    public void Exceedance_AmountEqualToTheBudget_IsNotAboveIt()
    {
        var chart = Build([100, 200, 200, 300], 200);

        Assert.Equal(0.25, (double)Assert.Single(ChartTools.Rows(chart, "budgets"))["y"]!);
    }

    [Fact]
    public void Exceedance_AnyDraws_CurveFallsFromOneToZeroAndTellsTheShareAboveEveryStep() => Prop.ForAll(
        ArbMap.Default.ArbFor<int[]>().Filter(a => a.Length > 0),
        draws =>
        {
            var costs = draws.Select(d => d * 1000L).ToList();
            var chart = ExceedanceChart.Build(new ExceedanceInput("Proposal", "FY2028", costs, [], Basis));
            var curve = ChartTools.Rows(chart, "curve").Select(r => (X: (double)r["x"]!, Y: (double)r["y"]!)).ToList();
            Assert.Equal(1, curve[0].Y);
            Assert.Equal(0, curve[^1].Y);
            Assert.All(curve.Zip(curve.Skip(1)), p => Assert.True(p.First.X <= p.Second.X && p.First.Y >= p.Second.Y));
            Assert.Equal(costs.Distinct().Count() + 2, curve.Count);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Exceedance_OtherScenariosBeside_HaveACurveTheirShareInTheFindingAndAColumn()
    {
        // Draws of 1 to 100 million dollars, beside half and double of them.
        List<long> Times(double factor) => [.. Enumerable.Range(1, 100).Select(i => (long)(i * factor * 100_000_000))];
        var chart = ExceedanceChart.Build(new ExceedanceInput("Proposal", "FY2028", Times(1), [new ExceedanceBudget("Budget", 40_000_000_00)], Basis, [new ExceedanceCurve("Baseline", Times(0.5)), new ExceedanceCurve("Other", Times(2))]));

        Assert.Equal("Budget of $40.0M for FY2028 is exceeded in 60% of draws (Baseline 20%, Other 80%); $40.0M more would hold in 80%", chart.Title);
        Assert.Equal([0.2, 0.8], new[] { "beside-1", "beside-2" }.Select(name => ChartTools.Rows(chart, name).Last(r => (double)r["x"]! <= 40)).Select(r => (double)r["y"]!));
        Assert.Equal(["Budget", "Amount", "Probability that the cost is above", "Baseline, probability", "Other, probability"], chart.Table.Columns);
        Assert.Equal(["Budget", "$40,000,000", "60.0%", "20.0%", "80.0%"], chart.Table.Rows[^1]);
        // The dearest draw of any scenario is on the axis.
        Assert.True((double)ChartTools.Rows(chart, "beside-2")[^1]["x"]! >= 200);
    }

    [Fact]
    public void Exceedance_FourOthersOrOneWithoutDraws_IsRefused()
    {
        ExceedanceInput With(params ExceedanceCurve[] others) => new("Proposal", "FY2028", [100], [], Basis, others);
        var other = new ExceedanceCurve("Other", [100]);

        Assert.Contains("at most three", Assert.Throws<ArgumentException>(() => ExceedanceChart.Build(With(other, other, other, other))).Message, StringComparison.Ordinal);
        Assert.Contains("no draw of Empty", Assert.Throws<ArgumentException>(() => ExceedanceChart.Build(With(new ExceedanceCurve("Empty", [])))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Exceedance_NoDraw_IsRefused() => Assert.Contains("no draw", Assert.Throws<ArgumentException>(() => Build([], 1)).Message, StringComparison.Ordinal);

    private static ChartSpec Build(IReadOnlyList<long> costs, long budget) => ExceedanceChart.Build(new ExceedanceInput("Proposal", "FY2028", costs, [new ExceedanceBudget("Budget", budget)], Basis));
}
