using CtmsAnalytics.Budget;
using CtmsAnalytics.Deployment;
using CtmsAnalytics.PersonnelActions;
using CtmsAnalytics.Rules;
using CtmsAnalytics.Salaries;
using CtmsAnalytics.Scenarios;
using CtmsAnalytics.Tests.Projection;
using static CtmsAnalytics.Tests.PayHistory.Story;

namespace CtmsAnalytics.Tests.PayHistory;

/// <summary>Official worksite, paid hours and what accrues with them on one person's path.</summary>
public sealed class WorksiteFindingsTests
{
    private const string Home = "11001";
    private const string Away = "06075";

    private static readonly Scenario Supplemented = TestWorld.Quiet.With(p => p with { Supplements = new Dictionary<string, double> { ["CAP"] = 0.10 } });

    [Fact]
    public void Stay_ExpectedSixMonths_MovesTheWorksiteThereAndBack()
    {
        // The six months end on 6 August; the next work period begins on the 8th.
        var back = new DateOnly(2027, 8, 8);
        var told = Supplemented.Told(Person, 2027, Stay(6));
        Assert.Equal([There(Day), Back(back)], told.Findings);
        Assert.Equal([("RUS", 104_350L), ("CAP", 114_785L), ("RUS", 104_350L)], told.Salary.Select(s => (s.Market, s.Salary)));
        Assert.Equal([TestWorld.Start, Day, back], told.Salary.Select(s => s.Date));
        Assert.Equal(("official worksite in county 06075, market CAP", "158.704(c)"), (told.Salary[1].Reason, told.Salary[1].Paragraph));
    }

    [Fact]
    public void Stay_ExpectedFiveMonths_ChangesNothing()
    {
        var told = Supplemented.Told(Person, 2027, Stay(5));
        Assert.Equal(
            [Said(Day, OfficialWorksite.Unchanged, "Work at county 06075 is expected to last 5 months, fewer than 6: the official worksite stays county 11001, and with it supplement and allowance.")],
            told.Findings);
        Assert.Equal("RUS", Assert.Single(told.Salary).Market);
    }

    [Fact]
    public void Stay_NoEndInSight_MovesTheWorksiteForGood() => Assert.Equal([There(Day)], Supplemented.Told(Person, 2027, Stay(null)).Findings);

    [Fact]
    public void Stay_LeftEarly_MovesBackOnTheReturn()
    {
        var back = new DateOnly(2027, 4, 4);
        Assert.Equal([There(Day), Back(back)], Supplemented.Told(Person, 2027, Stay(12), new WorksiteAction(back, Home, "RUS", null)).Findings);
    }

    [Fact]
    public void Stay_ExpectedFiveMonthsAndLastedLonger_MovesTheWorksiteAfterSix()
    {
        var (later, back) = (new DateOnly(2027, 8, 8), new DateOnly(2027, 10, 3));
        Assert.Equal(
            [
                Said(Day, OfficialWorksite.Unchanged, "Work at county 06075 is expected to last 5 months, fewer than 6; it becomes the official worksite on 2027-08-08, when it has lasted so long."),
                There(later),
                Back(back),
            ],
            Supplemented.Told(Person, 2027, Stay(5), new WorksiteAction(back, Home, "RUS", null)).Findings);
    }

    [Fact]
    public void Allowance_FollowsTheWorksite_OutsideTheAggregateLimit()
    {
        var told = TestWorld.Quiet.Told(Person, 2027, Stay(6) with { NonforeignArea = "Island" });
        var paid = told.Paid(Component.NonforeignAllowance);
        Assert.Equal(13, paid.Count);
        Assert.Equal((Day, new DateOnly(2027, 7, 25)), (paid[0].Date, paid[^1].Date));
        Assert.All(paid, p => Assert.Equal((40_000L, "10 % of salary 4,000.00 in Island, outside the aggregate limit"), (p.Cents, p.How)));
        Assert.Equal((0L, 520_000L), (Assert.Single(told.Limits).Additional, told.Limits[0].Outside));
    }

