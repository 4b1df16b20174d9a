using CtmsAnalytics.InternalEquity;
using CtmsAnalytics.Privacy;

namespace CtmsAnalytics.Charts.Studies.InternalEquity;

/// <summary>
/// Which groups of a study of internal equity may be shown. Where single people are not shown, a group is hidden that is small in one of the scenarios, with as many others as it takes that no total gives it
/// back; and means are not told at all, because two means of groups that differ by one person give that person's pay.
/// </summary>
internal sealed class EquityCells
{
    // A quantile of fewer people says too much about one of them.
    private const int LeastForQuantile = 10;

    private readonly HashSet<(EquityDimension?, string)> _hidden = [];
    private readonly HashSet<string> _tenure = new(StringComparer.Ordinal);
    private readonly HashSet<(string, string)> _steps = [];
    private readonly HashSet<string> _overtaken = new(StringComparer.Ordinal);

    public EquityCells(IReadOnlyList<InternalEquityPosition> positions, bool showIndividuals)
    {
        ShowIndividuals = showIndividuals;
        if (showIndividuals) return;
        HidePairs(positions);
        foreach (var position in positions)
        {
            Hide(EquityDimension.Level, [.. position.Levels.Select(l => (l.WorkLevel, l.People))]);
            foreach (var dimension in position.Groups.GroupBy(g => g.Dimension)) Hide(dimension.Key, [.. dimension.Select(g => (g.Value, g.People))]);
            var people = new int[position.Tenure.Count, 2];
            for (var i = 0; i < position.Tenure.Count; i++) (people[i, 0], people[i, 1]) = (position.Tenure[i].NewPeople, position.Tenure[i].LongPeople);
            var mask = SmallCells.Suppress(people);
            for (var i = 0; i < position.Tenure.Count; i++)
            {
                if (mask.IsHidden(i, 0) || mask.IsHidden(i, 1) || mask.IsRowTotalHidden(i)) _tenure.Add(position.Tenure[i].WorkLevel);
            }
        }
    }

    /// <summary>Whether single people may be shown.</summary>
    public bool ShowIndividuals { get; }

    /// <summary>Whether a level may be counted.</summary>
    public bool Shows(string level) => !_hidden.Contains((EquityDimension.Level, level));

    /// <summary>Whether a group may be counted.</summary>
    public bool Shows(EquityGroup group) => !_hidden.Contains((group.Dimension, group.Value));

    /// <summary>Whether the new and the longer-serving people of a level may be counted.</summary>
    public bool ShowsTenure(string level) => !_tenure.Contains(level) && Shows(level);

    /// <summary>Whether a quantile of a number of people may be shown.</summary>
    public bool ShowsQuantile(int people) => ShowIndividuals || people >= LeastForQuantile;

    /// <summary>Whether the inverted pairs of two levels may be counted.</summary>
    public bool ShowsPairs(LevelStep step) => Shows(step.Lower) && Shows(step.Upper) && !_steps.Contains((step.Lower, step.Upper));

    /// <summary>Whether the inverted pairs of new and longer-serving people of a level may be counted.</summary>
    public bool ShowsPairs(TenureStep step) => ShowsTenure(step.WorkLevel) && !_overtaken.Contains(step.WorkLevel);

    /// <summary>Whether pairs of everybody may be counted in which so many people take part.</summary>
    public bool ShowsTotal(int people) => ShowIndividuals || !IsSmall(people);

    /// <summary>Hides pairs in which few people take part, and the fewest others where the total would give the one that is hidden back.</summary>
    private void HidePairs(IReadOnlyList<InternalEquityPosition> positions)
    {
        foreach (var position in positions)
        {
            foreach (var step in position.Steps.Where(s => IsSmall(s.LowerAbove) || IsSmall(s.UpperBelow))) _steps.Add((step.Lower, step.Upper));
            foreach (var step in position.Tenure.Where(t => IsSmall(t.LongOvertaken))) _overtaken.Add(step.WorkLevel);
        }

        foreach (var position in positions)
        {
            var hidden = position.Steps.Where(s => s.Inverted > 0 && _steps.Contains((s.Lower, s.Upper))).ToList();
            if (hidden.Count == 1 && position.Steps.Where(s => s.Inverted > 0 && !hidden.Contains(s)).MinBy(s => s.Inverted) is { } next) _steps.Add((next.Lower, next.Upper));
            var overtaken = position.Tenure.Where(t => t.Inverted > 0 && _overtaken.Contains(t.WorkLevel)).ToList();
            if (overtaken.Count == 1 && position.Tenure.Where(t => t.Inverted > 0 && !overtaken.Contains(t)).MinBy(t => t.Inverted) is { } other) _overtaken.Add(other.WorkLevel);
        }
    }

    private static bool IsSmall(int people) => people is > 0 and < SmallCells.Least;

    private void Hide(EquityDimension? dimension, List<(string Value, int People)> groups)
    {
        var people = new int[groups.Count, 1];
        for (var i = 0; i < groups.Count; i++) people[i, 0] = groups[i].People;
        var mask = SmallCells.Suppress(people);
        for (var i = 0; i < groups.Count; i++)
        {
            if (mask.IsHidden(i, 0)) _hidden.Add((dimension, groups[i].Value));
        }
    }
}
