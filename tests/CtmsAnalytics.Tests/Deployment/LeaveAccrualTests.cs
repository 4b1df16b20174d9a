using System.Globalization;
using CtmsAnalytics.Calendar;
using CtmsAnalytics.Deployment;
using CtmsAnalytics.Parameters;
using CtmsAnalytics.Tests.Data;

namespace CtmsAnalytics.Tests.Deployment;

public sealed class LeaveAccrualTests
{
    private static readonly ParameterReader Shipped = PolicyParameters.Reader();
    private static readonly LeaveRates Rates = LeaveRates.From(Shipped, 2026);

    [Theory]
    [InlineData(0, false, 4)]
    [InlineData(2, true, 4)]
    [InlineData(3, false, 6)]
    [InlineData(3, true, 10)]
    [InlineData(14, false, 6)]
    [InlineData(14, true, 10)]
    [InlineData(15, false, 8)]
    [InlineData(15, true, 8)]
    public void Annual_FullTime_FollowsTheClass(int years, bool last, double hours) => Assert.Equal(hours, LeaveAccrual.Annual(years, WorkSchedule.FullTime, 80, last, Rates));

    [Theory]
    [InlineData(2, 40, 2)]
    [InlineData(3, 39, 3)]
    [InlineData(15, 40, 4)]
    [InlineData(0, 20, 1)]
    public void Annual_PartTime_IsAnHourForEachPaidHours(int years, int paid, double hours)
    {
        Assert.Equal(hours, LeaveAccrual.Annual(years, WorkSchedule.PartTime, paid, false, Rates));
        Assert.Equal(hours, LeaveAccrual.Annual(years, WorkSchedule.PartTime, paid, true, Rates));
    }

    [Fact]
    public void Contingent_NoRegularTour_AccruesNothing()
    {
        Assert.Equal(0, LeaveAccrual.Annual(20, WorkSchedule.Contingent, 60, true, Rates));
        Assert.Equal(0, LeaveAccrual.Sick(WorkSchedule.Contingent, 60, Rates));
    }

    [Fact]
    public void Sick_BySchedule_IsHalfADayOrAnHourForTwenty()
    {
        Assert.Equal(4, LeaveAccrual.Sick(WorkSchedule.FullTime, 80, Rates));
        Assert.Equal(2, LeaveAccrual.Sick(WorkSchedule.PartTime, 40, Rates));
    }

    [Theory]
    [InlineData(239, false, 239)]
    [InlineData(240, false, 240)]
    [InlineData(241, false, 240)]
    [InlineData(241, true, 241)]
    [InlineData(721, true, 720)]
    public void Carried_AroundTheCeiling_ForfeitsTheRest(double balance, bool senior, double carried) => Assert.Equal(carried, LeaveAccrual.Carried(balance, senior, Rates));

    [Theory]
    [InlineData("2022-02-28", "2025-02-27", 2)]
    [InlineData("2022-02-28", "2025-02-28", 3)]
    [InlineData("2024-02-29", "2027-02-27", 2)]
    [InlineData("2024-02-29", "2027-02-28", 3)]
    [InlineData("2024-02-29", "2020-01-01", 0)]
    public void YearsOfService_AroundTheAnniversary_AreCompletedYears(string entry, string day, int years) =>
        Assert.Equal(years, LeaveAccrual.YearsOfService(DateOnly.Parse(entry, CultureInfo.InvariantCulture), DateOnly.Parse(day, CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("2032-12-17", false)]
    [InlineData("2032-12-18", true)]
    [InlineData("2032-12-31", true)]
    public void IsLastOfYear_NextPeriodEndsOnNewYearsDay_IsTheLastFullOne(string last, bool expected)
    {
        var ends = DateOnly.Parse(last, CultureInfo.InvariantCulture);
        Assert.Equal(expected, LeaveAccrual.IsLastOfYear(new WorkPeriod(0, ends.AddDays(-13), ends, ends.AddDays(12), 2033, 10, 10, 2032, 1)));
    }

    [Fact]
    public void MiddleClass_WholeYear_AccruesTwentyDays()
    {
        var periods = new PayCalendar(Shipped).Periods(new DateOnly(2026, 1, 11), 3).Where(p => p.LastDay.Year == 2027).ToList();
        Assert.Equal(26, periods.Count);
        Assert.Single(periods, LeaveAccrual.IsLastOfYear);
        Assert.Equal(160, periods.Sum(p => LeaveAccrual.Annual(5, WorkSchedule.FullTime, 80, LeaveAccrual.IsLastOfYear(p), Rates)));
    }
}
