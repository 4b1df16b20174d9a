using CtmsAnalytics.AggregateLimit;
using CtmsAnalytics.Budget;
using CtmsAnalytics.Compensation;
using CtmsAnalytics.Deployment;
using CtmsAnalytics.PayHistory;
using CtmsAnalytics.PersonnelActions;
using CtmsAnalytics.Scenarios;
using CtmsAnalytics.Tests.Projection;
using static CtmsAnalytics.Tests.PayHistory.Story;

namespace CtmsAnalytics.Tests.PayHistory;

/// <summary>Aggregate limit, student loans and training on one person's path. A salary of 228,000 is 8,740.00 a work period and 227,240.00 over the 26 paydays of 2027, which leaves 57,360.00.</summary>
public sealed class LimitFindingsTests
{
    private static readonly RosterPerson Paid228 = TestWorld.Person(salary: 228_000, level: TestWorld.High);
    private static readonly DateOnly FirstOf2028 = new(2027, 12, 12);

    [Fact]
    public void Payment_OverTheAggregateLimit_IsPaidOnTheFirstPaydayOfTheNextYear()
    {
        var payment = Lump(Day, 0.50, true);
        var told = TestWorld.Quiet.Told(Paid228, 2027, payment);
        Assert.Equal(
            [
                Cents(Day, PersonPath.Payment, 0, 11_400_000, "Asked for: 50 % of salary 228,000, from the decision of 2027-02-07; paid at once."),
                Cents(Day, Headroom.Deferral, 11_400_000, 5_736_000, "Limit 284,600.00; with the salary still expected to the end of the calendar year 57,360.00 are left for additional compensation. 56,640.00 wait for the first payday of the next calendar year."),
            ],
            told.Findings);
        Assert.Equal(new LimitPosition(2027, 28_460_000, 22_724_000, 5_736_000, 5_664_000, 0, 0, 0) { Waiting = 5_664_000 }, Assert.Single(told.Limits));
        Assert.Equal(0, told.Limits[0].Headroom);

        var next = TestWorld.Quiet.Told(Paid228, 2028, payment);
        Assert.Equal([Cents(FirstOf2028, PersonPath.Release, 0, 5_664_000, "Deferred over the aggregate limit of an earlier year and paid on the first payday of this one.")], next.Findings);
        Assert.Equal([(FirstOf2028, 5_664_000L, "56,640.00 deferred from the year before")], next.Paid(Component.RecognitionPayment));
    }

    [Fact]
    public void Payment_ExactlyWhatIsLeft_IsNotDeferred()
    {
        var told = TestWorld.Quiet.Told(Paid228, 2027, Lump(Day, 57_360.0 / 228_000, true));
        Assert.Equal(PersonPath.Payment, Assert.Single(told.Findings).Rule);
        Assert.Equal((5_736_000L, 0L, 0L), (told.Limits[0].Additional, told.Limits[0].Deferred, told.Limits[0].Headroom));
    }

    [Fact]
    public void Limits_NothingButSalary_LeaveTheRestAsHeadroom()
    {
        Assert.Equal(5_736_000, Assert.Single(TestWorld.Quiet.Told(Paid228, 2027).Limits).Headroom);
        Assert.Equal(0, new LimitPosition(2027, 100, 90, 20, 0, 0, 0, 0).Headroom);
    }

