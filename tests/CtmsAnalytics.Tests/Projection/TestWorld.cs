using System.Globalization;
using CtmsAnalytics.Deployment;
using CtmsAnalytics.Parameters;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Scenarios;
using CtmsAnalytics.TalentMarket;
using CtmsAnalytics.Tests.Data;

namespace CtmsAnalytics.Tests.Projection;

/// <summary>A small world with round figures, in which a result can be computed by hand. It is quiet: nobody leaves, nothing but salary is paid.</summary>
internal static class TestWorld
{
    public const string Low = "LOW";
    public const string High = "HIGH";
    public static readonly DateOnly Start = new(2026, 9, 20);

    /// <summary>Round figures of this world.</summary>
    private static readonly IReadOnlyList<Parameter> Own =
    [
        Figure("hourly_divisor", 2087), Figure("work_period_days", 14), Figure("work_period_epoch", 20230101), Figure("full_time_hours", 80),
        Figure("hours_per_day", 8), Figure("fiscal_year_first_month", 10), Figure("payday_lag_days", 12), Figure("salary_rounding_unit", 1), Figure("nominal_work_periods_per_year", 26),
        Figure("recognition_payment_maximum", 0.20), Figure("recognition_payment_maximum_approved", 0.50), Figure("offer_payment_maximum", 0.20),
        Figure("advisory_recognition_adjustments", 1), Figure("service_agreement_minimum", 6), Figure("service_agreement_maximum", 36), Figure("service_agreement_repayment", 1), Figure("offer_time_off_maximum", 40),
        Figure("recognition_payment_limit_per_year", 1), Figure("recognition_time_off_window", 26),
        Figure("swc_percent_maximum", 0.25), Figure("executive_rate_rounding", 100), Figure("wage_base_rounding", 300), Figure("life_insurance_step", 1000),
        Figure("life_insurance_addition", 2000), Figure("limitation_covers_supplement", 1), Figure("supplement_is_percentage", 1),
        Figure("raise_between_minimums", 1), Figure("opening_year_to_date", 1), Figure("survey_reference_month", 5),
        Figure("EX-I", 253_100), Figure("EX-II", 228_000), Figure("EX-IV", 197_200), Figure("VP", 284_600), Figure("oasdi_wage_base", 184_500), Figure("oasdi_rate", 0.062),
        Figure("medicare_rate", 0.0145), Figure("tsp_automatic", 0.01), Figure("tsp_match_maximum", 0.04), Figure("fers_frae", 0.165),
        Figure("fehb_self_only", 324.76), Figure("fehb_self_plus_one", 711.17), Figure("fehb_self_and_family", 778.03), Figure("fegli_basic_government", 0.08),
        Figure("leave_middle_years", 3), Figure("leave_long_years", 15), Figure("leave_annual_short", 4), Figure("leave_annual_middle", 6), Figure("leave_annual_long", 8),
        Figure("leave_annual_middle_extra", 4), Figure("leave_part_time_short", 20), Figure("leave_part_time_middle", 13), Figure("leave_part_time_long", 10),
        Figure("leave_sick", 4), Figure("leave_sick_part_time", 20), Figure("leave_ceiling", 240), Figure("leave_ceiling_senior", 720),
        Figure("deferred_paid_at_separation", 1), Figure("nonforeign_allowance:Island", 0.10), Figure("nonforeign_allowance_is_wages", 0),
        Figure("student_loan_year_maximum", 10_000), Figure("student_loan_lifetime_maximum", 25_000), Figure("student_loan_inside_aggregate_limit", 0),
        Figure("student_loan_is_wages", 1), Figure("uncompensated_service_executive_level", 4), Figure("annuity_offset_waived", 0),
        Figure("holiday_date:Christmas Day", 1225), Figure("holiday_inauguration:Inauguration Day", 120), Figure("inauguration_interval_years", 4), Figure("inauguration_area:11001", 1),
    ];

