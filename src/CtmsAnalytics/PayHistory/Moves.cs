using CtmsAnalytics.Rules;

namespace CtmsAnalytics.PayHistory;

/// <summary>
/// Whom a proposal moves in a year: the people of the roster, each on the path that is assumed for the person in both scenarios. Nobody leaves or is hired, so the sum is
/// not what the projections of the two scenarios differ by.
/// </summary>
/// <param name="Baseline">Name of the baseline.</param>
/// <param name="Proposal">Name of the proposal.</param>
/// <param name="Year">The year.</param>
/// <param name="Basis">Which year it is.</param>
/// <param name="RosterPeople">Number of people that were compared.</param>
/// <param name="People">The people who are moved: by difference of what the Department pays, then of salary, the greatest first, then by identifier.</param>
public sealed record Moves(string Baseline, string Proposal, int Year, YearBasis Basis, int RosterPeople, IReadOnlyList<PersonMove> People)
{
    /// <summary>The year opens with another supplement fraction, which the scenario or an earlier year set; its dollars are the difference of the supplement when the year begins.</summary>
    public static readonly RuleReference OpeningSupplement = new("local supplement when the year begins", "158.612; 158.621(a)", "reported");

    /// <summary>The year opens with another structure salary, which rules of earlier years made; its dollars are the difference when the year begins.</summary>
    public static readonly RuleReference OpeningSalary = new("structure salary when the year begins", "158.621", "reported");

    /// <summary>The year opens at another work level, which an earlier valuation gave; it has no dollars of its own.</summary>
    public static readonly RuleReference OpeningLevel = new("work level when the year begins", "158.404(c)", "reported");

    /// <summary>People whose work level differs at the end of the year; a pool that they share may move others by little.</summary>
    public int PeopleAtAnotherLevel => People.Count(p => p.BaselineLevel != p.ProposalLevel);

    /// <summary>Proposal less baseline: what the Department pays in the year for everybody compared, cents.</summary>
    public long Cents => People.Sum(p => p.Cents);

    /// <summary>The rules that move people, those that move most people first, then by paragraph and name.</summary>
    public IReadOnlyList<RuleMoveTotal> Rules =>
    [
        .. People.SelectMany(p => p.Rules).GroupBy(r => r.Rule)
            .Select(g => new RuleMoveTotal(g.Key, g.Count(), g.Sum(r => r.AnnualDollars), g.Sum(r => r.Cents)))
            .OrderByDescending(r => r.People)
            .ThenBy(r => r.Rule.Paragraph, StringComparer.Ordinal)
            .ThenBy(r => r.Rule.Name, StringComparer.Ordinal)
            .ThenBy(r => r.Rule.Effect, StringComparer.Ordinal),
    ];

    /// <summary>The components that differ, in their order; they add up to <see cref="Cents"/>.</summary>
    public IReadOnlyList<ComponentMoveTotal> Components =>
    [
        .. People.SelectMany(p => p.Components).GroupBy(c => (c.Component, c.Paragraph))
            .OrderBy(g => g.Key.Component)
            .ThenBy(g => g.Key.Paragraph, StringComparer.Ordinal)
            .Select(g => new ComponentMoveTotal(g.Key.Component, g.Key.Paragraph, g.Count(), g.Sum(c => c.Cents))),
    ];

