using CtmsAnalytics.Deployment;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Projection;
using CtmsAnalytics.TalentMarket;
using CtmsAnalytics.Tests.Projection;

namespace CtmsAnalytics.Tests.TalentMarket;

public sealed class MarketPositionsTests
{
    [Fact]
    public void Of_TwoPeople_IsWhatAHandComputes()
    {
        // Nation 100,000 and capital 110,000 at the median on the day of the survey.
        var study = Study([Person("A", 90_000), Person("B", 121_000, market: "CAP")]);

        var (a, b) = (study.People[0], study.People[1]);
        Assert.Equal((0.9, 100_000.0, 10_000L), (a.Ratio, a.MarketWage, a.Raise));
        Assert.Equal(1.1, b.Ratio!.Value, 12);
        Assert.Equal(25 + (25 * Math.Log(90_000.0 / 80_000) / Math.Log(100_000.0 / 80_000)), a.Percentile!.Value.Lower, 9);
        var all = study.Groups[0];
        Assert.Equal((2, 1), (all.People, all.Below));
        Assert.Equal(211_000.0 / 210_000, all.Ratio!.Value, 12);
        var cost = study.Costs.Single(c => c.Reference == MarketReferencePoint.P50);
        Assert.Equal((1, 10_000L, 0L, 0), (cost.Below, cost.Structure, cost.Supplement, cost.Capped));
    }

    [Fact]
    public void Of_PeopleOnTheSameFigure_DoNotAverageItsErrorAway()
    {
        double Width(params RosterPerson[] people) => Study(people).Groups[0] is { Lower: { } l, Upper: { } u } ? Math.Log(u / l) : 0;

        var one = Width(Person("A", 90_000));
        Assert.True(one > 0);
        Assert.Equal(one, Width([.. Enumerable.Range(0, 50).Select(i => Person($"P{i}", 90_000))]), 9);
        Assert.Equal(2 * 1.959964 * 0.2136 * Math.Pow(1000, -0.241) * SamplingError.PercentileFactor(50, Math.Log(125_000.0 / 80_000) / (2 * 0.6744897502)), one, 3);
    }

    [Fact]
    public void Of_PartTime_CostsItsHours() =>
        Assert.Equal(5_000, Study([Person("A", 90_000, hours: 40)]).Costs.Single(c => c.Reference == MarketReferencePoint.P50).Structure);

    [Fact]
    public void Of_MaximumOfTheSubrange_StopsTheRaiseAndSaysWhatIsLeft()
    {
        // LOW ends at 120,000 and the 75th percentile is 125,000.
        var cost = Study([Person("A", 110_000)], MarketReferencePoint.P75).LevelCosts.Single();

        Assert.Equal((10_000L, 5_000L, 1), (cost.Structure, cost.Unpaid, cost.Capped));
    }

    [Fact]
    public void Of_SupplementOfTheRoster_GoesWithTheRaise()
    {
        var person = Person("A", 80_000) with { Salary = 88_000 };
        var cost = Study([person]).Costs.Single(c => c.Reference == MarketReferencePoint.P50);

        // 90,909 and a tenth of it, 9,091, are 100,000.
        Assert.Equal((10_909L, 1_091L), (cost.Structure, cost.Supplement));
    }

    [Fact]
    public void Of_TopCodedReference_IsABoundWithoutAnInterval()
    {
        var wages = TestWorld.Wages.Select(w => w.Area == "99" ? w with { P75 = new(FigureStatus.Censored, 120_000), P90 = new(FigureStatus.Censored, 120_000) } : w).ToList();
        var study = Study([Person("A", 90_000)], MarketReferencePoint.P75, wages);

        Assert.True(study.People[0].IsBounded);
        Assert.True(study.Groups[0].IsBounded);
        Assert.Null(study.Groups[0].Lower);
        Assert.Equal(MarketSide.Unknown, study.Groups[0].Side);
        Assert.True(study.LevelCosts[0].IsBounded);
    }

