using CtmsAnalytics.Compensation;
using CtmsAnalytics.Deployment;

namespace CtmsAnalytics.Tests.Compensation;

public sealed class OtherCompensationTests
{
    [Theory]
    [InlineData(341_280, 0.0864, 29_487)]
    [InlineData(125, 0.10, 13)]
    [InlineData(0, 0.25, 0)]
    public void Allowance_OfTheSalaryPaid_IsRoundedHalfUp(long salary, double rate, long expected) => Assert.Equal(expected, NonforeignAllowance.Amount(salary, rate));

    [Theory]
    [InlineData(9_999, 0, 0, 9_999, 0, 0)]
    [InlineData(10_000, 0, 0, 10_000, 0, 0)]
    [InlineData(10_001, 0, 0, 10_000, 1, 0)]
    [InlineData(10_000, 4_000, 4_000, 6_000, 4_000, 0)]
    [InlineData(10_000, 0, 59_999, 1, 0, 9_999)]
    [InlineData(10_000, 0, 60_000, 0, 0, 10_000)]
    [InlineData(12_000, 0, 55_000, 5_000, 2_000, 5_000)]
    public void StudentLoan_AroundItsLimits_IsHeldToBoth(long asked, long inYear, long inAll, long paid, long cutByYear, long cutByLifetime) =>
        Assert.Equal(new LoanRepayment(paid, cutByYear, cutByLifetime), StudentLoanRepayment.Of(asked, inYear, inAll, 10_000, 60_000));

    [Fact]
    public void StudentLoan_AdvisoryAppointee_IsNotEligible()
    {
        Assert.False(StudentLoanRepayment.IsEligible(AppointmentType.Advisory));
        Assert.True(StudentLoanRepayment.IsEligible(AppointmentType.Renewable));
    }

    [Theory]
    [InlineData(AppointmentType.Renewable, 197_200, null)]
    [InlineData(AppointmentType.Renewable, 197_201, null)]
    [InlineData(AppointmentType.Renewable, 197_199, "158.523(a)(2); 158.614(a)(2)")]
    [InlineData(AppointmentType.Continuing, 250_000, "158.523(a)(2)")]
    [InlineData(AppointmentType.Advisory, 250_000, "158.523(a)(2)")]
    public void Uncompensated_OutsideItsConditions_CitesTheParagraph(AppointmentType appointment, long salary, string? paragraph) =>
        Assert.Equal(paragraph, UncompensatedService.Breaks(appointment, salary, 197_200)?.Paragraph);

    [Fact]
    public void Uncompensated_LevelOfTheParameter_NamesARate()
    {
        Assert.Equal(("EX-I", "EX-V"), (UncompensatedService.RateOf(1), UncompensatedService.RateOf(5)));
        Assert.Throws<ArgumentOutOfRangeException>(() => UncompensatedService.RateOf(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => UncompensatedService.RateOf(6));
    }

    [Fact]
    public void Annuitant_FullTime_GetsSalaryLessTheAnnuityOfThoseHours()
    {
        // 44,516.50 is half of the published example; 44,517 a year is 21.33 an hour.
        var pay = ReemployedAnnuitant.Of(341_280, 44_517, 80, 2087, false);
        Assert.Equal(new AnnuitantPay(341_280 - 170_640, 170_640), pay);
        Assert.Equal(341_280, pay.ToPerson + pay.ToFund);
    }

    [Fact]
    public void Annuitant_AnnuityAboveSalary_LeavesNothingAndNeverLess() =>
        Assert.Equal(new AnnuitantPay(0, 341_280), ReemployedAnnuitant.Of(341_280, 400_000, 80, 2087, false));

    [Fact]
    public void Annuitant_Waived_KeepsBothAndTheAgencyContributesNothing()
    {
        Assert.Equal(new AnnuitantPay(341_280, 0), ReemployedAnnuitant.Of(341_280, 44_517, 80, 2087, true));
        Assert.Equal(0, ReemployedAnnuitant.RetirementBase(341_280, true));
        Assert.Equal(341_280, ReemployedAnnuitant.RetirementBase(341_280, false));
    }

    [Fact]
    public void Annuitant_AnyOtherAppointment_IsNotAllowed()
    {
        Assert.True(ReemployedAnnuitant.IsAllowed(AppointmentType.Renewable));
        Assert.False(ReemployedAnnuitant.IsAllowed(AppointmentType.Continuing));
        Assert.False(ReemployedAnnuitant.IsAllowed(AppointmentType.Advisory));
    }
}
