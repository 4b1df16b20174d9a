using CtmsAnalytics.Budget;
using CtmsAnalytics.Deployment;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Scenarios;

namespace CtmsAnalytics.Tests.Projection;

public sealed class PointEstimateTests
{
    [Fact]
    public void Salary_PublishedExample_ComesOutToTheCent()
    {
        var result = PointEstimate.Run(TestWorld.Quiet, TestWorld.Input(TestWorld.Person()));
        Assert.Equal([2027, 2028], result.FiscalYears);
        Assert.Equal(3_412_80L * 261 / 10, Sum(result, Component.Salary, 2027));
        Assert.Equal(3_412_80L * 261 / 10, Sum(result, Component.Salary, 2028));
        Assert.Equal(1.0, result.Headcount[0].Fte);
        Assert.Equal(1.0, result.Headcount[1].Fte);
    }

    [Fact]
    public void PartTime_HalfTheHours_IsPaidAndCountedHalf()
    {
        var result = PointEstimate.Run(TestWorld.Quiet, TestWorld.Input(TestWorld.Person(hours: 40)));
        Assert.Equal(1_706_40L * 261 / 10, Sum(result, Component.Salary, 2027));
        Assert.Equal(0.5, result.Headcount[0].Fte);
    }

    [Fact]
    public void Supplement_LocalMarket_IsPaidOnStructureSalaryAndBookedApart()
    {
        var scenario = TestWorld.Quiet.With(p => p with { Supplements = new Dictionary<string, double> { ["CAP"] = 0.10 } });
        var result = PointEstimate.Run(scenario, TestWorld.Input(TestWorld.Person(salary: 100_000, market: "CAP")));
        var own = PerPeriod(100_000);
        var all = PerPeriod(110_000);
        Assert.Equal(own * 261 / 10, Sum(result, Component.Salary, 2027));
        Assert.InRange(Sum(result, Component.Supplement, 2027), ((all - own) * 261 / 10) - 2, ((all - own) * 261 / 10) + 2);
    }

    [Fact]
    public void EmployerCost_OnePerson_FollowsEachRate()
    {
        var person = TestWorld.Person(salary: 100_000) with { HealthPlan = HealthPlan.SelfOnly };
        var result = PointEstimate.Run(TestWorld.Quiet with { Horizon = new Horizon(TestWorld.Start.AddDays(14), 1) }, TestWorld.Input(person));
        var pay = PerPeriod(100_000);
        const decimal Periods = 25.9m;
        AssertNear(Periods * Math.Floor((pay * 0.165m) + 0.5m), Sum(result, Component.Retirement, 2027));
        AssertNear(Periods * Math.Floor((pay * 0.05m) + 0.5m), Sum(result, Component.SavingsPlan, 2027));
        AssertNear(Periods * (Math.Floor((pay * 0.062m) + 0.5m) + Math.Floor((pay * 0.0145m) + 0.5m)), Sum(result, Component.SocialSecurityMedicare, 2027));
        AssertNear(Periods * (324_76 + 8_16), Sum(result, Component.HealthAndLife, 2027));
    }

    [Fact]
    public void SocialSecurity_SalaryAboveTheWageBase_StopsAtIt()
    {
        var scenario = TestWorld.Quiet with { Horizon = new Horizon(new DateOnly(2026, 12, 27), 2) };
        var result = PointEstimate.Run(scenario, TestWorld.Input(TestWorld.Person(salary: 220_000, level: TestWorld.High)));
        var periods = 26 + 18.9m;
        var medicare = Math.Floor((PerPeriod(220_000) * 0.0145m) + 0.5m) * periods;
        var social = Sum(result, Component.SocialSecurityMedicare, 2027) + Sum(result, Component.SocialSecurityMedicare, 2028) - medicare;
        Assert.InRange(social, (2 * 184_500_00 * 0.062m * 0.95m), (2 * 184_500_00 * 0.062m) + 100);
    }

