using CtmsAnalytics.Salaries;

namespace CtmsAnalytics.PayStructures;

/// <summary>A range that a level may get.</summary>
/// <param name="Range">The range.</param>
/// <param name="Design">Midpoint that it was computed from, US dollars; above the range's own where a limitation cuts the maximum.</param>
/// <param name="Spread">Range spread that it was computed from.</param>
/// <param name="IsBase">Whether it is the level as the base has it.</param>
/// <param name="Position">Where the level's people and its midpoint then stand.</param>
internal sealed record LevelCandidate(ProposedRange Range, double Design, double Spread, bool IsBase, LevelPosition Position)
{
    /// <summary>Whether neither minimum nor midpoint lies below those of another range.</summary>
    public bool Keeps(LevelCandidate other) => Range.Minimum >= other.Range.Minimum && Range.Midpoint >= other.Range.Midpoint;
}

/// <summary>Where a level stands under a range.</summary>
/// <param name="MarketRatio">Midpoint over market target.</param>
/// <param name="CompaRatio">Mean over the level's people of structure salary, after the raises of 158.621(c), over the midpoint; null without people.</param>
/// <param name="Raised">People whom the new minimum raises.</param>
/// <param name="RaisedDollars">What the raises add to structure salaries, whole US dollars a year.</param>
/// <param name="BelowMinimum">People who remain below the minimum.</param>
/// <param name="AboveMaximum">People above the maximum, who keep their pay and get no adjustment (158.611(d), 158.631(b)).</param>
/// <param name="AboveDollars">What they are paid above the maximum, whole US dollars a year.</param>
public sealed record LevelPosition(double MarketRatio, double? CompaRatio, int Raised, long RaisedDollars, int BelowMinimum, int AboveMaximum, long AboveDollars)
{
    /// <summary>Looks at a level under a range.</summary>
    /// <param name="level">The level.</param>
    /// <param name="range">Its range.</param>
    /// <param name="raiseBetween">Whether people between an old and a new minimum are raised as well.</param>
    /// <returns>The position.</returns>
    public static LevelPosition Of(LevelSituation level, ProposedRange range, bool raiseBetween)
    {
        ArgumentNullException.ThrowIfNull(level);
        ArgumentNullException.ThrowIfNull(range);
        var report = StructureAdjustment.Report([.. level.Salaries], level.Subrange.Minimum, range.Minimum, raiseBetween);
        double sum = 0;
        var (below, above, dollars) = (0, 0, 0L);
        foreach (var salary in level.Salaries)
        {
            var after = StructureAdjustment.Apply(salary, level.Subrange.Minimum, range.Minimum, raiseBetween);
            sum += after / range.Midpoint;
            if (after < range.Minimum) below++;
            if (after <= range.Maximum) continue;
            above++;
            dollars += after - range.Maximum;
        }

        return new LevelPosition(range.Midpoint / level.Market.Target, level.Salaries.Count == 0 ? null : sum / level.Salaries.Count, report.Raised, report.AnnualDollars, below, above, dollars);
    }

    /// <summary>Whether the midpoint lies within a tolerance of the market target.</summary>
    /// <param name="tolerance">Largest distance, a fraction of the target.</param>
    /// <returns>True where it does.</returns>
    public bool IsWithin(double tolerance) => Math.Abs(MarketRatio - 1) <= tolerance + StructureGrid.Rest;
}

/// <summary>The ranges that the levels may get, before goals are looked at.</summary>
internal static class LevelCandidates
{
    /// <summary>Midpoints on the grid times spreads, under the level's limitation, and the level as it is.</summary>
    /// <param name="situation">Where it starts from.</param>
    /// <param name="grid">The figures that are searched.</param>
    /// <returns>Candidates by level; the level as it is comes first.</returns>
    public static IReadOnlyList<IReadOnlyList<LevelCandidate>> Of(StructureSituation situation, StructureGrid grid) =>
        [.. situation.Levels.Select(l => (IReadOnlyList<LevelCandidate>)[.. OfLevel(l, situation.RaisesBetween, grid)])];

    /// <summary>A range from midpoint and spread, under the level's limitation.</summary>
    public static ProposedRange? Range(LevelSituation level, double midpoint, double spread, long unit)
    {
        var designed = StructureDesign.FromMidpoints([midpoint], [spread], unit)[0];
        return designed.Minimum > level.Limit || designed.Minimum < 1 ? null : new ProposedRange(level.Subrange.WorkLevel, designed.Minimum, designed.Under(level.Limit).Maximum);
    }

    private static IEnumerable<LevelCandidate> OfLevel(LevelSituation level, bool raiseBetween, StructureGrid grid)
    {
        var own = new ProposedRange(level.Subrange.WorkLevel, level.Subrange.Minimum, level.Subrange.Maximum);
        yield return new LevelCandidate(own, own.Midpoint, level.Subrange.Spread, true, LevelPosition.Of(level, own, raiseBetween));
        var seen = new HashSet<ProposedRange> { own };
        var low = Math.Min(own.Midpoint, level.Market.Target) * (1 - grid.Width);
        var high = Math.Max(own.Midpoint, level.Market.Target) * (1 + grid.Width);
        double[] spreads = [.. grid.Spreads.Append(level.Subrange.Spread).Select(s => Math.Round(s, StructureGrid.Digits)).Distinct().Order()];
        for (var midpoint = Math.Max(1, (long)Math.Ceiling(low / grid.MidpointStep)) * grid.MidpointStep; midpoint <= high; midpoint += grid.MidpointStep)
        {
            foreach (var spread in spreads)
            {
                if (Range(level, midpoint, spread, grid.RoundingUnit) is { } range && seen.Add(range))
                    yield return new LevelCandidate(range, midpoint, spread, false, LevelPosition.Of(level, range, raiseBetween));
            }
        }
    }
}
