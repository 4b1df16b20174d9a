using CtmsAnalytics.AggregateLimit;
using CtmsAnalytics.Deployment;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.PayHistory;
using CtmsAnalytics.PersonnelActions;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Salaries;
using CtmsAnalytics.Scenarios;

namespace CtmsAnalytics.Tests.Projection;

/// <summary>A change has the effect of what it says and no other.</summary>
public sealed class DatedChangeTests
{
    private static readonly Scenario Restless = TestWorld.Quiet with
    {
        Horizon = new Horizon(TestWorld.Start, 3),
        Workforce = TestWorld.Quiet.Workforce with
        {
            SeparationHazard = new Dictionary<string, double> { [TestWorld.Low] = 0.2, [TestWorld.High] = 0.1 },
            TenureBands = [new TenureBand(0, 1.5), new TenureBand(5, 1), new TenureBand(6, 0.5)],
        },
    };

    [Theory]
    [InlineData("2027-06-06")]
    [InlineData("2028-03-12")]
    [InlineData("2028-01-09")]
    public void Change_OfNothing_ChangesNothing(string date)
    {
        // Five years of service are completed on 2027-03-01 and six on 2028-03-01: the band must not wait for the next time that pay is computed.
        var input = TestWorld.Input(TestWorld.Person("P1"), TestWorld.Person("P2", 130_000, TestWorld.High, "CAP"));
        var policy = Restless.Policies[0].Policy;
        var changed = Restless with { Policies = [.. Restless.Policies, new DatedPolicy(DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture), policy with { Supplements = new Dictionary<string, double>(policy.Supplements) })] };

        var (one, two) = (PointEstimate.Run(Restless, input), PointEstimate.Run(changed, input));
        Assert.Equal(one.Costs.Cells, two.Costs.Cells);
        Assert.Equal(one.Headcount, two.Headcount);
        Assert.Empty(Comparer.Compare(Restless, changed, input, []).Drivers);
    }

    [Fact]
    public void TenureBand_ReachedInMidYear_HoldsFromThatWorkPeriodOn()
    {
        var certain = Restless with { Workforce = Restless.Workforce with { TenureBands = [new TenureBand(0, 0), new TenureBand(5, 1_000)], Backfill = 0 } };
        var result = PointEstimate.Run(certain, TestWorld.Input(TestWorld.Person()));

        // Eligible on 2027-03-01; the work period that begins on 2027-03-07 is the first in the band and the last that is paid.
        Assert.Equal(1m, result.Headcount.Single(h => h.FiscalYear == 2027).Separations);
        var periods = result.Costs.Sum(k => k.FiscalYear == 2027 && k.Component == Budget.Component.Salary) / 3_412_80;
        Assert.Equal(12, periods);
    }

    [Fact]
    public void LoweredMaximum_LeavesThePersonAboveIt_IsReportedByBoth()
    {
        var low = TestWorld.Policy with { Structure = TestWorld.Policy.Structure with { Subranges = [TestWorld.Subrange(TestWorld.Low, 60_000, 89_032), TestWorld.Policy.Structure.Subranges[1]] } };
        var scenario = TestWorld.Quiet with { Policies = [.. TestWorld.Quiet.Policies, new DatedPolicy(new DateOnly(2027, 7, 11), low)] };
        var input = TestWorld.Input(TestWorld.Person("P1"), TestWorld.Person("P2", 89_032));

        Assert.Equal(1, PointEstimate.Run(scenario, input).Rules.Single(r => r.Rule == StructureAdjustment.AboveMaximum.Name && r.FiscalYear == 2027).People);
        Assert.Contains(Told("P1").Findings, f => f.Rule == StructureAdjustment.AboveMaximum && f.Date == new DateOnly(2027, 7, 11) && f.Why.Contains("89,032", StringComparison.Ordinal));
        Assert.DoesNotContain(Told("P2").Findings, f => f.Rule == StructureAdjustment.AboveMaximum);

        PersonExplanation Told(string person) => PersonPath.Explain(scenario, input, person, 2027, YearBasis.Fiscal, []);
    }

    [Fact]
    public void Supplement_Ends_IsToldWithTheSalaryBeforeAndAfter()
    {
        var with = TestWorld.Policy with { Supplements = new Dictionary<string, double> { ["CAP"] = 0.10 } };
        var scenario = TestWorld.Quiet with { Policies = [new DatedPolicy(new DateOnly(2026, 1, 1), with), new DatedPolicy(new DateOnly(2027, 7, 11), TestWorld.Policy)] };
        var told = PersonPath.Explain(scenario, TestWorld.Input(TestWorld.Person(salary: 100_000, market: "CAP")), "P1", 2027, YearBasis.Fiscal, []);

        var finding = Assert.Single(told.Findings, f => f.Rule == Supplement.Changed);
        Assert.Equal((110_000, 100_000, new DateOnly(2027, 7, 11)), (finding.Before, finding.After, finding.Date));
    }

    [Fact]
    public void Salary_AboveTheAggregateLimit_IsPaidAndReportedByBoth()
    {
        var scenario = TestWorld.Quiet with
        {
            ExtendedRange = new ExtendedRangePolicy(new Dictionary<string, ExtendedRangeApproval> { ["P1"] = new(new DateOnly(2026, 1, 1), 300_000, "test") }),
        };
        var input = TestWorld.Input(TestWorld.Person(level: TestWorld.High, salary: 240_000) with { Appointment = AppointmentType.Renewable });
        var told = PersonPath.Explain(scenario, input, "P1", 2027, YearBasis.Calendar, []);

        // 300,000 / 2,087 is 143.75 an hour, 11,500 a work period: 299,000 on the 26 paydays of 2027, 14,400 more than the limit.
        Assert.Equal(299_000_00, told.Limits.Single(l => l.CalendarYear == 2027).Salary);
        Assert.Equal(14_400_00, told.Findings.Where(f => f.Rule == Headroom.ReachedBySalary).Sum(f => f.After));
        var rules = PointEstimate.Run(scenario, input).Rules.Where(r => r.FiscalYear == 2028).ToList();
        Assert.Equal(14_400_00, rules.Single(r => r.Rule == Headroom.ReachedBySalary.Name).Cents);
        Assert.True(rules.Single(r => r.Rule == SalaryRange.PaidInExtendedRange.Name).Cents > 0);
    }

    [Fact]
    public void Action_AfterTheSeparation_IsRefusedByDate()
    {
        var error = Assert.Throws<InputException>(() => PersonPath.Explain(
            TestWorld.Quiet, TestWorld.Input(TestWorld.Person()), "P1", 2027, YearBasis.Fiscal, [new SeparationAction(new DateOnly(2027, 3, 1)), new RatingAction(new DateOnly(2027, 5, 1), 1)]));
        Assert.Contains("leaves on 2027-03-01; the personnel action of 2027-05-01", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2026, true)]
    [InlineData(2027, false)]
    [InlineData(2028, true)]
    public void CalendarYear_ThatTheHorizonHoldsInPart_SaysSo(int year, bool part)
    {
        var told = PersonPath.Explain(TestWorld.Quiet, TestWorld.Input(TestWorld.Person()), "P1", year, YearBasis.Calendar, []);
        Assert.Equal(part, told.Assumptions.Any(a => a.StartsWith("The horizon holds only the paydays", StringComparison.Ordinal)));
    }
}
