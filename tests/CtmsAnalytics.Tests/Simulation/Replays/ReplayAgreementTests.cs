using CtmsAnalytics.Budget;
using CtmsAnalytics.Deployment;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Scenarios;
using CtmsAnalytics.Tests.PayHistory;
using CtmsAnalytics.Tests.Projection;
using CtmsAnalytics.Tests.TalentAcquisition;
using FsCheck;
using FsCheck.Fluent;

namespace CtmsAnalytics.Tests.Simulation.Replays;

/// <summary>Where chance is certain, a draw is the expected projection to the cent: two engines on the same rules, each the proof of the other.</summary>
public sealed class ReplayAgreementTests
{
    private static readonly Gen<Scenario> Moving =
        from scenario in CertainWorlds.Scenarios
        from hazard in Gen.Elements(0, double.PositiveInfinity)
        from elasticity in Gen.Elements(0, 1, 1.5)
        from tenure in Gen.Elements<TenureBand[]>([], [new(0, 0), new(1, 2)], [new(3, 1.5)])
        from backfill in Gen.Elements(0, 1)
        from wait in Gen.Choose(0, 30)
        from place in Gen.Choose(0, 100)
        from offer in Gen.Elements(0, 1)
        from percent in Gen.Choose(0, 30)
        from hours in Gen.Elements(0, 24, 60)
        from moves in Gen.Elements(0, 1)
        from opens in Gen.Elements(false, true)
        from closes in Gen.Elements<PositionClosing?>(null, PositionClosing.Attrition, PositionClosing.OnDate)
        from quarter in Gen.Elements(new DateOnly(2026, 10, 1), new DateOnly(2027, 4, 1), new DateOnly(2028, 7, 1))
        from hiring in HiringWorlds.CertainTerms
        let workforce = new WorkforceAssumptions(
            new Dictionary<string, double> { [TestWorld.Low] = hazard, [TestWorld.High] = hazard }, tenure, elasticity, backfill, wait, place / 100.0, offer, percent / 100.0,
            new Dictionary<string, LevelProgression> { [TestWorld.Low] = new(TestWorld.High, moves) })
        select scenario with
        {
            Workforce = workforce with
            {
                OfferTimeOffHours = hours,
                Hiring = hiring,
                HiringPlan =
                [
                    .. opens ? [new HiringPlanLine("CISA", "CSD", TestWorld.Low, "CAP", quarter, 1, "DC", "Technical")] : Array.Empty<HiringPlanLine>(),
                    .. closes is { } how ? [new HiringPlanLine("CISA", "CSD", TestWorld.High, "RUS", quarter, -1, "DC", "Technical") { Closing = how }] : Array.Empty<HiringPlanLine>(),
                ],
            },
        };

    // The position that the plan opens lies in another market, so that each cell of the projection is one person.
    private static readonly Arbitrary<(RosterPerson Person, Scenario Scenario)> Alone =
        (from person in CertainWorlds.People
         from scenario in Moving
         let plan = scenario.Workforce.HiringPlan
         let level = plan.Any(l => l.Positions < 0) ? TestWorld.High : person.WorkLevel
         select (person with { PersonId = "P0", LastRating = CertainWorlds.Rating(scenario), Market = plan.Count > 0 ? "RUS" : person.Market, WorkLevel = level, Organisation = "CSD" }, scenario)).ToArbitrary();

    [Fact]
    public void Organisations_ChanceIsCertainAndNobodyLeaves_AddUpToTheProjection() => Prop.ForAll(CertainWorlds.Cases, c =>
    {
        var input = TestWorld.Input(c.Roster);
        var projection = PointEstimate.Run(c.Scenario, input);
        var replays = c.Scenario.Organisations(input);
        Assert.Equal(projection.Reviews, replays.SelectMany(r => r.Pools).OrderBy(p => p.Date).ThenBy(p => p.Organisation, StringComparer.Ordinal));
        foreach (var organisation in projection.Costs.Cells.Select(k => k.Key.Organisation).Distinct())
            Same(projection, replays.SelectMany(r => r.Costs).Where(r => c.Roster.Single(p => p.PersonId == r.Position).Organisation == organisation), k => k.Organisation == organisation);
        return true;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(20));

    [Fact]
    public void Position_ChanceIsCertainAndPeopleLeaveAndAreHired_IsTheProjection() => Prop.ForAll(Alone, c =>
    {
        var input = TestWorld.Input(c.Person);
        var projection = PointEstimate.Run(c.Scenario, input);
        var replay = c.Scenario.Organisations(input).Single();
        Assert.Equal(projection.Reviews, replay.Pools);
        Same(projection, replay.Costs, _ => true);
        Assert.Equal(
            projection.Headcount.Select(h => ((int)h.Start, (int)h.Hires, (int)h.Separations)), replay.Flow.Select(f => (f.Start, f.Hires, f.Separations)));
        return true;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(100));

    private static void Same(ProjectionResult projection, IEnumerable<CtmsAnalytics.Simulation.Replays.ReplayCost> costs, Func<CostKey, bool> where)
    {
        var replayed = costs.ToLookup(c => (c.FiscalYear, c.WorkLevel, c.Component));
        foreach (var year in projection.FiscalYears)
        {
            foreach (var level in new[] { TestWorld.Low, TestWorld.High })
            {
                foreach (var component in Enum.GetValues<Component>())
                {
                    var (told, booked) = (replayed[(year, level, component)].Sum(c => c.Cents), projection.Costs.Sum(k => where(k) && k.FiscalYear == year && k.WorkLevel == level && k.Component == component));
                    Assert.True(told == booked, $"{component} of {level} in {year}: the draw says {told}, the projection {booked}.");
                }
            }
        }
    }
}
