using CtmsAnalytics.Budget;
using CtmsAnalytics.Deployment;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.PayHistory;
using CtmsAnalytics.PersonnelActions;
using CtmsAnalytics.Rules;
using CtmsAnalytics.Scenarios;
using CtmsAnalytics.SpecialWorkingConditions;
using CtmsAnalytics.Tests.Projection;
using static CtmsAnalytics.Tests.PayHistory.Story;

namespace CtmsAnalytics.Tests.PayHistory;

/// <summary>Special working conditions payments on one person's path.</summary>
public sealed class SpecialFindingsTests
{
    private static readonly DateOnly Second = Day.AddDays(14);
    private static readonly DateOnly Third = Day.AddDays(28);

    private static readonly Scenario Programs = TestWorld.Quiet.With(p => p with
    {
        SpecialWorkingConditions =
        [
            new SwcProgram("nights", "unexpected time", [], [], 0, 0.15, null, null) { MinimumPercent = 0.02, MaximumPercent = 0.25 },
            new SwcProgram("hardship", "hardship", [], [], 0, 0.20, null, null),
            new SwcProgram("surge", "surge", [], [], 0, 0.10, null, null) { Form = PaymentForm.LumpSum },
            new SwcProgram("watch", "watch", [], [], 0, 0.10, null, null) { Form = PaymentForm.Installments },
            new SwcProgram("elsewhere", "test", ["IOD"], [], 0, 0.10, null, null),
            new SwcProgram("seniors", "test", [], [TestWorld.High], 0, 0.10, null, null),
            new SwcProgram("late", "test", [], [], 0, 0.10, Second, null),
        ],
    });

    [Theory]
    [InlineData(0.01, 2)]
    [InlineData(0.02, 2)]
    [InlineData(0.25, 25)]
    [InlineData(0.26, 25)]
    public void Percentage_AroundTheRangeOfTheProgram_IsHeldToIt(double asked, int percent)
    {
        var told = Programs.Told(Person, 2027, Call("nights", 1, asked));
        var payment = Cents(Day, PersonPath.SpecialPayment, 0, percent * 4_000, $"nights: {percent} % of the salary computed for the work period.");
        Assert.Equal(
            asked * 100 == percent ? [payment] : [Said(Day, PersonPath.ProgramRange, $"{asked * 100} % lies outside the range of nights: {percent} % is paid."), payment],
            told.Findings);
        Assert.Equal([(Day, percent * 4_000L, $"nights: {percent} % of the salary computed for the work period")], told.Paid(Component.SpecialWorkingConditions));
    }

    [Theory]
    [InlineData(0.05, 80_000)]
    [InlineData(0.06, 76_000)]
    [InlineData(0.25, 0)]
    public void TwoPrograms_AroundAQuarterOfTheSalary_TheSecondGetsWhatIsLeft(double first, long second)
    {
        var told = Programs.Told(Person, 2027, Call("nights", 1, first), Call("hardship", 1));
        Finding[] cut = second == 80_000 ? [] : [Cents(Day, SwcPayment.PeriodLimit, 80_000, second, "All programs together pay at most 25 % of the salary computed for the work period, 4,000.00.")];
        Finding[] payment = second == 0 ? [] : [Cents(Day, PersonPath.SpecialPayment, 0, second, "hardship: 20 % of the salary computed for the work period.")];
        Assert.Equal([.. cut, .. payment], told.Findings.Skip(1));
        Assert.Equal((long)(first * 400_000) + second, Assert.Single(told.Paid(Component.SpecialWorkingConditions)).Cents);
    }

    [Theory]
    [InlineData(197_199, true)]
    [InlineData(197_200, false)]
    [InlineData(197_201, false)]
    public void Salary_AroundExecutiveScheduleIV_IsEligibleBelowIt(long salary, bool eligible)
    {
        var told = Programs.Told(TestWorld.Person(salary: salary, level: TestWorld.High), 2027, Call("nights", 1));
        var finding = Assert.Single(told.Findings);
        Assert.Equal(eligible ? PersonPath.SpecialPayment : SwcPayment.SalaryLimit, finding.Rule);
        Assert.Equal(eligible ? 1 : 0, told.Paid(Component.SpecialWorkingConditions).Count);
        if (!eligible) Assert.Equal((0L, $"Salary {salary:#,0}; eligibility ends at EX-IV, 197,200."), (finding.After, finding.Why));
    }

