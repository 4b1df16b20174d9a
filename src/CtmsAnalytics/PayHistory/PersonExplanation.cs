using CtmsAnalytics.Budget;
using CtmsAnalytics.Deployment;
using CtmsAnalytics.Parameters;
using CtmsAnalytics.PersonnelActions;
using CtmsAnalytics.Rules;

namespace CtmsAnalytics.PayHistory;

/// <summary>The whole story of one person's pay in one year of a scenario: every dollar to its paragraph.</summary>
/// <param name="Person">The person as the roster states.</param>
/// <param name="Scenario">Name of the scenario.</param>
/// <param name="Year">The year.</param>
/// <param name="Basis">Which year it is.</param>
/// <param name="Salary">The salary at the beginning of the year and each change of it.</param>
/// <param name="Lines">Every amount of the year by work period and component, the part that lies in the year.</param>
/// <param name="Hours">Hours accrued and used in the year.</param>
/// <param name="Findings">Every rule that did something, in order.</param>
/// <param name="Limits">Position against the aggregate limit of each calendar year that the year touches.</param>
/// <param name="Actions">The personnel actions of the year, those that were assumed included.</param>
/// <param name="Parameters">Every parameter that the story read.</param>
/// <param name="Assumptions">What was assumed about the person's luck, one sentence each.</param>
public sealed record PersonExplanation(
    RosterPerson Person,
    string Scenario,
    int Year,
    YearBasis Basis,
    IReadOnlyList<SalaryStep> Salary,
    IReadOnlyList<PayLine> Lines,
    IReadOnlyList<HoursLine> Hours,
    IReadOnlyList<Finding> Findings,
    IReadOnlyList<LimitPosition> Limits,
    IReadOnlyList<PersonnelAction> Actions,
    IReadOnlyList<Parameter> Parameters,
    IReadOnlyList<string> Assumptions)
{
    /// <summary>What chance decided in the year, in order, where the story is one of a draw.</summary>
    /// <value>Default empty: the story is the expected one, and <see cref="Assumptions"/> says what is assumed in the place of chance.</value>
    public IReadOnlyList<LuckEvent> Luck { get; init; } = [];

    /// <summary>The draw that the story is replayed from; null for the expected story.</summary>
    /// <value>Default null.</value>
    public ReplayedDraw? Draw { get; init; }

    /// <summary>Everything that the Department pays for the person in the year, cents.</summary>
    public long Total => Lines.Sum(l => l.Cents);

    /// <summary>Totals of the year by component and paragraph, in the order of the components; they add up to <see cref="Total"/>.</summary>
    public IReadOnlyList<ComponentTotal> Totals =>
        [.. Lines.GroupBy(l => (l.Component, l.Paragraph))
            .OrderBy(g => g.Key.Component)
            .ThenBy(g => g.Key.Paragraph, StringComparer.Ordinal)
            .Select(g => new ComponentTotal(g.Key.Component, g.Key.Paragraph, g.Sum(l => l.Cents), g.Select(l => l.Period.Number).Distinct().Count()))];
}

/// <summary>Total of one component and paragraph.</summary>
/// <param name="Component">What is paid for.</param>
/// <param name="Paragraph">Paragraph that it rests on.</param>
/// <param name="Cents">Total, cents.</param>
/// <param name="Periods">Number of work periods in which something was paid.</param>
public sealed record ComponentTotal(Component Component, string Paragraph, long Cents, int Periods);
