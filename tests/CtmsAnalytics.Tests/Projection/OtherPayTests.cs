using CtmsAnalytics.Budget;
using CtmsAnalytics.Deployment;
using CtmsAnalytics.Parameters;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Scenarios;
using CtmsAnalytics.SpecialWorkingConditions;

namespace CtmsAnalytics.Tests.Projection;

/// <summary>What the projection pays beside salary and recognition, and to appointments with special conditions.</summary>
public sealed class OtherPayTests
{
    private const decimal Periods = 26.1m;
    private static readonly RosterPerson Someone = TestWorld.Person(salary: 100_000);
    private static readonly long Pay = CtmsAnalytics.Salaries.HourlyRate.WorkPeriodPay(100_000, 80, 2087);

    [Fact]
    public void Programs_Together_AreHeldToTheMaximumOfTheWorkPeriod()
    {
        var two = Run(Programs((1, 0.20), (1, 0.15)), Someone);
        var one = Run(Programs((1, 0.25)), Someone);

        Assert.Equal(Sum(one, Component.SpecialWorkingConditions), Sum(two, Component.SpecialWorkingConditions));
        var cut = Assert.Single(two.Rules, r => r is { Paragraph: "158.642(c)", FiscalYear: 2027 });
        AssertNear(0.10m * Pay * 26, cut.Cents, 60);
        Assert.DoesNotContain(one.Rules, r => r.Paragraph == "158.642(c)");
    }

    [Fact]
    public void Programs_WithChance_AreHeldToTheMaximumInEachOutcome()
    {
        // Both call in one of four outcomes, and then 35 % becomes 25 %: the mean loses a fortieth of salary.
        var result = Run(Programs((0.5, 0.20), (0.5, 0.15)), Someone);
        AssertNear(Periods * Pay * (0.175m - 0.025m), Sum(result, Component.SpecialWorkingConditions), 30);
    }

    [Fact]
    public void Program_PeriodPartlyInside_IsNotPaid()
    {
        var first = TestWorld.Start.AddDays(14);
        var program = new SwcProgram("surge", "unexpected time", [], [], 1, 0.20, first, first.AddDays(26));
        var whole = program with { End = first.AddDays(27) };
        Assert.Equal(2 * SwcPayment.ForPeriod(Pay, 0.20, 0.25), Sum(Run(With(whole), Someone), Component.SpecialWorkingConditions));
        Assert.Equal(SwcPayment.ForPeriod(Pay, 0.20, 0.25), Sum(Run(With(program), Someone), Component.SpecialWorkingConditions));
        Assert.Equal(SwcPayment.ForPeriod(Pay, 0.20, 0.25), Sum(Run(With(whole with { Start = first.AddDays(1) }), Someone), Component.SpecialWorkingConditions));
    }

    [Fact]
    public void Allowance_InAnArea_IsPaidOnSalaryAndOutsideTheLimitAndWages()
    {
        var island = Someone with { NonforeignArea = "Island" };
        var with = Run(TestWorld.Quiet, island);
        var without = Run(TestWorld.Quiet, Someone);

        AssertNear(Periods * Pay * 0.10m, Sum(with, Component.NonforeignAllowance), 20);
        Assert.Equal(with.Costs.Total - without.Costs.Total, with.Costs.Sum(k => k.Component == Component.NonforeignAllowance));
        Assert.Equal(0, without.Costs.Sum(k => k.Component == Component.NonforeignAllowance));
    }

    [Fact]
    public void Allowance_AsWages_AddsTheEmployersTaxes()
    {
        var island = Someone with { NonforeignArea = "Island" };
        var input = TestWorld.Input(island);
        var difference = Sum(PointEstimate.Run(TestWorld.Quiet, input.With("nonforeign_allowance_is_wages", 1)), Component.SocialSecurityMedicare)
            - Sum(PointEstimate.Run(TestWorld.Quiet, input), Component.SocialSecurityMedicare);
        AssertNear(Periods * Pay * 0.10m * 0.0765m, difference, 30);
    }

