using CtmsAnalytics.Charts.Formatting;
using CtmsAnalytics.Privacy;
using CtmsAnalytics.TalentMarket.Local;

namespace CtmsAnalytics.Charts.Studies.Supplements;

/// <summary>
/// Markets and worksites as they may be shown. Where single people are not shown, markets and worksites of fewer than five people go into one row, with as many others as it takes that neither that row nor
/// the difference between a market and its worksites is such a group.
/// </summary>
internal sealed class WorksiteCells
{
    private readonly bool _showIndividuals;

    private WorksiteCells(bool showIndividuals, IReadOnlyList<MarketCost> markets, IReadOnlyList<WorksiteSupplement> worksites)
    {
        _showIndividuals = showIndividuals;
        Markets = markets;
        Worksites = worksites;
    }

    /// <summary>Markets, the largest change first, what is pooled last.</summary>
    public IReadOnlyList<MarketCost> Markets { get; }

    /// <summary>Worksites by market, what is pooled last.</summary>
    public IReadOnlyList<WorksiteSupplement> Worksites { get; }

    /// <summary>Whether a number of people may be shown.</summary>
    public bool MayShow(int people) => _showIndividuals || people is 0 or >= SmallCells.Least;

    public static WorksiteCells Of(SupplementStudy study, bool showIndividuals)
    {
        var names = study.Markets.ToDictionary(m => m.Market, m => m.Name, StringComparer.Ordinal);
        var markets = study.Worksites.GroupBy(w => w.Market, StringComparer.Ordinal).Select(g => (Key: g.Key, People: g.Sum(w => w.People), Places: g.ToList())).ToList();
        var pooled = showIndividuals ? [] : Pooled([.. markets.Select(m => (m.Key, m.People))]);
        var shown = new List<WorksiteSupplement>();
        var rest = new List<WorksiteSupplement>();
        foreach (var (key, _, places) in markets)
        {
            var hidden = showIndividuals ? [] : pooled.Contains(key) ? places.Select(p => p.County).ToHashSet() : Pooled([.. places.Select(p => (p.County, p.People))]);
            shown.AddRange(places.Where(p => !hidden.Contains(p.County)));
            rest.AddRange(places.Where(p => hidden.Contains(p.County)));
        }

        if (rest.Count > 0)
        {
            shown.Add(new WorksiteSupplement(
                "", FormattableString.Invariant($"{rest.Count} other worksites"), "", "", rest.Sum(w => w.People), rest.Sum(w => w.PresentCents), rest.Sum(w => w.ProposedCents),
                rest.Sum(w => w.PresentAskedCents), rest.Sum(w => w.ProposedAskedCents), rest.Sum(w => w.AtCeiling)));
        }

        List<MarketCost> costs = [.. markets.Where(m => !pooled.Contains(m.Key)).Select(m => Cost($"{m.Key} {Wrap.Cut(names.GetValueOrDefault(m.Key, m.Key), 24)}", m.Places)).OrderByDescending(m => Math.Abs(m.ProposedCents - m.PresentCents)).ThenByDescending(m => m.People)];
        if (pooled.Count > 0) costs.Add(Cost(FormattableString.Invariant($"{pooled.Count} other markets"), [.. markets.Where(m => pooled.Contains(m.Key)).SelectMany(m => m.Places)]));
        return new WorksiteCells(showIndividuals, costs, shown);
    }

    private static MarketCost Cost(string name, List<WorksiteSupplement> places) => new(name, places.Sum(p => p.People), places.Sum(p => p.PresentCents), places.Sum(p => p.ProposedCents));

    /// <summary>Groups that are pooled: the small ones, and where these together are still few, the next smallest.</summary>
    private static HashSet<string> Pooled(IReadOnlyList<(string Key, int People)> groups)
    {
        var pooled = groups.Where(g => g.People < SmallCells.Least).Select(g => g.Key).ToHashSet(StringComparer.Ordinal);
        if (pooled.Count == 0) return pooled;
        foreach (var (key, _) in groups.Where(g => g.People >= SmallCells.Least).OrderBy(g => g.People).ThenBy(g => g.Key, StringComparer.Ordinal))
        {
            if (groups.Where(g => pooled.Contains(g.Key)).Sum(g => g.People) >= SmallCells.Least) break;
            pooled.Add(key);
        }

        return pooled;
    }
}

/// <summary>Annual cost of a market's supplements, cents.</summary>
/// <param name="Name">Name of the market.</param>
/// <param name="People">People.</param>
/// <param name="PresentCents">Present supplement.</param>
/// <param name="ProposedCents">Proposed supplement.</param>
internal sealed record MarketCost(string Name, int People, long PresentCents, long ProposedCents);
