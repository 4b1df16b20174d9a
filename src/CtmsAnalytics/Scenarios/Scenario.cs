using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.TalentAcquisition;

namespace CtmsAnalytics.Scenarios;

/// <summary>A pay proposal, complete and validated: what a projection computes with. Differences between scenario files are already resolved.</summary>
/// <param name="Name">Short name for tables and charts.</param>
/// <param name="Description">What the proposal does, in one or two sentences.</param>
/// <param name="Horizon">Years that the projection covers.</param>
/// <param name="Economy">Growth of rates and of the talent market.</param>
/// <param name="Workforce">Separations, hiring and progression.</param>
/// <param name="EmployerCost">What the employer pays beside compensation.</param>
/// <param name="AggregateLimit">The calendar-year limit on compensation (158.604).</param>
/// <param name="Policies">Pay policies by date, ascending; the first takes effect on or before the horizon's start.</param>
public sealed record Scenario(
    string Name,
    string Description,
    Horizon Horizon,
    EconomyPath Economy,
    WorkforceAssumptions Workforce,
    EmployerCostPolicy EmployerCost,
    AggregateLimitPolicy AggregateLimit,
    IReadOnlyList<DatedPolicy> Policies)
{
    /// <summary>Approvals by name for the extended salary range (158.613(c)).</summary>
    /// <value>Default <see cref="ExtendedRangePolicy.None"/>.</value>
    public ExtendedRangePolicy ExtendedRange { get; init; } = ExtendedRangePolicy.None;

    /// <summary>Student loan repayments and training (158.640, 158.641).</summary>
    /// <value>Default <see cref="OtherCompensationPolicy.None"/>.</value>
    public OtherCompensationPolicy OtherCompensation { get; init; } = OtherCompensationPolicy.None;

    /// <summary>Decisions about positions as such, in the order in which they are applied when the horizon opens.</summary>
    /// <value>Default empty: the roster as imported.</value>
    public IReadOnlyList<OpeningPolicy> OpeningPolicies { get; init; } = [];

    /// <summary>Name, description and horizon, for the results of the scenario.</summary>
    public ScenarioLabel Label => new(Name, Description, Horizon);

    /// <summary>Checks that another scenario covers the same years, so that the two can be compared.</summary>
    /// <param name="other">The other scenario.</param>
    /// <exception cref="InputException">The horizons differ.</exception>
    public void RequireSameHorizon(Scenario other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (Horizon != other.Horizon)
            throw new InputException($"The scenarios cover different years: '{Name}' {Describe(Horizon)}, '{other.Name}' {Describe(other.Horizon)}. Give both the same horizon.");

        static string Describe(Horizon horizon) => FormattableString.Invariant($"{horizon.FiscalYears} fiscal years from {horizon.Start:yyyy-MM-dd}");
    }

    /// <summary>The policy in force on a date: the latest one that has taken effect.</summary>
    /// <param name="date">First day of a work period.</param>
    /// <returns>The policy in force.</returns>
    /// <exception cref="InvalidOperationException">No policy has taken effect yet.</exception>
    public PayPolicy PolicyOn(DateOnly date) =>
        Policies.LastOrDefault(p => p.Effective <= date)?.Policy
        ?? throw new InvalidOperationException($"Scenario '{Name}' has no pay policy in force on {date:yyyy-MM-dd}; its first one takes effect on {Policies[0].Effective:yyyy-MM-dd}.");
}

/// <summary>The years that a projection covers.</summary>
/// <param name="Start">First day of the first work period: a Sunday that begins a 14-day period of the pay calendar.</param>
/// <param name="FiscalYears">Number of fiscal years, 1 to 30; the first is the fiscal year of the first work period's last weekday; days of the period before it belong to an earlier budget.</param>
public sealed record Horizon(DateOnly Start, int FiscalYears);

/// <summary>A pay policy and the date from which it holds.</summary>
/// <param name="Effective">The policy holds for work periods that begin on or after this date.</param>
/// <param name="Policy">The complete policy, not a difference.</param>
public sealed record DatedPolicy(DateOnly Effective, PayPolicy Policy);

/// <summary>The parts of compensation that the Department decides on: each can change by date and is one driver of the cost.</summary>
/// <param name="Structure">Main salary structure (158.611).</param>
/// <param name="Supplements">Local talent market supplement by market code, as a fraction of structure salary (158.612); a market that is not named has none.</param>
/// <param name="Recognition">Recognition adjustments, payments and time-off (158.630-633).</param>
/// <param name="SpecialWorkingConditions">Special working conditions payment programs (158.642), by name.</param>
public sealed record PayPolicy(
    SalaryStructure Structure,
    IReadOnlyDictionary<string, double> Supplements,
    RecognitionPolicy Recognition,
    IReadOnlyList<SwcProgram> SpecialWorkingConditions)
{
    /// <summary>Structures beside the main one: the first that covers a person holds, and <see cref="Structure"/> for whom none covers (158.610(b)(1)).</summary>
    /// <value>Default empty.</value>
    public IReadOnlyList<CoveredStructure> FurtherStructures { get; init; } = [];

    /// <summary>The structure that a person is paid under.</summary>
    /// <param name="member">The person.</param>
    /// <returns>The first further structure that covers the person, or the main one.</returns>
    public SalaryStructure StructureFor(StructureMember member) => FurtherStructures.FirstOrDefault(s => s.Covers(member))?.Structure ?? Structure;

    /// <summary>Every structure, the main one first.</summary>
    /// <returns>The structures.</returns>
    public IEnumerable<SalaryStructure> AllStructures() => FurtherStructures.Select(s => s.Structure).Prepend(Structure);
}

