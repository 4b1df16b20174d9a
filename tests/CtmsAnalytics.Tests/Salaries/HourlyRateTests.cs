using CtmsAnalytics.Salaries;

namespace CtmsAnalytics.Tests.Salaries;

public sealed class HourlyRateTests
{
    [Fact]
    public void WorkPeriodPay_PublishedExample_MatchesToTheCent()
    {
        Assert.Equal(42_66, HourlyRate.FromAnnual(89_033, 2087));
        var period = HourlyRate.WorkPeriodPay(89_033, 80, 2087);
        Assert.Equal(3_412_80, period);
        Assert.Equal(88_732_80, 26 * period);
        Assert.Equal(92_145_60, 27 * period);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(2087, 1_00)]
    [InlineData(41740, 20_00)]
    [InlineData(313, 15)]
    public void FromAnnual_AtExactCents_IsExact(long annual, long cents) => Assert.Equal(cents, HourlyRate.FromAnnual(annual, 2087));

    [Fact]
    public void FromAnnual_EveryAnnualRate_IsTheNearestCentHalvesUp()
    {
        for (var annual = 0L; annual < 400_000; annual += 7)
        {
            var exact = annual * 100m / 2087m;
            Assert.Equal((long)Math.Floor(exact + 0.5m), HourlyRate.FromAnnual(annual, 2087));
        }
    }
}
