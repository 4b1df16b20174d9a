using CtmsAnalytics.AggregateLimit;
using CtmsAnalytics.Compensation;
using CtmsAnalytics.Scenarios;
using FsCheck;
using FsCheck.Fluent;

namespace CtmsAnalytics.Tests.AggregateLimit;

/// <summary>The limit of 158.604 over whole calendar years: one person, any salary, any payments.</summary>
public sealed class AggregateLimitPropertyTests
{
    private const long Limit = 284_600_00;

    private static readonly Arbitrary<Year> Years = (
        from paydays in Gen.Elements(26, 27)
        from salary in Gen.Choose(200_000, 1_200_000)
        from asked in Gen.ArrayOf(Gen.Frequency((4, Gen.Constant(0)), (1, Gen.Choose(0, 9_000_000))), 2 * paydays)
        from deferred in Gen.Choose(0, 3_000_000)
        from excess in Gen.Elements(ExcessTreatment.Deferred, ExcessTreatment.Forfeited)
        from raisedAt in Gen.Choose(1, paydays - 1)
        from raise in Gen.Choose(1, 400_000)
        select new Year(paydays, salary, asked, deferred, excess, raisedAt, raise)).ToArbitrary();

    [Fact]
    public void Additional_SteadySalary_IsNeverAboveTheLimitLessSalary() => Prop.ForAll(Years, year =>
    {
        var account = Run(year with { Raise = 0 }, []);
        return account.SalaryPaid == year.Salary * (long)year.Paydays && account.AdditionalPaid <= Math.Max(0, Limit - account.SalaryPaid);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Additional_SalaryRaisedInTheYear_IsNotPaidOnceSalaryFillsTheLimit() => Prop.ForAll(Years, year =>
    {
        var paid = new List<AdditionalPaid>();
        var account = Run(year, paid);
        long salary = 0, additional = 0;
        for (var payday = 0; payday < year.Paydays; payday++)
        {
            var rate = year.SalaryAt(payday);
            var room = Math.Max(0, Limit - salary - (rate * (year.Paydays - payday)) - additional);
            if (paid[payday].Total > room || paid[payday].Headroom != room) return false;
            salary += rate;
            additional += paid[payday].Total;
        }

        return salary == account.SalaryPaid && additional == account.AdditionalPaid;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Asked_AnyPayments_IsPaidDeferredOrForfeitedToTheCent() => Prop.ForAll(Years, year =>
    {
        var paid = new List<AdditionalPaid>();
        var account = Run(year, paid);
        var asked = year.Deferred + year.Asked.Sum(a => (long)a);
        var forfeited = year.Excess == ExcessTreatment.Forfeited ? paid.Sum(p => p.Excess) : 0;
        return asked == account.AdditionalPaid + account.DeferredRecognition + account.DeferredSpecial + forfeited;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void SalaryAboveTheLimit_AfterARaise_IsPaidWholeAndNothingBesideIt()
    {
        var year = new Year(26, 1_000_000, Enumerable.Repeat(0, 52).ToArray(), 0, ExcessTreatment.Deferred, 13, 300_000);
        year.Asked[0] = 2_460_000;
        year.Asked[50] = 100;
        var paid = new List<AdditionalPaid>();
        var account = Run(year, paid);

        Assert.Equal(2_460_000, paid[0].Recognition);
        Assert.Equal(0, paid[25].Total);
        Assert.Equal((29_900_000, 2_460_000), (account.SalaryPaid, account.AdditionalPaid));
        Assert.True(account.SalaryPaid + account.AdditionalPaid > Limit);
        Assert.Equal(100, account.DeferredRecognition);
    }

    [Theory]
    [InlineData(26)]
    [InlineData(27)]
    public void Headroom_FirstPayday_IsTheLimitLessTheWholeYearsSalary(int paydays) =>
        Assert.Equal(Limit - (1_000_000L * paydays), Headroom.Of(Limit, 0, 1_000_000, paydays, 0));

    [Theory]
    [InlineData(true, 700, 0)]
    [InlineData(false, 0, 700)]
    public void Separation_DeferredAmounts_ArePaidOrReportedAndLeaveTheAccount(bool pay, long paid, long reported)
    {
        var account = new PayAccount { DeferredRecognition = 500, DeferredSpecial = 200, AdditionalPaid = 10 };
        var settlement = SeparationSettlement.Of(ref account, pay);

        Assert.Equal((paid, reported, 700), (settlement.Paid, settlement.Reported, settlement.Total));
        Assert.Equal((0, 0, 10 + paid), (account.DeferredRecognition, account.DeferredSpecial, account.AdditionalPaid));
    }

    private static PayAccount Run(Year year, List<AdditionalPaid> paid)
    {
        var account = new PayAccount { CalendarYear = 2026, DeferredRecognition = year.Deferred };
        for (var payday = 0; payday < year.Paydays; payday++)
        {
            var release = AdditionalCompensation.OpenYear(ref account, 2027);
            paid.Add(AdditionalCompensation.Pay(
                ref account, release, Limit, year.SalaryAt(payday), year.Paydays - payday, year.Asked[2 * payday], year.Asked[(2 * payday) + 1], year.Excess));
        }

        return account;
    }

    private sealed record Year(int Paydays, int Salary, int[] Asked, int Deferred, ExcessTreatment Excess, int RaisedAt, int Raise)
    {
        public long SalaryAt(int payday) => payday < RaisedAt ? Salary : Salary + Raise;
    }
}
