using CtmsAnalytics.Budget;
using CtmsAnalytics.Runs;

namespace CtmsAnalytics.Privacy;

/// <summary>Which components of a run are shown as one amount only, because fewer than five people receive one of them or are moved in one of them.</summary>
public static class SmallComponents
{
    /// <summary>Finds them. The set is the same for every table and scenario of a run, so that two tables beside one another do not give a person's amount back.</summary>
    /// <param name="run">The run; where it does not say who receives what, nothing is known to be small.</param>
    /// <returns>Components that fewer than <see cref="SmallCells.Least"/> people receive, or that differ between scenarios for fewer, and the one of the others that costs least, which hides them; empty where none is small.</returns>
    public static IReadOnlySet<Component> Of(RunRecord run)
    {
        ArgumentNullException.ThrowIfNull(run);
        var sizes = run.Facts.Scenarios.SelectMany(s => s.Projection.Costs.Cells).GroupBy(c => c.Key.Component).ToDictionary(g => g.Key, g => g.Sum(c => c.Value));
        // Where all of a proposal is about so few people, its parts tell nothing that its total does not.
        var moved = MovedPeople.AreFewInAny(run.Facts) ? new Dictionary<Component, int>() : run.Facts.Moved;
        bool AreMovedFew(Component c) => MovedPeople.AreFew(moved.GetValueOrDefault(c));
        var few = sizes.Keys.Where(c => run.Facts.Recipients.GetValueOrDefault(c) is > 0 and < SmallCells.Least || AreMovedFew(c)).ToHashSet();
        if (few.Count == 0) return few;
        // A difference of few people is hidden only by a component whose own difference is of many.
        var others = sizes.Keys.Except(few).OrderBy(c => few.Any(AreMovedFew) && moved.GetValueOrDefault(c) == 0).ThenBy(c => sizes[c]).ThenBy(c => c).ToList();
        if (others.Count > 0) few.Add(others[0]);
        return few;
    }
}
