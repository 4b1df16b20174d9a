using CtmsAnalytics.Recognition;
using CtmsAnalytics.Rules;
using FsCheck;
using FsCheck.Fluent;

namespace CtmsAnalytics.Tests.Recognition;

public sealed class ServiceAgreementTests
{
    private static readonly ServiceAgreement OneYear = new(new DateOnly(2027, 1, 1), 12);

    public static TheoryData<int?, bool, RuleReference?> Lengths => new()
    {
        { null, false, null },
        { null, true, ServiceAgreement.Required },
        { 5, true, ServiceAgreement.Length },
        { 5, false, ServiceAgreement.Length },
        { 6, true, null },
        { 7, true, null },
        { 35, true, null },
        { 36, true, null },
        { 37, true, ServiceAgreement.Length },
    };

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Offends_LengthAndNeed_NamesTheRule(int? months, bool required, RuleReference? rule) =>
        Assert.Equal(rule, ServiceAgreement.Offends(months, required, 6, 36));

    [Theory]
    [InlineData(RepaymentTerms.None, 0)]
    [InlineData(RepaymentTerms.ProRata, 180)]
    [InlineData(RepaymentTerms.Whole, 365)]
    public void Repayment_LeftAfter185Of365Days_FollowsTheTerms(RepaymentTerms terms, long owed) =>
        Assert.Equal(owed, OneYear.Repayment(365, 365, OneYear.Start.AddDays(185), terms));

    [Theory]
    [InlineData(0, 365)]
    [InlineData(-5, 365)]
    [InlineData(1, 364)]
    [InlineData(364, 1)]
    [InlineData(365, 0)]
    [InlineData(366, 0)]
    public void Repayment_ProRata_FallsByTheDayToNothingAtTheEnd(int days, long owed) =>
        Assert.Equal(owed, OneYear.Repayment(365, 365, OneYear.Start.AddDays(days), RepaymentTerms.ProRata));

    [Fact]
    public void Repayment_WholeOnTheLastDay_OwesAllAndAfterItNothing()
    {
        Assert.Equal(365, OneYear.Repayment(365, 365, OneYear.End.AddDays(-1), RepaymentTerms.Whole));
        Assert.Equal(0, OneYear.Repayment(365, 365, OneYear.End, RepaymentTerms.Whole));
    }

    [Fact]
    public void Repayment_InstalmentsBehindTheService_OweNothing()
    {
        // A fifth of the service done: 73 of 365 is earned.
        var left = OneYear.Start.AddDays(73);
        Assert.Equal(0, OneYear.Repayment(365, 73, left, RepaymentTerms.ProRata));
        Assert.Equal(1, OneYear.Repayment(365, 74, left, RepaymentTerms.ProRata));
    }

    [Fact]
    public void Repayment_HalfACentEarned_RoundsUpForThePerson() =>
        // One day of 30: 15 cents earn half a cent.
        Assert.Equal(14, new ServiceAgreement(new DateOnly(2027, 4, 1), 1).Repayment(15, 15, new DateOnly(2027, 4, 2), RepaymentTerms.ProRata));

    [Fact]
    public void Repayment_ServingLonger_NeverOwesMore()
    {
        var cases = Gen.Choose(0, 100_000_000).Zip(Gen.Choose(0, 100)).Zip(Gen.Choose(6, 36)).Zip(Gen.Choose(0, 1200)).ToArbitrary();
        Prop.ForAll(
            cases,
            c =>
            {
                var (((awarded, percent), months), days) = c;
                var agreement = new ServiceAgreement(new DateOnly(2027, 3, 14), months);
                var paid = (long)awarded * percent / 100;
                long Owed(int served) => agreement.Repayment(awarded, paid, agreement.Start.AddDays(served), RepaymentTerms.ProRata);
                return Owed(days) >= Owed(days + 1) && Owed(days) >= 0 && Owed(days) <= paid && Owed(0) == paid;
            }).QuickCheckThrowOnFailure();
    }
}
