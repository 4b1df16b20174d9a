using CtmsAnalytics.Scenarios;
using CtmsAnalytics.TalentMarket;
using CtmsAnalytics.Tests.Projection;

namespace CtmsAnalytics.Tests.TalentMarket;

public sealed class MarketReferenceTests
{
    private static readonly DateOnly SurveyDate = new(2024, 5, 1);
    private static readonly MarketMatch Match = new(75, new Dictionary<string, double> { ["15-1212"] = 2 });

    [Fact]
    public void ForLevel_Nation_IsThePublishedTable()
    {
        var level = Reference(0.03).ForLevel(Match, null, SurveyDate);
        Assert.Equal((80_000, 100_000, 125_000, 125_000), (level.P25, level.P50, level.P75, level.Target));
    }

    [Fact]
    public void ForLevel_LocalMarket_MovesByTheRatioOfMedians() => Assert.Equal(137_500, Reference(0.03).ForLevel(Match, "CAP", SurveyDate).Target, 6);

    [Fact]
    public void ForLevel_LaterDate_IsAged() => Assert.Equal(125_000 * Math.Pow(1.04, 365 / 365.25), Reference(0.04).ForLevel(Match, null, SurveyDate.AddDays(365)).Target, 6);

    [Fact]
    public void ForLevel_AreaWithoutTheOccupation_UsesTheNationAndSaysSo()
    {
        var reference = new MarketReference([TestWorld.Wages[0]], TestWorld.Markets, 0, 5);
        Assert.Equal(125_000, reference.ForLevel(Match, "CAP", SurveyDate).Target);
        Assert.Contains("Capital", Assert.Single(reference.Gaps), StringComparison.Ordinal);
    }

    [Fact]
    public void ForLevel_UnknownOccupation_NamesIt()
    {
        var error = Assert.Throws<ArgumentException>(() => Reference(0).ForLevel(new(50, new Dictionary<string, double> { ["99-9999"] = 1 }), null, SurveyDate));
        Assert.Contains("99-9999", error.Message, StringComparison.Ordinal);
    }

    private static MarketReference Reference(double growth) => new(TestWorld.Wages, TestWorld.Markets, growth, 5);
}
