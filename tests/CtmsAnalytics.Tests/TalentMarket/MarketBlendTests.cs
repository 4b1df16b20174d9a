using CtmsAnalytics.TalentMarket;
using CtmsAnalytics.Tests.Projection;

namespace CtmsAnalytics.Tests.TalentMarket;

public sealed class MarketBlendTests
{
    private static readonly OccupationWage First = TestWorld.Wages[0];
    private static readonly OccupationWage Second = First with { P10 = Of(70_000), P25 = Of(90_000), P50 = Of(120_000), P75 = Of(145_000), P90 = Of(190_000) };

    [Fact]
    public void Blend_EverythingThere_IsTheWeightedMeanOfEachPercentile()
    {
        var (wage, shares) = MarketBlend.Of([new("A", 3, [First]), new("B", 1, [Second])], "15-1212");

        Assert.Equal([62_500.0, 82_500, 105_000, 130_000, 160_000], Figures(wage!).Select(f => f.Value!.Value));
        Assert.Equal([0.75, 0.25], shares.Select(s => s.Used));
    }

    [Fact]
    public void Blend_SourceWithoutTheOccupation_SharesItsWeightOut()
    {
        var (wage, shares) = MarketBlend.Of([new("A", 3, [First]), new("B", 1, [])], "15-1212");

        Assert.Equal(100_000, wage!.P50.Value);
        Assert.Equal([(0.75, 1.0), (0.25, 0.0)], shares.Select(s => (s.Given, s.Used)));
    }

    [Fact]
    public void Blend_SourceThatEndsEarly_KeepsTheOrder()
    {
        // B is far above A and ends at its third quartile: a mean percentile by percentile would fall from 135,000 to 150,000 at weights of a half.
        var high = Second with { P50 = Of(200_000), P75 = Of(240_000), P90 = WageFigure.Absent };
        var wage = MarketBlend.Of([new("A", 1, [First]), new("B", 1, [high])], "15-1212").Wage!;

        Assert.Equal(182_500, wage.P75.Value!.Value, 6);
        Assert.Equal(182_500 + 25_000, wage.P90.Value!.Value, 6);
        Assert.Equal(5, WageCurve.Of(wage).Published.Count);
    }

    [Fact]
    public void Blend_TopCodedSource_IsALowerBound()
    {
        var wage = MarketBlend.Of([new("A", 1, [First]), new("B", 1, [Second with { P90 = new WageFigure(FigureStatus.Censored, 170_000) }])], "15-1212").Wage!;

        Assert.Equal(FigureStatus.Censored, wage.P90.Status);
        Assert.Equal(135_000 + ((25_000 + 25_000) / 2.0), wage.P90.Value);
    }

    [Fact]
    public void Blend_NoMedianAnywhere_IsNoWage() =>
        Assert.Null(MarketBlend.Of([new("A", 1, [First with { P10 = WageFigure.Absent, P25 = WageFigure.Absent, P50 = new(FigureStatus.Suppressed, null) }])], "15-1212").Wage);

    [Fact]
    public void Blend_Errors_AddInSquares()
    {
        var wage = MarketBlend.Of([new("A", 1, [First with { MeanError = 0.02 }]), new("B", 1, [First with { MeanError = 0.02 }])], "15-1212").Wage!;
        Assert.Equal(0.02 / Math.Sqrt(2), wage.MeanError!.Value, 12);
        Assert.Null(MarketBlend.Of([new("A", 1, [First with { MeanError = 0.02 }]), new("B", 1, [First])], "15-1212").Wage!.MeanError);
    }

    [Fact]
    public void Blend_WeightsOfZeroOrBelow_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => MarketBlend.Of([new("A", 0, [First])], "15-1212"));
        Assert.Throws<ArgumentException>(() => MarketBlend.Of([new("A", -1, [First]), new("B", 2, [Second])], "15-1212"));
        Assert.Equal(100_000, MarketBlend.Of([new("A", 1, [First]), new("B", 0, [Second])], "15-1212").Wage!.P50.Value);
    }

    private static WageFigure Of(double wage) => WageFigure.Published(wage);

    private static WageFigure[] Figures(OccupationWage wage) => [wage.P10, wage.P25, wage.P50, wage.P75, wage.P90];
}