    [Fact]
    public void Allowance_NobodyReceivesIt_IsNoParameterOfTheStory()
    {
        var person = Person with { NonforeignArea = "Island" };
        Assert.Contains(TestWorld.Quiet.Told(person, 2027).Parameters, p => p.Name == "nonforeign_allowance:Island");
        Assert.DoesNotContain(TestWorld.Quiet.Told(person with { IsUncompensated = true }, 2027).Parameters, p => p.Name == "nonforeign_allowance:Island");
    }

    [Theory]
    [InlineData(79, 79)]
    [InlineData(80, 80)]
    [InlineData(81, 80)]
    public void ContingentHours_AroundAWorkPeriod_ArePaidToItsEnd(int worked, int paid)
    {
        var told = TestWorld.Quiet.Told(Contingent(40, null), 2027, new HoursWorkedAction(Day, worked));
        Assert.Equal(worked == paid ? [] : [Hours(Day, WorkPeriodHours.FullTimeHours, 81, 80, "A work period is paid for at most 80 hours.")], told.Findings);
        Assert.Equal([200_000L, paid * 5_000L, 200_000L], told.Paid(Component.Salary).Where(p => Math.Abs(p.Date.DayNumber - Day.DayNumber) <= 14).Select(p => p.Cents));
    }

    [Fact]
    public void ContingentHours_MaximumOfTheAppointment_EndsPayAndIsToldOnce()
    {
        // 70 hours in each of four work periods leave 20 of 300 for the fifth.
        var fifth = new DateOnly(2026, 11, 15);
        var told = TestWorld.Quiet.Told(Contingent(70, 300), 2026);
        Assert.Equal([Hours(fifth, WorkPeriodHours.AppointmentMaximum, 70, 20, "The appointment allows 300 hours in all.")], told.Findings);
        Assert.Equal([350_000L, 350_000L, 350_000L, 350_000L, 100_000L], told.Paid(Component.Salary).Select(p => p.Cents));
        Assert.Equal(fifth, told.Paid(Component.Salary)[^1].Date);
        Assert.Empty(TestWorld.Quiet.Told(Contingent(70, 300), 2027).Findings);
    }

    [Fact]
    public void ContingentHours_ExactlyTheMaximumOfTheAppointment_AreNotCut() =>
        Assert.Empty(TestWorld.Quiet.Told(Contingent(50, 300), 2026).Findings);

    [Fact]
    public void FullTime_HolidayPeriod_AccruesLeaveAndCountsTheHoliday()
    {
        // Christmas Day 2026 in the work period from 13 December; more than three years of service.
        var told = Told().Hours.Where(h => h.Period.FirstDay == new DateOnly(2026, 12, 13)).Select(h => (h.Kind, h.Hours));
        Assert.Equal([("holidays", 8.0), ("annual leave accrued", 10.0), ("sick leave accrued", 4.0)], told);
    }

    [Fact]
    public void WorkSchedule_Changed_IsTheReasonOfNoFinding() =>
        Assert.Equal([400_000L, 200_000L], Told(new WorkScheduleAction(Day, WorkSchedule.PartTime, 40)).Paid(Component.Salary).Select(p => p.Cents).Distinct());

    private static WorksiteAction Stay(int? months) => new(Day, Away, "CAP", months);

    private static Finding There(DateOnly day) => Said(day, OfficialWorksite.Changed, "The official worksite moves from county 11001 (RUS) to county 06075 (CAP); supplement and allowance follow it.");

    private static Finding Back(DateOnly day) => Said(day, OfficialWorksite.Changed, "The official worksite moves from county 06075 (CAP) to county 11001 (RUS); supplement and allowance follow it.");

    private static RosterPerson Contingent(int hours, int? maximum) => Person with { Schedule = WorkSchedule.Contingent, HoursPerWorkPeriod = hours, AppointmentMaximumHours = maximum };
}
