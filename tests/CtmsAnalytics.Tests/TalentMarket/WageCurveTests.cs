using CtmsAnalytics.Simulation;
using CtmsAnalytics.TalentMarket;

namespace CtmsAnalytics.Tests.TalentMarket;

public sealed class WageCurveTests
{
    private static readonly OccupationWage Analysts = new(
        2024, "99", "U.S.", "15-1212", "Information Security Analysts", 179_430,
        WageFigure.Published(69_660), WageFigure.Published(92_160), WageFigure.Published(124_910), WageFigure.Published(159_600), WageFigure.Published(186_420), "test");

    private static readonly WageFigure Withheld = new(FigureStatus.Suppressed, null);
    private static readonly WageFigure TopCoded = new(FigureStatus.Censored, 239_200);

    [Fact]
    public void At_SuppressedBetweenPublished_InterpolatesOverIt()
    {
        // Straight in the logarithm from P10 to P50: a quarter lies 15/40 of the way.
        var curve = WageCurve.Of(Analysts with { P25 = Withheld });

        var quarter = curve.At(25);

        Assert.Equal(EstimateOrigin.Interpolated, quarter.Origin);
        Assert.Equal(69_660 * Math.Pow(124_910.0 / 69_660, 15.0 / 40), quarter.Figure.Value!.Value, 6);
    }

    [Fact]
    public void At_EverythingSuppressed_IsNoFigure()
    {
        var curve = WageCurve.Of(Analysts with { P10 = Withheld, P25 = Withheld, P50 = Withheld, P75 = Withheld, P90 = Withheld });

        Assert.Equal(WageEstimate.None, curve.At(50));
        Assert.Equal(WageEstimate.None, curve.At(50, extrapolate: true));
        Assert.Null(curve.PercentileOf(100_000));
    }

    [Fact]
    public void At_BeyondTheOutermost_SaysNothingUnlessAsked()
    {
        var curve = WageCurve.Of(Analysts);

        Assert.Equal(FigureStatus.Absent, curve.At(95).Figure.Status);
        // Lognormal through P75 and P90: z = 0.674490, 1.281552, 1.644854.
        var tail = curve.At(95, extrapolate: true);
        Assert.Equal((EstimateOrigin.Extrapolated, 5.0), (tail.Origin, tail.Distance));
        Assert.Equal(159_600 * Math.Pow(186_420.0 / 159_600, (1.644854 - 0.674490) / (1.281552 - 0.674490)), tail.Figure.Value!.Value, 0);
        Assert.Equal(5, curve.At(5, extrapolate: true).Distance);
    }

    [Fact]
    public void At_TopCoded_ExtrapolationIsNeverBelowTheTopCode()
    {
        var curve = WageCurve.Of(Analysts with { P90 = TopCoded });

        Assert.Equal(TopCoded, curve.At(90).Figure);
        Assert.Equal(new WageFigure(FigureStatus.Censored, 159_600), curve.At(80).Figure);
        Assert.Equal(239_200, curve.At(90, extrapolate: true).Figure.Value);
    }

    [Fact]
    public void PercentileOf_WageOfAPercentile_IsThatPercentile()
    {
        foreach (var curve in new[] { WageCurve.Of(Analysts), WageCurve.Of(Analysts with { P25 = Withheld }), WageCurve.Of(Analysts with { P90 = TopCoded }) })
        {
            for (var word = 0u; word < 200; word++)
            {
                var percentile = 10 + (65 * Philox.Block(word, 0, 0, 0, 7).Uniform0);
                var place = curve.PercentileOf(curve.At(percentile).Figure.Value!.Value)!.Value;
                Assert.True(place.IsKnown);
                Assert.Equal(percentile, place.Lower, 9);
            }
        }
    }

    [Fact]
    public void PercentileOf_BeyondTheOutermost_IsASpan()
    {
        var curve = WageCurve.Of(Analysts);

        Assert.Equal(new PayPercentile(0, 10), curve.PercentileOf(60_000));
        Assert.Equal(new PayPercentile(90, 100), curve.PercentileOf(200_000));
        Assert.Equal(new PayPercentile(90, 90), curve.PercentileOf(186_420));
    }

    [Fact]
    public void PercentileOf_InTheTopCodedPart_IsNoHigherThanTheTopCodeAllows()
    {
        var curve = WageCurve.Of(Analysts with { P90 = TopCoded });

        var place = curve.PercentileOf(200_000)!.Value;
        // If P90 were the top code itself, 200,000 would be here; it is more, so that the salary ranks no higher.
        Assert.Equal(75, place.Lower);
        Assert.Equal(75 + (15 * Math.Log(200_000.0 / 159_600) / Math.Log(239_200.0 / 159_600)), place.Upper, 9);
        Assert.Equal(new PayPercentile(75, 100), curve.PercentileOf(240_000));
    }

    [Fact]
    public void PercentileOf_SeveralPercentilesAtOneWage_IsTheHighest()
    {
        var flat = WageCurve.Of(Analysts with { P10 = WageFigure.Published(92_160) });

        Assert.Equal(new PayPercentile(25, 25), flat.PercentileOf(92_160));
    }

    [Fact]
    public void Curve_PercentileBelowALowerOne_IsRefused()
    {
        var error = Assert.Throws<ArgumentException>(() => WageCurve.Of(Analysts with { P75 = WageFigure.Published(100_000) }));

        Assert.Contains("Percentiles never fall", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(double.NaN)]
    public void At_NoPercentile_IsRefused(double percentile) => Assert.Throws<ArgumentOutOfRangeException>(() => WageCurve.Of(Analysts).At(percentile));
}