    [Fact]
    public void RaisedMinimum_ByDate_MovesPeopleFromThatWorkPeriodOn()
    {
        var raised = TestWorld.Policy with
        {
            Structure = TestWorld.Policy.Structure with { Subranges = [TestWorld.Subrange(TestWorld.Low, 66_000, 120_000), TestWorld.Subrange(TestWorld.High, 100_000, 250_000)] },
        };
        var scenario = TestWorld.Quiet with { Policies = [.. TestWorld.Quiet.Policies, new DatedPolicy(new DateOnly(2027, 10, 3), raised)] };
        var result = PointEstimate.Run(scenario, TestWorld.Input(TestWorld.Person(salary: 60_000)));
        Assert.Equal(PerPeriod(60_000) * 261 / 10, Sum(result, Component.Salary, 2027));
        Assert.InRange(Sum(result, Component.Salary, 2028), PerPeriod(66_000) * 260 / 10, PerPeriod(66_000) * 261 / 10);
        var effect = Assert.Single(result.Rules, r => r.Paragraph == "158.621(c)");
        Assert.Equal((2028, 1.0, 6_000_00L), (effect.FiscalYear, effect.People, effect.Cents));
    }

    [Fact]
    public void Adjustments_AboveThePool_AreScaledIntoIt()
    {
        var scenario = TestWorld.Quiet.With(p => p with
        {
            Recognition = p.Recognition with { RatingShares = [0, 0, 1], Guideline = [[0, 0, 0], [0, 0, 0], [0.10, 0.10, 0.10]], AdjustmentPool = 0.04 },
        });
        var result = PointEstimate.Run(scenario, TestWorld.Input(TestWorld.Person("A", 70_000), TestWorld.Person("B", 80_000)));
        var pool = Assert.Single(result.Rules, r => r is { Rule: "recognition adjustment pool", FiscalYear: 2027 });
        Assert.Equal(9_000_00, pool.Cents);
        var perPeriod = PerPeriod(72_800) - PerPeriod(70_000) + PerPeriod(83_200) - PerPeriod(80_000);
        var periods = Sum(result, Component.RecognitionAdjustment, 2027) / (decimal)perPeriod;
        Assert.InRange(periods, 18m, 20m);
    }

    [Fact]
    public void Adjustments_NearTheMaximum_StopAtIt()
    {
        var scenario = TestWorld.Quiet.With(p => p with
        {
            Recognition = p.Recognition with { RatingShares = [0, 0, 1], Guideline = [[0, 0, 0], [0, 0, 0], [0.10, 0.10, 0.10]], AdjustmentPool = 1 },
        });
        var result = PointEstimate.Run(scenario, TestWorld.Input(TestWorld.Person(salary: 119_000)));
        var cut = Assert.Single(result.Rules, r => r is { Paragraph: "158.631(b)", Effect: "cut", FiscalYear: 2027 });
        Assert.Equal(10_900_00, cut.Cents);
        Assert.Equal(12_000_00, Assert.Single(result.Rules, r => r is { Paragraph: "158.631(b)", Effect: "cut", FiscalYear: 2028 }).Cents);
    }

    [Fact]
    public void AggregateLimit_PaymentAboveHeadroom_IsDeferredAndPaidNextYear()
    {
        var scenario = PaymentScenario(ExcessTreatment.Deferred);
        var result = PointEstimate.Run(scenario, TestWorld.Input(TestWorld.Person(salary: 250_000, level: TestWorld.High)));
        var first = Sum(result, Component.RecognitionPayment, 2027);
        var deferred = Assert.Single(result.Rules, r => r is { Effect: "deferred", FiscalYear: 2027 });
        Assert.Equal(50_000_00, first + deferred.Cents);
        Assert.Equal(34_600_00, first, tolerance: 15_000_00);
        Assert.True(Sum(result, Component.RecognitionPayment, 2028) > 0);
    }

    [Fact]
    public void AggregateLimit_Forfeiture_IsNeverPaid()
    {
        var deferred = PointEstimate.Run(PaymentScenario(ExcessTreatment.Deferred), TestWorld.Input(TestWorld.Person(salary: 250_000, level: TestWorld.High)));
        var forfeited = PointEstimate.Run(PaymentScenario(ExcessTreatment.Forfeited), TestWorld.Input(TestWorld.Person(salary: 250_000, level: TestWorld.High)));
        Assert.Equal(Sum(deferred, Component.RecognitionPayment, 2027), Sum(forfeited, Component.RecognitionPayment, 2027));
        Assert.All(forfeited.Rules, r => Assert.NotEqual("deferred", r.Effect));
    }

