using CtmsAnalytics.Workspace.Scenarios.Schema;
using CtmsAnalytics.Workspace.Scenarios.Yaml;

namespace CtmsAnalytics.Workspace.Scenarios;

/// <summary>Puts a difference on top of what held before: maps key by key, everything else replaced; <c>null</c> removes an entry of a table. Values keep the place of the file that set them.</summary>
internal sealed class ScenarioMerger(ProblemList problems)
{
    /// <summary>Merges a difference into a map.</summary>
    /// <param name="schema">What the map may hold.</param>
    /// <param name="under">What held before; null for nothing.</param>
    /// <param name="over">The difference.</param>
    /// <returns>What holds now.</returns>
    public YamlMap Merge(SectionSchema schema, YamlMap? under, YamlMap over)
    {
        var merged = new List<YamlEntry>((schema["design"] is null ? under : DesignReplacement.Clear(under, over))?.Entries ?? []);
        foreach (var entry in over.Entries)
        {
            if (schema[entry.Key] is not { } known) continue;
            var index = merged.FindIndex(e => e.Key == entry.Key);
            if (known.Removable && entry.Value is YamlScalar { IsNull: true })
            {
                if (index >= 0) merged.RemoveAt(index);
                continue;
            }

            if (index < 0) merged.Add(entry with { Value = Merge(known.Value, null, entry.Value) });
            else merged[index] = entry with { Value = Merge(known.Value, merged[index].Value, entry.Value) };
        }

        return new YamlMap(over.At, merged);
    }

    private YamlNode Merge(SchemaNode schema, YamlNode? under, YamlNode over) => (schema, over) switch
    {
        (SectionSchema section, YamlMap map) => Merge(section, under as YamlMap, map),
        (TableSchema table, YamlMap map) => MergeTable(table, under as YamlMap, map),
        _ => over,
    };

    private YamlMap MergeTable(TableSchema schema, YamlMap? under, YamlMap over)
    {
        var merged = new List<YamlEntry>(under?.Entries ?? []);
        foreach (var entry in over.Entries)
        {
            var index = merged.FindIndex(e => e.Key == entry.Key);
            if (entry.Value is YamlScalar { IsNull: true })
            {
                if (index >= 0) merged.RemoveAt(index);
                else problems.Add(entry.KeyAt, $"There is no {ProblemList.Quote(entry.Key)} to remove with null.", TreeChecker.Nearest(entry.Key, [.. merged.Select(e => e.Key)]));
            }
            else if (index < 0)
            {
                merged.Add(entry with { Value = Merge(schema.Value, null, entry.Value) });
            }
            else
            {
                merged[index] = entry with { Value = Merge(schema.Value, merged[index].Value, entry.Value) };
            }
        }

        return new YamlMap(over.At, merged);
    }
}
