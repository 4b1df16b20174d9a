using CtmsAnalytics.Deployment;
using CtmsAnalytics.PersonnelActions;
using CtmsAnalytics.Scenarios;
using CtmsAnalytics.Tests.Projection;
using FsCheck;
using FsCheck.Fluent;

namespace CtmsAnalytics.Tests.PayHistory;

/// <summary>Random people and scenarios in which chance decides nothing: every rating, payment and call is certain and nobody leaves.</summary>
internal static class CertainWorlds
{
    private const string Island = "Island";

    public static readonly Gen<RosterPerson> People =
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
        from approved in Gen.Elements(true, false)
        from form in Gen.Elements(PaymentForm.LumpSum, PaymentForm.Installments, PaymentForm.Recurring)
        from count in Gen.Choose(2, 30)
        let shares = Enumerable.Range(0, 3).Select(r => r == rating ? 1.0 : 0.0).ToArray()
        select new RecognitionPolicy(
            1, shares, [[0, 0, 0], [raise / 1000.0, raise / 1500.0, 0], [0.08, 0.05, raise / 1000.0]], pool,
            [0, receives, receives], [0, payment / 100.0, payment / 100.0], paymentPool, approved)
        {
            PaymentForm = form,
            PaymentCount = form == PaymentForm.LumpSum ? 1 : count,
        };

    public static readonly Gen<Scenario> Scenarios =
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
                new SwcProgram("range", "hardship", ["CSD"], [TestWorld.Low], 1, second / 100.0, new DateOnly(2027, 2, 7), null),
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

    /// <summary>A handful of people in two organisations.</summary>
    public static readonly Arbitrary<(RosterPerson[] Roster, Scenario Scenario)> Cases =
        (from people in People.ArrayOf(5) from more in People from scenario in Scenarios select (Named([.. people, more], Rating(scenario)), scenario)).ToArbitrary();

    /// <summary>The rating that everybody has.</summary>
    public static int Rating(Scenario scenario) => scenario.Policies[0].Policy.Recognition.RatingShares.ToList().IndexOf(1);

    private static RosterPerson[] Named(RosterPerson[] people, int rating) => [.. people.Select((p, i) => p with { PersonId = $"P{i}", LastRating = rating })];
}