    [Fact]
    public void Allowance_PaymentAtTheAggregateLimit_IsPaidAllTheSame()
    {
        var scenario = Granting(0.20);
        var person = TestWorld.Person(salary: 228_000, level: TestWorld.High);
        var with = Run(scenario, person with { NonforeignArea = "Island" });
        Assert.Equal(Sum(Run(scenario, person), Component.RecognitionPayment), Sum(with, Component.RecognitionPayment));
        Assert.True(Sum(with, Component.NonforeignAllowance) > 0);
    }

    [Fact]
    public void Allowance_UnknownArea_NamesTheParameter() =>
        Assert.Contains("nonforeign_allowance:Nowhere", Assert.Throws<ParameterException>(() => Run(TestWorld.Quiet, Someone with { NonforeignArea = "Nowhere" })).Message, StringComparison.Ordinal);

    [Fact]
    public void Hires_IntoTheCell_GetTheAllowanceOfIt()
    {
        var workforce = TestWorld.Quiet.Workforce with { SeparationHazard = new Dictionary<string, double> { [TestWorld.Low] = 2 }, PayElasticity = 0, TimeToFillPeriods = 0 };
        var result = Run(TestWorld.Quiet with { Workforce = workforce }, Someone with { NonforeignArea = "Island" });
        var salaries = result.Costs.Sum(k => k.Component == Component.Salary);
        AssertNear(0.10m * salaries, result.Costs.Sum(k => k.Component == Component.NonforeignAllowance), 2_000);
    }

    [Fact]
    public void StudentLoans_ExpectedShare_ArePaidOnceAYearInsideBothLimits()
    {
        var scenario = TestWorld.Quiet with { Horizon = new Horizon(TestWorld.Start, 4), OtherCompensation = new OtherCompensationPolicy(0.5, 12_000, 0) };
        var result = Run(scenario, Someone);

        Assert.Equal([5_000_00, 5_000_00, 2_500_00, 0], result.FiscalYears.Select(y => Sum(result, Component.StudentLoan, y)));
        Assert.Equal(1_000_00, Assert.Single(result.Rules, r => r.Rule == "student loan repayment: calendar year" && r.FiscalYear == 2027).Cents);
        Assert.Equal(2_500_00, Assert.Single(result.Rules, r => r.Rule == "student loan repayment: all years" && r.FiscalYear == 2029).Cents);
    }

    [Fact]
    public void StudentLoans_AreWagesAndForNoAdvisoryAppointee()
    {
        var scenario = TestWorld.Quiet with { OtherCompensation = new OtherCompensationPolicy(1, 10_000, 0) };
        var paid = Run(scenario, Someone);
        var none = Run(TestWorld.Quiet, Someone);
        AssertNear(10_000_00 * 0.0765m, Sum(paid, Component.SocialSecurityMedicare) - Sum(none, Component.SocialSecurityMedicare), 3);

        var advisory = Run(scenario, Someone with { Appointment = AppointmentType.Advisory });
        Assert.Equal(0, Sum(advisory, Component.StudentLoan));
        Assert.Contains(advisory.Rules, r => r.Rule == "student loan repayment: advisory appointee");
    }

    [Fact]
    public void StudentLoans_InsideTheAggregateLimit_LeaveNoRoomBeyondIt()
    {
        var scenario = TestWorld.Quiet.With(p => p with { Structure = p.Structure with { Subranges = [p.Structure.Subranges[0], TestWorld.Subrange(TestWorld.High, 100_000, 290_000, "VP")] } })
            with
        { OtherCompensation = new OtherCompensationPolicy(1, 10_000, 0) };
        var input = TestWorld.Input(TestWorld.Person(salary: 284_600, level: TestWorld.High));
        var outside = PointEstimate.Run(scenario, input);
        var inside = PointEstimate.Run(scenario, input.With("student_loan_inside_aggregate_limit", 1));
        Assert.Equal(10_000_00, Sum(outside, Component.StudentLoan));
        Assert.True(Sum(inside, Component.StudentLoan) < 5_000_00);
        Assert.Contains(inside.Rules, r => r is { Paragraph: "158.604", Effect: "forfeited" });
    }

