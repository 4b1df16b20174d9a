using CtmsAnalytics.Workspace.Scenarios.Yaml;

namespace CtmsAnalytics.Workspace.Scenarios;

/// <summary>
/// What a further structure takes from the main structure of the same policy because it does not state it. The values are the main structure's own nodes, so that they keep
/// the place that set them.
/// </summary>
internal static class FurtherStructureDefaults
{
    private static readonly string[] Described = ["title", "limitation", "market"];
    private static readonly string[] Range = ["minimum", "maximum"];

    /// <summary>Completes a further structure.</summary>
    /// <param name="further">What the file states of it.</param>
    /// <param name="main">The main structure, its own design computed.</param>
    /// <returns>The further structure with what it takes from the main one; without levels where it states nothing but whom it covers.</returns>
    public static YamlMap Fill(YamlMap further, YamlMap main)
    {
        var designed = further["design"] is YamlMap;
        var entries = further.Entries.Select(e => e is { Key: "levels", Value: YamlMap levels } ? e with { Value = Levels(levels, main["levels"] as YamlMap, designed) } : e).ToList();
        // A structure that states neither would be the main one under another name: its levels are missed as a mistake.
        if (further["levels"] is null && (designed || further["annual_adjustment"] is not null) && Entry(main, "levels") is { Value: YamlMap all } given)
            entries.Add(given with { Value = new YamlMap(all.At, [.. all.Entries.Select(e => e.Value is YamlMap level ? e with { Value = Level(new YamlMap(level.At, []), level, designed, new HashSet<string>()) } : e)]) });
        if (further["annual_adjustment"] is null && Entry(main, "annual_adjustment") is { } adjustment) entries.Add(adjustment);
        return new YamlMap(further.At, entries);
    }

    private static YamlMap Levels(YamlMap levels, YamlMap? main, bool designed)
    {
        var own = levels.Entries.Select(e => e.Key)
            .Concat(levels.Entries.SelectMany(e => ((e.Value as YamlMap)?["also"] as YamlList)?.Items.OfType<YamlScalar>() ?? []).Select(s => s.Text))
            .ToHashSet(StringComparer.Ordinal);
        return new YamlMap(levels.At, [.. levels.Entries.Select(e => e.Value is YamlMap level && main?[e.Key] is YamlMap same ? e with { Value = Level(level, same, designed, own) } : e)]);
    }

    private static YamlMap Level(YamlMap level, YamlMap main, bool designed, HashSet<string> own)
    {
        var entries = level.Entries.Select(e => e is { Key: "market", Value: YamlMap market } && main["market"] is YamlMap matched ? e with { Value = With(market, matched) } : e).ToList();
        var range = designed ? [] : Range;
        // A control point is a place in a range: it comes with the range that it was set for.
        var whole = !designed && Range.All(k => level[k] is null) ? ["control_point"] : Array.Empty<string>();
        foreach (var key in Described.Concat(range).Concat(whole))
        {
            if (level[key] is null && Entry(main, key) is { } entry) entries.Add(entry);
        }

        if (level["also"] is null && Entry(main, "also") is { Value: YamlList tied } also) entries.Add(also with { Value = Without(tied, own) });
        return new YamlMap(level.At, entries);
    }

    /// <summary>The work levels that the structure does not name itself: a work level belongs to one subrange of a structure.</summary>
    private static YamlList Without(YamlList tied, HashSet<string> own) =>
        tied.Items.OfType<YamlScalar>().Any(s => own.Contains(s.Text)) ? new YamlList(tied.At, [.. tied.Items.Where(i => i is not YamlScalar s || !own.Contains(s.Text))]) : tied;

    private static YamlMap With(YamlMap market, YamlMap main) => new(market.At, [.. market.Entries, .. main.Entries.Where(e => market[e.Key] is null)]);

    private static YamlEntry? Entry(YamlMap map, string key) => map.Entries.FirstOrDefault(e => e.Key == key);
}
