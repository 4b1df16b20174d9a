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

/// <summary>
/// Where chance decides nothing, the histories of single people add up to the projection of all of them, to the cent, in every year and component: two engines on the
/// same rules, each the proof of the other.
/// </summary>
public sealed class PersonPathAgreementTests
{
    private const string Island = "Island";

    private static readonly Gen<RosterPerson> People =
        from salary in Gen.Choose(60_000, 290_000)
        from level in Gen.Elements(TestWorld.Low, TestWorld.High)
        from market in Gen.Elements("RUS", "CAP")
        from schedule in Gen.Elements(WorkSchedule.FullTime, WorkSchedule.FullTime, WorkSchedule.PartTime, WorkSchedule.Contingent)
        from hours in Gen.Elements(64, 40, 7)
        from maximum in Gen.Elements<int?>(null, 300, 2_000)
        from organisation in Gen.Elements("CSD", "IOD")
        from plan in Gen.Elements(HealthPlan.None, HealthPlan.SelfOnly, HealthPlan.SelfAndFamily)
        from appointment in Gen.Elements(AppointmentType.Continuing, AppointmentType.Renewable, AppointmentType.Advisory)
        from area in Gen.Elements(null, null, Island)
        from annuity in Gen.Elements<long?>(null, null, 41_337)
        from uncompensated in Gen.Elements(false, false, false, true)
        select TestWorld.Person("", salary, level, market) with
        {
            Schedule = schedule,
            HoursPerWorkPeriod = schedule == WorkSchedule.FullTime ? 80 : hours,
            AppointmentMaximumHours = schedule == WorkSchedule.Contingent ? maximum : null,
            Organisation = organisation,
            HealthPlan = plan,
            Appointment = appointment,
            NonforeignArea = area,
            AnnuityPerYear = annuity,
            IsUncompensated = uncompensated,
        };

    private static readonly Gen<RecognitionPolicy> Recognition =
        from rating in Gen.Choose(0, 2)
        from raise in Gen.Choose(0, 90)
        from pool in Gen.Elements(0.0, 0.01, 0.025, 0.2)
        from receives in Gen.Elements(0.0, 1.0)
        from payment in Gen.Choose(0, 50)
        from paymentPool in Gen.Elements(0.004, 0.02, 0.6)
        from highest in Gen.Elements<double?>(null, 0.5)
        from approved in Gen.Elements(true, false)
        from form in Gen.Elements(PaymentForm.LumpSum, PaymentForm.Installments, PaymentForm.Recurring)
        from count in Gen.Choose(2, 30)
        let shares = Enumerable.Range(0, 3).Select(r => r == rating ? 1.0 : 0.0).ToArray()
        select new RecognitionPolicy(
            1, shares, [[0, 0, 0], [raise / 1000.0, raise / 1500.0, 0], [0.08, 0.05, raise / 1000.0]], pool,
            [0, receives, receives], [0, payment / 100.0, payment / 100.0], paymentPool, approved)
        {
            PaymentForm = form,
            PaymentPercentHighest = highest is { } most ? [0, most, most] : [],
            PaymentCount = form == PaymentForm.LumpSum ? 1 : count,
        };

