using CtmsAnalytics.Budget;
using CtmsAnalytics.Deployment;
using CtmsAnalytics.Parameters;
using CtmsAnalytics.PersonnelActions;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Scenarios;
using CtmsAnalytics.Simulation;
using CtmsAnalytics.Simulation.Results;
using CtmsAnalytics.TalentMarket;

namespace Benchmarks.W1;

/// <summary>Workload W1 as a scenario of the product: what it leaves out of the model is a policy without cost, and its persons' keys are their numbers.</summary>
internal static class Workload
{
    private const int Year = 2026;
    private static readonly string[] Levels = [.. Enumerable.Range(0, 8).Select(i => $"L{i}")];
    private static readonly string[] Markets = [.. Enumerable.Range(0, 5).Select(i => $"M{i}")];
    private static readonly long[] Minimum = [55_000, 68_000, 82_000, 99_000, 118_000, 140_000, 163_000, 185_000];
    private static readonly long[] Maximum = [82_000, 101_000, 122_000, 147_000, 175_000, 197_000, 228_000, 253_000];
    private static readonly double[] Hazard = [.16, .14, .12, .10, .09, .08, .07, .06];
    private static readonly double[] Called = [.02, .03, .04, .05, .06, .05, .03, .01];
    private static readonly double[] Supplement = [0, .06, .12, .18, .22];

    /// <summary>Work periods of the workload.</summary>
    public const int Periods = 131;

    /// <summary>Fiscal years of the workload.</summary>
    public const int Years = 5;

    /// <summary>Prepares the workload.</summary>
    public static Simulator Prepare(int persons, uint seed, int threads)
    {
        var roster = new RosterPerson[persons];
        var keys = new uint[persons];
        for (var i = 0u; i < persons; i++)
        {
            var hash = ((i * 2654435761UL) + 12345) % (1UL << 32);
            var level = (int)(hash % 8);
            var salary = Minimum[level] + (long)Math.Floor(hash / 64 % 1000 / 1000.0 * (Maximum[level] - Minimum[level]));
            keys[i] = i;
            roster[i] = new RosterPerson(
                i.ToString("00000000", System.Globalization.CultureInfo.InvariantCulture), "W1", "W1", "W1", "W1", Levels[level], "00000", Markets[hash / 8 % 5], AppointmentType.Continuing, WorkSchedule.FullTime, 80,
                new DateOnly(2020, 1, 1), salary, salary, HealthPlan.None, null);
        }

        var market = new OccupationWage(2024, "99", "99", "15-1212", "Analysts", 1, Published(1), Published(2), Published(3), Published(4), Published(5), "W1");
        var input = new ProjectionInput(roster, new ParameterSet(Figures()), [market], [.. Markets.Select(m => new LocalMarket(m, m, "99"))]);
        return new Simulator([Scenario()], input, new SimulationOptions { Seed = seed, Threads = threads }, keys);
    }

    /// <summary>Salary, supplement, recognition payment and special working conditions of all persons, years and draws, cents.</summary>
    public static long[] Answer(Simulator simulator, int draws)
    {
        var result = simulator.Run(0, draws).Result();
        return
        [
            Sum(Component.Salary) + Sum(Component.RecognitionAdjustment),
            Sum(Component.Supplement),
            Sum(Component.RecognitionPayment),
            Sum(Component.SpecialWorkingConditions),
        ];

        long Sum(Component component) => result.CostByDraw(0, new CostMargin { Component = component }).Sum();
    }

    private static WageFigure Published(double tenThousands) => WageFigure.Published(tenThousands * 10_000);

    private static Scenario Scenario()
    {
        var structure = new SalaryStructure("W1", new Dictionary<int, double>(), [.. Levels.Select((level, i) => new Subrange(
            level, level, Minimum[i], Maximum[i], null, new SalaryLimitation(null, 1_000_000_000), new MarketMatch(50, new Dictionary<string, double> { ["15-1212"] = 1 })))]);
        var recognition = new RecognitionPolicy(
            1, [.10, .55, .27, .08], [[0, 0, 0], [.030, .025, .015], [.055, .045, .030], [.085, .070, .050]], 1000, [0, .10, .35, .80], [.02, .02, .02, .02], 1000, false)
        {
            PaymentPercentHighest = [.10, .10, .10, .10],
        };
        var programs = Levels.Select((level, i) => new SwcProgram("W1", "W1", [], [level], Called[i], .10, null, null) { MinimumPercent = .10, MaximumPercent = .25, Form = PaymentForm.Recurring });
        var policy = new PayPolicy(structure, Markets.Select((m, i) => (m, Supplement[i])).ToDictionary(x => x.m, x => x.Item2), recognition, [.. programs]);
        return new Scenario(
            "W1",
            "The reduced projection.",
            new Horizon(new DateOnly(2026, 10, 4), Years),
            new EconomyPath(new Dictionary<int, double>(), 0, 0, 0),
            new WorkforceAssumptions(Levels.Select((level, i) => (level, Hazard[i])).ToDictionary(x => x.level, x => x.Item2), [], 0, 0, 0, 0, 0, 0, new Dictionary<string, LevelProgression>()),
            new EmployerCostPolicy("none", 0),
            new AggregateLimitPolicy("limit", ExcessTreatment.Forfeited),
            [new DatedPolicy(new DateOnly(2026, 1, 1), policy)]);
    }

    private static List<Parameter> Figures() =>
    [
        .. new (string Name, double Value)[]
        {
            ("hourly_divisor", 2087), ("work_period_days", 14), ("work_period_epoch", 20230101), ("full_time_hours", 80), ("hours_per_day", 8), ("fiscal_year_first_month", 10), ("payday_lag_days", 12),
            ("salary_rounding_unit", 1), ("nominal_work_periods_per_year", 26), ("supplement_is_percentage", 1), ("limitation_covers_supplement", 1), ("raise_between_minimums", 1), ("opening_year_to_date", 0),
            ("survey_reference_month", 5), ("recognition_payment_maximum", 0.20), ("recognition_payment_maximum_approved", 0.50), ("offer_payment_maximum", 0.20), ("advisory_recognition_adjustments", 1),
            ("service_agreement_minimum", 6), ("service_agreement_maximum", 36), ("service_agreement_repayment", 0), ("offer_time_off_maximum", 40), ("swc_percent_maximum", 0.25), ("recognition_payment_limit_per_year", 1), ("executive_rate_rounding", 100),
            ("wage_base_rounding", 300), ("life_insurance_step", 1000), ("life_insurance_addition", 2000), ("deferred_paid_at_separation", 1),
            ("EX-IV", 197_200), ("VP", 10_000_000), ("limit", 284_600), ("oasdi_wage_base", 184_500), ("oasdi_rate", 0), ("medicare_rate", 0), ("tsp_automatic", 0), ("tsp_match_maximum", 0), ("none", 0),
            ("fehb_self_only", 0), ("fehb_self_plus_one", 0), ("fehb_self_and_family", 0), ("fegli_basic_government", 0),
        }.Select(f => new Parameter(f.Name, Year, f.Value, "W1", ParameterMark.Published, "", "W1", f.Name)),
    ];
}
