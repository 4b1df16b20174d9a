using CtmsAnalytics.SpecialWorkingConditions;

namespace CtmsAnalytics.Tests.SpecialWorkingConditions;

public sealed class SwcEffectivenessTests
{
    [Fact]
    public void Of_Payments_CountsPeoplePeriodsDollarsAndCuts()
    {
        var result = SwcEffectiveness.Of(
            [
                new("A", 1, 100_000, 20_000, 20_000, SwcExclusion.None),
                new("A", 2, 100_000, 20_000, 10_000, SwcExclusion.None),
                new("B", 1, 200_000, 30_000, 0, SwcExclusion.None),
                new("C", 1, 800_000, 160_000, 0, SwcExclusion.Salary),
                new("C", 2, 800_000, 160_000, 0, SwcExclusion.Salary),
                new("D", 1, 300_000, 60_000, 0, SwcExclusion.Advisory),
            ],
            4,
            new SwcSeparations(10, 1, 20, 5));

        Assert.Equal((1, 2, 30_000L), (result.PeoplePaid, result.WorkPeriodsPaid, result.Cents));
        Assert.Equal(0.15, result.MeanFraction);
        Assert.Equal(0.25, result.ShareOfEligiblePaid);
        Assert.Equal((1, 1, 40_000L), (result.ExcludedBySalary, result.ExcludedAsAdvisory, result.CutCents));
        Assert.Equal((0.1, 0.25), (result.SeparationRatePaid, result.SeparationRateUnpaid));
    }

    [Fact]
    public void Of_NothingToDivideBy_IsNullAndNotZero()
    {
        var result = SwcEffectiveness.Of([], 0, new SwcSeparations(0, 0, 3, 0));
        Assert.Equal((null, null, null), (result.MeanFraction, result.ShareOfEligiblePaid, result.SeparationRatePaid));
        Assert.Equal(0, result.SeparationRateUnpaid);
        Assert.Null(SwcEffectiveness.Of([], 0).SeparationRateUnpaid);
    }

    [Fact]
    public void Of_TwoProgramsInOnePeriod_CountsItsSalaryOnce() =>
        Assert.Equal(0.25, SwcEffectiveness.Of([new("A", 1, 100_000, 15_000, 15_000, SwcExclusion.None), new("A", 1, 100_000, 15_000, 10_000, SwcExclusion.None)], 1).MeanFraction);
}