    [Fact]
    public void Swc_AtExIv_IsNotPaidAndSaysWhy()
    {
        var scenario = TestWorld.Quiet.With(p => p with { SpecialWorkingConditions = [new SwcProgram("surge", "uncommon duration", [], [], 0.5, 0.20, null, null)] });
        var result = PointEstimate.Run(scenario, TestWorld.Input(TestWorld.Person("A", 100_000), TestWorld.Person("B", 197_200, TestWorld.High)));
        var pay = PerPeriod(100_000);
        AssertNear(26.1m * Math.Floor((0.5m * Math.Floor((pay * 0.20m) + 0.5m)) + 0.5m), Sum(result, Component.SpecialWorkingConditions, 2027));
        Assert.Equal(0, result.Costs.Sum(k => k.Component == Component.SpecialWorkingConditions && k.WorkLevel == TestWorld.High));
        Assert.Equal(1.0, Assert.Single(result.Rules, r => r is { Paragraph: "158.642(e)(2)", FiscalYear: 2027 }).People);
    }

    [Fact]
    public void Swc_PercentAboveTheMaximum_IsHeldToIt()
    {
        var scenario = TestWorld.Quiet.With(p => p with { SpecialWorkingConditions = [new SwcProgram("surge", "uncommon duration", [], [], 1, 0.90, null, null)] });
        var capped = TestWorld.Quiet.With(p => p with { SpecialWorkingConditions = [new SwcProgram("surge", "uncommon duration", [], [], 1, 0.25, null, null)] });
        var input = TestWorld.Input(TestWorld.Person());
        Assert.Equal(PointEstimate.Run(capped, input).Costs.Total, PointEstimate.Run(scenario, input).Costs.Total);
    }

    [Fact]
    public void Separations_ConstantHazard_LeaveTheExpectedShareAndConservePeople()
    {
        var scenario = TestWorld.Quiet with
        {
            Workforce = TestWorld.Quiet.Workforce with { SeparationHazard = new Dictionary<string, double> { [TestWorld.Low] = 0.26 }, PayElasticity = 0, Backfill = 0 },
        };
        var result = PointEstimate.Run(scenario, TestWorld.Input(TestWorld.Person()));
        var expected = Math.Exp(-0.01 * 53);
        Assert.Equal(expected, (double)result.Headcount[^1].End, 4);
        Assert.All(result.Headcount, flow => Assert.Equal(flow.End, flow.Start + flow.Hires - flow.Separations));
        Assert.Equal(result.Headcount[0].End, result.Headcount[1].Start);
    }

    [Fact]
    public void Separations_HigherPay_AreFewer()
    {
        var workforce = TestWorld.Quiet.Workforce with { SeparationHazard = new Dictionary<string, double> { [TestWorld.Low] = 0.2 }, Backfill = 0 };
        var low = PointEstimate.Run(TestWorld.Quiet with { Workforce = workforce }, TestWorld.Input(TestWorld.Person(salary: 70_000)));
        var high = PointEstimate.Run(TestWorld.Quiet with { Workforce = workforce }, TestWorld.Input(TestWorld.Person(salary: 110_000)));
        Assert.True(high.Headcount[^1].End > low.Headcount[^1].End);
    }