/// <summary>Growth of rates and of the talent market. Fractions a year.</summary>
/// <param name="PayRaise">Base pay raise by calendar year, which moves the Executive Schedule and the Vice President's rate after their last published year.</param>
/// <param name="MarketGrowth">Growth of talent-market wages a year, used to age survey figures to a date.</param>
/// <param name="WageBaseGrowth">Growth of the Social Security wage base a year after its last published year.</param>
/// <param name="HealthPremiumGrowth">Growth of the Government's health premium share a year after its last published year.</param>
public sealed record EconomyPath(
    IReadOnlyDictionary<int, double> PayRaise,
    double MarketGrowth,
    double WageBaseGrowth,
    double HealthPremiumGrowth)
{
    /// <summary>An economy in which nothing grows, for what rates of published years alone decide.</summary>
    public static EconomyPath None { get; } = new(new Dictionary<int, double>(), 0, 0, 0);

    /// <summary>Standard deviation of the market's growth in a calendar year around <see cref="MarketGrowth"/>, a fraction, 0 or more; used by the simulation only.</summary>
    /// <value>Default 0: the market grows as stated.</value>
    public double MarketGrowthDeviation { get; init; }

    /// <summary>Standard deviation of the base pay raise of a calendar year around <see cref="PayRaise"/>, a fraction, 0 or more; used by the simulation only. It moves the rates that ceilings name after their last published year.</summary>
    /// <value>Default 0: raises are as stated.</value>
    public double PayRaiseDeviation { get; init; }

    /// <summary>Whether the structures' annual adjustments of a calendar year move with that deviation as well.</summary>
    /// <value>Default false: they are as stated.</value>
    public bool StructureFollowsPayRaise { get; init; }
}

/// <summary>Separations, hiring and work-level progression, as expected rates.</summary>
/// <param name="SeparationHazard">Separation hazard a year by work level code, at pay equal to the market target; 0 or more.</param>
/// <param name="TenureBands">Factors on the hazard by completed years of service, ascending by years; the last band that is reached applies.</param>
/// <param name="PayElasticity">Elasticity of separation to pay: the hazard is multiplied by (salary / market target)^-elasticity; 0 or more.</param>
/// <param name="Backfill">Share of vacancies that are filled, 0 to 1.</param>
/// <param name="TimeToFillPeriods">Work periods from a separation to the hire that fills it, 0 or more.</param>
/// <param name="EntryPlaceInRange">Where a hire's initial salary stands in the subrange, 0 at the minimum to 1 at the maximum (158.620).</param>
/// <param name="OfferPaymentShare">Share of hires whose offer holds a recognition payment, 0 to 1 (158.632(b)).</param>
/// <param name="OfferPaymentPercent">That payment as a fraction of initial salary (158.632(b)).</param>
/// <param name="Progression">Annual probability of moving to the next work level, by the code of the level that is left.</param>
public sealed record WorkforceAssumptions(
    IReadOnlyDictionary<string, double> SeparationHazard,
    IReadOnlyList<TenureBand> TenureBands,
    double PayElasticity,
    double Backfill,
    int TimeToFillPeriods,
    double EntryPlaceInRange,
    double OfferPaymentShare,
    double OfferPaymentPercent,
    IReadOnlyDictionary<string, LevelProgression> Progression)
{
    /// <summary>Recognition time-off in every offer, hours, 0 or more (158.633(b)).</summary>
    /// <value>Default 0.</value>
    public int OfferTimeOffHours { get; init; }

    /// <summary>Length of the service agreement that a recognition payment in an offer requires, months (158.632(b)).</summary>
    /// <value>Default null: the shortest that the regulation allows.</value>
    public int? OfferAgreementMonths { get; init; }

    /// <summary>Work periods from a separation to the hire that fills it, when they are drawn: every number of the range is equally likely. Its mean takes the place of <see cref="TimeToFillPeriods"/>.</summary>
    /// <value>Default null: always <see cref="TimeToFillPeriods"/>.</value>
    public PeriodRange? TimeToFill { get; init; }

    /// <summary>Probability that a selectee accepts an offer, above 0 and at most 1.</summary>
    /// <value>Default 1.</value>
    public double OfferAcceptance { get; init; } = 1;

    /// <summary>Work periods that each declined offer adds to the time to fill, 0 or more.</summary>
    /// <value>Default 0.</value>
    public int PeriodsPerDeclinedOffer { get; init; }

    /// <summary>Positions that are opened or closed over time.</summary>
    /// <value>Default empty.</value>
    public IReadOnlyList<HiringPlanLine> HiringPlan { get; init; } = [];

    /// <summary>The hiring funnel (158.501(b)), from which the engines compute <see cref="Hiring"/> before anything else.</summary>
    /// <value>Default null: none, so that every level is hired on the terms above.</value>
    public HiringFunnel? Funnel { get; init; }

    /// <summary>Hiring terms of work levels that have their own.</summary>
    /// <value>Default empty: every level is hired on the terms above, without cost.</value>
    public IReadOnlyDictionary<string, HiringTerms> Hiring { get; init; } = new Dictionary<string, HiringTerms>();

    /// <summary>On which terms a vacancy at a work level is filled.</summary>
    /// <param name="workLevel">Code of the work level.</param>
    /// <returns>The level's own terms, or those of every level.</returns>
    public HiringTerms HiringAt(string workLevel) => Hiring.TryGetValue(workLevel, out var terms) ? terms : HiringTerms.Of(this);

    /// <summary>Mean time from a vacancy to the hire that fills it at a level without terms of its own, offers that are declined included: where nothing is drawn, every vacancy takes as long.</summary>
    /// <returns>Whole work periods, half a period up.</returns>
    public int ExpectedPeriodsToFill() => HiringTerms.Of(this).ExpectedPeriodsToFill();
}

