using CtmsAnalytics.Deployment;
using CtmsAnalytics.Salaries;

namespace CtmsAnalytics.Tests.Salaries;

public sealed class SalaryRangeTests
{
    private const long Standard = 255_800;
    private const long Extended = 332_100;

    [Fact]
    public void ExtendedMaximum_2021_IsThePublishedAmount() => Assert.Equal(332_100, SalaryRange.ExtendedMaximum(221_400, 1.5));

    [Theory]
    [InlineData(AppointmentType.Renewable, true, Extended)]
    [InlineData(AppointmentType.Renewable, false, Standard)]
    [InlineData(AppointmentType.Continuing, true, Standard)]
    [InlineData(AppointmentType.Advisory, true, Standard)]
    public void UpperLimit_OnlyARenewableAppointeeApprovedByName_ReachesTheExtendedRange(AppointmentType appointment, bool approved, long limit) =>
        Assert.Equal(limit, SalaryRange.UpperLimit(appointment, approved, Standard, Extended));

    [Fact]
    public void Refusal_ApprovalWithoutRenewableAppointment_CitesTheParagraph()
    {
        Assert.Null(SalaryRange.Refusal(AppointmentType.Renewable));
        Assert.Equal(("158.613(c)", "refused"), (SalaryRange.Refusal(AppointmentType.Continuing)!.Paragraph, SalaryRange.Refusal(AppointmentType.Advisory)!.Effect));
    }

    [Theory]
    [InlineData(AppointmentType.Continuing, Standard - 1, false)]
    [InlineData(AppointmentType.Continuing, Standard, false)]
    [InlineData(AppointmentType.Continuing, Standard + 1, true)]
    [InlineData(AppointmentType.Renewable, Standard + 1, false)]
    public void RefusalOfChange_PaidAboveTheStandardRange_StaysRenewable(AppointmentType to, long salary, bool refused) =>
        Assert.Equal(refused ? SalaryRange.AppointmentChange : null, SalaryRange.RefusalOfChange(to, salary, Standard));

    [Fact]
    public void Adjust_WithoutInvocation_StopsAtTheStandardRangeAndSaysWhy()
    {
        Assert.Equal(new RangedAdjustment(Standard, null), SalaryRange.Adjust(250_000, Standard, false, Standard));
        Assert.Equal(new RangedAdjustment(Standard, SalaryRange.AdjustmentWithoutInvocation), SalaryRange.Adjust(250_000, Standard + 1, false, Standard));
        Assert.Equal("158.631(b)", SalaryRange.AdjustmentWithoutInvocation.Paragraph);
    }

    [Fact]
    public void Adjust_Invoked_StopsAtTheExtendedRange()
    {
        Assert.Equal(new RangedAdjustment(Extended, null), SalaryRange.Adjust(250_000, Extended, true, Extended));
        Assert.Equal(new RangedAdjustment(Extended, SalaryRange.ExtendedRange), SalaryRange.Adjust(250_000, Extended + 1, true, Extended));
    }

    [Fact]
    public void Adjust_AboveTheLimitAlready_IsNotLowered() =>
        Assert.Equal(new RangedAdjustment(260_000, SalaryRange.AdjustmentWithoutInvocation), SalaryRange.Adjust(260_000, 270_000, false, Standard));

    [Theory]
    [InlineData(true, true, true, Extended)]
    [InlineData(true, true, false, 228_000)]
    [InlineData(true, false, true, 228_000)]
    [InlineData(false, true, true, 228_000)]
    public void Limitation_NamedRateOfAnApprovedPerson_GivesWayToTheExtendedRange(bool named, bool extended, bool replaces, long expected) =>
        Assert.Equal(expected, SalaryRange.Limitation(228_000, named, extended, Extended, replaces));
}
