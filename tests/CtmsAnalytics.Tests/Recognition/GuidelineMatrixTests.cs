using CtmsAnalytics.Recognition;
using FsCheck;
using FsCheck.Fluent;

namespace CtmsAnalytics.Tests.Recognition;

public sealed class GuidelineMatrixTests
{
    private static readonly GuidelineMatrix Thirds = new([[0, 0, 0], [0.03, 0.02, 0.01]]);

    [Theory]
    [InlineData(60_000, 0)]
    [InlineData(79_999, 0)]
    [InlineData(80_000, 1)]
    [InlineData(99_999, 1)]
    [InlineData(100_000, 2)]
    [InlineData(120_000, 2)]
    [InlineData(150_000, 2)]
    [InlineData(59_000, 0)]
    public void Band_ThreeColumns_IsTheThirdOfTheRange(long salary, int third) => Assert.Equal(third, Thirds.Band(salary, 60_000, 120_000));

    [Theory]
    [InlineData(69_999, 0)]
    [InlineData(70_000, 1)]
    [InlineData(89_999, 1)]
    [InlineData(90_000, 2)]
    [InlineData(109_499, 2)]
    [InlineData(109_500, 3)]
    public void Band_GivenBoundaries_SalaryOnABoundaryStandsAboveIt(long salary, int band) =>
        Assert.Equal(band, new GuidelineMatrix([[4, 3, 2, 1]], [0.2, 0.6, 0.99]).Band(salary, 60_000, 110_000));

    [Fact]
    public void Band_AnyRange_IsTheThirdInWholeNumbers()
    {
        var cases = Gen.Choose(1, 300_000).Zip(Gen.Choose(0, 300_000)).Zip(Gen.Choose(-1000, 300_000)).ToArbitrary();
        Prop.ForAll(
            cases,
            c =>
            {
                var ((minimum, width), above) = c;
                return Thirds.Band(minimum + above, minimum, minimum + width) == Math.Clamp(3L * above / Math.Max(1, width), 0, 2);
            }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void For_OneBand_IsTheSameEverywhere()
    {
        var flat = new GuidelineMatrix([[0], [0.04]]);
        Assert.Equal(1, flat.Bands);
        Assert.Equal(2, flat.Ratings);
        Assert.Equal(0.04, flat.For(1, 60_000, 60_000, 120_000));
        Assert.Equal(0.04, flat.For(1, 200_000, 60_000, 120_000));
    }

    [Fact]
    public void For_RatingAndPlace_ReadsTheRowAndTheColumn()
    {
        Assert.Equal(0.03, Thirds.For(1, 60_000, 60_000, 120_000));
        Assert.Equal(0.01, Thirds.For(1, 120_000, 60_000, 120_000));
        Assert.Equal(0, Thirds.For(0, 60_000, 60_000, 120_000));
        Assert.Equal(0.02, Thirds[1, 1]);
    }

    [Theory]
    [InlineData(0.0, 0.5)]
    [InlineData(0.5, 0.5)]
    [InlineData(0.6, 0.5)]
    [InlineData(0.5, 1.0)]
    [InlineData(double.NaN, 0.5)]
    public void New_BoundariesOutOfOrder_SaysWhatIsRight(double first, double second) =>
        Assert.Contains("ascending", Assert.Throws<ArgumentException>(() => new GuidelineMatrix([[0, 0, 0]], [first, second])).Message, StringComparison.Ordinal);

    [Fact]
    public void New_ColumnsThatDoNotFit_SaysHowManyThereAre()
    {
        Assert.Contains("2 columns for rating 1 and 3", Assert.Throws<ArgumentException>(() => new GuidelineMatrix([[0, 0, 0], [0, 0]])).Message, StringComparison.Ordinal);
        Assert.Contains("3 columns and 1 boundaries", Assert.Throws<ArgumentException>(() => new GuidelineMatrix([[0, 0, 0]], [0.5])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new GuidelineMatrix([]));
    }

    [Theory]
    [InlineData(-0.01)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void New_AdjustmentThatIsNoFraction_NamesTheRating(double adjustment) =>
        Assert.Contains("rating 1", Assert.Throws<ArgumentException>(() => new GuidelineMatrix([[0], [adjustment]])).Message, StringComparison.Ordinal);
}
