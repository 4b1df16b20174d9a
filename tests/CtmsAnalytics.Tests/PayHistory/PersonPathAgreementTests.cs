using CtmsAnalytics.Budget;
using CtmsAnalytics.Deployment;
using CtmsAnalytics.PayHistory;
using CtmsAnalytics.PersonnelActions;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Scenarios;
using CtmsAnalytics.Tests.Projection;
using FsCheck;
using FsCheck.Fluent;

namespace CtmsAnalytics.Tests.PayHistory;

/// <summary>Where chance decides nothing, the histories of single people add up to the projection of all of them, to the cent, in every year and component.</summary>
public sealed class PersonPathAgreementTests
{
    private static readonly Gen<RosterPerson> People =
        from salary in Gen.Choose(60_000, 290_000)
        from level in Gen.Elements(TestWorld.Low, TestWorld.High)
        from market in Gen.Elements("RUS", "CAP")
        from hours in Gen.Elements(80, 80, 64, 40)
        from organisation in Gen.Elements("CSD", "IOD")
        from plan in Gen.Elements(HealthPlan.None, HealthPlan.SelfOnly, HealthPlan.SelfAndFamily)
        select TestWorld.Person("", salary, level, market, hours) with { Organisation = organisation, HealthPlan = plan };

    private static readonly Gen<Scenario> Certain =
        from rating in Gen.Choose(0, 2)
        from raise in Gen.Choose(0, 90)
        from pool in Gen.Elements(0.0, 0.01, 0.025, 0.2)
        from receives in Gen.Elements(0.0, 1.0)
        from payment in Gen.Choose(0, 50)
        from paymentPool in Gen.Elements(0.004, 0.02, 0.6)
        from approved in Gen.Elements(true, false)
        from form in Gen.Elements(Enum.GetValues<PaymentForm>())
        from parts in Gen.Choose(1, 12)
        from between in Gen.Choose(1, 4)
        from place in Gen.Choose(1, 49)
        from supplement in Gen.Choose(0, 30)
        from growth in Gen.Choose(-2, 8)
        from excess in Gen.Elements(ExcessTreatment.Deferred, ExcessTreatment.Forfeited)
        let shares = Enumerable.Range(0, 3).Select(r => r == rating ? 1.0 : 0.0).ToArray()
        let later = new DateOnly(2027, 7, 11)
        let first = TestWorld.Policy with
        {
            Structure = TestWorld.Policy.Structure with { AnnualAdjustment = new Dictionary<int, double> { [2027] = growth / 100.0, [2028] = 0.02 } },
            Supplements = new Dictionary<string, double> { ["CAP"] = supplement / 100.0 },
            Recognition = new RecognitionPolicy(1, shares, [[0.03, 0.02, 0.01], [raise / 1000.0, raise / 1500.0, 0], [0.08, 0.05, raise / 1000.0]], pool, [receives, receives, receives], [payment / 100.0, payment / 100.0, payment / 100.0], paymentPool, approved)
            {
                PlaceInRangeBoundaries = [place / 100.0, 1 - (place / 100.0)],
                PaymentForm = form,
                PaymentCount = parts,
                PaymentPeriodsBetween = between,
            },
        }
        select TestWorld.Quiet with
        {
            AggregateLimit = new AggregateLimitPolicy("VP", excess),
            Policies = [new DatedPolicy(new DateOnly(2026, 1, 1), first), new DatedPolicy(later, first with { Supplements = new Dictionary<string, double> { ["CAP"] = supplement / 50.0, ["RUS"] = 0.01 } })],
        };

    private static readonly Arbitrary<(RosterPerson[] Roster, Scenario Scenario)> Cases =
        (from people in People.ArrayOf(5) from more in People from scenario in Certain select (Named([.. people, more], Rating(scenario)), scenario)).ToArbitrary();

    [Fact]
    public void Histories_ChanceDecidesNothing_AddUpToTheProjection() => Prop.ForAll(Cases, c =>
    {
        var input = TestWorld.Input(c.Roster);
        var projection = PointEstimate.Run(c.Scenario, input);
        foreach (var year in projection.FiscalYears)
        {
            var histories = c.Roster.Select(p => PersonPath.Explain(c.Scenario, input, p.PersonId, year, YearBasis.Fiscal, [])).ToList();
            foreach (var component in Enum.GetValues<Component>())
            {
                var told = histories.Sum(h => h.Lines.Where(l => l.Component == component).Sum(l => l.Cents));
                var booked = projection.Costs.Sum(k => k.FiscalYear == year && k.Component == component);
                Assert.True(told == booked, $"{component} of {year}: the histories say {told}, the projection {booked}.");
            }
        }

        return true;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    [Fact]
    public void Totals_AnyYear_AddUpToTheTotal() => Prop.ForAll(Cases, c =>
    {
        var told = PersonPath.Explain(c.Scenario, TestWorld.Input(c.Roster), c.Roster[0].PersonId, 2027, YearBasis.Calendar, []);
        return told.Totals.Sum(t => t.Cents) == told.Total && told.Total > 0 && told.Lines.All(l => l.Paragraph.Length > 0 && l.How.Length > 0);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(30));

    private static int Rating(Scenario scenario) => scenario.Policies[0].Policy.Recognition.RatingShares.ToList().IndexOf(1);

    private static RosterPerson[] Named(RosterPerson[] people, int rating) => [.. people.Select((p, i) => p with { PersonId = $"P{i}", LastRating = rating })];
}
