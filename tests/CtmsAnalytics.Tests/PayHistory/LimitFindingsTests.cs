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
    public void TwoKinds_OverTheAggregateLimit_AreBothDeferredAndReleased()
    {
        // 197,000 is 94.39 an hour and 7,551.20 a work period: 196,331.20 over 26 paydays leave 88,268.80. The work period of 28 November 2027 is the last one paid in 2027.
        var last = new DateOnly(2027, 11, 28);
        var scenario = TestWorld.Quiet.With(p => p with { SpecialWorkingConditions = [new SwcProgram("nights", "unexpected time", [], [], 0, 0.25, null, null)] });
        var person = TestWorld.Person(salary: 197_000, level: TestWorld.High);
        PersonnelAction[] actions = [Lump(last, 0.50, true), new SpecialWorkingConditionsAction(last, "nights", 1, null)];
        var told = scenario.Told(person, 2027, actions);
        Assert.Equal(
            Cents(last, Headroom.Deferral, 9_850_000 + 188_780, 8_826_880, "Limit 284,600.00; with the salary still expected to the end of the calendar year 88,268.80 are left for additional compensation."),
            told.Findings[^1]);
        Assert.Equal(1_023_120 + 188_780, told.Limits[0].Deferred);

        var next = scenario.Told(person, 2028, actions);
        Assert.Equal([Cents(FirstOf2028, PersonPath.Release, 0, 1_211_900, "Deferred over the aggregate limit of the year before and paid on the first payday of this one.")], next.Findings);
        Assert.Equal([(FirstOf2028, 1_023_120L, "10,231.20 deferred from the year before")], next.Paid(Component.RecognitionPayment));
        Assert.Equal([(FirstOf2028, 188_780L, "1,887.80 deferred from the year before")], next.Paid(Component.SpecialWorkingConditions));
        Assert.Equal(1_211_900, Assert.Single(next.Limits).Released);
    }

    [Fact]
    public void TwoKinds_HeadroomBetweenThem_DeferralCountsBoth()
    {
        // 30 % is 59,100.00; the quarter of a work period's salary fits, then 43 % more do not leave room for the next.
        var scenario = TestWorld.Quiet.With(p => p with { SpecialWorkingConditions = [new SwcProgram("nights", "unexpected time", [], [], 0, 0.25, null, null)] });
        var person = TestWorld.Person(salary: 197_000, level: TestWorld.High);
        var told = scenario.Told(person, 2027, Lump(Day, 88_000.0 / 197_000, true), new SpecialWorkingConditionsAction(Day, "nights", 1, null));
        Assert.Equal((8_988_780L, 8_826_880L), (told.Findings[^1].Before, told.Findings[^1].After));
        Assert.Equal((8_800_000L, 26_880L), (Assert.Single(told.Paid(Component.RecognitionPayment)).Cents, Assert.Single(told.Paid(Component.SpecialWorkingConditions)).Cents));
    }

    [Fact]
    public void Separation_WithDeferredAmounts_PaysThemAndTheEmployersTaxes()
    {
        // Six work periods and 57,360.00 are wages of 109,800.00 before: Social Security 3,511.68 and Medicare 821.28 on 56,640.00.
        var leaves = new DateOnly(2027, 3, 7);
        var told = TestWorld.Quiet.Told(Paid228, 2027, Lump(Day, 0.50, true), new SeparationAction(leaves));
        Assert.Equal([Cents(leaves, SeparationSettlement.PaidOut, 0, 5_664_000, "Additional compensation that had been deferred over the aggregate limit.")], told.Findings.Where(f => f.Date == leaves));
        Assert.Equal((leaves, 5_664_000L, "deferred amounts, paid at separation"), told.Paid(Component.RecognitionPayment)[^1]);
        Assert.Equal((leaves, 433_296L, "on deferred amounts, paid at separation"), told.Paid(Component.SocialSecurityMedicare)[^1]);
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
    public void StudentLoan_SecondInTheYear_GetsWhatIsLeft()
    {
        var later = new DateOnly(2027, 5, 2);
        var told = Told(new StudentLoanAction(Day, 600_000), new StudentLoanAction(later, 600_000));
        Assert.Equal([Cents(later, StudentLoanRepayment.YearLimit, 600_000, 400_000, "At most 10,000.00 in a calendar year.")], told.Findings);
        Assert.Equal((0L, 1_000_000L), (Assert.Single(told.Limits).Additional, told.Limits[0].Outside));
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
