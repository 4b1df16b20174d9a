using CtmsAnalytics.Compensation;
using CtmsAnalytics.Scenarios;

namespace CtmsAnalytics.Tests.Compensation;

/// <summary>Additional compensation of a work period inside the aggregate limit, in cents. A limit of 1,000 and a last payday with 900 of salary leave 100.</summary>
public sealed class AdditionalCompensationTests
{
    [Fact]
    public void Release_MoreThanIsLeft_PaysRecognitionFirstAndKeepsTheRestWaiting()
    {
        var account = new PayAccount { CalendarYear = 2027, DeferredRecognition = 60, DeferredSpecial = 70 };
        var paid = AdditionalCompensation.Pay(ref account, true, 1_000, 900, 1, 5, 7, ExcessTreatment.Deferred);
        Assert.Equal(new AdditionalPaid(100, 60, 40, 0, 0, 5, 7), paid);
        Assert.Equal((100L, 12L), (paid.Total, paid.Excess));
        Assert.Equal(new PayAccount { CalendarYear = 2027, SalaryPaid = 900, AdditionalPaid = 100, DeferredRecognition = 5, DeferredSpecial = 37 }, account);
    }

    [Fact]
    public void Release_LessThanIsLeft_LeavesRoomForNewAmounts()
    {
        var account = new PayAccount { CalendarYear = 2027, DeferredRecognition = 20, DeferredSpecial = 30 };
        var paid = AdditionalCompensation.Pay(ref account, true, 1_000, 900, 1, 40, 20, ExcessTreatment.Forfeited);
        Assert.Equal(new AdditionalPaid(100, 20, 30, 40, 10, 0, 10), paid);
        Assert.Equal(new PayAccount { CalendarYear = 2027, SalaryPaid = 900, AdditionalPaid = 100 }, account);
    }

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