    [Fact]
    public void Of_NobodyOrNobodyPaid_IsRefused()
    {
        Assert.Throws<InputException>(() => Study([]));
        Assert.Throws<InputException>(() => Study([Person("A", 90_000) with { IsUncompensated = true }]));
    }

    [Fact]
    public void Of_UncompensatedService_IsLeftOutAndSaid()
    {
        var study = Study([Person("A", 90_000), Person("B", 90_000) with { IsUncompensated = true }]);

        Assert.Equal(1, study.Groups[0].People);
        Assert.Contains(study.Notes, n => n.Contains("without compensation", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_EveryCut_HoldsEverybodyOnce()
    {
        var study = Study([.. Enumerable.Range(0, 40).Select(i => Person($"P{i:00}", 70_000 + (2_000 * i), i % 3 == 0 ? TestWorld.High : TestWorld.Low, i % 2 == 0 ? "RUS" : "CAP") with { StructureSalary = 70_000 + (2_000 * i) })]);

        foreach (var cut in study.Groups.GroupBy(g => g.By))
        {
            Assert.Equal(40, cut.Sum(g => g.People));
            Assert.Equal(study.Groups[0].Below, cut.Sum(g => g.Below));
            Assert.Equal(study.Groups[0].MeanSalary!.Value, cut.Sum(g => g.MeanSalary!.Value * g.People!.Value) / 40, 6);
        }

        Assert.Equal(study.Costs.Single(c => c.Reference == MarketReferencePoint.Target).Total, study.LevelCosts.Sum(c => c.Total));
        Assert.All(study.Groups, g => Assert.All(new[] { g.Ratio, g.Lower, g.Upper, g.CashRatio }, r => Assert.True(r is { } x && double.IsFinite(x))));
    }

    [Fact]
    public void WithoutIndividuals_SmallGroups_AreNotTold()
    {
        var study = Study([.. Enumerable.Range(0, 9).Select(i => Person($"P{i}", 90_000)), .. Enumerable.Range(0, 3).Select(i => Person($"Q{i}", 90_000, market: "CAP"))]).WithoutIndividuals();

        Assert.Empty(study.People);
        var markets = study.Groups.Where(g => g.By == "local market").ToList();
        // The other market is withheld too: everybody less it would be the small one.
        Assert.All(markets, g => Assert.Null(g.People));
        Assert.Equal(12, study.Groups[0].People);
        Assert.All(study.Levels, l => Assert.Null(l.Market));
        Assert.Same(study, study.WithoutIndividuals());
    }

    [Fact]
    public void WithoutIndividuals_FewBelow_AreNotTold()
    {
        var study = Study([.. Enumerable.Range(0, 9).Select(i => Person($"P{i}", 110_000)), Person("Q", 90_000)]).WithoutIndividuals();

        Assert.Null(study.Groups[0].Below);
        Assert.All(study.Costs.Where(c => c.Reference != MarketReferencePoint.P75), c => Assert.Null(c.Total));
        Assert.All(study.LevelCosts, c => Assert.Null(c.Total));
        Assert.Equal(10, study.Groups[0].People);
    }

    private static RosterPerson Person(string id, long salary, string level = TestWorld.Low, string market = "RUS", int hours = 80) => TestWorld.Person(id, salary, level, market, hours);

    private static MarketStudy Study(RosterPerson[] people, MarketReferencePoint reference = MarketReferencePoint.Target, IReadOnlyList<OccupationWage>? wages = null) => MarketPositions.Of(
        TestWorld.Quiet,
        TestWorld.Input(people) with { Wages = wages ?? TestWorld.Wages },
        new MarketPositionOptions { Date = new(2024, 5, 1), Ageing = new RateAgeing(0.03, "test"), Manifest = RunManifest.Create([], "test"), Reference = reference });
}
