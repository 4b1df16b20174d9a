using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.TalentMarket;
using CtmsAnalytics.TalentMarket.Local;

namespace CtmsAnalytics.Tests.TalentMarket.Local;

public sealed class AreaPremiumsTests
{
    private static readonly SurveyErrors Errors = new(0.2, 0.25, 1.25, 100);
    private static readonly IReadOnlyList<MixShare> Mix = [new("15-1212", 0.75), new("11-3021", 0.25)];
    private static readonly WageFigure TopCoded = new(FigureStatus.Censored, 239_200);
    private static readonly WageFigure Withheld = new(FigureStatus.Suppressed, null);

    private static readonly AreaWage[] Nation =
    [
        Wage("99", "15-1212", 100_000, 110_000, 160_000), Wage("99", "11-3021", 170_000, 190_000, 640_000),
    ];

    [Fact]
    public void Of_TwoOccupations_IsTheMixWeightedLogRatioWithItsErrorByHand()
    {
        var premium = Assert.Single(Of(Wage("1", "15-1212", 120_000, 0, 10_000), Wage("1", "11-3021", 187_000, 0, 625)));

        Assert.Equal((0.75 * Math.Log(1.2)) + (0.25 * Math.Log(1.1)), premium.LogRatio, 1e-12);
        Assert.Equal(1, premium.MixCovered);
        // 0.2 / 10000^0.25 = 0.02 and 0.2 / 625^0.25 = 0.04, of a median 1.25 times; the nation 0.01 and 0.2 / 640000^0.25 = 0.00707 likewise.
        var analysts = (0.025 * 0.025) + (0.0125 * 0.0125);
        var managers = (0.05 * 0.05) + Math.Pow(1.25 * 0.2 / Math.Pow(640_000, 0.25), 2);
        Assert.Equal((0.5625 * analysts) + (0.0625 * managers), premium.Variance, 1e-12);
    }

    [Fact]
    public void Of_PublishedError_TakesThePlaceOfTheRelation()
    {
        var premium = Assert.Single(AreaPremiums.Of([.. Nation.Select(w => w with { MeanError = 0.001 }), Wage("1", "15-1212", 0, 110_000, 10_000) with { MeanError = 0.05 }], 2024, [new("15-1212", 1)], useMean: true, Errors, 0));

        Assert.Equal((0.05 * 0.05) + (0.001 * 0.001), premium.Variance, 1e-12);
    }

    [Fact]
    public void Of_TopCodedMedian_ComparesMeansInAreaAndNation()
    {
        var premium = Assert.Single(Of(Wage("1", "15-1212", 100_000, 0, 100), Wage("1", "11-3021", 0, 285_000, 100) with { Median = TopCoded }));

        Assert.Equal(0.25 * Math.Log(1.5), premium.LogRatio, 1e-12);
        Assert.Equal(CellBasis.OtherFigure, premium.Cells[1].Basis);
    }

    [Fact]
    public void Of_BothTopCoded_IsALowerBoundAndSaysSo()
    {
        var premium = Assert.Single(Of(Wage("1", "15-1212", 100_000, 0, 100), Wage("1", "11-3021", 0, 0, 100) with { Median = TopCoded, Mean = TopCoded }));

        Assert.Equal(CellBasis.LowerBound, premium.Cells[1].Basis);
        Assert.Equal(0.25 * Math.Log(239_200.0 / 170_000), premium.LogRatio, 1e-12);
    }

    [Fact]
    public void Of_WithheldMedian_IsMissingAndNotReplacedByTheMean()
    {
        var premium = Assert.Single(Of(Wage("1", "15-1212", 130_000, 0, 100), Wage("1", "11-3021", 0, 250_000, 100) with { Median = Withheld }));

        Assert.Equal(CellBasis.Missing, premium.Cells[1].Basis);
        Assert.Equal(Math.Log(1.3), premium.LogRatio, 1e-12);
        Assert.Equal(0.75, premium.MixCovered, 1e-12);
    }

    [Fact]
    public void Of_OccupationMissing_IsLessCertainThanWithIt()
    {
        AreaWage[] others = [.. Enumerable.Range(2, 6).SelectMany(i => new[] { Wage($"{i}", "15-1212", 100_000 + (i * 1_000 * (i % 2 == 0 ? 9 : -9)), 0, 900_000), Wage($"{i}", "11-3021", 170_000, 0, 900_000) })];

        var whole = Of([.. others, Wage("1", "15-1212", 130_000, 0, 900_000), Wage("1", "11-3021", 200_000, 0, 900_000)]).First(p => p.Area == "1");
        var part = Of([.. others, Wage("1", "15-1212", 130_000, 0, 900_000)]).First(p => p.Area == "1");

        Assert.True(part.Variance > whole.Variance * 1.5);
    }

    [Fact]
    public void Of_EverythingWithheld_HasNoArea() =>
        Assert.Empty(Of(Wage("1", "15-1212", 0, 0, 100) with { Median = Withheld, Mean = Withheld }, Wage("1", "11-3021", 0, 0, 100) with { Median = Withheld, Mean = Withheld }));

    [Fact]
    public void Of_TooLittleOfTheMix_CountsAsNone() =>
        Assert.Empty(AreaPremiums.Of([.. Nation, Wage("1", "11-3021", 190_000, 0, 100)], 2024, Mix, useMean: false, Errors, 0.5));

    [Fact]
    public void Of_NationWithoutTheOccupation_SaysWhatToImport() =>
        Assert.Contains("--without 15-9999", Assert.Throws<InputException>(() => AreaPremiums.Of(Nation, 2024, [new("15-9999", 1)], useMean: false, Errors, 0)).Message, StringComparison.Ordinal);

    [Fact]
    public void Of_WithheldEmployment_CountsAsASmallOccupation()
    {
        var withheld = Assert.Single(Of(Wage("1", "15-1212", 100_000, 0, 0) with { Employment = null }));
        var small = Assert.Single(Of(Wage("1", "15-1212", 100_000, 0, 100)));

        Assert.Equal(small.Variance, withheld.Variance, 1e-15);
    }

    private static IReadOnlyList<AreaPremium> Of(params AreaWage[] rows) => AreaPremiums.Of([.. Nation, .. rows], 2024, Mix, useMean: false, Errors, 0);

    private static AreaWage Wage(string area, string occupation, double median, double mean, double jobs) => new(
        2024, area, $"Area {area}, VA", "South Atlantic", occupation, occupation, jobs,
        median > 0 ? WageFigure.Published(median) : WageFigure.Absent, mean > 0 ? WageFigure.Published(mean) : WageFigure.Absent, null);
}
