using System.Globalization;
using CtmsAnalytics.Deployment;
using CtmsAnalytics.PersonnelActions;
using CtmsAnalytics.Scenarios;
using CtmsAnalytics.SpecialWorkingConditions;
using CtmsAnalytics.TalentAcquisition;
using CtmsAnalytics.Workspace.Scenarios.Schema;
using CtmsAnalytics.Workspace.Scenarios.Yaml;
using CtmsAnalytics.WorkValuation;

namespace CtmsAnalytics.Workspace.Scenarios;

/// <summary>Gives a checked scenario its types. Relies on the checks: it reports nothing itself.</summary>
internal static class ScenarioBinder
{
    private static readonly ValueSchema AnyDate = new("", ValueKind.Date, "");
    private static readonly ValueSchema AnyNumber = new("", ValueKind.Number, "") { Infinite = true };

    /// <summary>Builds the scenario.</summary>
    /// <param name="tree">A resolved scenario without problems.</param>
    /// <returns>The scenario.</returns>
    public static Scenario Bind(ResolvedTree tree)
    {
        var root = tree.Root;
        var horizon = Map(root, "horizon");
        var economy = Map(root, "economy");
        var employer = Map(root, "employer_cost");
        var limit = Map(root, "aggregate_limit");
        return new Scenario(
            Text(root, "name"),
            root["description"] is YamlScalar ? Text(root, "description") : "",
            new Horizon(Date(horizon, "start")!.Value, (int)Number(horizon, "fiscal_years")),
            new EconomyPath(Years(economy, "pay_raise"), Number(economy, "market_growth"), Number(economy, "wage_base_growth"), Number(economy, "health_premium_growth"))
            {
                MarketGrowthDeviation = Optional(economy, "market_growth_deviation") ?? 0,
                PayRaiseDeviation = Optional(economy, "pay_raise_deviation") ?? 0,
                StructureFollowsPayRaise = economy["structure_follows_pay_raise"] is YamlScalar { Text: "true" },
            },
            Workforce(Map(root, "workforce")),
            new EmployerCostPolicy(Text(employer, "retirement_rate"), Number(employer, "savings_match")),
            new AggregateLimitPolicy(Text(limit, "rate"), Text(limit, "excess") == "forfeited" ? ExcessTreatment.Forfeited : ExcessTreatment.Deferred),
            [.. tree.Policies.Select(p => new DatedPolicy(p.Effective, Policy(p.Policy)))])
        {
            OtherCompensation = root["other_compensation"] is YamlMap other
                ? new OtherCompensationPolicy(
                    Optional(other, "student_loan_share") ?? 0, (long)(Optional(other, "student_loan_amount") ?? 0), (long)(Optional(other, "training_per_person") ?? 0))
                : OtherCompensationPolicy.None,
            OpeningPolicies =
            [
                .. root["valuation"] is YamlMap valuation && Valuation(valuation) is { IsNone: false } valued ? [valued] : Array.Empty<OpeningPolicy>(),
                .. root["deployment"] is YamlMap deployment ? Deployment(deployment) : [],
            ],
            ExtendedRange = new ExtendedRangePolicy((root["extended_range"] is YamlMap extended ? Entries(extended, "approvals") : []).ToDictionary(e => e.Key, e => Approval((YamlMap)e.Value), StringComparer.Ordinal)),
        };
    }

    /// <summary>What a section changes in the valuation scheme; figures that cannot be read are left out.</summary>
    internal static ValuationPolicy Valuation(YamlMap map)
    {
        Dictionary<string, double> Figures(string key) => Entries(map, key).Where(e => e.Value is YamlScalar scalar && ValueReader.Read(AnyNumber, scalar, out _)?.Number is not null)
            .ToDictionary(e => e.Key, e => Number(e.Value), StringComparer.Ordinal);
        return new ValuationPolicy(Figures("weights"), Figures("cut_points"));
    }

    private static List<OpeningPolicy> Deployment(YamlMap map)
    {
        List<OpeningPolicy> policies = [];
        List<WorksiteLine> worksites = [.. List(map, "worksites").Cast<YamlMap>().Select(l => new WorksiteLine(Cover(l), TextOr(l, "from", "") is { Length: > 0 } from ? from : null, Text(l, "to"), Number(l, "share")))];
        List<ScheduleLine> schedules = [.. List(map, "schedules").Cast<YamlMap>().Select(l => new ScheduleLine(
            Cover(l), Number(l, "share"), (WorkSchedule)Word((YamlScalar)l["schedule"]!, WorkScheduleName.All), (int?)Optional(l, "hours"), (int?)Optional(l, "maximum_hours")))];
        if (worksites.Count > 0) policies.Add(new WorksitePolicy(worksites));
        if (schedules.Count > 0) policies.Add(new SchedulePolicy(schedules));
        return policies;
    }

    private static PositionCover Cover(YamlMap map) => new(Names(map, "levels"), Names(map, "tracks"), Names(map, "organisations"), Names(map, "pay_plans"));

