using CtmsAnalytics.Charts.Risk;

namespace CtmsAnalytics.Charts.Tests.Risk;

[Collection(SharedChartTools.Name)]
public sealed class TornadoChartTests(ChartTools tools)
{
    private static readonly TornadoRow Narrow = new("Incidents", "2", "6", -90_000_00, 130_000_00);
    private static readonly TornadoRow OneSided = new("Limit", "EX-II", "VP", -310_000_00, -45_000_00, Assumed: true);
    private static readonly TornadoRow Wide = new("Market growth", "2%", "4.5%", -1_450_000_00, 1_690_000_00, Assumed: true);

    [Fact]
    public void Tornado_Rows_AreSortedByTheirSpanAndTheWidestIsTheFinding()
    {
        var chart = Build(Narrow, OneSided, Wide);

        Assert.Equal(["Market growth", "Limit", "Incidents"], chart.Table.Rows.Select(r => r[0]));
        Assert.Equal([1.69, -0.045, 0.13], ChartTools.Rows(chart, "high-cases").Select(r => (double)r["x2"]!));
        Assert.Equal("Market growth: the heaviest assumption in the five-year difference, \u2212$1.5M to +$1.7M around $7.2M", chart.Title);
    }

    [Fact]
    public void Tornado_CasesOnOneSide_DoNotHideEachOther()
    {
        var chart = Build(OneSided);

        var (low, high) = (Assert.Single(ChartTools.Rows(chart, "low-cases")), Assert.Single(ChartTools.Rows(chart, "high-cases")));
        Assert.Equal((double)low["y2"]!, (double)high["y"]!);
    }

    [Fact]
    public void Tornado_AssumedRow_SaysSoInWords() =>
        Assert.Contains("EX-II / VP \u00b7 assumed", ChartTools.Words(tools.Renderer.Render(Build(Narrow, OneSided)).Svg));

    [Fact]
    public void Tornado_ManyRows_DrawsTheWidestAndTabulatesAll()
    {
        var chart = Build([.. Enumerable.Range(1, 40).Select(i => Narrow with { Label = $"Row {i}", HighEffectCents = i * 1_000_00 })]);

        Assert.Equal(15, ChartTools.Rows(chart, "high-cases").Count);
        Assert.Equal(40, chart.Table.Rows.Count);
    }

    [Fact]
    public void Tornado_NoRow_IsRefused() => Assert.Contains("no assumption", Assert.Throws<ArgumentException>(() => Build()).Message, StringComparison.Ordinal);

    private static ChartSpec Build(params TornadoRow[] rows) => TornadoChart.Build(new TornadoInput("five-year difference", 7_226_000_00, rows, new ChartBasis(Draws: 500)));
}
