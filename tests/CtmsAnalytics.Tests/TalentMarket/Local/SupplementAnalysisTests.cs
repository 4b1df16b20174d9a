using CtmsAnalytics.Deployment;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Projection;
using CtmsAnalytics.TalentMarket;
using CtmsAnalytics.TalentMarket.Local;
using CtmsAnalytics.Tests.Projection;

namespace CtmsAnalytics.Tests.TalentMarket.Local;

public sealed class SupplementAnalysisTests
{
    private static readonly MarketFacts[] Markets =
    [
        new("CAP", "Capital", "47900", "South Atlantic", 1.09, 0.3394), new("RUS", "Rest of U.S.", "99", null, null, 0.1706),
        new("SML", "Small", null, "South Atlantic", 0.95, 0.18), new("FAR", "Far", null, "Pacific", null, null),
    ];

    private static readonly WorksiteCounty[] Counties = [new("11001", "District of Columbia", "DC", "CAP"), new("51013", "Arlington County", "VA", "CAP"), new("99001", "Elsewhere County", "ZZ", "RUS")];

    [Fact]
    public void Run_TwoCounties_CostsByTheRuleOfPayToTheDollar()
    {
        // 10 % of 100,005 is 10,000.5, half up; of 89,033 it is 8,903.3; the part-time person is paid for 40 of 80 hours; nobody pays for the uncompensated one.
        var study = Run(
            [Metro(1.10, 1_000_000)],
            Person("A", 100_005, "11001"), Person("B", 89_033, "51013"), Person("C", 89_033, "51013", hours: 40), Person("D", 90_000, "51013") with { IsUncompensated = true });

        Assert.Equal(0.10, Of(study, "CAP").Proposed, 1e-12);
        Assert.Equal([("11001", 1, 1_000_100L), ("51013", 3, 890_300L + 445_150L)], study.Worksites.Select(w => (w.County, w.People, w.ProposedCents)));
        Assert.All(study.Worksites, w => Assert.Equal((0L, w.ProposedCents), (w.PresentCents, w.ProposedAskedCents)));
    }

    [Fact]
    public void Run_SupplementAboveTheLimitation_IsPaidUpToItAndCounted()
    {
        var study = Run([Metro(1.10, 1_000_000)], Person("A", 220_000, "11001") with { WorkLevel = TestWorld.High });

        var place = Assert.Single(study.Worksites);
        Assert.Equal((800_000L, 2_200_000L, 1), (place.ProposedCents, place.ProposedAskedCents, place.AtCeiling));
    }

    [Fact]
    public void Run_FiveYears_AreThoseOfTheScenarioThatTheProposalMakes()
    {
        var input = TestWorld.Input([Person("A", 100_000, "11001"), Person("B", 80_000, "99001", market: "RUS")]);
        var analysis = new SupplementAnalysis(TestWorld.Quiet, input, Data([Metro(1.10, 1_000_000)]), Options());
        var study = analysis.Run([]);

        var (before, after) = (PointEstimate.Run(TestWorld.Quiet, input), PointEstimate.Run(analysis.Proposal(study), input));
        Assert.Equal(after.Costs.Total - before.Costs.Total, study.Cost.TotalCents);
        Assert.Equal(study.Cost.TotalCents, study.Cost.Markets.Sum(m => m.ChangeCents));
        Assert.Equal(study.Cost.TotalCents, study.Cost.Components.Sum(c => c.ChangeCents));
        Assert.Equal("CAP", Assert.Single(study.Cost.Markets).Market);
        Assert.Equal(0, study.Cost.Years[0].ChangeCents);
        Assert.True(study.Cost.TotalCents > 0);
    }

    [Fact]
    public void Run_OneArea_HasItsOwnEstimateAndNothingForOthers()
    {
        var study = Run([Metro(1.10, 1_000_000)], Person("A", 100_000, "11001"));

        Assert.Equal(EstimateBasis.OwnArea, Of(study, "CAP").Basis);
        Assert.Equal(1.10, Of(study, "CAP").Index!.Value, 1e-9);
        Assert.All(new[] { "SML", "FAR" }, m => Assert.Equal((EstimateBasis.None, SupplementBinding.NoEstimate, 0.0), (Of(study, m).Basis, Of(study, m).Binding, Of(study, m).Proposed)));
    }

    [Fact]
    public void Run_EveryAreaWithheld_GivesEverybodyTheFloorAndNoNumberIsMissing()
    {
        var study = Run([Metro(1.10, 1_000) with { Median = new WageFigure(FigureStatus.Suppressed, null) }], Person("A", 100_000, "11001"));

        Assert.Null(study.Shrinkage);
        Assert.All(study.Markets, m => Assert.Equal(0, m.Proposed));
        Assert.Equal(0, study.Cost.TotalCents);
    }

    [Fact]
    public void Run_AreasAllAlike_LeavesNothingBetweenThemAndMarketsWithoutWagesAtTheSameLevel()
    {
        var study = Run([.. Enumerable.Range(0, 5).Select(i => Metro(1.10, 1_000_000, i == 0 ? "47900" : $"{i}"))], Person("A", 100_000, "11001"));

        Assert.Equal(0, study.Shrinkage!.BetweenAreas);
        Assert.Equal(1.10, Of(study, "SML").Index!.Value, 1e-9);
        Assert.Equal(EstimateBasis.Division, Of(study, "SML").Basis);
        Assert.Equal(EstimateBasis.AllAreas, Of(study, "FAR").Basis);
    }