    [Fact]
    public void Hires_Backfill_ArriveAfterTheTimeToFillAtTheEntrySalary()
    {
        var workforce = TestWorld.Quiet.Workforce with
        {
            SeparationHazard = new Dictionary<string, double> { [TestWorld.Low] = 0.26 },
            PayElasticity = 0,
            TimeToFillPeriods = 0,
            OfferPaymentShare = 1,
            OfferPaymentPercent = 0.5,
        };
        var result = PointEstimate.Run(TestWorld.Quiet with { Workforce = workforce }, TestWorld.Input(TestWorld.Person()));
        var flow = result.Headcount[0];
        Assert.Equal(1m, flow.Start);
        Assert.InRange(flow.Start + flow.Hires - flow.Separations, 0.98m, 1m);
        var hires = result.Headcount.Sum(f => f.Hires);
        Assert.InRange(result.Costs.Sum(k => k.Component == Component.RecognitionPayment), (hires * 18_000_00) - 60, (hires * 18_000_00) + 60);
        Assert.Contains(result.Rules, r => r.Paragraph == "158.632(b)");
    }

    [Fact]
    public void Progression_ToAHigherLevel_ReachesItsMinimumByARecognitionAdjustment()
    {
        var scenario = TestWorld.Quiet with
        {
            Workforce = TestWorld.Quiet.Workforce with { Progression = new Dictionary<string, LevelProgression> { [TestWorld.Low] = new(TestWorld.High, 1) } },
        };
        var result = PointEstimate.Run(scenario, TestWorld.Input(TestWorld.Person(salary: 90_000)));
        var atHigh = result.Costs.Sum(k => k.FiscalYear == 2028 && k.WorkLevel == TestWorld.High && k.Component is Component.Salary or Component.RecognitionAdjustment);
        Assert.True(atHigh > 0);
        Assert.InRange(Sum(result, Component.RecognitionAdjustment, 2028), ((PerPeriod(100_000) - PerPeriod(90_000)) * 261 / 10) - 2, ((PerPeriod(100_000) - PerPeriod(90_000)) * 261 / 10) + 2);
    }

    [Fact]
    public void Roster_SalaryOtherThanTheScenarioPays_IsSaidWithPeopleAndDollars()
    {
        var differing = TestWorld.Person("A", 100_000) with { Salary = 104_000 };
        var result = PointEstimate.Run(TestWorld.Quiet, TestWorld.Input(differing, TestWorld.Person("B", 90_000)));
        Assert.Contains(result.Notes, n => n.Contains("For 1 of 2 people", StringComparison.Ordinal) && n.Contains("-4,000 dollars", StringComparison.Ordinal));
        Assert.DoesNotContain(PointEstimate.Run(TestWorld.Quiet, TestWorld.Input(TestWorld.Person())).Notes, n => n.Contains("roster's salary", StringComparison.Ordinal));
    }

    [Fact]
    public void Run_EmptyRoster_SaysWhatToDo()
    {
        var error = Assert.Throws<InputException>(() => PointEstimate.Run(TestWorld.Quiet, TestWorld.Input()));
        Assert.Contains("ctms import roster", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_UnknownWorkLevel_NamesItAndTheKnownOnes()
    {
        var error = Assert.Throws<InputException>(() => PointEstimate.Run(TestWorld.Quiet, TestWorld.Input(TestWorld.Person(level: "XXX"))));
        Assert.Contains("'XXX'", error.Message, StringComparison.Ordinal);
        Assert.Contains("LOW, HIGH", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_Cancelled_Stops()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => PointEstimate.Run(TestWorld.Quiet, TestWorld.Input(TestWorld.Person()), null, source.Token));
    }

    private static Scenario PaymentScenario(ExcessTreatment excess) => TestWorld.Quiet.With(p => p with
    {
        Structure = p.Structure with { Subranges = [p.Structure.Subranges[0], TestWorld.Subrange(TestWorld.High, 100_000, 260_000, "VP")] },
        Recognition = p.Recognition with { RatingShares = [0, 0, 1], PaymentShare = [0, 0, 1], PaymentPercent = [0, 0, 0.20], PaymentPool = 1 },
    }) with
    { AggregateLimit = new AggregateLimitPolicy("VP", excess) };

    private static long PerPeriod(long annual) => CtmsAnalytics.Salaries.HourlyRate.WorkPeriodPay(annual, 80, 2087);

    private static long Sum(ProjectionResult result, Component component, int year) => result.Costs.Sum(k => k.Component == component && k.FiscalYear == year);

    private static void AssertNear(decimal expected, long actual) => Assert.InRange(actual, expected - 2, expected + 2);
}
