using CtmsAnalytics.Budget;
using CtmsAnalytics.Deployment;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Scenarios;
using FsCheck;
using FsCheck.Fluent;

namespace CtmsAnalytics.Tests.Projection;

/// <summary>What must hold in every projection, on random people and policies.</summary>
public sealed class ProjectionInvariantTests
{
    private static readonly Arbitrary<(RosterPerson[] Roster, Scenario Scenario)> Cases = People().Zip(Policies()).Select(c => (c.Item1, c.Item2)).ToArbitrary();

    [Fact]
    public void Costs_AnyCut_AddUpToTheTotal() => Check((_, result) =>
    {
        var costs = result.Costs;
        return costs.SumBy(k => k.FiscalYear).Values.Sum() == costs.Total
            && costs.SumBy(k => k.Component).Values.Sum() == costs.Total
            && costs.SumBy(k => (k.Agency, k.Organisation)).Values.Sum() == costs.Total
            && costs.SumBy(k => k.WorkLevel).Values.Sum() == costs.Total
            && costs.SumBy(k => k.Market).Values.Sum() == costs.Total;
    });

    [Fact]
    public void People_EveryYear_AreConserved() => Check((roster, result) =>
    {
        var start = result.Headcount.Where(f => f.FiscalYear == result.FiscalYears[0]).Sum(f => f.Start);
        for (var i = 1; i < result.FiscalYears.Count; i++)
        {
            var before = result.Headcount.Where(f => f.FiscalYear == result.FiscalYears[i - 1]).Sum(f => f.End);
            if (before != result.Headcount.Where(f => f.FiscalYear == result.FiscalYears[i]).Sum(f => f.Start)) return false;
        }

        return start == roster.Length && result.Headcount.All(f => f.End == f.Start + f.Hires - f.Separations && f.End >= 0);
    });

    [Fact]
    public void Salary_Anyone_StaysUnderTheStandardRange() => Check((roster, result) =>
    {
        const decimal Periods = 26.1m;
        var most = roster.Length * Periods * CtmsAnalytics.Salaries.HourlyRate.WorkPeriodPay(284_600, 80, 2087);
        return result.FiscalYears.All(y => result.Costs.Sum(k => k.FiscalYear == y && k.Component is Component.Salary or Component.RecognitionAdjustment or Component.Supplement) <= most);
    });

    [Fact]
    public void Compensation_CalendarYear_StaysUnderTheAggregateLimit() => Check((roster, result) =>
        result.Costs.Sum(k => k.Component is Component.RecognitionPayment or Component.SpecialWorkingConditions) <= roster.Length * 4L * 284_600_00);

    [Fact]
    public void Scenario_AgainstItself_DiffersByExactlyZero() => Prop.ForAll(Cases, c =>
    {
        var one = PointEstimate.Run(c.Scenario, TestWorld.Input(c.Roster));
        var two = PointEstimate.Run(c.Scenario, TestWorld.Input(c.Roster));
        return one.Costs.Cells.SequenceEqual(two.Costs.Cells) && one.Headcount.SequenceEqual(two.Headcount) && one.Rules.SequenceEqual(two.Rules);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(15));

    [Fact]
    public void Roster_InAnyOrder_GivesTheSameCents() => Prop.ForAll(Cases, c =>
    {
        var one = PointEstimate.Run(WithoutPools(c.Scenario), TestWorld.Input(c.Roster));
        var two = PointEstimate.Run(WithoutPools(c.Scenario), TestWorld.Input([.. c.Roster.Reverse()]));
        return one.Costs.Cells.SequenceEqual(two.Costs.Cells);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(15));

    private static void Check(Func<RosterPerson[], ProjectionResult, bool> holds) =>
        Prop.ForAll(Cases, c => holds(c.Roster, PointEstimate.Run(c.Scenario, TestWorld.Input(c.Roster)))).Check(Config.QuickThrowOnFailure.WithMaxTest(25));

    /// <summary>Pools couple people through sums of floating numbers, whose order may matter in the last digit; everything else may not.</summary>
    private static Scenario WithoutPools(Scenario scenario) => scenario.With(p => p with { Recognition = p.Recognition with { AdjustmentPool = 10, PaymentPool = 10 } });

    private static Gen<RosterPerson[]> People()
    {
        var person =
            from level in Gen.Elements(TestWorld.Low, TestWorld.High)
            from place in Gen.Choose(-10, 120)
            from market in Gen.Elements("RUS", "CAP")
            from organisation in Gen.Elements("CSD", "IOD")
            from hours in Gen.Elements(80, 80, 80, 40)
            from appointment in Gen.Elements(AppointmentType.Continuing, AppointmentType.Renewable, AppointmentType.Advisory)
            from plan in Gen.Elements(HealthPlan.None, HealthPlan.SelfOnly, HealthPlan.SelfAndFamily)
            from service in Gen.Choose(0, 9000)
            let salary = level == TestWorld.Low ? 60_000 + (600L * place) : 100_000 + (1_500L * place)
            select TestWorld.Person(salary: salary, level: level, market: market, hours: hours) with
            {
                Organisation = organisation,
                Appointment = appointment,
                HealthPlan = plan,
                EntryOnDuty = TestWorld.Start.AddDays(-service),
            };
        return person.ArrayOf().Where(p => p.Length is > 0 and < 12).Select(p => p.Select((x, i) => x with { PersonId = $"P{i}" }).ToArray());
    }

    private static Gen<Scenario> Policies() =>
        from supplement in Gen.Choose(0, 30)
        from guideline in Gen.Choose(0, 12)
        from pool in Gen.Choose(0, 5)
        from payment in Gen.Choose(0, 40)
        from share in Gen.Choose(0, 100)
        from hazard in Gen.Choose(0, 60)
        from backfill in Gen.Choose(0, 100)
        from wait in Gen.Choose(0, 10)
        from progression in Gen.Choose(0, 40)
        select TestWorld.Quiet.With(p => p with
        {
            Supplements = new Dictionary<string, double> { ["CAP"] = supplement / 100.0 },
            Recognition = p.Recognition with
            {
                Guideline = [[0, 0, 0], [guideline / 200.0, guideline / 300.0, 0], [guideline / 100.0, guideline / 100.0, guideline / 100.0]],
                AdjustmentPool = pool / 100.0,
                PaymentShare = [0, 0.5, 1],
                PaymentPercent = [0, payment / 200.0, payment / 100.0],
                PaymentPool = pool / 50.0,
            },
            SpecialWorkingConditions = [new SwcProgram("surge", "uncommon duration", ["CSD"], [], share / 100.0, 0.25, null, null)],
        }) with
        {
            Workforce = TestWorld.Quiet.Workforce with
            {
                SeparationHazard = new Dictionary<string, double> { [TestWorld.Low] = hazard / 100.0, [TestWorld.High] = hazard / 200.0 },
                TenureBands = [new TenureBand(0, 1.5), new TenureBand(3, 0.8)],
                Backfill = backfill / 100.0,
                TimeToFillPeriods = wait,
                Progression = new Dictionary<string, LevelProgression> { [TestWorld.Low] = new(TestWorld.High, progression / 100.0) },
            },
        };
}