    [Fact]
    public void Run_SmallArea_IsDrawnFurtherTowardItsDivisionThanALargeOne()
    {
        AreaWage[] areas = [Metro(1.20, 300_000), Metro(0.85, 180, "12260"), Metro(0.98, 5_000, "1"), Metro(1.05, 5_000, "2"), Metro(0.93, 5_000, "3")];
        var data = Data(areas) with { Markets = [.. Markets, new("AUG", "Augusta", "12260", "South Atlantic", null, null)] };
        var study = new SupplementAnalysis(TestWorld.Quiet, TestWorld.Input([Person("A", 100_000, "11001")]), data, Options()).Run([]);

        var (large, small) = (Of(study, "CAP"), Of(study, "AUG"));
        Assert.True(small.OwnWeight < large.OwnWeight);
        Assert.True(small.Index > small.RawIndex && large.Index < large.RawIndex);
        Assert.True(small.Upper - small.Lower > large.Upper - large.Lower);
    }

    [Fact]
    public void Run_LocalityPayment_IsARatioToTheRestOfTheCountry() =>
        Assert.Equal(1.3394 / 1.1706, Of(Run([Metro(1.10, 1_000_000)], Person("A", 100_000, "11001")), "CAP").LocalityIndex!.Value, 1e-12);

    [Fact]
    public void Run_TwoYears_HoldsTheEarlierAgainstTheLaterAndSplicesNoNewDelineation()
    {
        var now = new[] { Metro(1.10, 1_000_000), Metro(1.00, 1_000_000, "2"), Metro(1.30, 1_000_000, "14460") with { AreaTitle = "Boston-Cambridge-Newton, MA-NH" } };
        var then = new[]
        {
            Metro(1.06, 1_000_000) with { Year = 2022 }, Metro(1.00, 1_000_000, "2") with { Year = 2022 }, Metro(1.50, 1_000_000, "71650") with { Year = 2022, AreaTitle = "Boston-Cambridge-Nashua, MA-NH" },
        };
        var data = Data([.. now, .. then, Nation with { Year = 2022 }]);

        var test = new SupplementAnalysis(TestWorld.Quiet, TestWorld.Input([Person("A", 100_000, "11001")]), data, Options()).Run([]).BackTest!;

        Assert.Equal(["2", "47900"], test.Areas.Select(a => a.Area).Order(StringComparer.Ordinal));
        Assert.Equal((0.04 + 0) / 2, test.Methods[0].AllAreas!.Value, 1e-9);
        Assert.Equal((0.10 + 0) / 2, test.Methods.Single(m => m.Method == "No supplement").AllAreas!.Value, 1e-9);
        Assert.Contains("not spliced", Assert.Single(test.Broken), StringComparison.Ordinal);
        Assert.Contains("71650", test.Broken[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Run_NoAreas_SaysWhatToImport() =>
        Assert.Contains("metropolitan", Assert.Throws<InputException>(() => Run([], Person("A", 100_000, "11001"))).Message, StringComparison.Ordinal);

    [Fact]
    public void Analysis_UnknownMarketOrDateOutside_IsRefused()
    {
        var input = TestWorld.Input([Person("A", 100_000, "11001")]);
        SupplementAnalysis With(SupplementOptions options) => new(TestWorld.Quiet, input, Data([Metro(1.1, 1_000)]), options);

        Assert.Contains("CAP, RUS", Assert.Throws<InputException>(() => With(Options() with { Markets = new HashSet<string> { "XX" } })).Message, StringComparison.Ordinal);
        Assert.Contains("horizon", Assert.Throws<InputException>(() => With(Options() with { Effective = new DateOnly(2040, 1, 1) })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_MarketsAskedFor_LeavesTheOthersAsTheyAre()
    {
        var scenario = TestWorld.Quiet.With(p => p with { Supplements = new Dictionary<string, double> { ["CAP"] = 0.03, ["SML"] = 0.05 } });
        var study = new SupplementAnalysis(scenario, TestWorld.Input([Person("A", 100_000, "11001")]), Data([Metro(1.10, 1_000_000)]), Options() with { Markets = new HashSet<string> { "CAP" } }).Run([]);

        Assert.Equal((0.10, 0.05), (Of(study, "CAP").Proposed, Of(study, "SML").Proposed));
        Assert.Equal(SupplementBinding.NotAsked, Of(study, "SML").Binding);
    }

    private static SupplementStudy Run(AreaWage[] areas, params RosterPerson[] roster) => new SupplementAnalysis(TestWorld.Quiet, TestWorld.Input(roster), Data(areas), Options()).Run([]);

    private static MarketSupplement Of(SupplementStudy study, string market) => study.Markets.Single(m => m.Market == market);

    private static SupplementOptions Options() => new()
    {
        Policy = new() { Target = 1, Floor = 0, Ceiling = 0.25, Step = 0.01, Least = 0.02, Confidence = 0.9, NeedsEvidence = true, HoldsPresent = false },
        LeftOut = new HashSet<string>(),
    };

    private static readonly AreaWage Nation = new(2024, "99", "U.S.", null, "15-1212", "Analysts", 200_000_000, WageFigure.Published(100_000), WageFigure.Published(110_000), 0.0001);

    private static LocalMarketData Data(AreaWage[] areas) => new([Nation, .. areas], Markets, Counties, 2026);

    private static AreaWage Metro(double ratio, double jobs, string area = "47900") => new(
        2024, area, $"City {area}, VA", "South Atlantic", "15-1212", "Analysts", jobs, WageFigure.Published(100_000 * ratio), WageFigure.Published(110_000 * ratio), null);

    private static RosterPerson Person(string id, long salary, string county, string market = "CAP", int hours = 80) => TestWorld.Person(id, salary, TestWorld.Low, market, hours) with { WorksiteFips = county };
}
