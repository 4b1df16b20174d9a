using CtmsAnalytics.Charts.MarketPosition;
using FsCheck;
using FsCheck.Fluent;

namespace CtmsAnalytics.Charts.Tests.MarketPosition;

public sealed class FrontierChartTests
{
    private static readonly FrontierPoint Cheap = new("Cheap", 100_000_000_00, 0.90);
    private static readonly FrontierPoint Middle = new("Middle", 110_000_000_00, 0.97);
    private static readonly FrontierPoint Worse = new("Worse", 112_000_000_00, 0.95);

    [Fact]
    public void Frontier_DominatedChoice_NamesWhatIsBetter()
    {
        var chart = Build(Cheap, Middle, Worse with { Chosen = true });

        Assert.Equal("Worse is not on the frontier: Middle reaches 97.0% for $110.0M against 95.0% for $112.0M", chart.Title);
        Assert.Equal(2, ChartTools.Rows(chart, "frontier").Count);
        Assert.Equal(0.95, (double)Assert.Single(ChartTools.Rows(chart, "dominated"))["y"]!);
        Assert.Single(ChartTools.Rows(chart, "chosen"));
    }

    [Fact]
    public void Frontier_EfficientChoice_SaysSo() =>
        Assert.Equal("Middle is on the frontier: 97.0% for $110.0M, and nothing reaches as much for less", Build(Cheap, Middle with { Chosen = true }, Worse).Title);

    [Fact]
    public void Frontier_AnyCandidates_EveryDominatedOneHasAFrontierPointThatBeatsIt() => Prop.ForAll(
        ArbMap.Default.ArbFor<(byte Cost, byte Value)[]>().Filter(a => a.Length > 0),
        candidates =>
        {
            var chart = Build([.. candidates.Select((c, i) => new FrontierPoint($"C{i}", c.Cost * 1_000_000_00L, c.Value / 100d))]);
            var frontier = ChartTools.Rows(chart, "frontier").Select(r => (X: (double)r["x"]!, Y: (double)r["y"]!)).ToList();
            var dominated = ChartTools.Rows(chart, "dominated").Select(r => (X: (double)r["x"]!, Y: (double)r["y"]!)).ToList();
            Assert.Equal(candidates.Length, frontier.Count + dominated.Count);
            Assert.All(dominated, d => Assert.Contains(frontier, f => f.X <= d.X && f.Y >= d.Y && f != d));
            Assert.All(frontier, f => Assert.DoesNotContain(frontier, o => o.X <= f.X && o.Y >= f.Y && o != f));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Frontier_TwoChosen_IsRefused() =>
        Assert.Contains("More than one", Assert.Throws<ArgumentException>(() => Build(Cheap with { Chosen = true }, Middle with { Chosen = true })).Message, StringComparison.Ordinal);

    private static ChartSpec Build(params FrontierPoint[] points) => FrontierChart.Build(new FrontierInput("FY2027\u201331", "Median market ratio", points, new ChartBasis()));
}
