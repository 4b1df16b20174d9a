using CtmsAnalytics.TalentMarket;

namespace CtmsAnalytics.Tests.TalentMarket;

public sealed class WageDistributionTests
{
    private static readonly OccupationWage Analysts = new(
        2024, "99", "U.S.", "15-1212", "Information Security Analysts", 179_430,
        WageFigure.Published(69_660), WageFigure.Published(92_160), WageFigure.Published(124_910), WageFigure.Published(159_600), WageFigure.Published(186_420), "test");

    [Theory]
    [InlineData(10, 69_660)]
    [InlineData(50, 124_910)]
    [InlineData(90, 186_420)]
    public void Percentile_Published_IsTheFigure(double at, double wage) => Assert.Equal(wage, WageDistribution.Percentile(Analysts, at).Value);

    [Fact]
    public void Percentile_HalfwayInLogWages_IsTheGeometricMean() =>
        Assert.Equal(Math.Sqrt(92_160.0 * 124_910), WageDistribution.Percentile(Analysts, 37.5).Value!.Value, 6);

    [Fact]
    public void Percentile_AnyOrder_NeverFalls()
    {
        var last = 0.0;
        for (var p = 10.0; p <= 90; p += 0.25)
        {
            var wage = WageDistribution.Percentile(Analysts, p).Value!.Value;
            Assert.True(wage >= last);
            last = wage;
        }
    }

    [Fact]
    public void Percentile_TopCoded_IsCensoredWithItsLowerBound()
    {
        var managers = Analysts with { P90 = new WageFigure(FigureStatus.Censored, 239_200) };
        Assert.Equal(new WageFigure(FigureStatus.Censored, 239_200), WageDistribution.Percentile(managers, 90));
        Assert.Equal(new WageFigure(FigureStatus.Censored, 159_600), WageDistribution.Percentile(managers, 80));
        Assert.Equal(159_600, WageDistribution.Percentile(managers, 75).Value);
    }

    [Fact]
    public void Percentile_OnlyTheMedianKnown_IsAbsentElsewhere()
    {
        var median = Analysts with { P10 = WageFigure.Absent, P25 = WageFigure.Absent, P75 = WageFigure.Absent, P90 = WageFigure.Absent };
        Assert.Equal(124_910, WageDistribution.Percentile(median, 50).Value);
        Assert.Equal(FigureStatus.Absent, WageDistribution.Percentile(median, 25).Status);
        Assert.Equal(FigureStatus.Absent, WageDistribution.Percentile(median, 60).Status);
    }

    [Theory]
    [InlineData(9.9)]
    [InlineData(90.1)]
    public void Percentile_OutsideThePublished_IsRefused(double at) => Assert.Throws<ArgumentOutOfRangeException>(() => WageDistribution.Percentile(Analysts, at));
}
