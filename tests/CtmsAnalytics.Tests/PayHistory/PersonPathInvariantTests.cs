using CtmsAnalytics.AggregateLimit;
using CtmsAnalytics.Budget;
using CtmsAnalytics.Deployment;
using CtmsAnalytics.PayHistory;
using CtmsAnalytics.PersonnelActions;
using CtmsAnalytics.Recognition;
using CtmsAnalytics.Rules;
using CtmsAnalytics.Scenarios;
using CtmsAnalytics.Tests.Projection;
using FsCheck;
using FsCheck.Fluent;

namespace CtmsAnalytics.Tests.PayHistory;

/// <summary>What must hold on every path, whatever is decided for the person.</summary>
public sealed class PersonPathInvariantTests
{
    private const long VicePresident = 284_600;
    private const double ExtendedMultiple = 1.5;

    private static readonly Gen<DateOnly> Dates = Gen.Choose(0, 1_000).Select(TestWorld.Start.AddDays);

    private static readonly Gen<PersonnelAction> Actions = Gen.OneOf<PersonnelAction>(
        from d in Dates from r in Gen.Choose(0, 2) select (PersonnelAction)new RatingAction(d, r),
        from d in Dates from h in Gen.Elements(Enum.GetValues<RecognitionHold>()) from days in Gen.Choose(1, 400) select (PersonnelAction)new RecognitionHoldAction(d, d.AddDays(days), h),
        from d in Dates from f in Gen.Choose(1, 60) select (PersonnelAction)new RecognitionAdjustmentAction(d, f / 100.0),
        from d in Dates
        from f in Gen.Choose(1, 50)
        from approved in Gen.Elements(true, false)
        from offer in Gen.Elements(false, false, true)
        from months in Gen.Elements<int?>(null, 5, 6, 24, 36, 37)
        select (PersonnelAction)new RecognitionPaymentAction(d, f / 100.0, approved, offer, PaymentForm.LumpSum, 1, 1, months),
        from d in Dates from h in Gen.Choose(1, 60) from o in Gen.Elements(true, false) select (PersonnelAction)new TimeOffAction(d, h, null, o),
        from d in Dates from h in Gen.Choose(1, 60) select (PersonnelAction)new TimeOffUseAction(d, h),
        from d in Dates from n in Gen.Choose(1, 9) from f in Gen.Choose(1, 30) select (PersonnelAction)new SpecialWorkingConditionsAction(d, "nights", n, f / 100.0),
        from d in Dates from n in Gen.Choose(1, 9) select (PersonnelAction)new SpecialWorkingConditionsAction(d, "range", n, null),
        from d in Dates from m in Gen.Choose(1, 14) from market in Gen.Elements("RUS", "CAP") select (PersonnelAction)new WorksiteAction(d, market == "CAP" ? "06075" : "08031", market, m),
        from d in Dates from level in Gen.Elements(TestWorld.Low, TestWorld.High) select (PersonnelAction)new WorkLevelAction(d, level),
        from d in Dates from a in Gen.Elements(Enum.GetValues<AppointmentType>()) select (PersonnelAction)new AppointmentAction(d, a),
        from d in Dates from s in Gen.Choose(250_000, 420_000) select (PersonnelAction)new ExtendedRangeAction(d, s, "test"),
        from d in Dates from c in Gen.Choose(1, 2_000_000) select (PersonnelAction)new StudentLoanAction(d, c));

    private static readonly Gen<Scenario> Scenarios =
        from supplement in Gen.Choose(0, 30)
        from excess in Gen.Elements(ExcessTreatment.Deferred, ExcessTreatment.Forfeited)
        from maximum in Gen.Elements(200_000, 290_000)
        select (TestWorld.Quiet with
        {
            Horizon = new Horizon(TestWorld.Start, 3),
            AggregateLimit = new AggregateLimitPolicy("VP", excess),
        }).With(p => p with
        {
            Structure = p.Structure with { Subranges = [p.Structure.Subranges[0], TestWorld.Subrange(TestWorld.High, 100_000, maximum, "VP")] },
            Supplements = new Dictionary<string, double> { ["CAP"] = supplement / 100.0 },
            Recognition = p.Recognition with { Guideline = [[0, 0, 0], [0.03, 0.02, 0.01], [0.09, 0.06, 0.03]], AdjustmentPool = 0.04, PaymentShare = [0, 0, 1], PaymentPercent = [0, 0, 0.2], PaymentPool = 0.3 },
            SpecialWorkingConditions =
            [
                new SwcProgram("nights", "unexpected time", [], [], 0, 0.15, null, null) { MinimumPercent = 0.02, MaximumPercent = 0.25 },
                new SwcProgram("range", "hardship", [], [], 0, 0.20, null, null),
            ],
        });

