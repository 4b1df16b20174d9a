using System.Text.Json.Serialization;

namespace CtmsAnalytics.WorkValuation;

/// <summary>What changed weights or cut points do: who moves, what it does to internal equity and what it costs.</summary>
/// <param name="Weights">Changed weight by factor.</param>
/// <param name="CutPoints">Changed cut point by work level, points.</param>
/// <param name="Baseline">Name of the scenario that it is priced on.</param>
/// <param name="Moves">Who moves.</param>
/// <param name="Years">Cost by fiscal year.</param>
/// <param name="Equity">Work levels before and after, at the opening.</param>
public sealed record ValuationWhatIf(
    IReadOnlyDictionary<string, double> Weights,
    IReadOnlyDictionary<string, double> CutPoints,
    string Baseline,
    IReadOnlyList<MovedPerson> Moves,
    IReadOnlyList<YearCost> Years,
    IReadOnlyList<LevelEquity> Equity)
{
    /// <summary>Difference over all fiscal years, cents.</summary>
    [JsonIgnore]
    public long Total => Years.Sum(y => y.ProposalCents - y.BaselineCents);
}

/// <summary>A person who moves.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="RosterLevel">Work level in the roster.</param>
/// <param name="From">Work level by the scheme in force.</param>
/// <param name="To">Work level by the changed scheme.</param>
/// <param name="IsUp">Whether it is a higher one.</param>
/// <param name="PointsBefore">Points by the scheme in force.</param>
/// <param name="PointsAfter">Points by the changed scheme.</param>
/// <param name="SalaryBefore">Structure salary in the roster, whole US dollars a year.</param>
/// <param name="SalaryAfter">Structure salary at the opening, whole US dollars a year.</param>
public sealed record MovedPerson(string PersonId, string RosterLevel, string From, string To, bool IsUp, double PointsBefore, double PointsAfter, long SalaryBefore, long SalaryAfter);

/// <summary>Cost of a fiscal year under two scenarios.</summary>
/// <param name="FiscalYear">Fiscal year.</param>
/// <param name="BaselineCents">Cost under the baseline, cents.</param>
/// <param name="ProposalCents">Cost with the change, cents.</param>
public sealed record YearCost(int FiscalYear, long BaselineCents, long ProposalCents);

/// <summary>Pay at a work level before and after a change.</summary>
/// <param name="Level">Work level.</param>
/// <param name="PeopleBefore">People at it before.</param>
/// <param name="CompaBefore">Their mean compa-ratio (structure salary / midpoint); null without any.</param>
/// <param name="PeopleAfter">People at it after.</param>
/// <param name="CompaAfter">Their mean compa-ratio; null without any.</param>
/// <param name="AboveMaximum">People after who are paid above the maximum of its subrange.</param>
public sealed record LevelEquity(string Level, int PeopleBefore, double? CompaBefore, int PeopleAfter, double? CompaAfter, int AboveMaximum);