    private static WorkforceAssumptions Workforce(YamlMap map) => new(
        Entries(map, "separation_hazard").ToDictionary(e => e.Key, e => Number(e.Value), StringComparer.Ordinal),
        [.. List(map, "tenure_bands").Cast<YamlMap>().Select(b => new TenureBand((int)Number(b, "from_years"), Number(b, "factor")))],
        Number(map, "pay_elasticity"),
        Number(map, "backfill"),
        (int)(Optional(map, "time_to_fill_periods") ?? 0),
        Number(map, "entry_place_in_range"),
        Number(map, "offer_payment_share"),
        Number(map, "offer_payment_percent"),
        Entries(map, "progression").ToDictionary(e => e.Key, e => new LevelProgression(Text((YamlMap)e.Value, "to"), Number((YamlMap)e.Value, "probability")), StringComparer.Ordinal))
    {
        OfferTimeOffHours = (int)(Optional(map, "offer_time_off_hours") ?? 0),
        OfferAgreementMonths = (int?)Optional(map, "offer_agreement_months"),
        TimeToFill = map["time_to_fill"] is YamlMap range ? Periods(range) : null,
        OfferAcceptance = Optional(map, "offer_acceptance") ?? 1,
        PeriodsPerDeclinedOffer = (int)(Optional(map, "periods_per_declined_offer") ?? 0),
        HiringPlan = [.. List(map, "hiring_plan").Cast<YamlMap>().Select(PlanLine)],
        Funnel = Entries(map, "funnel") is { Count: > 0 } levels ? new HiringFunnel([.. levels.Select(e => Funnel(e.Key, (YamlMap)e.Value))]) : null,
    };

    private static LevelFunnel Funnel(string level, YamlMap map) => new(
        level,
        TextOr(map, "track", ""),
        Step(Map(map, "sourced")),
        Step(Map(map, "assessed")),
        Step(Map(map, "selected")),
        Step(Map(map, "offered")),
        Step(Map(map, "accepted")),
        map["interview_travel"] is YamlMap travel ? new InterviewTravel(Number(travel, "share"), (long)Number(travel, "cost_per_trip") * 100) : new InterviewTravel(0, 0),
        (int)(Optional(map, "periods_per_lost_offer") ?? 0))
    {
        AcceptanceSlope = Optional(map, "acceptance_slope") ?? 0,
        EntryPlaceInRange = Optional(map, "entry_place_in_range"),
    };

    private static FunnelStep Step(YamlMap map) => new(Number(map, "pass"), Periods(Map(map, "time")), (long)(Optional(map, "cost") ?? 0) * 100);

    private static PeriodRange Periods(YamlMap map) => new((int)Number(map, "minimum"), (int)Number(map, "maximum"));

    private static HiringPlanLine PlanLine(YamlMap map) => new(
        TextOr(map, "agency", ""),
        Text(map, "organisation"),
        Text(map, "level"),
        Text(map, "market"),
        Date(map, "from")!.Value,
        (int)Number(map, "positions"),
        TextOr(map, "pay_plan", ""),
        TextOr(map, "track", ""))
    {
        Closing = map["closing"] is YamlScalar closing ? (PositionClosing)Word(closing, ScenarioSchema.PositionClosings) : PositionClosing.Attrition,
    };

    private static ExtendedRangeApproval Approval(YamlMap map) =>
        new(Date(map, "from")!.Value, Optional(map, "salary") is { } salary ? (long)salary : null, Text(map, "determination"));

    private static PayPolicy Policy(YamlMap map) => new(
        Structure(Text(Map(map, "structure"), "name"), Map(map, "structure")),
        Entries(map, "supplements").ToDictionary(e => e.Key, e => Number(e.Value), StringComparer.Ordinal),
        Recognition(Map(map, "recognition")),
        [.. Entries(map, "special_working_conditions").Select(e => Program(e.Key, (YamlMap)e.Value))])
    {
        FurtherStructures = [.. Entries(map, "further_structures").Select(e => Covered(e.Key, (YamlMap)e.Value))],
    };

    private static CoveredStructure Covered(string name, YamlMap map) => new(
        Structure(name, map),
        Names(Map(map, "covers"), "pay_plans"),
        Names(Map(map, "covers"), "tracks"),
        Names(Map(map, "covers"), "organisations"));

    private static SalaryStructure Structure(string name, YamlMap map) => new(
        name,
        Years(map, "annual_adjustment"),
        [.. Entries(map, "levels").Select(e => Subrange(e.Key, (YamlMap)e.Value))]);

    private static Subrange Subrange(string code, YamlMap map) => new(
        code,
        Text(map, "title"),
        (long)Number(map, "minimum"),
        (long)Number(map, "maximum"),
        Optional(map, "control_point") is { } control ? (long)control : null,
        Limitation(map["limitation"]),
        new MarketMatch(
            Number(Map(map, "market"), "target_percentile"),
            Entries(Map(map, "market"), "occupations").ToDictionary(e => e.Key, e => Number(e.Value), StringComparer.Ordinal)))
    {
        FurtherWorkLevels = Names(map, "also"),
    };

