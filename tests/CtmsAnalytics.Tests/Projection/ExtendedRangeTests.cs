using CtmsAnalytics.Budget;
using CtmsAnalytics.Deployment;
using CtmsAnalytics.Parameters;
using CtmsAnalytics.PayHistory;
using CtmsAnalytics.PersonnelActions;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Salaries;
using CtmsAnalytics.Scenarios;

namespace CtmsAnalytics.Tests.Projection;

/// <summary>The extended salary range in a projection and in one person's history: only for the person who is approved by name and has a renewable appointment.</summary>
public sealed class ExtendedRangeTests
{
    private const long VicePresident = 284_600;
    private static readonly DateOnly From = new(2027, 1, 10);
    private static readonly RosterPerson Named = TestWorld.Person("S1", 250_000, TestWorld.High) with { Appointment = AppointmentType.Renewable };

    private static readonly Scenario Scenario = TestWorld.Quiet.With(p => p with
    {
        Structure = p.Structure with { Subranges = [p.Structure.Subranges[0], TestWorld.Subrange(TestWorld.High, 100_000, 284_600, "VP")] },
    });

    [Fact]
    public void Projection_ApprovedRenewableAppointee_IsPaidTheApprovedSalaryFromItsDate()
    {
        var result = PointEstimate.Run(Approved(300_000), Input(Named));

        Assert.Equal(Periods(300_000, 26), Salary(result, 2028), tolerance: Period(300_000));
        Assert.True(Salary(result, 2027) > Periods(250_000, 26));
        var reported = Assert.Single(result.Rules, r => r is { Paragraph: "158.613(c)", Effect: "reported", FiscalYear: 2027 });
        Assert.Equal(1, reported.People);
        Assert.Empty(result.Warnings);
    }

