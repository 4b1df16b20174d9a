using CtmsAnalytics.TalentMarket;

namespace CtmsAnalytics.Tests.TalentMarket;

public sealed class MarketRaiseTests
{
    [Theory]
    [InlineData(100_000, 100_000, 0.0, 100_000, 0, 0, 0)]
    [InlineData(90_000, 90_000, 0.0, 100_000, 10_000, 0, 0)]
    [InlineData(80_000, 88_000, 0.1, 100_000, 10_909, 1_091, 0)]
    [InlineData(119_000, 119_000, 0.0, 125_000, 1_000, 0, 5_000)]
    [InlineData(125_000, 125_000, 0.0, 130_000, 0, 0, 5_000)]
    public void To_Wage_IsReachedWithinTheLimits(long structure, long salary, double supplement, long wage, long raise, long addition, long unpaid) =>
        Assert.Equal(new MarketRaise(raise, addition, unpaid), MarketRaise.To(structure, salary, supplement, wage, 120_000, 200_000));

    [Fact]
    public void To_Limitation_HoldsForTheSalaryWithTheSupplement()
    {
        var raise = MarketRaise.To(80_000, 88_000, 0.1, 100_000, 120_000, 95_000);

        Assert.Equal(95_000, 88_000 + raise.Total);
        Assert.Equal(5_000, raise.Unpaid);
    }

    [Fact]
    public void To_EveryWage_IsMetToTheDollarOrOneAbove()
    {
        for (var wage = 90_000L; wage < 90_400; wage++)
        {
            var raise = MarketRaise.To(80_000, 88_000, 0.1, wage, 120_000, 200_000);
            Assert.InRange(88_000 + raise.Total, wage, wage + 1);
            Assert.Equal(0, raise.Unpaid);
        }
    }
}