    private static SalaryLimitation Limitation(YamlNode? node) => node switch
    {
        YamlScalar { IsNull: false } scalar when char.IsAsciiLetter(scalar.Text[0]) => new SalaryLimitation(scalar.Text, null),
        YamlScalar { IsNull: false } scalar => new SalaryLimitation(null, (long)Number(scalar)),
        _ => new SalaryLimitation(ScenarioRules.StandardRangeRate, null),
    };

    private static RecognitionPolicy Recognition(YamlMap map) => new(
        (int)Number(map, "review_month"),
        Numbers(map, "rating_shares"),
        [.. List(map, "guideline").Cast<YamlList>().Select(r => (IReadOnlyList<double>)[.. r.Items.Select(Number)])],
        Number(map, "adjustment_pool"),
        Numbers(map, "payment_share"),
        Numbers(map, "payment_percent"),
        Number(map, "payment_pool"),
        map["payment_approved"] is YamlScalar { Text: "true" })
    {
        PlaceInRangeBoundaries = Numbers(map, "place_in_range_boundaries"),
        PaymentForm = (map["payment_form"] as YamlScalar)?.Text switch
        {
            "installments" => PaymentForm.Installments,
            "recurring" => PaymentForm.Recurring,
            _ => PaymentForm.LumpSum,
        },
        PaymentCount = (int)(Optional(map, "payment_count") ?? 1),
        PaymentPeriodsBetween = (int)(Optional(map, "payment_periods_between") ?? 1),
        RatingPersistence = Optional(map, "rating_persistence") ?? 0,
        PaymentPercentHighest = Numbers(map, "payment_percent_highest"),
        TimeOffHours = [.. Numbers(map, "time_off_hours").Select(h => (int)h)],
    };

    private static SwcProgram Program(string name, YamlMap map) => new(
        name,
        Text(map, "condition"),
        Names(map, "organisations"),
        Names(map, "levels"),
        Optional(map, "expected_share") ?? 0,
        Number(map, "percent"),
        Date(map, "start"),
        Date(map, "end"))
    {
        Conditions = [.. List(map, "conditions").Cast<YamlScalar>().Select(s => (SwcCondition)Word(s, ScenarioSchema.SwcConditions)).Distinct().Order()],
        Form = map["form"] is YamlScalar form ? (PaymentForm)Word(form, ScenarioSchema.PaymentForms) : PaymentForm.Recurring,
        MinimumPercent = Optional(map, "minimum_percent"),
        MaximumPercent = Optional(map, "maximum_percent"),
        Incidents = map["incidents"] is YamlMap incidents ? Incidents(incidents) : null,
    };

    private static IncidentProcess Incidents(YamlMap map) => new(
        Number(map, "per_year"),
        Periods(Map(map, "duration")),
        Number(Map(map, "share"), "minimum"),
        Number(Map(map, "share"), "maximum"))
    {
        Season = Numbers(map, "season"),
    };

    /// <summary>Place of a word in its list, which is the value of the enumeration member that it stands for.</summary>
    private static int Word(YamlScalar scalar, IReadOnlyList<string> words) => words.ToList().IndexOf(scalar.Text);

    private static Dictionary<int, double> Years(YamlMap map, string key) =>
        Entries(map, key).ToDictionary(e => int.Parse(e.Key, NumberStyles.None, CultureInfo.InvariantCulture), e => Number(e.Value));

    private static YamlMap Map(YamlMap map, string key) => (YamlMap)map[key]!;

    private static IReadOnlyList<YamlEntry> Entries(YamlMap map, string key) => (map[key] as YamlMap)?.Entries ?? [];

    private static IReadOnlyList<YamlNode> List(YamlMap map, string key) => (map[key] as YamlList)?.Items ?? [];

    private static string[] Names(YamlMap map, string key) => [.. List(map, key).Cast<YamlScalar>().Select(s => s.Text)];

    private static double[] Numbers(YamlMap map, string key) => [.. List(map, key).Select(Number)];

    private static double Number(YamlMap map, string key) => Number(map[key]!);

    private static double Number(YamlNode node) => ValueReader.Read(AnyNumber, (YamlScalar)node, out _)!.Value.Number!.Value;

    private static double? Optional(YamlMap map, string key) => map[key] is YamlScalar { IsNull: false } scalar ? Number(scalar) : null;

    private static DateOnly? Date(YamlMap map, string key) => map[key] is YamlScalar { IsNull: false } scalar ? ValueReader.Read(AnyDate, scalar, out _)!.Value.Date : null;

    private static string TextOr(YamlMap map, string key, string absent) => map[key] is YamlScalar { IsNull: false } ? Text(map, key) : absent;

    private static string Text(YamlMap map, string key) => ((YamlScalar)map[key]!).Text.TrimEnd('\n');
}
