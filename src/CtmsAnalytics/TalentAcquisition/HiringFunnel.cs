namespace CtmsAnalytics.TalentAcquisition;

/// <summary>The hiring funnel of a scenario (158.501(b)): the funnels of its work levels. A level without one is hired on the terms of the workforce assumptions.</summary>
/// <param name="Levels">Funnels by work level, each level once, in the order of the scenario.</param>
public sealed record HiringFunnel(IReadOnlyList<LevelFunnel> Levels)
{
    /// <summary>The funnel of a level; null where it has none.</summary>
    /// <param name="workLevel">Code of the work level.</param>
    /// <returns>The funnel.</returns>
    public LevelFunnel? Of(string workLevel) => Levels.FirstOrDefault(l => l.WorkLevel == workLevel);

    /// <summary>The same funnel with all acceptances scaled, none above 1.</summary>
    /// <param name="factor">The factor, above 0.</param>
    /// <returns>The funnel.</returns>
    internal HiringFunnel WithAcceptance(double factor) =>
        new([.. Levels.Select(l => l with { Offered = l.Offered with { PassRate = Math.Min(1, l.Offered.PassRate * factor) } })]);

    /// <summary>The same funnel with the initial salaries that levels state themselves moved, none above the maximum.</summary>
    /// <param name="factor">The factor, above 0.</param>
    /// <returns>The funnel.</returns>
    internal HiringFunnel WithEntryPlace(double factor) =>
        new([.. Levels.Select(l => l with { EntryPlaceInRange = l.EntryPlaceInRange is { } place ? Math.Min(1, place * factor) : null })]);
}