    private static readonly Gen<Scenario> Certain =
        from recognition in Recognition
        from supplement in Gen.Choose(0, 30)
        from growth in Gen.Choose(-2, 8)
        from control in Gen.Elements<long?>(null, 110_000)
        from excess in Gen.Elements(ExcessTreatment.Deferred, ExcessTreatment.Forfeited)
        from special in Gen.Choose(1, 25)
        from second in Gen.Choose(0, 20)
        from training in Gen.Elements(0, 1_750)
        from loan in Gen.Elements(0, 6_000, 14_000)
        from approved in Gen.Elements(0, 295_000, 500_000)
        let structure = TestWorld.Policy.Structure
        let first = TestWorld.Policy with
        {
            Structure = structure with
            {
                AnnualAdjustment = new Dictionary<int, double> { [2027] = growth / 100.0, [2028] = 0.02 },
                Subranges = [structure.Subranges[0] with { ControlPoint = control }, structure.Subranges[1]],
            },
            Supplements = new Dictionary<string, double> { ["CAP"] = supplement / 100.0 },
            Recognition = recognition,
            SpecialWorkingConditions =
            [
                new SwcProgram("nights", "unexpected time", [], [], 1, special / 100.0, null, new DateOnly(2027, 12, 31)),
                new SwcProgram("range", "hardship", ["CSD"], [TestWorld.Low], 1, second / 100.0, new DateOnly(2027, 2, 7), null) { MinimumPercent = second / 300.0, MaximumPercent = 0.25 },
            ],
        }
        select TestWorld.Quiet with
        {
            AggregateLimit = new AggregateLimitPolicy("VP", excess),
            OtherCompensation = new OtherCompensationPolicy(loan == 0 ? 0 : 1, loan, training),
            ExtendedRange = approved == 0 ? ExtendedRangePolicy.None : new ExtendedRangePolicy(new Dictionary<string, ExtendedRangeApproval>
            {
                ["P0"] = new(new DateOnly(2027, 3, 7), approved, "test"),
                ["P1"] = new(new DateOnly(2026, 1, 1), null, "test"),
            }),
            Policies = [new DatedPolicy(new DateOnly(2026, 1, 1), first), new DatedPolicy(new DateOnly(2027, 7, 11), first with { Supplements = new Dictionary<string, double> { ["CAP"] = supplement / 50.0, ["RUS"] = 0.01 } })],
        };

    private static readonly Arbitrary<(RosterPerson[] Roster, Scenario Scenario)> Cases =
        (from people in People.ArrayOf(5) from more in People from scenario in Certain select (Named([.. people, more], Rating(scenario)), scenario)).ToArbitrary();

    private static readonly PersonnelAction[] Called =
    [
        new SpecialWorkingConditionsAction(TestWorld.Start, "nights", 100, null),
        new SpecialWorkingConditionsAction(TestWorld.Start, "range", 100, null),
    ];

    [Fact]
    public void Histories_ChanceDecidesNothing_AddUpToTheProjection() => Prop.ForAll(Cases, c =>
    {
        var input = TestWorld.Input(c.Roster);
        var projection = PointEstimate.Run(c.Scenario, input);
        foreach (var year in projection.FiscalYears)
        {
            var histories = c.Roster.Select(p => PersonPath.Explain(c.Scenario, input, p.PersonId, year, YearBasis.Fiscal, Called)).ToList();
            foreach (var component in Enum.GetValues<Component>())
            {
                var told = histories.Sum(h => h.Lines.Where(l => l.Component == component).Sum(l => l.Cents));
                var booked = projection.Costs.Sum(k => k.FiscalYear == year && k.Component == component);
                Assert.True(told == booked, $"{component} of {year}: the histories say {told}, the projection {booked}. {string.Join("; ", histories.Select(h => h.Lines.Where(l => l.Component == component).Sum(l => l.Cents)))}");
            }
        }

        return true;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    [Fact]
    public void Totals_AnyYear_AddUpToTheTotal() => Prop.ForAll(Cases, c =>
    {
        var told = PersonPath.Explain(c.Scenario, TestWorld.Input(c.Roster), c.Roster[0].PersonId, 2027, YearBasis.Calendar, Called);
        return told.Totals.Sum(t => t.Cents) == told.Total
            && (told.Total > 0 ? !c.Roster[0].IsUncompensated : c.Roster[0].IsUncompensated || c.Roster[0].AppointmentMaximumHours is not null)
            && told.Lines.All(l => l.Paragraph.Length > 0 && l.How.Length > 0);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(30));

    private static int Rating(Scenario scenario) => scenario.Policies[0].Policy.Recognition.RatingShares.ToList().IndexOf(1);

    private static RosterPerson[] Named(RosterPerson[] people, int rating) => [.. people.Select((p, i) => p with { PersonId = $"P{i}", LastRating = rating })];
}
