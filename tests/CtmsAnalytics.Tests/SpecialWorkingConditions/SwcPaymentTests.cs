using CtmsAnalytics.Deployment;
using CtmsAnalytics.SpecialWorkingConditions;
using FsCheck;
using FsCheck.Fluent;

namespace CtmsAnalytics.Tests.SpecialWorkingConditions;

public sealed class SwcPaymentTests
{
    private const double Maximum = 0.25;

    [Fact]
    public void Excludes_AtTheRate_CitesTheParagraph()
    {
        Assert.Null(SwcPayment.Excludes(197_199, 197_200, AppointmentType.Renewable));
        Assert.Equal("158.642(e)(2)", SwcPayment.Excludes(197_200, 197_200, AppointmentType.Renewable)?.Paragraph);
        Assert.Equal("158.642(e)(3)", SwcPayment.Excludes(100_000, 197_200, AppointmentType.Advisory)?.Paragraph);
    }

    [Theory]
    [InlineData(341_280, 85_320)]
    [InlineData(341_281, 85_320)]
    [InlineData(341_282, 85_320)]
    [InlineData(341_283, 85_320)]
    [InlineData(341_284, 85_321)]
    [InlineData(0, 0)]
    public void ForPeriod_AtTheMaximum_NeverRoundsAboveIt(long pay, long expected) => Assert.Equal(expected, SwcPayment.ForPeriod(pay, 0.90, Maximum));

    [Theory]
    [InlineData(0.2499, 24_990)]
    [InlineData(0.25, 25_000)]
    [InlineData(0.2501, 25_000)]
    public void ForPeriod_AroundTheMaximum_IsHeldToIt(double fraction, long expected) => Assert.Equal(expected, SwcPayment.ForPeriod(100_000, fraction, Maximum));

    [Fact]
    public void ForSeries_TwoPeriods_IsCappedOnTheirTotalAndNotOnEach()
    {
        Assert.Equal(100_000, SwcPayment.ForSeries([100_000, 300_000], 0.25, Maximum));
        Assert.Equal(100_000, SwcPayment.ForSeries([100_000, 300_000], 0.40, Maximum));
        Assert.Equal(0, SwcPayment.ForSeries([], 0.25, Maximum));
    }

    [Fact]
    public void ForSeries_ExactHalfCent_RoundsUpThoughTheBinaryFractionLiesBelow()
    {
        // 0.145 x 100 is 14.499999999999998 in binary and 14.5 in decimal.
        Assert.Equal(15, SwcPayment.ForSeries([40, 60], 0.145, Maximum));
    }

    [Fact]
    public void Beside_OtherPrograms_LeavesTheRestOfTheMaximum()
    {
        Assert.Equal(15_000, SwcPayment.Beside(15_000, 10_000, 100_000, Maximum));
        Assert.Equal(14_999, SwcPayment.Beside(15_000, 10_001, 100_000, Maximum));
        Assert.Equal(0, SwcPayment.Beside(15_000, 25_000, 100_000, Maximum));
        Assert.Equal(0, SwcPayment.Beside(15_000, 30_000, 100_000, Maximum));
    }

    [Fact]
    public void Programs_AnySalaryAndFractions_NeverPayAboveTheMaximumTogether() =>
        Prop.ForAll(Gen.Zip(Gen.Choose(0, 1_500_000), Gen.ListOf(Gen.Choose(0, 60))).ToArbitrary(), world =>
        {
            var (pay, percents) = world;
            long paid = 0;
            foreach (var percent in percents) paid += SwcPayment.Beside(SwcPayment.ForPeriod(pay, percent / 100.0, Maximum), paid, pay, Maximum);
            return 4 * paid <= pay;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void InLieu_Reference_NamesTheParagraphAndWhatItReplaces()
    {
        Assert.Contains("158.642(j)", SwcPayment.InLieu.Paragraph, StringComparison.Ordinal);
        foreach (var section in new[] { "5545", "5546", "5757" }) Assert.Contains(section, SwcPayment.InLieu.Name, StringComparison.Ordinal);
    }
}
