using CtmsAnalytics.Recognition;
using FsCheck;
using FsCheck.Fluent;

namespace CtmsAnalytics.Tests.Recognition;

public sealed class RecognitionPaymentTests
{
    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(19_999_99, 19_999_99, 0)]
    [InlineData(20_000_00, 20_000_00, 0)]
    [InlineData(20_000_01, 20_000_00, 1)]
    public void Within_AtTheLimit_CutsOnlyWhatLiesAbove(long asked, long granted, long cut)
    {
        var capped = RecognitionPayment.Within(asked, 100_000, 0.20, 0);
        Assert.Equal(new CappedPayment(asked, granted), capped);
        Assert.Equal(cut, capped.Cut);
    }

    [Theory]
    [InlineData(15_000_00, 5_000_00)]
    [InlineData(19_999_99, 1)]
    [InlineData(20_000_00, 0)]
    [InlineData(30_000_00, 0)]
    public void Within_EarlierPaymentsThatCount_LeaveTheRest(long earlier, long granted) =>
        Assert.Equal(granted, RecognitionPayment.Within(10_000_00, 100_000, 0.20, earlier).Granted);

    [Theory]
    [InlineData(false, false, 0.20)]
    [InlineData(false, true, 0.50)]
    [InlineData(true, false, 0.10)]
    [InlineData(true, true, 0.10)]
    public void MaximumOf_Approval_RaisesTheLimitOfEmployeesAlone(bool offer, bool approved, double maximum) =>
        Assert.Equal(maximum, RecognitionPayment.MaximumOf(offer, approved, 0.20, 0.50, 0.10));

    [Fact]
    public void Within_PaymentsOfAYear_NeverPassTheLimitTogether()
    {
        var cases = Gen.Choose(0, 300_000).Zip(Gen.Choose(0, 4_000_000).ArrayOf()).ToArbitrary();
        Prop.ForAll(
            cases,
            c =>
            {
                long granted = 0;
                foreach (var asked in c.Item2) granted += RecognitionPayment.Within(asked, c.Item1, 0.20, granted).Granted;
                return granted == Math.Min(c.Item2.Sum(a => (long)a), RecognitionPayment.Amount(c.Item1, 0.20));
            }).QuickCheckThrowOnFailure();
    }
}
