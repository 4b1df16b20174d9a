using CtmsAnalytics.PersonnelActions;
using CtmsAnalytics.Recognition;
using FsCheck;
using FsCheck.Fluent;

namespace CtmsAnalytics.Tests.Recognition;

public sealed class PaymentScheduleTests
{
    private static readonly Arbitrary<PaymentSchedule> Any =
        (from form in Gen.Elements(Enum.GetValues<PaymentForm>())
         from total in Gen.Choose(0, 20_000_000)
         from count in Gen.Choose(1, 40)
         from between in Gen.Choose(1, 6)
         select PaymentSchedule.Of(form, total, count, between)).ToArbitrary();

    [Fact]
    public void Installments_OddCents_GoToTheFirstParts()
    {
        var schedule = PaymentSchedule.Installments(10_000_02, 4, 3);
        Assert.Equal([2_500_01, 2_500_01, 2_500_00, 2_500_00], Enumerable.Range(0, 4).Select(schedule.Part));
        Assert.Equal(9, schedule.LastPeriod);
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, 50_00)]
    [InlineData(1, 0)]
    [InlineData(2, 50_00)]
    [InlineData(3, 0)]
    [InlineData(4, 0)]
    public void DueAfter_TwoPartsEverySecondPeriod_FallsOnThose(int periods, long due) =>
        Assert.Equal(due, PaymentSchedule.Installments(100_00, 2, 2).DueAfter(periods));

    [Theory]
    [InlineData(-1, 100_00)]
    [InlineData(0, 50_00)]
    [InlineData(1, 50_00)]
    [InlineData(2, 0)]
    [InlineData(3, 0)]
    public void OutstandingAfter_TwoPartsEverySecondPeriod_IsWhatLapses(int periods, long outstanding) =>
        Assert.Equal(outstanding, PaymentSchedule.Installments(100_00, 2, 2).OutstandingAfter(periods));

    [Theory]
    [InlineData(299_99, 100_00, 99_99)]
    [InlineData(300_00, 100_00, 100_00)]
    [InlineData(300_01, 100_00, 100_00)]
    [InlineData(2, 100_00, 0)]
    public void Recurring_TotalAtTheLimit_LowersEveryAmountAlike(long maximum, long each, long paid)
    {
        var schedule = PaymentSchedule.Recurring(each, 3, 1, maximum);
        Assert.Equal([paid, paid, paid], Enumerable.Range(0, 3).Select(schedule.Part));
        Assert.Equal(3 * paid, schedule.Total);
    }

    [Fact]
    public void LumpSum_Always_IsOnePartAtOnce()
    {
        var schedule = PaymentSchedule.Of(PaymentForm.LumpSum, 77_77, 9, 9);
        Assert.Equal(77_77, schedule.DueAfter(0));
        Assert.Equal(0, schedule.OutstandingAfter(0));
        Assert.Equal(0, schedule.LastPeriod);
    }

    [Fact]
    public void Default_Always_PaysNothing()
    {
        Assert.Equal(0, default(PaymentSchedule).DueAfter(0));
        Assert.Equal(0, default(PaymentSchedule).OutstandingAfter(0));
    }

    [Fact]
    public void Parts_AnySchedule_AddUpToTheTotalToTheCent() => Prop.ForAll(
        Any,
        s =>
        {
            var parts = Enumerable.Range(0, s.Count).Select(s.Part).ToList();
            var due = Enumerable.Range(-1, s.LastPeriod + 3).Sum(s.DueAfter);
            return parts.Sum() == s.Total && due == s.Total && parts.Max() - parts.Min() <= 1 && parts.SequenceEqual(parts.OrderDescending());
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void PaidBy_AnySchedule_IsTheSumOfWhatWasDue() => Prop.ForAll(
        Any,
        s =>
        {
            long paid = 0;
            for (var t = 0; t <= s.LastPeriod + 1; t++)
            {
                paid += s.DueAfter(t);
                if (s.PaidBy(t) != paid || s.OutstandingAfter(t) != s.Total - paid) return false;
            }

            return s.PaidBy(-1) == 0;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Recurring_AnyLimit_StaysUnderItInEqualAmounts() => Prop.ForAll(
        Gen.Choose(0, 1_000_000).Zip(Gen.Choose(1, 40)).Zip(Gen.Choose(0, 10_000_000)).ToArbitrary(),
        c =>
        {
            var ((each, count), maximum) = c;
            var s = PaymentSchedule.Recurring(each, count, 1, maximum);
            return s.Total <= maximum && s.Total <= (long)each * count && s.Part(0) == s.Part(count - 1) && ((long)each * count > maximum || s.Part(0) == each);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(-1, 1, 1)]
    [InlineData(1, 0, 1)]
    [InlineData(1, 1, 0)]
    public void New_ArgumentOutOfRange_IsRefused(long total, int count, int between)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => PaymentSchedule.Installments(total, count, between));
        Assert.Throws<ArgumentOutOfRangeException>(() => PaymentSchedule.Of(PaymentForm.Recurring, total, count, between));
    }
}
