using CtmsAnalytics.SpecialWorkingConditions;

namespace CtmsAnalytics.Tests.SpecialWorkingConditions;

public sealed class SwcDeterminationTests
{
    private static readonly SwcDetermination Made = new("P1", "surge", 10, 3);

    [Theory]
    [InlineData(9, false)]
    [InlineData(10, true)]
    [InlineData(12, true)]
    [InlineData(13, false)]
    public void Covers_NamedPeriods_AndNoneAfter(int period, bool covered) => Assert.Equal(covered, Made.Covers(period));

    [Theory]
    [InlineData(7, 3, false)]
    [InlineData(8, 3, true)]
    [InlineData(12, 1, true)]
    [InlineData(13, 1, false)]
    public void Repetitions_OfTheSameProgram_AreRefusedWhereTheyOverlap(int first, int periods, bool refused)
    {
        var second = Made with { FirstPeriod = first, Periods = periods };
        Assert.Equal(refused ? [second] : [], SwcDetermination.Repetitions([Made, second]));
    }

    [Fact]
    public void Repetitions_OtherPersonOrProgram_AreNone() =>
        Assert.Empty(SwcDetermination.Repetitions([Made, Made with { PersonId = "P2" }, Made with { Program = "travel" }]));

    [Fact]
    public void Repetitions_RefusedOne_RefusesNothingItself()
    {
        var refused = Made with { FirstPeriod = 12, Periods = 3 };
        var later = Made with { FirstPeriod = 13, Periods = 2 };
        Assert.Equal([refused], SwcDetermination.Repetitions([Made, refused, later]));
    }
}