    [Fact]
    public void Projection_NobodyElse_PassesTheStandardRange()
    {
        var other = Named with { PersonId = "S2", StructureSalary = 300_000 };

        var result = PointEstimate.Run(Approved(300_000), Input(other));

        Assert.Equal(Periods(VicePresident, 26), Salary(result, 2028), tolerance: Period(VicePresident));
        Assert.Contains("'S1', whom the roster does not have", Assert.Single(result.Warnings, w => w.Contains("extended range", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains(result.Rules, r => r.Rule == SalaryCeilings.Limitation.Name && r.Cents > 0);
    }

    [Theory]
    [InlineData(AppointmentType.Continuing)]
    [InlineData(AppointmentType.Advisory)]
    public void Projection_ApprovalWithoutRenewableAppointment_IsRefusedWithAWarning(AppointmentType appointment)
    {
        var result = PointEstimate.Run(Approved(300_000), Input(Named with { Appointment = appointment }));

        Assert.Equal(Periods(250_000, 26), Salary(result, 2028), tolerance: Period(250_000));
        Assert.Contains("not renewable; the standard range holds", Assert.Single(result.Warnings), StringComparison.Ordinal);
        Assert.Contains(result.Rules, r => r is { Effect: "refused", Rule: "extended range without a renewable appointment" });
    }

    [Fact]
    public void Projection_ApprovalAboveTheExtendedRange_IsCutAtOneAndAHalfTimesLevelOne()
    {
        var result = PointEstimate.Run(Approved(400_000), Input(Named));

        Assert.Equal(Periods(379_650, 26), Salary(result, 2028), tolerance: Period(379_650));
        Assert.Contains(result.Rules, r => r.Rule == SalaryRange.ExtendedRange.Name && r.Cents > 0);
    }

    [Fact]
    public void Projection_ApprovalWithoutSalary_LiftsOnlyTheLimits()
    {
        var scenario = Approved(null).With(p => p with { Supplements = new Dictionary<string, double> { ["RUS"] = 0.20 } });

        Assert.Equal(Periods(300_000, 26), Salary(PointEstimate.Run(scenario, Input(Named)), 2028), tolerance: Period(300_000));
        Assert.Equal(Periods(VicePresident, 26), Salary(PointEstimate.Run(scenario with { ExtendedRange = ExtendedRangePolicy.None }, Input(Named)), 2028), tolerance: Period(VicePresident));
    }

    [Theory]
    [InlineData(1, "EX-II", null, 300_000)]
    [InlineData(0, "EX-II", null, 228_000)]
    [InlineData(1, null, 240_000L, 240_000)]
    public void Projection_SubrangeLimitation_GivesWayOnlyWhereItIsANamedRate(double replaces, string? rate, long? dollars, long paid)
    {
        var scenario = Approved(300_000).With(p => p with
        {
            Structure = p.Structure with { Subranges = [.. p.Structure.Subranges.Select(s => s with { Limitation = new SalaryLimitation(rate, dollars) })] },
        });

        Assert.Equal(Periods(paid, 26), Salary(PointEstimate.Run(scenario, Input(replaces, Named)), 2028), tolerance: Period(paid));
    }

    [Fact]
    public void Projection_AdjustmentWithoutInvocation_StopsAtTheStandardRangeByItsOwnRule()
    {
        var scenario = Scenario.With(p => p with
        {
            Structure = p.Structure with { Subranges = [p.Structure.Subranges[0], TestWorld.Subrange(TestWorld.High, 100_000, 300_000) with { Limitation = new SalaryLimitation(null, 400_000) }] },
            Recognition = p.Recognition with { RatingShares = [0, 0, 1], Guideline = [[0, 0, 0], [0, 0, 0], [0.2, 0.2, 0.2]], AdjustmentPool = 1 },
        });

        var result = PointEstimate.Run(scenario, Input(Named));

        var cut = Assert.Single(result.Rules, r => r.Rule == SalaryRange.AdjustmentWithoutInvocation.Name && r.FiscalYear == 2027);
        Assert.Equal(("158.631(b)", (300_000 - VicePresident) * 100), (cut.Paragraph, cut.Cents));
    }

    [Fact]
    public void History_ApprovedPerson_AddsUpToTheProjection()
    {
        foreach (var approval in new long?[] { 300_000, 400_000, null })
        {
            var scenario = Approved(approval).With(p => p with { Supplements = new Dictionary<string, double> { ["RUS"] = 0.15 } });
            var input = Input(Named with { LastRating = 1 });
            var projected = PointEstimate.Run(scenario, input);
            foreach (var year in projected.FiscalYears)
            {
                var told = PersonPath.Explain(scenario, input, "S1", year, YearBasis.Fiscal, []);
                Assert.Equal(projected.Costs.Sum(k => k.FiscalYear == year), told.Total);
            }
        }
    }

    [Fact]
    public void History_ChangeToContinuingInTheExtendedRange_IsRefused()
    {
        var told = PersonPath.Explain(Approved(300_000), Input(Named with { LastRating = 1 }), "S1", 2027, YearBasis.Fiscal, [new AppointmentAction(new DateOnly(2027, 4, 4), AppointmentType.Continuing)]);

        Assert.Equal("158.613(c)(1); 158.523(a)", Assert.Single(told.Findings, f => f.Rule.Effect == "refused").Rule.Paragraph);
        Assert.Equal(300_000, told.Salary[^1].Salary);
    }

    [Fact]
    public void History_ChangeToContinuingInTheStandardRange_IsMade()
    {
        var told = PersonPath.Explain(Approved(VicePresident), Input(Named with { LastRating = 1 }), "S1", 2027, YearBasis.Fiscal, [new AppointmentAction(new DateOnly(2027, 4, 4), AppointmentType.Continuing)]);

        Assert.DoesNotContain(told.Findings, f => f.Rule.Effect == "refused");
        Assert.Contains("appointment becomes continuing", told.Salary[^1].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Projection_NobodyApproved_ReadsNoFigureOfTheExtendedRange()
    {
        // The world without EX-I and its multiple runs: nothing rests on them.
        Assert.DoesNotContain(PointEstimate.Run(Scenario, TestWorld.Input(Named)).AssumedParameters, p => p.Name.StartsWith("extended", StringComparison.Ordinal));
    }

    private static Scenario Approved(long? salary) => Scenario with
    {
        ExtendedRange = new ExtendedRangePolicy(new Dictionary<string, ExtendedRangeApproval> { ["S1"] = new(From, salary, "The only person with these qualifications.") }),
    };

    private static ProjectionInput Input(params RosterPerson[] roster) => Input(1, roster);

    private static ProjectionInput Input(double replaces, params RosterPerson[] roster) => TestWorld.Input(roster) with
    {
        Parameters = new ParameterSet([.. TestWorld.Figures.Where(f => f.Name != "extended_range_replaces_limitation"), TestWorld.Figure("extended_range_replaces_limitation", replaces)]),
    };

    private static long Period(long salary) => HourlyRate.WorkPeriodPay(salary, 80, 2087);

    private static long Periods(long salary, int periods) => periods * Period(salary);

    private static long Salary(ProjectionResult result, int year) =>
        result.Costs.Sum(k => k.FiscalYear == year && k.Component is (Component.Salary or Component.RecognitionAdjustment or Component.Supplement));
}
