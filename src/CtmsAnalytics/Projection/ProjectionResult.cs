using CtmsAnalytics.Budget;
using CtmsAnalytics.Parameters;
using CtmsAnalytics.Scenarios;

namespace CtmsAnalytics.Projection;

/// <summary>What a point-estimate projection leaves behind.</summary>
/// <param name="Scenario">The scenario that was projected.</param>
/// <param name="FiscalYears">Fiscal years covered, ascending.</param>
/// <param name="Costs">Cost cube, cents.</param>
/// <param name="Headcount">Movement of people, one entry per fiscal year and organisation.</param>
/// <param name="Rules">What each rule did, one entry per fiscal year and rule that took effect.</param>
/// <param name="AssumedParameters">Parameters marked assumed, derived or of low confidence that the run has read.</param>
/// <param name="Notes">What a reader must know about the numbers, one sentence each.</param>
public sealed record ProjectionResult(
    ScenarioLabel Scenario,
    IReadOnlyList<int> FiscalYears,
    CostCube Costs,
    IReadOnlyList<HeadcountFlow> Headcount,
    IReadOnlyList<RuleEffect> Rules,
    IReadOnlyList<Parameter> AssumedParameters,
    IReadOnlyList<string> Notes)
{
    /// <summary>Those of the notes that say that the roster and the scenario do not fit together, for whoever looks at the numbers first.</summary>
    /// <value>Default empty.</value>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>The notes for a reader who must not see groups of fewer than five people; see <see cref="ShareableNotes"/>.</summary>
    /// <value>Default null: not known which of the warnings count few people.</value>
    public IReadOnlyList<string>? PublicNotes { get; init; }

    /// <summary>Paid hours and absences, one entry per fiscal year and organisation; beside the budget, because absences are paid as salary.</summary>
    /// <value>Default empty.</value>
    public IReadOnlyList<CapacityHours> Capacity { get; init; } = [];

    /// <summary>The costs once more by fiscal quarter and kind of employment; each year adds up to <see cref="Costs"/>.</summary>
    /// <value>Default empty.</value>
    public IReadOnlyList<QuarterCost> Quarters { get; init; } = [];

    /// <summary>Calendar days of the four quarters by fiscal year, the year before the first one included.</summary>
    /// <value>Default empty.</value>
    public IReadOnlyDictionary<int, IReadOnlyList<int>> QuarterDays { get; init; } = new Dictionary<int, IReadOnlyList<int>>();

    /// <summary>The pools of each review and organisation, by date, agency and organisation.</summary>
    /// <value>Default empty.</value>
    public IReadOnlyList<ReviewPool> Reviews { get; init; } = [];

    /// <summary>Every parameter that the run has read, the assumed ones included, by name and year.</summary>
    /// <value>Default empty.</value>
    public IReadOnlyList<Parameter> UsedParameters { get; init; } = [];

    /// <summary>The notes that a reader may see who must not see groups of fewer than five people: <see cref="PublicNotes"/>, and where they are not known every note that is no warning.</summary>
    /// <returns>One sentence each.</returns>
    public IReadOnlyList<string> ShareableNotes() => PublicNotes ?? [.. Notes.Except(Warnings, StringComparer.Ordinal)];
}

/// <summary>Movement of people in one fiscal year and organisation, as expected numbers: start + hires - separations = end.</summary>
/// <param name="FiscalYear">Fiscal year.</param>
/// <param name="Agency">Component of the Department.</param>
/// <param name="Organisation">Organisation inside the agency.</param>
/// <param name="Start">People at the start, persons.</param>
/// <param name="Hires">People hired, persons.</param>
/// <param name="Separations">People separated, persons.</param>
/// <param name="End">People at the end, persons.</param>
/// <param name="Fte">Full-time equivalents: paid regular hours / compensable hours of the fiscal year.</param>
public sealed record HeadcountFlow(int FiscalYear, string Agency, string Organisation, decimal Start, decimal Hires, decimal Separations, decimal End, double Fte);

/// <summary>What one rule did in one fiscal year.</summary>
/// <param name="FiscalYear">Fiscal year.</param>
/// <param name="Rule">Short name of the rule, for example <c>aggregate limit</c>.</param>
/// <param name="Paragraph">Paragraph of part 158, for example <c>158.604</c>.</param>
/// <param name="People">Expected number of people whom the rule touched at least once in the year.</param>
/// <param name="Cents">Dollars that the rule cut (or moved to a later year, or raised), in cents; see <paramref name="Effect"/>.</param>
/// <param name="Effect">What the amount means: <c>cut</c>, <c>deferred</c>, <c>forfeited</c>, <c>raised</c>, <c>reported</c>.</param>
public sealed record RuleEffect(int FiscalYear, string Rule, string Paragraph, double People, long Cents, string Effect);