    private static readonly Arbitrary<Case> Cases =
        (from scenario in Scenarios
         from salary in Gen.Choose(60_000, 284_000)
         from level in Gen.Elements(TestWorld.Low, TestWorld.High)
         from appointment in Gen.Elements(AppointmentType.Continuing, AppointmentType.Renewable, AppointmentType.Renewable)
         from actions in Actions.ListOf(12)
         select new Case(scenario, TestWorld.Person("P1", salary, level) with { Appointment = appointment, LastRating = 2 }, [.. actions])).ToArbitrary();

    [Fact]
    public void Salary_Always_StaysUnderTheLimitsOfThePerson() => Check(c => c.Years.SelectMany(y => y.Salary).All(s =>
        s.Salary <= s.RangeMaximum
        && s.Salary <= s.Limitation
        && (s.RangeMaximum == VicePresident || s.RangeMaximum == (long)(253_100 * ExtendedMultiple))
        && s.StructureSalary > 0
        && s.Supplement >= 0));

    [Fact]
    public void AdditionalCompensation_OnAnyPayday_FitsUnderTheLimitWithTheSalaryPaidSoFar() => Check(c =>
    {
        foreach (var year in c.Years)
        {
            // The first calendar year begins before the horizon; its earlier paydays are in the position only.
            long salary = year.Limits.Single(l => l.CalendarYear == year.Year).Salary - year.Lines.Where(IsSalary).Sum(l => l.Cents), additional = 0;
            foreach (var payday in year.Lines.GroupBy(l => l.Period.Number).OrderBy(g => g.Key))
            {
                salary += payday.Where(IsSalary).Sum(l => l.Cents);
                var paid = payday.Where(IsInside).Sum(l => l.Cents);
                additional += paid;
                if (paid > 0 && salary + additional > VicePresident * 100) return false;
            }
        }

        return true;
    });

    [Fact]
    public void AdditionalCompensation_OverAllYears_IsPaidDeferredOrForfeitedToTheCent() => Check(c =>
    {
        var findings = c.Years.SelectMany(y => y.Findings).ToList();
        var granted = Sum(PersonPath.Payment) + Sum(PersonPath.SpecialPayment);
        var paid = c.Years.SelectMany(y => y.Lines).Where(IsInside).Sum(l => l.Cents);
        var limits = c.Years.Select(y => y.Limits.Single(l => l.CalendarYear == y.Year)).ToList();
        return granted == paid + limits.Sum(l => l.Deferred - l.Released) + limits.Sum(l => l.Forfeited)
            && limits.Sum(l => l.Additional) == paid
            && limits.Zip(limits.Skip(1)).All(p => p.Second.Released <= limits.TakeWhile(l => l.CalendarYear < p.Second.CalendarYear).Sum(l => l.Deferred));

        long Sum(RuleReference rule) => findings.Where(f => f.Rule == rule).Sum(f => f.After);
    });

    [Fact]
    public void Payments_Always_StayInsideTheirOwnLimits() => Check(c =>
        c.Years.SelectMany(y => y.Lines).Where(l => l.Component == Component.SpecialWorkingConditions).GroupBy(l => l.Period.Number).All(g => g.Sum(l => l.Cents) <= SalaryOf(c, g.Key) / 4 || Released(c, g.Key))
        && c.Years.SelectMany(y => y.Findings).Where(f => f.Rule == PersonPath.Payment).All(f => f.After <= VicePresident * 100 * ExtendedMultiple / 2)
        && c.Years.SelectMany(y => y.Findings).Where(f => f.Rule == PersonPath.SpecialPayment).All(f => SalaryRateOn(c, f.Date) < 197_200));

    [Fact]
    public void Findings_Always_MoveInTheDirectionOfTheirEffect() => Check(c => c.Years.SelectMany(y => y.Findings).All(f => f.Rule.Effect switch
    {
        _ when f.Unit == FindingUnit.None => f.Before == f.After,
        "cut" or "deferred" or "forfeited" => f.After < f.Before,
        "raised" or "granted" => f.After > f.Before,
        _ => true,
    } && f.Why.Length > 0 && f.PersonId == "P1"));