    [Fact]
    public void FirstYear_PaydaysBeforeTheStart_CountTowardTheLimit()
    {
        // 20 paydays from 8 January to 1 October 2026 and six from 15 October on.
        var told = TestWorld.Quiet.Told(Person, 2026);
        Assert.Contains("The 20 earlier paydays of 2026 count toward its limits at the opening rate, 4,000.00 each.", told.Assumptions);
        Assert.Equal(26 * 400_000L, Assert.Single(told.Limits).Salary);
        Assert.DoesNotContain(TestWorld.Quiet.Told(Person with { IsUncompensated = true }, 2026).Assumptions, a => a.Contains("earlier paydays", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(999_999, false)]
    [InlineData(1_000_000, false)]
    [InlineData(1_000_001, true)]
    public void StudentLoan_AroundTheYearLimit_IsHeldToIt(long asked, bool cut)
    {
        var told = Told(new StudentLoanAction(Day, asked));
        Assert.Equal(cut ? [Cents(Day, StudentLoanRepayment.YearLimit, asked, 1_000_000, "At most 10,000.00 in a calendar year.")] : [], told.Findings);
        Assert.Equal([(Day, Math.Min(asked, 1_000_000), "student loan repayment")], told.Paid(Component.StudentLoan));
    }

    [Fact]
    public void StudentLoan_SecondCalendarYear_IsHeldToTheLimitOfAllYears()
    {
        var input = TestWorld.Input(Person).With("student_loan_lifetime_maximum", 12_000);
        var told = TestWorld.Quiet.Told(input, 2028, new StudentLoanAction(Day, 1_000_000), new StudentLoanAction(FirstOf2028, 1_000_000));
        Assert.Equal([Cents(FirstOf2028, StudentLoanRepayment.LifetimeLimit, 1_000_000, 200_000, "At most 12,000.00 in all years.")], told.Findings);
        Assert.Equal([(FirstOf2028, 200_000L)], told.Paid(Component.StudentLoan).Select(p => (p.Date, p.Cents)));
    }

    [Theory]
    [InlineData(600_000, 264_000)]
    [InlineData(264_000, 264_000)]
    public void StudentLoan_InsideTheAggregateLimit_GetsWhatAPaymentLeaves(long asked, long paid)
    {
        // 24 % is 54,720.00 of the 57,360.00 that are left.
        var input = TestWorld.Input(Paid228).With("student_loan_inside_aggregate_limit", 1);
        var told = TestWorld.Quiet.Told(input, 2027, Lump(Day, 0.24, true), new StudentLoanAction(Day, asked));
        Assert.Equal(
            asked == paid ? [] : [Cents(Day, Headroom.Forfeiture, 600_000, 264_000, "2,640.00 are left under the aggregate limit.")],
            told.Findings.Skip(1));
        Assert.Equal(paid, Assert.Single(told.Paid(Component.StudentLoan)).Cents);
        Assert.Equal((5_736_000L, 0L), (told.Limits[0].Additional, told.Limits[0].Outside));
    }

    [Fact]
    public void StudentLoan_AdvisoryAppointee_IsNotPaid() => Assert.Equal(
        [Cents(Day, StudentLoanRepayment.Advisory, 600_000, 0, "Advisory appointees and uncompensated service are not eligible.")],
        TestWorld.Quiet.Told(Person with { Appointment = AppointmentType.Advisory }, 2027, new StudentLoanAction(Day, 600_000)).Findings);

    [Theory]
    [InlineData(0.49, 0)]
    [InlineData(0.5, 1)]
    public void StudentLoan_ShareOfPeople_DecidesFromAHalfOn(double share, int repayments)
    {
        var scenario = TestWorld.Quiet with { OtherCompensation = new OtherCompensationPolicy(share, 6_000, 0) };
        var told = scenario.Told(Person, 2027);
        Assert.Equal(repayments, told.Paid(Component.StudentLoan).Count);
        Assert.Contains($"Student loans are repaid for {share * 100} % of people; this person is assumed {(repayments == 0 ? "not to be" : "to be")} one of them on 2027-10-03.", told.Assumptions);
    }

    [Fact]
    public void Training_DecidedAndBudgeted_AreLinesOfTheirOwn()
    {
        var scenario = TestWorld.Quiet with { OtherCompensation = new OtherCompensationPolicy(0, 0, 1_750) };
        Assert.Equal(
            [(Day, 90_000L, "forensics"), (new DateOnly(2027, 10, 3), 175_000L, "training for each person")],
            scenario.Told(Person, 2027, new TrainingAction(Day, "forensics", 90_000)).Paid(Component.Training));
        Assert.Empty(Told().Paid(Component.Training));
    }
}