    [Fact]
    public void AdvisoryAppointee_IsNotEligible() => Assert.Equal(
        [Cents(Day, SwcPayment.Advisory, 54_000, 0, "Advisory appointees are not eligible.")],
        Programs.Told(Person with { Appointment = AppointmentType.Advisory }, 2027, Call("nights", 1)).Findings);

    [Theory]
    [InlineData("elsewhere", "elsewhere does not cover the person's organisation or work level.")]
    [InlineData("seniors", "seniors does not cover the person's organisation or work level.")]
    [InlineData("late", "late does not hold in the whole work period.")]
    public void Program_ThatDoesNotCoverThePersonOrThePeriod_PaysNothing(string program, string why)
    {
        var told = Programs.Told(Person, 2027, Call(program, 1));
        Assert.Equal([Said(Day, PersonPath.NotCovered, why)], told.Findings);
        Assert.Empty(told.Paid(Component.SpecialWorkingConditions));
    }

    [Fact]
    public void Program_BeginsInTheSecondPeriodOfTheDetermination_PaysFromThere() => Assert.Equal(
        [Said(Day, PersonPath.NotCovered, "late does not hold in the whole work period."), Cents(Second, PersonPath.SpecialPayment, 0, 40_000, "late: 10 % of the salary computed for the work period.")],
        Programs.Told(Person, 2027, Call("late", 2)).Findings);

    [Fact]
    public void Determination_OverOneThatStillRuns_DoesNotRepeatIt()
    {
        var again = Call("nights", 1) with { Effective = Second };
        var told = Programs.Told(Person, 2027, Call("nights", 2), again, again with { Effective = Third });
        Assert.Equal(
            [PersonPath.SpecialPayment, SwcDetermination.NoRepetition, PersonPath.SpecialPayment, PersonPath.SpecialPayment],
            told.Findings.Select(f => f.Rule));
        Assert.Contains(Said(Second, SwcDetermination.NoRepetition, "A determination under nights covers one of these work periods already; it does not repeat itself."), told.Findings);
        Assert.Equal([(Day, 54_000L), (Second, 54_000L), (Third, 54_000L)], told.Paid(Component.SpecialWorkingConditions).Select(p => (p.Date, p.Cents)));
    }

    [Fact]
    public void LumpSum_ThreePeriods_IsPaidAtTheEndOfTheSeries()
    {
        var told = Programs.Told(Person, 2027, Call("surge", 3));
        Assert.Equal([Cents(Third, PersonPath.SpecialPayment, 0, 120_000, "surge: 10 % of the salary computed for 3 work periods.")], told.Findings);
        Assert.Equal([(Third, 120_000L)], told.Paid(Component.SpecialWorkingConditions).Select(p => (p.Date, p.Cents)));
    }

    [Fact]
    public void Installments_SalaryRisesMeanwhile_StayWhatTheDeterminationFixed() => Assert.Equal(
        [(Day, 40_000L), (Second, 40_000L), (Third, 40_000L)],
        Programs.Told(Person, 2027, Call("watch", 3), new RecognitionAdjustmentAction(Second, 0.05)).Paid(Component.SpecialWorkingConditions).Select(p => (p.Date, p.Cents)));

    [Fact]
    public void Program_ThatTheScenarioLacks_SaysWhichThereAre()
    {
        Assert.Equal(
            "There is no special working conditions program 'days' on 2027-02-07. The scenario has nights, hardship, surge, watch, elsewhere, seniors, late.",
            Assert.Throws<InputException>(() => Programs.Told(Person, 2027, Call("days", 1))).Message);
        Assert.Equal(
            "There is no special working conditions program 'nights' on 2027-02-07. The scenario has none.",
            Assert.Throws<InputException>(() => Told(Call("nights", 1))).Message);
    }

    private static SpecialWorkingConditionsAction Call(string program, int periods, double? fraction = null) => new(Day, program, periods, fraction);
}
