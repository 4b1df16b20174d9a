using CtmsAnalytics.Budget;
using CtmsAnalytics.Runs;

namespace CtmsAnalytics.Privacy;

/// <summary>Which components of a run are shown as one amount only, because fewer than five people receive one of them.</summary>
public static class SmallComponents
{
    /// <summary>Finds them. The set is the same for every table and scenario of a run, so that two tables beside one another do not give a person's amount back.</summary>
    /// <param name="run">The run; where it does not say who receives what, nothing is known to be small.</param>
    /// <returns>Components of fewer than <see cref="SmallCells.Least"/> people and the one of the others that costs least, which hides them; empty where none is small.</returns>
    public static IReadOnlySet<Component> Of(RunRecord run)
    {
        ArgumentNullException.ThrowIfNull(run);
        var sizes = run.Facts.Scenarios.SelectMany(s => s.Projection.Costs.Cells).GroupBy(c => c.Key.Component).ToDictionary(g => g.Key, g => g.Sum(c => c.Value));
        var few = sizes.Keys.Where(c => run.Facts.Recipients.GetValueOrDefault(c) is > 0 and < SmallCells.Least).ToHashSet();
        if (few.Count > 0 && sizes.Keys.Except(few).ToList() is { Count: > 0 } others) few.Add(others.OrderBy(c => sizes[c]).ThenBy(c => c).First());
        return few;
    }
}
