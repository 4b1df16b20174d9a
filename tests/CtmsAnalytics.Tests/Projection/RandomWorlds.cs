using CtmsAnalytics.Deployment;
using CtmsAnalytics.Scenarios;
using FsCheck;
using FsCheck.Fluent;

namespace CtmsAnalytics.Tests.Projection;

/// <summary>Random people and policies for properties that hold in every projection.</summary>
internal static class RandomWorlds
{
    /// <summary>Rosters and scenarios of two fiscal years.</summary>
    public static readonly Gen<(RosterPerson[] Roster, Scenario Scenario)> All = People().Zip(Policies()).Select(c => (c.Item1, c.Item2));

    /// <summary>The same with three fiscal years and a January raise in each.</summary>
    public static readonly Gen<(RosterPerson[] Roster, Scenario Scenario)> WithRaises =
        from world in All
        from raise in Gen.Choose(0, 50)
        let path = new Dictionary<int, double> { [2027] = raise / 1000.0, [2028] = 0.02, [2029] = raise / 500.0 }
        select (world.Roster, world.Scenario.With(p => p with { Structure = p.Structure with { AnnualAdjustment = path } }) with
        {
            Horizon = new Horizon(TestWorld.Start, 3),
            Economy = world.Scenario.Economy with { PayRaise = path },
        });

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
