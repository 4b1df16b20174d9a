using CtmsAnalytics.Compensation;
using CtmsAnalytics.Scenarios;

namespace CtmsAnalytics.Tests.Compensation;

/// <summary>One payday under the aggregate limit, every amount by hand. Limit 1,000; salary 100 on each of 6 paydays, 100 paid before: 400 are left beside salary less what was paid.</summary>
public sealed class AdditionalCompensationTests
{
    [Theory]
    //          released R, S; due R, S   -> released R, S; paid R, S; excess R, S
    [InlineData(0, 0, 0, 0, 0, 0, 0, 0, 0, 0)]
    [InlineData(50, 60, 70, 80, 50, 60, 70, 80, 0, 0)]
    [InlineData(50, 60, 70, 120, 50, 60, 70, 120, 0, 0)]
    [InlineData(50, 60, 70, 121, 50, 60, 70, 120, 0, 1)]
    [InlineData(50, 60, 191, 7, 50, 60, 190, 0, 1, 7)]
    [InlineData(50, 251, 5, 6, 50, 250, 0, 0, 5, 6)]
    [InlineData(301, 9, 5, 6, 300, 0, 0, 0, 5, 6)]
    public void Pay_FirstPaydayOfTheYear_ReleasesThenPaysRecognitionThenSpecial(
        long waitingRecognition, long waitingSpecial, long recognition, long special, long releasedRecognition, long releasedSpecial, long paidRecognition, long paidSpecial, long excessRecognition, long excessSpecial)
    {
        var account = Account(waitingRecognition, waitingSpecial);
        var paid = AdditionalCompensation.Pay(ref account, true, 1_000, 100, 5, recognition, special, ExcessTreatment.Deferred);

        Assert.Equal(new AdditionalPaid(300, releasedRecognition, releasedSpecial, paidRecognition, paidSpecial, excessRecognition, excessSpecial), paid);
        Assert.Equal(releasedRecognition + releasedSpecial + paidRecognition + paidSpecial, paid.Total);
        Assert.Equal(excessRecognition + excessSpecial, paid.Excess);
        Assert.Equal(waitingRecognition - releasedRecognition + excessRecognition, account.DeferredRecognition);
        Assert.Equal(waitingSpecial - releasedSpecial + excessSpecial, account.DeferredSpecial);
        Assert.Equal(200, account.SalaryPaid);
        Assert.Equal(100 + paid.Total, account.AdditionalPaid);
    }

    [Fact]
    public void Pay_LaterPayday_LeavesWhatWaitsForTheNextYear()
    {
        var account = Account(50, 60);
        var paid = AdditionalCompensation.Pay(ref account, false, 1_000, 100, 5, 290, 30, ExcessTreatment.Deferred);

        Assert.Equal(new AdditionalPaid(300, 0, 0, 290, 10, 0, 20), paid);
        Assert.Equal((50L, 80L), (account.DeferredRecognition, account.DeferredSpecial));
    }

    [Fact]
    public void Pay_Forfeiture_LeavesNothingToWait()
    {
        var account = Account(0, 0);
        var paid = AdditionalCompensation.Pay(ref account, false, 1_000, 100, 5, 310, 30, ExcessTreatment.Forfeited);

        Assert.Equal((300L, 0L, 40L), (paid.Recognition, paid.Special, paid.Excess));
        Assert.Equal((0L, 0L), (account.DeferredRecognition, account.DeferredSpecial));
    }

    [Fact]
    public void OpenYear_NewYear_StartsTheSumsAndKeepsWhatWaits()
    {
        var account = Account(50, 60);
        Assert.False(AdditionalCompensation.OpenYear(ref account, 2027));
        Assert.Equal(Account(50, 60), account);
        Assert.True(AdditionalCompensation.OpenYear(ref account, 2028));
        Assert.Equal(new PayAccount { CalendarYear = 2028, DeferredRecognition = 50, DeferredSpecial = 60 }, account);
    }

    private static PayAccount Account(long recognition, long special) => new()
    {
        CalendarYear = 2027,
        SalaryPaid = 100,
        AdditionalPaid = 100,
        WagesPaid = 1,
        DeferredRecognition = recognition,
        DeferredSpecial = special,
    };
}