    /// <summary>Figures of this world, and the shipped policy parameters that it does not state itself.</summary>
    public static readonly IReadOnlyList<Parameter> Figures =
    [
        .. Own,
        .. RepositoryData.Rows("policy/parameters.csv")
            .Where(r => Own.All(o => o.Name != r["name"]))
            .Select(r => Figure(r["name"], double.Parse(r["value"], CultureInfo.InvariantCulture)) with { EffectiveYear = int.Parse(r["effective_year"], CultureInfo.InvariantCulture) }),
    ];

    public static readonly IReadOnlyList<OccupationWage> Wages =
    [
        Wage("99", "15-1212", 60_000, 80_000, 100_000, 125_000, 150_000),
        new(2024, "47900", "Capital", "15-1212", "Analysts", 1000, WageFigure.Absent, WageFigure.Absent, WageFigure.Published(110_000), WageFigure.Absent, WageFigure.Absent, "test"),
    ];

    public static readonly IReadOnlyList<LocalMarket> Markets = [new("RUS", "Rest of U.S.", "99"), new("CAP", "Capital", "47900")];

    public static readonly PayPolicy Policy = new(
        new SalaryStructure("test", new Dictionary<int, double>(), [Subrange(Low, 60_000, 120_000), Subrange(High, 100_000, 250_000)]),
        new Dictionary<string, double>(),
        new RecognitionPolicy(1, [0.1, 0.6, 0.3], [[0, 0, 0], [0, 0, 0], [0, 0, 0]], 0.05, [0, 0, 0], [0, 0, 0], 0.05, false),
        []);

    public static readonly Scenario Quiet = new(
        "quiet",
        "Nobody leaves and nothing but salary is paid.",
        new Horizon(Start, 2),
        new EconomyPath(new Dictionary<int, double>(), 0.03, 0, 0),
        new WorkforceAssumptions(new Dictionary<string, double>(), [], 1, 1, 4, 0.5, 0, 0, new Dictionary<string, LevelProgression>()),
        new EmployerCostPolicy("fers_frae", 0.04),
        new AggregateLimitPolicy("VP", ExcessTreatment.Deferred),
        [new DatedPolicy(new DateOnly(2026, 1, 1), Policy)]);

    public static ProjectionInput Input(params RosterPerson[] roster) => new(roster, new ParameterSet(Figures), Wages, Markets);

    public static ProjectionInput With(this ProjectionInput input, string parameter, double value) =>
        input with { Parameters = new ParameterSet([.. Figures.Where(f => f.Name != parameter), Figure(parameter, value)]) };

    public static RosterPerson Person(string id = "P1", long salary = 89_033, string level = Low, string market = "RUS", int hours = 80) => new(
        id, "CISA", "CSD", "DC", "Technical", level, "11001", market, AppointmentType.Continuing, hours == 80 ? WorkSchedule.FullTime : WorkSchedule.PartTime, hours,
        new DateOnly(2022, 3, 1), salary, salary, HealthPlan.None, null);

    public static Scenario With(this Scenario scenario, Func<PayPolicy, PayPolicy> change) =>
        scenario with { Policies = [.. scenario.Policies.Select(p => p with { Policy = change(p.Policy) })] };

    public static Subrange Subrange(string level, long minimum, long maximum, string limitation = "EX-II") => new(
        level, level, minimum, maximum, null, new SalaryLimitation(limitation, null), new MarketMatch(50, new Dictionary<string, double> { ["15-1212"] = 1 }));

    public static Parameter Figure(string name, double value) => new(name, 2026, value, "test", ParameterMark.Published, "", "test", name);

    private static OccupationWage Wage(string area, string occupation, params double[] p) => new(
        2024, area, area, occupation, "Analysts", 1000,
        WageFigure.Published(p[0]), WageFigure.Published(p[1]), WageFigure.Published(p[2]), WageFigure.Published(p[3]), WageFigure.Published(p[4]), "test");
}
