using CtmsAnalytics.Privacy;

namespace CtmsAnalytics.TalentMarket;

/// <summary>Competitive position without single people and small groups.</summary>
public static class MarketStudyPrivacy
{
    private const string WorkLevel = "work level";

    /// <summary>
    /// The study as it may leave the office: nobody singly, no group of fewer than five, no count of fewer than five below a wage or stopped by a limit, and as many other cells withheld as it takes
    /// that none of them can be worked out from the rest. Whom limits stop is told for everybody together and not by work level.
    /// </summary>
    /// <param name="study">The study.</param>
    /// <returns>The study with what is withheld set to null. A study that holds no single people is returned as it is.</returns>
    public static MarketStudy WithoutIndividuals(this MarketStudy study)
    {
        ArgumentNullException.ThrowIfNull(study);
        if (study.People.Count == 0) return study;
        var levels = LevelMask(study.LevelCosts);
        var groups = new List<GroupPosition>();
        foreach (var by in study.Groups.GroupBy(g => g.By))
        {
            var list = by.ToList();
            groups.AddRange(by.Key == study.Groups[0].By ? list.Select(Whole) : by.Key == WorkLevel ? list.Select(g => Level(g, study.LevelCosts, levels)) : Masked(list));
        }

        return study with
        {
            Levels = [.. study.Levels.Where(l => l.Market is null)],
            Groups = groups,
            Costs = [.. study.Costs.Select(Whole)],
            LevelCosts = [.. study.LevelCosts.Select((c, i) => Masked(c, levels, i))],
            People = [],
        };
    }

    private static bool IsSmall(int? people) => people is > 0 and < SmallCells.Least;

    private static GroupPosition Whole(GroupPosition group) => IsSmall(group.People) ? Withheld(group) : IsSmall(group.Below) || IsSmall(group.People - group.Below) ? group with { Below = null } : group;

    private static RaiseCost Whole(RaiseCost cost)
    {
        if (IsSmall(cost.People) || IsSmall(cost.Below) || IsSmall(cost.People - cost.Below)) return Withheld(cost);
        return IsSmall(cost.Capped) || IsSmall(cost.Below - cost.Capped) ? cost with { Capped = null, Unpaid = null } : cost;
    }

    private static List<GroupPosition> Masked(List<GroupPosition> groups)
    {
        var cells = new int[groups.Count, 2];
        for (var i = 0; i < groups.Count; i++) (cells[i, 0], cells[i, 1]) = (groups[i].Below ?? 0, (groups[i].People ?? 0) - (groups[i].Below ?? 0));
        var mask = SmallCells.Suppress(cells);
        return [.. groups.Select((g, i) => mask.IsRowTotalHidden(i) ? Withheld(g) : mask.IsHidden(i, 0) || mask.IsHidden(i, 1) ? g with { Below = null } : g)];
    }

    private static CellMask LevelMask(IReadOnlyList<RaiseCost> costs)
    {
        var cells = new int[costs.Count, 2];
        for (var i = 0; i < costs.Count; i++) (cells[i, 0], cells[i, 1]) = (costs[i].Below ?? 0, (costs[i].People ?? 0) - (costs[i].Below ?? 0));
        return SmallCells.Suppress(cells);
    }

    private static RaiseCost Masked(RaiseCost cost, CellMask mask, int row)
    {
        if (mask.IsRowTotalHidden(row)) return Withheld(cost) with { People = null };
        return mask.IsHidden(row, 0) || mask.IsHidden(row, 1) ? Withheld(cost) : cost with { Capped = null, Unpaid = null };
    }

    private static GroupPosition Level(GroupPosition group, IReadOnlyList<RaiseCost> costs, CellMask mask)
    {
        var row = costs.ToList().FindIndex(c => c.WorkLevel == group.Group);
        if (mask.IsRowTotalHidden(row)) return Withheld(group);
        return mask.IsHidden(row, 0) || mask.IsHidden(row, 1) ? group with { Below = null } : group;
    }

    private static GroupPosition Withheld(GroupPosition group) => new(group.By, group.Group, null, null, null, null, null, null, null, null, null, null, MarketSide.Unknown, false);

    private static RaiseCost Withheld(RaiseCost cost) => cost with { Below = null, Structure = null, Supplement = null, Error = null, Capped = null, Unpaid = null, People = IsSmall(cost.People) ? null : cost.People };
}
