using CtmsAnalytics.Deployment;
using CtmsAnalytics.Salaries;

namespace CtmsAnalytics.PayStructures;

/// <summary>A supplement of a proposal and what it does for its market (158.612).</summary>
/// <param name="Market">Code of the local market.</param>
/// <param name="Name">Name of the local market.</param>
/// <param name="People">People of the roster whose official worksite lies in it and whom the main structure covers.</param>
/// <param name="Before">Supplement of the base, a fraction of structure salary.</param>
/// <param name="After">Supplement of the proposal, a fraction of structure salary.</param>
/// <param name="RatioBefore">Market ratio under the base: salaries with supplement over the market targets of the people's levels in this market; null without people.</param>
/// <param name="RatioAfter">Market ratio under the proposal, after the raises of 158.621(c); null without people.</param>
public sealed record ProposedSupplement(string Market, string Name, int People, double Before, double After, double? RatioBefore, double? RatioAfter);

/// <summary>The smallest supplement of each market that reaches a market ratio under a structure.</summary>
internal sealed class SupplementSolver
{
    private readonly StructureSituation _situation;
    private readonly List<MarketGroup> _markets;

    public SupplementSolver(StructureSituation situation)
    {
        _situation = situation;
        var people = situation.Levels.SelectMany((l, i) => l.People.Select(p => (Level: i, Person: p))).ToLookup(p => p.Person.Market, StringComparer.Ordinal);
        _markets =
        [
            .. situation.Input.Markets.Where(m => people.Contains(m.Code) || situation.Policy.Supplements.ContainsKey(m.Code)).Select(m => new MarketGroup(
                m.Code,
                m.Name,
                [.. people[m.Code]],
                people[m.Code].Sum(p => situation.MarketOf(situation.Levels[p.Level].Subrange.Market, m.Code).Target))),
        ];
    }

    /// <summary>Solves for the supplements.</summary>
    /// <param name="ranges">The structure.</param>
    /// <param name="goals">Market ratio, floor, step and ceiling.</param>
    /// <returns>Supplements by market; markets that cannot reach the ratio with what they reach at most.</returns>
    public (IReadOnlyDictionary<string, double> Supplements, IReadOnlyList<ShortMarket> Short) Solve(IReadOnlyList<ProposedRange> ranges, StructureGoals goals)
    {
        if (goals.MarketRatio is not { } goal) return (_situation.Policy.Supplements, []);
        var solved = new SortedDictionary<string, double>(StringComparer.Ordinal);
        foreach (var (market, fraction) in _situation.Policy.Supplements) solved[market] = fraction;
        var missing = new List<ShortMarket>();
        foreach (var market in _markets.Where(m => m.People.Count > 0))
        {
            var own = Before(market);
            var supplement = goals.SupplementFloor ?? own;
            var most = Math.Max(supplement, goals.Grid.SupplementCeiling);
            while (Ratio(market, ranges, supplement) + StructureGrid.Rest < goal)
            {
                // The next multiple of the step above a figure that may lie beside the grid.
                var next = Math.Round((Math.Floor((supplement / goals.Grid.SupplementStep) + StructureGrid.Rest) + 1) * goals.Grid.SupplementStep, StructureGrid.Digits);
                if (next > most + StructureGrid.Rest)
                {
                    missing.Add(new ShortMarket(market.Code, market.Name, Ratio(market, ranges, supplement), supplement));
                    break;
                }

                supplement = next;
            }

            if (supplement > 0 || solved.ContainsKey(market.Code)) solved[market.Code] = supplement;
        }

        return (solved, missing);
    }

    /// <summary>What a proposal's supplements do, one entry for each market with people or a supplement, by code.</summary>
    public IReadOnlyList<ProposedSupplement> Describe(StructureProposal proposal)
    {
        var own = StructureProposal.Of(_situation);
        return
        [
            .. _markets.OrderBy(m => m.Code, StringComparer.Ordinal).Select(m =>
            {
                var (before, after) = (Before(m), proposal.Supplements.GetValueOrDefault(m.Code));
                return new ProposedSupplement(m.Code, m.Name, m.People.Count, before, after, m.People.Count == 0 ? null : Ratio(m, own.Ranges, before), m.People.Count == 0 ? null : Ratio(m, proposal.Ranges, after));
            }),
        ];
    }

    private double Before(MarketGroup market) => _situation.Policy.Supplements.GetValueOrDefault(market.Code);

    private double Ratio(MarketGroup market, IReadOnlyList<ProposedRange> ranges, double supplement)
    {
        var sum = 0L;
        foreach (var (index, person) in market.People)
        {
            var level = _situation.Levels[index];
            var structure = StructureAdjustment.Apply(person.StructureSalary, level.Subrange.Minimum, ranges[index].Minimum, _situation.RaisesBetween);
            sum += SalaryCeilings.Apply(structure, Supplement.SalaryWith(structure, supplement), level.Limit, _situation.LimitationCoversSupplement, _situation.Range).Salary;
        }

        return sum / market.Targets;
    }

    private sealed record MarketGroup(string Code, string Name, IReadOnlyList<(int Level, RosterPerson Person)> People, double Targets);
}

/// <summary>A market that cannot reach the ratio.</summary>
/// <param name="Market">Code of the local market.</param>
/// <param name="Name">Its name.</param>
/// <param name="Ratio">What it reaches with the highest supplement.</param>
/// <param name="Supplement">That supplement.</param>
internal sealed record ShortMarket(string Market, string Name, double Ratio, double Supplement);