    /// <summary>Compares everybody's year in two scenarios. A person is moved whose salary at the end of the year or any component of the year differs.</summary>
    /// <param name="baseline">The explanations in the baseline, one or more, of one year and roster.</param>
    /// <param name="proposal">The explanations in the proposal, of the same people in the same order and of the same year.</param>
    /// <returns>The people who are moved, with the rules that move them.</returns>
    /// <exception cref="ArgumentException">The two do not cover the same people in the same order, or not the same year, or there is nobody.</exception>
    public static Moves Between(IReadOnlyList<PersonExplanation> baseline, IReadOnlyList<PersonExplanation> proposal)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(proposal);
        if (baseline.Count == 0) throw new ArgumentException("There are no explanations to compare.", nameof(baseline));
        if (baseline.Count != proposal.Count) throw new ArgumentException($"The proposal explains {proposal.Count} people and the baseline {baseline.Count}; give the same people in the same order.", nameof(proposal));
        var pairs = baseline.Zip(proposal).ToList();
        if (pairs.Find(p => p.First.Person.PersonId != p.Second.Person.PersonId) is ({ } first, { } second))
            throw new ArgumentException($"The proposal explains '{second.Person.PersonId}' where the baseline explains '{first.Person.PersonId}'; give the same people in the same order.", nameof(proposal));
        var opening = baseline[0];
        if (pairs.Exists(p => (p.First.Year, p.First.Basis) != (opening.Year, opening.Basis) || (p.Second.Year, p.Second.Basis) != (opening.Year, opening.Basis)))
            throw new ArgumentException($"Every explanation must cover the {opening.Basis.ToString().ToLowerInvariant()} year {opening.Year}.", nameof(proposal));
        return new Moves(
            opening.Scenario,
            proposal[0].Scenario,
            opening.Year,
            opening.Basis,
            baseline.Count,
            [
                .. pairs.Select(p => Between(p.First, p.Second)).OfType<PersonMove>()
                    .OrderByDescending(m => Math.Abs(m.Cents))
                    .ThenByDescending(m => Math.Abs(m.SalaryDifference))
                    .ThenBy(m => m.Person.PersonId, StringComparer.Ordinal),
            ]);
    }

    private static PersonMove? Between(PersonExplanation baseline, PersonExplanation proposal)
    {
        var components = ComponentsOf(baseline, proposal);
        var (before, after) = (SalaryOf(baseline), SalaryOf(proposal));
        return components.Count == 0 && before == after
            ? null
            : new PersonMove(baseline.Person, LevelOf(baseline), LevelOf(proposal), before, after, baseline.Total, proposal.Total, [.. Standing(baseline, proposal), .. Found(baseline, proposal)], components);
    }

    private static long SalaryOf(PersonExplanation explanation) => explanation.Salary.Count == 0 ? 0 : explanation.Salary[^1].Salary;

    private static string LevelOf(PersonExplanation explanation) => explanation.Salary.Count == 0 ? explanation.Person.WorkLevel : explanation.Salary[^1].WorkLevel;

    private static List<ComponentMove> ComponentsOf(PersonExplanation baseline, PersonExplanation proposal) =>
    [
        .. baseline.Totals.Select(t => (t.Component, t.Paragraph, Cents: -t.Cents))
            .Concat(proposal.Totals.Select(t => (t.Component, t.Paragraph, t.Cents)))
            .GroupBy(t => (t.Component, t.Paragraph))
            .Select(g => new ComponentMove(g.Key.Component, g.Key.Paragraph, g.Sum(t => t.Cents)))
            .Where(c => c.Cents != 0)
            .OrderBy(c => c.Component)
            .ThenBy(c => c.Paragraph, StringComparer.Ordinal),
    ];

    /// <summary>What differs without a finding of the year: the level, the salary and the supplement that the year opens with.</summary>
    private static IEnumerable<RuleMove> Standing(PersonExplanation baseline, PersonExplanation proposal)
    {
        if (baseline.Salary.Count == 0 || proposal.Salary.Count == 0) yield break;
        if (proposal.Salary[0].WorkLevel != baseline.Salary[0].WorkLevel && BeginsBefore(baseline) && BeginsBefore(proposal)) yield return new RuleMove(OpeningLevel, 0, 0);
        var opening = proposal.Salary[0].StructureSalary - baseline.Salary[0].StructureSalary;
        if (opening != 0 && BeginsBefore(baseline) && BeginsBefore(proposal)) yield return new RuleMove(OpeningSalary, opening, 0);
        if (proposal.Salary[0].SupplementFraction != baseline.Salary[0].SupplementFraction)
            yield return new RuleMove(OpeningSupplement, proposal.Salary[0].Supplement - baseline.Salary[0].Supplement, 0);
    }

    /// <summary>Whether the first salary was made before the year's first amount.</summary>
    private static bool BeginsBefore(PersonExplanation explanation) =>
        explanation.Lines.Count > 0 && explanation.Salary[0].Date < explanation.Lines.Min(l => l.Period.FirstDay);

    private static IEnumerable<RuleMove> Found(PersonExplanation baseline, PersonExplanation proposal)
    {
        var (before, after) = (baseline.Findings.ToLookup(f => f.Rule), proposal.Findings.ToLookup(f => f.Rule));
        return proposal.Findings.Concat(baseline.Findings).Select(f => f.Rule).Distinct()
            .Where(rule => !before[rule].Select(Effect).SequenceEqual(after[rule].Select(Effect)))
            .Select(rule => new RuleMove(rule, Rate(after[rule]) - Rate(before[rule]), Paid(after[rule]) - Paid(before[rule])));
    }

    /// <summary>What a finding did; its words may name a figure of the scenario that changed nothing.</summary>
    private static (DateOnly Date, FindingUnit Unit, long Before, long After) Effect(Finding finding) => (finding.Date, finding.Unit, finding.Before, finding.After);

    private static long Rate(IEnumerable<Finding> findings)
    {
        var changes = findings.Where(f => f.Unit == FindingUnit.AnnualDollars).ToList();
        if (changes.Count == 0) return 0;
        return changes[0].Rule.Effect is "raised" or "granted" ? changes.Sum(f => f.After - f.Before) : changes[^1].After - changes[^1].Before;
    }

    private static long Paid(IEnumerable<Finding> findings) => findings.Where(f => f.Unit == FindingUnit.Cents).Sum(f => f.After - f.Before);
}
