using CtmsAnalytics.Compensation;

namespace CtmsAnalytics.Tests.Compensation;

public sealed class PayAccountTests
{
    [Fact]
    public void Account_AnyAmountDiffers_IsAnotherOne()
    {
        var account = new PayAccount { CalendarYear = 2027, SalaryPaid = 1, AdditionalPaid = 2, WagesPaid = 3, DeferredRecognition = 4, DeferredSpecial = 5 };
        var same = account;
        Assert.True(account == same);
        same.DeferredSpecial = 6;
        Assert.True(account != same);
    }

    [Fact]
    public void WorkPeriodSalary_LimitationAndRange_TellWhatEachCuts()
    {
        // 104,350 a year is 4,000.00 a work period; 20 % more is 4,800.00. The limitation ends at 4,400.00 and the range at 4,200.00.
        var paid = WorkPeriodSalary.Of(104_350, 0, 0.20, 114_785, true, 109_568, 80, 2_087);
        Assert.Equal((480_000 - 440_000L, 440_000 - 420_000L, 420_000L), (paid.CutByLimitation, paid.CutByRange, paid.Total));
    }
}
