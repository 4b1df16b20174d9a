using System.Text.Json.Serialization;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Studies;
using CtmsAnalytics.TalentMarket;

namespace CtmsAnalytics.PayStructures;

/// <summary>Design of a salary structure: pay lines, alternatives side by side, and where one was asked for the cheapest that meets goals (158.611).</summary>
/// <param name="Manifest">What it was computed from.</param>
/// <param name="Frame">What holds for every alternative.</param>
/// <param name="Alternatives">The base first, then the alternatives in the order asked for.</param>
public sealed record StructureStudy(RunManifest Manifest, StructureFrame Frame, IReadOnlyList<StructureAlternative> Alternatives) : Study(Manifest)
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override StudyKind Kind => StudyKind.Structure;

    /// <inheritdoc/>
    [JsonIgnore]
    public override bool IsWhatIf => Alternatives.Count > 1;

    /// <inheritdoc/>
    [JsonIgnore]
    public override string Title => Optimum is null
        ? $"Salary structure: {string.Join(", ", Alternatives.Skip(1).Select(a => a.Name))} beside {Frame.BaseName}"
        : $"Cheapest structure that meets the goals, beside {Frame.BaseName}";

    /// <summary>Pay lines over market pay.</summary>
    /// <value>Default empty: none was asked for.</value>
    public IReadOnlyList<PayLine> PayLines { get; init; } = [];

    /// <summary>The search for the cheapest structure.</summary>
    /// <value>Default null: none was asked for.</value>
    public StructureOptimum? Optimum { get; init; }
}

/// <summary>What holds for every alternative of a study. Amounts are in dollars of the year in which the horizon starts.</summary>
/// <param name="BaseName">Name of the base scenario.</param>
/// <param name="Effective">First day of the work period with which alternatives take effect.</param>
/// <param name="BaseYear">Calendar year whose dollars the amounts are in.</param>
/// <param name="SurveyYear">Survey year of the market wages.</param>
/// <param name="FiscalYears">Fiscal years of the horizon.</param>
/// <param name="People">People of the roster.</param>
/// <param name="Draws">Draws that every cost was simulated on.</param>
/// <param name="Seed">Seed of the draws.</param>
/// <param name="Tolerance">Distance from the market target that counts as competitive, a fraction.</param>
/// <param name="Levels">The levels, ascending.</param>
public sealed record StructureFrame(
    string BaseName, DateOnly Effective, int BaseYear, int SurveyYear, IReadOnlyList<int> FiscalYears, int People, int Draws, uint Seed, double Tolerance, IReadOnlyList<StructureLevel> Levels);

/// <summary>A level of the main structure.</summary>
/// <param name="WorkLevel">Code.</param>
/// <param name="Title">Name.</param>
/// <param name="People">People of the roster on it.</param>
/// <param name="Limit">Highest maximum, whole US dollars a year (158.611(d), 158.613(b), 158.614).</param>
/// <param name="LimitName">The limit in words.</param>
/// <param name="Market">National market on the day of effect, in the structure's dollars.</param>
public sealed record StructureLevel(string WorkLevel, string Title, int People, long Limit, string LimitName, LevelMarket Market);

/// <summary>A structure with its supplements and pool, where it puts people and the market, and what it costs.</summary>
/// <param name="Name">Short name.</param>
/// <param name="Method">How it was made, in words.</param>
/// <param name="Levels">Its subranges, ascending.</param>
/// <param name="Supplements">Supplements of markets with people or a supplement.</param>
/// <param name="AdjustmentPool">Adjustment pool, a fraction of structure salaries.</param>
/// <param name="Within">Levels whose midpoint lies within the tolerance of the market target.</param>
/// <param name="Cost">What it costs by the simulation.</param>
public sealed record StructureAlternative(
    string Name, string Method, IReadOnlyList<AlternativeLevel> Levels, IReadOnlyList<ProposedSupplement> Supplements, double AdjustmentPool, int Within, SimulatedCost Cost)
{
    /// <summary>What the optimiser thought that it costs more than the base, cents.</summary>
    /// <value>Default null: it was not the optimiser's.</value>
    public long? ApproximateCents { get; init; }
}