    [Fact]
    public void Training_PerPerson_IsBookedOnceInEachFiscalYear()
    {
        var result = Run(TestWorld.Quiet with { OtherCompensation = new OtherCompensationPolicy(0, 0, 2_500) }, Someone, Someone with { PersonId = "P2" });
        Assert.Equal([5_000_00, 5_000_00], result.FiscalYears.Select(y => Sum(result, Component.Training, y)));
        Assert.Equal(0, Sum(result, Component.StudentLoan));
    }

    [Fact]
    public void Uncompensated_EveryAmount_IsZeroAndNobodyIsHiredInTheirPlace()
    {
        var scenario = Granting(0.10) with
        {
            OtherCompensation = new OtherCompensationPolicy(1, 10_000, 2_000),
            Workforce = TestWorld.Quiet.Workforce with { SeparationHazard = new Dictionary<string, double> { [TestWorld.High] = 1 }, TimeToFillPeriods = 0 },
        };
        var person = TestWorld.Person(salary: 210_000, level: TestWorld.High) with
        {
            IsUncompensated = true,
            Appointment = AppointmentType.Renewable,
            HealthPlan = HealthPlan.SelfOnly,
            NonforeignArea = "Island",
        };
        var result = Run(scenario, person);

        Assert.Empty(result.Costs.Cells);
        Assert.Equal((1m, 0m, 0.0), (result.Headcount[0].Start, result.Headcount[0].Hires, result.Headcount[0].Fte));
        Assert.DoesNotContain(result.Rules, r => r.Paragraph.StartsWith("158.523", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(197_199, AppointmentType.Renewable, "uncompensated service: salary below the amount of 614(a)(2)")]
    [InlineData(197_200, AppointmentType.Continuing, "uncompensated service: appointment is not renewable")]
    public void Uncompensated_ConditionNotMet_IsReported(long salary, AppointmentType appointment, string rule)
    {
        var result = Run(TestWorld.Quiet, TestWorld.Person(salary: salary, level: TestWorld.High) with { IsUncompensated = true, Appointment = appointment }, Someone with { PersonId = "P2" });
        Assert.Equal(1.0, Assert.Single(result.Rules, r => r.Rule == rule).People);
    }

    [Fact]
    public void Annuitant_Offset_CostsTheWholeSalaryButWagesOnlyOfWhatThePersonGets()
    {
        var annuitant = Run(TestWorld.Quiet, Someone with { AnnuityPerYear = 40_000, Appointment = AppointmentType.Renewable });
        var other = Run(TestWorld.Quiet, Someone);

        Assert.Equal(Sum(other, Component.Salary), Sum(annuitant, Component.Salary));
        Assert.Equal(Sum(other, Component.Retirement), Sum(annuitant, Component.Retirement));
        var share = (decimal)Sum(annuitant, Component.SocialSecurityMedicare) / Sum(other, Component.SocialSecurityMedicare);
        Assert.InRange(share, 0.599m, 0.601m);
        Assert.Contains(annuitant.Rules, r => r.Rule == "reemployed annuitant: annuity deducted from pay" && r.Cents > 0);
        Assert.DoesNotContain(annuitant.Rules, r => r.Paragraph == "158.523(a)(1)");
    }

    [Fact]
    public void Annuitant_Waived_HasWagesOfTheWholeSalaryAndNoRetirement()
    {
        var input = TestWorld.Input(Someone with { AnnuityPerYear = 40_000, Appointment = AppointmentType.Continuing });
        var waived = PointEstimate.Run(TestWorld.Quiet, input.With("annuity_offset_waived", 1));
        Assert.Equal(0, Sum(waived, Component.Retirement) + Sum(waived, Component.SavingsPlan));
        Assert.Equal(Sum(Run(TestWorld.Quiet, Someone), Component.SocialSecurityMedicare), Sum(waived, Component.SocialSecurityMedicare));
        Assert.Contains(waived.Rules, r => r.Paragraph == "158.523(a)(1)");
    }

    [Fact]
    public void Contingent_MaximumOfTheAppointment_EndsPayToTheHour()
    {
        var person = Someone with { Schedule = WorkSchedule.Contingent, HoursPerWorkPeriod = 40, AppointmentMaximumHours = 130 };
        var scenario = TestWorld.Quiet with { Horizon = new Horizon(TestWorld.Start.AddDays(14), 1) };
        var result = Run(scenario, person);

        Assert.Equal(130 * CtmsAnalytics.Salaries.HourlyRate.FromAnnual(100_000, 2087), Sum(result, Component.Salary));
        Assert.Contains(result.Rules, r => r.Rule == "maximum total hours of a contingent appointment");
        Assert.Equal(130m, Assert.Single(result.Capacity).PaidHours);
        Assert.Equal(0m, result.Capacity[0].HolidayHours + result.Capacity[0].AnnualLeaveHours);
    }

    [Fact]
    public void Deferred_PeopleWhoLeave_ArePaidOrReportedAndNeverLost()
    {
        var scenario = Granting(0.20) with
        {
            Workforce = TestWorld.Quiet.Workforce with { SeparationHazard = new Dictionary<string, double> { [TestWorld.High] = 0.3 }, PayElasticity = 0, Backfill = 0 },
        };
        var input = TestWorld.Input(TestWorld.Person(salary: 270_000, level: TestWorld.High));
        var paid = PointEstimate.Run(scenario, input);
        var reported = PointEstimate.Run(scenario, input.With("deferred_paid_at_separation", 0));

        Assert.True(paid.Costs.Sum(k => k.Component == Component.RecognitionPayment) > reported.Costs.Sum(k => k.Component == Component.RecognitionPayment));
        Assert.Contains(reported.Notes, n => n.Contains("reported and not paid (158.604)", StringComparison.Ordinal));
        Assert.DoesNotContain(paid.Notes, n => n.Contains("People who separated", StringComparison.Ordinal));
    }

    [Fact]
    public void Capacity_OneYear_CountsHolidaysLeaveAndPaidHours()
    {
        var scenario = TestWorld.Quiet with { Horizon = new Horizon(TestWorld.Start, 3) };
        var result = Run(scenario, Someone with { EntryOnDuty = new DateOnly(2005, 3, 1) });

        Assert.Equal([2027, 2028, 2029], result.Capacity.Select(c => c.FiscalYear));
        Assert.Equal([2088m, 2088m, 2080m], result.Capacity.Select(c => c.PaidHours));
        Assert.Equal([88m, 88m, 88m], result.Capacity.Select(c => decimal.Round(c.HolidayHours, 6)));
        Assert.All(result.Capacity, c => Assert.Equal(c.PaidHours / 10, decimal.Round(c.AnnualLeaveHours, 6)));
        Assert.All(result.Capacity, c => Assert.Equal(c.PaidHours / 20, decimal.Round(c.SickLeaveHours, 6)));
    }

    private static Scenario Programs(params (double Share, double Percent)[] programs) =>
        With([.. programs.Select((p, i) => new SwcProgram($"program {i}", "uncommon duration", [], [], p.Share, p.Percent, null, null))]);

    private static Scenario With(params SwcProgram[] programs) => TestWorld.Quiet.With(p => p with { SpecialWorkingConditions = programs });

    private static Scenario Granting(double percent) => TestWorld.Quiet.With(p => p with
    {
        Structure = p.Structure with { Subranges = [p.Structure.Subranges[0], TestWorld.Subrange(TestWorld.High, 100_000, 290_000, "VP")] },
        Recognition = p.Recognition with { RatingShares = [0, 0, 1], PaymentShare = [0, 0, 1], PaymentPercent = [0, 0, percent], PaymentPool = 1 },
    });

    private static ProjectionResult Run(Scenario scenario, params RosterPerson[] people) => PointEstimate.Run(scenario, TestWorld.Input(people));

    private static long Sum(ProjectionResult result, Component component, int year = 2027) => result.Costs.Sum(k => k.Component == component && k.FiscalYear == year);

    private static void AssertNear(decimal expected, long actual, decimal tolerance) => Assert.InRange(actual, expected - tolerance, expected + tolerance);
}
