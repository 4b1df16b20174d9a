using CtmsAnalytics.Scenarios;
using CtmsAnalytics.TalentMarket;
using CtmsAnalytics.Tests.Projection;

namespace CtmsAnalytics.Tests.TalentMarket;

public sealed class PricedMarketTests
{
    private static readonly DateOnly Day = new(2025, 5, 1);
    private static readonly ErrorRelation Relation = ErrorRelation.From(0.15, 0.23);
    private static readonly OccupationWage Coders = TestWorld.Wages[0] with { Occupation = "15-1252", P10 = Of(70_000), P25 = Of(95_000), P50 = Of(130_000), P75 = Of(170_000), P90 = new(FigureStatus.Censored, 239_200) };
    private static readonly MarketMatch Match = new(60, new Dictionary<string, double> { ["15-1212"] = 3, ["15-1252"] = 1 });

    [Theory]
    [InlineData(null)]
    [InlineData("CAP")]
    [InlineData("RUS")]
    public void ForLevel_AgedAtARate_AgreesWithTheReference(string? market)
    {
        OccupationWage[] wages = [.. TestWorld.Wages, Coders];
        var reference = new MarketReference(wages, TestWorld.Markets, 0.04, 5).ForLevel(Match, market, Day);
        var price = Market(wages, new RateAgeing(0.04, "test")).ForLevel(Match, market)!;

        Assert.Equal(reference.P25, price.At(25).Value!.Value, 6);
        Assert.Equal(reference.P50, price.At(50).Value!.Value, 6);
        Assert.Equal(reference.P75, price.At(75).Value!.Value, 6);
        Assert.Equal(reference.Target, price.At(60).Value!.Value, 6);
        Assert.Null(price.At(90).Value);
        Assert.Equal(FigureStatus.Censored, price.At(90).Estimate.Figure.Status);
    }

    [Fact]
    public void Error_OneOccupation_IsThatOfItsMedian()
    {
        var market = Market([TestWorld.Wages[0] with { MeanError = 0.01 }], new RateAgeing(0, "test"));
        var median = market.ForLevel(new(50, new Dictionary<string, double> { ["15-1212"] = 1 }), null)!.At(50);

        var deviation = Math.Log(125_000.0 / 80_000) / (2 * 0.6744897502);
        Assert.Equal(100_000 * 0.01 * SamplingError.PercentileFactor(50, deviation), market.StandardError(median.Exposure)!.Value, 4);
        Assert.Equal(ErrorOrigin.Published, market.Cells[0].Origin);
    }

    [Fact]
    public void Error_TwoOccupations_AddInSquares()
    {
        var market = Market([TestWorld.Wages[0] with { MeanError = 0.01 }, Coders with { MeanError = 0.02 }], new RateAgeing(0, "test"));
        double Alone(string code) => market.StandardError(market.ForLevel(new(50, new Dictionary<string, double> { [code] = 1 }), null)!.At(50).Exposure)!.Value;
        var both = market.StandardError(market.ForLevel(Match, null)!.At(50).Exposure)!.Value;

        Assert.Equal(Math.Sqrt(Math.Pow(0.75 * Alone("15-1212"), 2) + Math.Pow(0.25 * Alone("15-1252"), 2)), both, 6);
    }

    [Fact]
    public void Error_GrowthOfTheSeries_CarriesTheErrorsOfBothYears()
    {
        OccupationWage Year(int year, double median) => TestWorld.Wages[0] with { Year = year, P50 = Of(median), MeanError = 0.01 };
        OccupationWage[] wages = [Year(2023, 96_000), Year(2024, 100_000)];
        var price = Market(wages, new SeriesAgeing(new SeriesGrowths(wages), null), out var market).ForLevel(new(50, new Dictionary<string, double> { ["15-1212"] = 1 }), null)!.At(50);
        var plain = Market(wages, new RateAgeing(0.0417, "test"), out var other).ForLevel(new(50, new Dictionary<string, double> { ["15-1212"] = 1 }), null)!.At(50);

        // One year on by one year's growth: twice the later figure less the earlier one, so the root of five times the error of a figure.
        Assert.Equal(Math.Sqrt(5), market.StandardError(price.Exposure)!.Value / price.Value!.Value / (other.StandardError(plain.Exposure)!.Value / plain.Value!.Value), 2);
    }

    [Fact]
    public void Error_NoEmploymentAnywhere_IsNotKnown()
    {
        var market = Market([TestWorld.Wages[0] with { Employment = null }], new RateAgeing(0, "test"));
        Assert.Null(market.StandardError(market.ForLevel(Match with { Occupations = new Dictionary<string, double> { ["15-1212"] = 1 } }, null)!.At(50).Exposure));
    }

    [Fact]
    public void ForLevel_OccupationWithoutAMedian_SharesItsWeightOutAndSaysSo()
    {
        var market = Market([TestWorld.Wages[0]], new RateAgeing(0, "test"));

        Assert.Equal(100_000, market.ForLevel(Match, null)!.At(50).Value);
        Assert.Contains(market.Notes, n => n.Contains("15-1252", StringComparison.Ordinal) && n.Contains("shared out", StringComparison.Ordinal));
    }

    [Fact]
    public void ForLevel_NoMedianAtAll_IsNoMarketAndSaysSo()
    {
        var market = Market([TestWorld.Wages[0]], new RateAgeing(0, "test"));

        Assert.Null(market.ForLevel(new(50, new Dictionary<string, double> { ["99-9999"] = 1 }), null));
        Assert.Contains(market.Notes, n => n.StartsWith("No figure", StringComparison.Ordinal));
    }

    [Fact]
    public void Blend_LocalMarket_MovesTheBlendByTheRatioOfTheSurvey()
    {
        var vendor = TestWorld.Wages[0] with { P10 = Of(120_000), P25 = Of(160_000), P50 = Of(200_000), P75 = Of(250_000), P90 = Of(300_000), MeanError = 0.01 };
        var market = new PricedMarket(TestWorld.Wages, TestWorld.Markets, new RateAgeing(0, "test"), Day, 5, Relation, 1, [new BlendSource("vendor", 1, [vendor])]);
        var price = market.ForLevel(new(50, new Dictionary<string, double> { ["15-1212"] = 1 }), "CAP")!;

        Assert.Equal(150_000 * 1.1, price.At(50).Value!.Value, 6);
        Assert.Equal(2, market.BlendShares.Count);
        Assert.NotNull(market.StandardError(price.At(50).Exposure));
    }

    private static PricedMarket Market(IReadOnlyList<OccupationWage> wages, Ageing ageing) => new(wages, TestWorld.Markets, ageing, Day, 5, Relation);

    private static PricedMarket Market(IReadOnlyList<OccupationWage> wages, Ageing ageing, out PricedMarket market) => market = Market(wages, ageing);

    private static WageFigure Of(double wage) => WageFigure.Published(wage);
}