/// <summary>A range of whole work periods, both ends included.</summary>
/// <param name="Minimum">Fewest work periods, 0 or more.</param>
/// <param name="Maximum">Most work periods, at least the minimum.</param>
public sealed record PeriodRange(int Minimum, int Maximum)
{
    /// <summary>Mean when every number is equally likely.</summary>
    public double Mean => (Minimum + Maximum) / 2.0;
}

/// <summary>Positions that the hiring plan opens or closes in one place from a date on.</summary>
/// <param name="Agency">Component of the Department; empty for the only one that has the organisation in the roster.</param>
/// <param name="Organisation">Organisation inside the agency, one that the roster has.</param>
/// <param name="WorkLevel">Code of the work level.</param>
/// <param name="Market">Code of the local market of the worksite.</param>
/// <param name="From">First day of the fiscal quarter; the line takes effect with the first work period that begins on or after it.</param>
/// <param name="Positions">Positions opened; negative for positions closed. Opened positions are filled like vacancies of that period. Closed are, of the place's people, those with the latest entry on duty.</param>
/// <param name="PayPlan">Pay plan of opened positions, which decides their salary structure.</param>
/// <param name="Track">Career track of opened positions.</param>
public sealed record HiringPlanLine(string Agency, string Organisation, string WorkLevel, string Market, DateOnly From, int Positions, string PayPlan, string Track)
{
    /// <summary>How positions are closed.</summary>
    /// <value>Default <see cref="PositionClosing.Attrition"/>.</value>
    public PositionClosing Closing { get; init; }
}

/// <summary>How the hiring plan closes a position.</summary>
public enum PositionClosing
{
    /// <summary>From the date on the position is not filled again once it is vacant; a vacancy in it ends.</summary>
    Attrition,

    /// <summary>The person in it separates at the end of the last work period before the date.</summary>
    OnDate,
}

/// <summary>A factor on the separation hazard from a length of service on.</summary>
/// <param name="FromYears">Completed years of service from which the band holds, 0 or more.</param>
/// <param name="Factor">Factor on the hazard, 0 or more.</param>
public sealed record TenureBand(int FromYears, double Factor);

/// <summary>Movement to another work level.</summary>
/// <param name="To">Code of the work level that is entered.</param>
/// <param name="Probability">Probability a year, at the annual review, 0 to 1.</param>
public sealed record LevelProgression(string To, double Probability);

/// <summary>What the employer pays beside compensation. The rates themselves are reference data; these are the choices.</summary>
/// <param name="RetirementRate">Name of the reference series of the agency's retirement contribution.</param>
/// <param name="SavingsMatchPercent">Average agency match on savings plan contributions, as a fraction of basic pay; at most the full match.</param>
public sealed record EmployerCostPolicy(string RetirementRate, double SavingsMatchPercent);

/// <summary>The calendar-year limit on compensation (158.604).</summary>
/// <param name="Rate">Name of the rate that is the limit, for example <c>VP</c>.</param>
/// <param name="Excess">What happens to an amount above the limit.</param>
public sealed record AggregateLimitPolicy(string Rate, ExcessTreatment Excess);

/// <summary>What happens to additional compensation above the aggregate limit.</summary>
public enum ExcessTreatment
{
    /// <summary>Paid on the first payday of the next calendar year, inside that year's limit.</summary>
    Deferred,

    /// <summary>Not paid.</summary>
    Forfeited,
}