    [Fact]
    public void StructureSalary_Raised_OnlyByAFindingThatSaysSo() => Check(c =>
    {
        var steps = c.Years.SelectMany(y => y.Salary).DistinctBy(s => s.Date).OrderBy(s => s.Date).ToList();
        var raises = c.Years.SelectMany(y => y.Findings).Where(f => f.Unit == FindingUnit.AnnualDollars && f.Rule.Effect == "raised").Select(f => f.Date).ToHashSet();
        return steps.Zip(steps.Skip(1)).All(p => p.Second.StructureSalary <= p.First.StructureSalary || raises.Contains(p.Second.Date) || p.First.Cut > 0);
    });

    [Fact]
    public void ExtendedRange_WithoutARenewableAppointment_IsNeverPaid() => Check(c =>
        c.Actions.OfType<AppointmentAction>().Any() || c.Person.Appointment == AppointmentType.Renewable
        || c.Years.SelectMany(y => y.Salary).All(s => s.Salary <= VicePresident));

    [Fact]
    public void Separation_OnADay_EndsPayAndLeavesNothingUnsaid() => Prop.ForAll(Cases, c =>
    {
        var day = TestWorld.Start.AddDays(400);
        var years = Tell(c with { Actions = [.. c.Actions.Where(a => a.Effective < day), new SeparationAction(day)] });
        var first = years.SelectMany(y => y.Findings.Select(f => f.Date).Concat(y.Lines.Select(l => l.Period.FirstDay))).Where(d => d >= day).Distinct().ToList();
        var deferred = years.SelectMany(y => y.Limits).Sum(l => l.Deferred - l.Released);
        var settled = years.SelectMany(y => y.Findings).Where(f => f.Rule == SeparationSettlement.PaidOut).Sum(f => f.After);
        var hours = years.SelectMany(y => y.Hours).ToList();
        var unused = hours.Where(h => h.Kind == "recognition time-off granted").Sum(h => h.Hours) - hours.Where(h => h.Kind == "recognition time-off used").Sum(h => h.Hours);
        var forfeited = years.SelectMany(y => y.Findings).Where(f => f.Rule == RecognitionTimeOff.Separated || f.Rule == RecognitionTimeOff.Expired).Sum(f => f.Before - f.After);
        return first.Count <= 1
            && !years.SelectMany(y => y.Lines).Any(l => l.Period.FirstDay >= day && IsSalary(l))
            && deferred == settled
            && unused == forfeited;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(80));

    private static bool IsSalary(PayLine line) => line.Component is Component.Salary or Component.RecognitionAdjustment or Component.Supplement;

    private static bool IsInside(PayLine line) => line.Component is Component.RecognitionPayment or Component.SpecialWorkingConditions;

    private static long SalaryOf(Case c, int period) => c.Years.SelectMany(y => y.Lines).Where(l => l.Period.Number == period && IsSalary(l)).Sum(l => l.Cents);

    private static bool Released(Case c, int period) => c.Years.SelectMany(y => y.Findings).Any(f => f.Rule == PersonPath.Release && c.Years.SelectMany(y => y.Lines).Any(l => l.Period.Number == period && l.Period.FirstDay == f.Date));

    private static long SalaryRateOn(Case c, DateOnly date) => c.Years.SelectMany(y => y.Salary).Where(s => s.Date <= date).MaxBy(s => s.Date)!.Salary;

    private static void Check(Func<Case, bool> holds) =>
        Prop.ForAll(Cases, c => holds(c with { Years = Tell(c) })).Check(Config.QuickThrowOnFailure.WithMaxTest(80));

    private static List<PersonExplanation> Tell(Case c) =>
        [.. new[] { 2026, 2027, 2028, 2029 }.Select(year => PersonPath.Explain(c.Scenario, TestWorld.Input(c.Person), "P1", year, YearBasis.Calendar, c.Actions))];

    /// <summary>A person, what is decided, and the story of every calendar year of the horizon.</summary>
    private sealed record Case(Scenario Scenario, RosterPerson Person, PersonnelAction[] Actions)
    {
        public IReadOnlyList<PersonExplanation> Years { get; init; } = [];
    }
}
