namespace CtmsAnalytics.TalentMarket.Local;

/// <summary>Areas that two survey years do not share.</summary>
internal static class Delineations
{
    /// <summary>Names the areas whose code is in one year only. Where the principal city and a state agree, the two are named together; they are never one series.</summary>
    /// <param name="before">Areas of the earlier year.</param>
    /// <param name="after">Areas of the later year.</param>
    /// <returns>One sentence each.</returns>
    public static IReadOnlyList<string> Changed(IReadOnlyList<AreaPremium> before, IReadOnlyList<AreaPremium> after)
    {
        var (old, now) = (before.Select(a => a.Area).ToHashSet(StringComparer.Ordinal), after.Select(a => a.Area).ToHashSet(StringComparer.Ordinal));
        var gone = before.Where(a => !now.Contains(a.Area)).ToList();
        var come = after.Where(a => !old.Contains(a.Area)).ToList();
        var sentences = new List<string>();
        foreach (var area in gone)
        {
            var next = come.Find(a => City(a.Title) == City(area.Title));
            if (next is not null) come.Remove(next);
            sentences.Add(next is null
                ? $"{area.Title} ({area.Area}) has no figures under its code in the later year and is left out."
                : $"{area.Title} ({area.Area}) became {next.Title} ({next.Area}) with another delineation: the two are different areas and are not spliced.");
        }

        sentences.AddRange(come.Select(area => $"{area.Title} ({area.Area}) has no figures under its code in the earlier year and is left out."));
        return sentences;
    }

    private static string City(string title) => title.Split('-', ',')[0];
}
