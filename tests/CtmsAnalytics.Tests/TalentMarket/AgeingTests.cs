using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.TalentMarket;
using CtmsAnalytics.Tests.Projection;

namespace CtmsAnalytics.Tests.TalentMarket;

public sealed class AgeingTests
{
    private static readonly MarketIndex Cost = new("ECI", IndexCourse.Line, [new(new(2020, 1, 1), 100), new(new(2021, 1, 1), 104), new(new(2022, 1, 1), 110)]);
    private static readonly MarketIndex Raises = new("GS", IndexCourse.Step, [new(new(2024, 1, 1), 100), new(new(2025, 1, 1), 102)]);

    [Fact]
    public void Index_BetweenItsDays_IsStraightInTheLogarithm()
    {
        Assert.Equal(1.10, Cost.Factor(new(2020, 1, 1), new(2022, 1, 1), null), 12);
        Assert.Equal(Math.Pow(1.04, 182 / 366.0), Cost.Factor(new(2020, 1, 1), new(2020, 7, 1), null), 12);
        Assert.Equal(1 / 1.10, Cost.Factor(new(2022, 1, 1), new(2020, 1, 1), null), 12);
    }

    [Fact]
    public void Index_Steps_HoldToTheEndOfTheLastYear()
    {
        Assert.Equal(1, Raises.Factor(new(2024, 1, 1), new(2024, 12, 31), null));
        Assert.Equal(1.02, Raises.Factor(new(2024, 5, 1), new(2025, 12, 31), null), 12);
        Assert.Throws<InputException>(() => Raises.Factor(new(2024, 5, 1), new(2026, 1, 1), null));
    }

    [Fact]
    public void Index_ThatEndsBeforeTheDate_IsAnErrorThatSaysWhatWouldDo()
    {
        var error = Assert.Throws<InputException>(() => Cost.Factor(new(2021, 5, 1), new(2023, 1, 1), null));

        foreach (var words in new[] { "2020-01-01 to 2022-01-01", "2023-01-01", "--then" }) Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Index_ThatEndsBeforeTheDate_GoesOnAtTheGivenRateAndSaysSo()
    {
        var factor = new IndexAgeing(Cost, 0.05).Factor("99", "15-1212", new(2021, 1, 1), new(2023, 1, 1));

        Assert.Equal(110.0 / 104 * Math.Pow(1.05, 365 / 365.25), factor.Value, 12);
        Assert.Contains("1.0 of the 2.0 years", factor.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void Index_NoLevelOrTwoOfADay_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => new MarketIndex("X", IndexCourse.Line, []));
        Assert.Throws<ArgumentException>(() => new MarketIndex("X", IndexCourse.Line, [new(new(2020, 1, 1), 1), new(new(2020, 1, 1), 2)]));
        Assert.Throws<ArgumentException>(() => new MarketIndex("X", IndexCourse.Line, [new(new(2020, 1, 1), 0)]));
    }

    [Fact]
    public void Series_OwnYears_IsCompoundGrowth()
    {
        var growth = new SeriesGrowths([Row("47900", 2021, 100_000), Row("47900", 2022, 104_000), Row("47900", 2023, 110_250)]).Of("47900", "15-1212")!;

        Assert.Equal(("47900", 2021, 2023), (growth.Area, growth.From, growth.To));
        Assert.Equal(0.05, growth.Rate, 9);
        Assert.Null(growth.Gap);
    }

    [Theory]
    [InlineData(2018, 2019)]
    [InlineData(2020, 2021)]
    public void Series_AcrossAClassificationBreak_IsNeverSpliced(int before, int after)
    {
        var steps = WageYear.Of([Row("99", before, 100_000), Row("99", after, 150_000)]);

        Assert.Equal(SeriesBreak.Classification, Assert.Single(steps).Break);
        Assert.Null(steps[0].Growth);
        Assert.Null(new SeriesGrowths([Row("99", before, 100_000), Row("99", after, 150_000)]).Of("99", "15-1212"));
    }

    [Fact]
    public void Series_AcrossADelineation_TakesTheYearsBeforeItAndNamesTheGap()
    {
        var growth = new SeriesGrowths([Row("47900", 2022, 100_000), Row("47900", 2023, 103_000), Row("47900", 2024, 90_000)]).Of("47900", "15-1212")!;

        Assert.Equal((2022, 2023), (growth.From, growth.To));
        Assert.Equal(0.03, growth.Rate, 9);
        Assert.Contains("drawn anew between 2023 and 2024", growth.Gap, StringComparison.Ordinal);
        // The nation is not drawn anew.
        Assert.Equal(2024, new SeriesGrowths([Row("99", 2023, 100_000), Row("99", 2024, 103_000)]).Of("99", "15-1212")!.To);
    }

    [Fact]
    public void Series_CodeThatIsNew_IsAgedByTheOtherAreasWeightedByEmployment()
    {
        // Boston changed from 71650 to 14460: two codes, two areas.
        OccupationWage[] wages =
        [
            Row("71650", 2022, 100_000, 3000), Row("71650", 2023, 102_000, 3000), Row("14460", 2024, 140_000, 3000),
            Row("47900", 2022, 100_000, 1000), Row("47900", 2023, 106_000, 1000),
        ];
        var growth = new SeriesGrowths(wages).Of("14460", "15-1212")!;

        Assert.Null(growth.Area);
        Assert.Equal(2, growth.Areas);
        Assert.Equal(((3000 * 0.02) + (1000 * 0.06)) / 4000, growth.Rate, 9);
        Assert.Contains("another code", growth.Gap, StringComparison.Ordinal);
        var factor = new SeriesAgeing(new SeriesGrowths(wages), null).Factor("14460", "15-1212", new(2024, 5, 1), new(2025, 5, 1));
        Assert.Contains("weighted by employment", factor.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void Series_WithoutGrowthAnywhere_IsRefusedOrContinuedAsGiven()
    {
        var growths = new SeriesGrowths([Row("99", 2024, 100_000)]);

        Assert.Contains("--then", Assert.Throws<InputException>(() => new SeriesAgeing(growths, null).Factor("99", "15-1212", new(2024, 5, 1), new(2025, 5, 1))).Message, StringComparison.Ordinal);
        Assert.Equal(Math.Pow(1.04, 365 / 365.25), new SeriesAgeing(growths, 0.04).Factor("99", "15-1212", new(2024, 5, 1), new(2025, 5, 1)).Value, 12);
    }

    private static OccupationWage Row(string area, int year, double median, double employment = 1000) => TestWorld.Wages[1] with
    {
        Area = area,
        Year = year,
        Employment = employment,
        P50 = WageFigure.Published(median),
        SocVintage = year <= 2018 ? "2010" : year <= 2020 ? "2010-2018 hybrid" : "2018",
        Delineation = year >= 2024 ? "OMB 2023" : "OMB 2013",
    };
}
