using CtmsAnalytics.Workspace.Scenarios.Yaml;

namespace CtmsAnalytics.Workspace.Scenarios;

/// <summary>What a new design leaves of a structure that it is put on top of.</summary>
internal static class DesignReplacement
{
    /// <summary>
    /// A design that names its method starts anew: the design, the minimums and the maximums that were stated before give way to it. A difference that only changes a figure
    /// of the design leaves them.
    /// </summary>
    /// <param name="under">The structure that held before; null for none.</param>
    /// <param name="over">The difference.</param>
    /// <returns>What is left of the structure.</returns>
    public static YamlMap? Clear(YamlMap? under, YamlMap over)
    {
        if (under is null || (over["design"] as YamlMap)?["method"] is null) return under;
        return new YamlMap(under.At, [.. under.Entries.Where(e => e.Key != "design").Select(e => e.Key == "levels" && e.Value is YamlMap levels ? e with { Value = WithoutRanges(levels) } : e)]);
    }

    private static YamlMap WithoutRanges(YamlMap levels) => new(levels.At, [.. levels.Entries.Select(e =>
        e.Value is YamlMap level ? e with { Value = new YamlMap(level.At, [.. level.Entries.Where(v => v.Key is not ("minimum" or "maximum"))]) } : e)]);
}
