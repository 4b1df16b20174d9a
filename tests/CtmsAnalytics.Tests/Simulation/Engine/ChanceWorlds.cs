using CtmsAnalytics.Deployment;
using CtmsAnalytics.Scenarios;
using CtmsAnalytics.Tests.PayHistory;
using CtmsAnalytics.Tests.Projection;
using CtmsAnalytics.Tests.TalentAcquisition;
using FsCheck;
using FsCheck.Fluent;

namespace CtmsAnalytics.Tests.Simulation.Engine;

/// <summary>Random people and scenarios in which chance decides everything that it can.</summary>
internal static class ChanceWorlds
{
    private static readonly Gen<WorkforceAssumptions> Workforce =
        from low in Gen.Elements(0.0, 0.3, 2.5, double.PositiveInfinity)
        from high in Gen.Elements(0.0, 0.15, 1.0)
        from elasticity in Gen.Elements(0.0, 1.0, 1.7)
        from bands in Gen.Elements<IReadOnlyList<TenureBand>>([], [new TenureBand(0, 2.0), new TenureBand(1, 0.5), new TenureBand(5, 1.3)])
        from backfill in Gen.Elements(0.0, 0.7, 1.0)
        from fill in Gen.Elements<PeriodRange?>(null, new PeriodRange(0, 3), new PeriodRange(2, 9))
        from acceptance in Gen.Elements(1.0, 0.6)
        from offers in Gen.Elements(0.0, 0.4, 1.0)
        from progression in Gen.Elements(0.0, 0.3, 1.0)
        from opened in Gen.Choose(0, 2)
        from closed in Gen.Choose(0, 1)
        from closing in Gen.Elements(PositionClosing.Attrition, PositionClosing.OnDate)
        from hiring in HiringWorlds.Terms
        from funnel in HiringWorlds.Funnels
        select new WorkforceAssumptions(
            new Dictionary<string, double> { [TestWorld.Low] = low, [TestWorld.High] = high }, bands, elasticity, backfill, 3, 0.4, offers, 0.25,
            new Dictionary<string, LevelProgression> { [TestWorld.Low] = new(TestWorld.High, progression) })
        {
            TimeToFill = fill,
            OfferAcceptance = acceptance,
            PeriodsPerDeclinedOffer = 2,
            Hiring = hiring,
            Funnel = funnel,
            HiringPlan =
            [
                .. opened == 0 ? [] : new[] { new HiringPlanLine("CISA", "CSD", TestWorld.Low, "CAP", new DateOnly(2027, 1, 1), opened, "DC", "Technical") },
                .. closed == 0 ? [] : new[] { new HiringPlanLine("CISA", "CSD", TestWorld.Low, "RUS", new DateOnly(2027, 4, 1), -closed, "DC", "Technical") { Closing = closing } },
            ],
        };

    private static readonly Gen<(double Persistence, double Market, double Raise, bool Follows)> Economy =
        from persistence in Gen.Elements(0.0, 0.7)
        from market in Gen.Elements(0.0, 0.04)
        from raise in Gen.Elements(0.0, 0.03)
        from follows in Gen.Elements(true, false)
        select (persistence, market, raise, follows);

    private static readonly Gen<IReadOnlyList<SwcProgram>> Programs =
        from alone in Gen.Elements(0.0, 0.2, 1.0)
        from incidents in Gen.Elements<IncidentProcess?>(
            null, new IncidentProcess(6, new PeriodRange(1, 4), 0.2, 0.9), new IncidentProcess(20, new PeriodRange(2, 3), 0.5, 1) { Season = [1, 0, 2, 1, 1, 1, 1, 0.5, 3, 1, 1, 1] })
        select (IReadOnlyList<SwcProgram>)
        [
            new SwcProgram("alone", "unexpected time", [], [], alone, 0.10, null, new DateOnly(2027, 12, 31)) { MinimumPercent = 0.05, MaximumPercent = 0.25 },
            new SwcProgram("surge", "incidents", ["CSD"], [TestWorld.Low], 0.1, 0.20, new DateOnly(2026, 11, 1), null) { Incidents = incidents, MinimumPercent = 0.10, MaximumPercent = 0.22 },
        ];

    public static readonly Arbitrary<(RosterPerson[] Roster, Scenario Scenario)> Cases =
        (from people in CertainWorlds.People.ArrayOf(6)
         from more in CertainWorlds.People
         from ratings in Gen.Elements<int?>(null, 0, 1, 2).ArrayOf(people.Length + 1)
         from scenario in CertainWorlds.Scenarios
         from workforce in Workforce
         from economy in Economy
         from programs in Programs
         from years in Gen.Choose(1, 3)
         from month in Gen.Elements(1, 1, 12, 10)
         from opening in Gen.Elements<OpeningPolicy[]>([], [new OpeningTests.Promotion("P1", "P3", "P4")])
         select (Named([more, .. people], [1, .. ratings]), Chance(scenario, workforce, economy, programs, month) with { Horizon = TestWorld.Quiet.Horizon with { FiscalYears = years }, OpeningPolicies = opening })).ToArbitrary();

    private static RosterPerson[] Named(RosterPerson[] people, int?[] ratings)
    {
        var named = people.Select((p, i) => p with { PersonId = $"P{i}", LastRating = i < ratings.Length ? ratings[i] : null, EntryOnDuty = TestWorld.Start.AddDays(-100 * (i + 1)) }).ToArray();
        // A place that the hiring plan can close a position in.
        named[0] = named[0] with { Organisation = "CSD", WorkLevel = TestWorld.Low, Market = "RUS" };
        // Somebody who is in the roster and enters only later.
        named[^1] = named[^1] with { EntryOnDuty = TestWorld.Start.AddDays(200) };
        return named;
    }

    private static Scenario Chance(Scenario scenario, WorkforceAssumptions workforce, (double Persistence, double Market, double Raise, bool Follows) economy, IReadOnlyList<SwcProgram> programs, int month) => scenario with
    {
        Workforce = workforce,
        Economy = scenario.Economy with { MarketGrowthDeviation = economy.Market, PayRaiseDeviation = economy.Raise, StructureFollowsPayRaise = economy.Follows },
        OtherCompensation = scenario.OtherCompensation with { StudentLoanShare = scenario.OtherCompensation.StudentLoanShare / 2 },
        Policies =
        [
            .. scenario.Policies.Select(p => p with
            {
                Policy = p.Policy with
                {
                    Recognition = p.Policy.Recognition with
                    {
                        ReviewMonth = month,
                        RatingShares = [0.2, 0.5, 0.3],
                        PaymentShare = [.. p.Policy.Recognition.PaymentShare.Select(s => s * 0.6)],
                        PaymentPercentHighest = [.. p.Policy.Recognition.PaymentPercent.Select(x => x * 1.5)],
                        RatingPersistence = economy.Persistence,
                    },
                    SpecialWorkingConditions = programs,
                },
            }),
        ],
    };
}