/// <summary>A subrange of an alternative. Whole US dollars a year, of the year in which the horizon starts.</summary>
/// <param name="WorkLevel">Code of the level.</param>
/// <param name="Minimum">Lowest salary.</param>
/// <param name="Maximum">Highest salary.</param>
/// <param name="Progression">Growth of the midpoint from the level below; null for the lowest.</param>
/// <param name="Overlap">Part of the range that lies below the maximum of the level below; 0 where there is a gap, null for the lowest level or a range of no width.</param>
/// <param name="CutFrom">Maximum that the design gave before the limit cut it; null where it was not cut.</param>
/// <param name="Position">Where people and midpoint stand.</param>
public sealed record AlternativeLevel(string WorkLevel, long Minimum, long Maximum, double? Progression, double? Overlap, long? CutFrom, LevelPosition Position)
{
    /// <summary>Halfway between minimum and maximum, US dollars.</summary>
    [JsonIgnore]
    public double Midpoint => (Minimum + Maximum) / 2.0;

    /// <summary>Range spread: (maximum - minimum) / minimum.</summary>
    [JsonIgnore]
    public double Spread => (double)(Maximum - Minimum) / Minimum;
}

/// <summary>A goal of the optimiser.</summary>
public enum StructureGoal
{
    /// <summary>Least share of levels within the tolerance of the market target.</summary>
    ShareWithin,

    /// <summary>The tolerance itself.</summary>
    Tolerance,

    /// <summary>Nobody below the minimum of the subrange.</summary>
    NobodyBelow,

    /// <summary>No minimum and no midpoint below the base's.</summary>
    NotLowered,

    /// <summary>Least midpoint progression.</summary>
    ProgressionMinimum,

    /// <summary>Most midpoint progression.</summary>
    ProgressionMaximum,

    /// <summary>Least mean compa-ratio of a level.</summary>
    CompaRatioMinimum,

    /// <summary>Most mean compa-ratio of a level.</summary>
    CompaRatioMaximum,

    /// <summary>Least market ratio of a local market.</summary>
    MarketRatio,

    /// <summary>Least supplement.</summary>
    SupplementFloor,

    /// <summary>Least adjustment pool.</summary>
    PoolFloor,

    /// <summary>Most that the horizon may cost.</summary>
    Budget,
}

/// <summary>A goal and what became of it.</summary>
/// <param name="Goal">The goal.</param>
/// <param name="Asked">What was asked for: a fraction, for the budget cents, for people a number.</param>
/// <param name="Reached">What the finished proposal has; null where there is nothing to measure.</param>
/// <param name="IsMet">Whether the finished proposal meets it, checked on its whole dollars and its simulated cost.</param>
/// <param name="Relaxation">What a step less would save; null for a goal that is not relaxed.</param>
public sealed record GoalResult(StructureGoal Goal, double Asked, double? Reached, bool IsMet, GoalRelaxation? Relaxation);

/// <summary>What a goal that is a step easier would save: solved anew and simulated anew.</summary>
/// <param name="To">The easier figure.</param>
/// <param name="Changes">Whether another proposal is then cheaper; if not, the goal does not bind.</param>
/// <param name="SavingCents">Mean saving over the horizon, cents, draw by draw; 0 where nothing changes.</param>
/// <param name="LowerCents">Lower end of its 95 % interval; null where nothing changes or with a single draw.</param>
/// <param name="UpperCents">Upper end of the interval.</param>
/// <param name="ApproximateCents">The saving by the optimiser's own approximation, cents.</param>
public sealed record GoalRelaxation(double To, bool Changes, double SavingCents, double? LowerCents, double? UpperCents, double ApproximateCents);

/// <summary>The search for the cheapest structure.</summary>
/// <param name="Goals">The goals and what became of them.</param>
/// <param name="Frontier">The cheapest structure for each number of competitive levels, re-costed, the cheapest first.</param>
/// <param name="Candidates">Ranges that were looked at, over all levels.</param>
/// <param name="Calibrated">Structures that the approximation was calibrated on.</param>
/// <param name="Searched">Neighbours of the solution that were simulated.</param>
/// <param name="SearchSavingCents">What the search among neighbours saved on its own draws, cents; 0 where the first solution stood.</param>
public sealed record StructureOptimum(
    IReadOnlyList<GoalResult> Goals, IReadOnlyList<FrontierStructure> Frontier, int Candidates, int Calibrated, int Searched, double SearchSavingCents);

/// <summary>A point of the frontier of cost against competitiveness.</summary>
/// <param name="Within">Levels within the tolerance of the market target.</param>
/// <param name="Share">The same as a share of all levels.</param>
/// <param name="Ranges">The structure.</param>
/// <param name="Cost">What it costs by the simulation.</param>
/// <param name="ApproximateCents">What the optimiser thought that it costs more than the base, cents.</param>
/// <param name="IsChosen">Whether it is the proposal.</param>
public sealed record FrontierStructure(int Within, double Share, IReadOnlyList<ProposedRange> Ranges, SimulatedCost Cost, long ApproximateCents, bool IsChosen);
