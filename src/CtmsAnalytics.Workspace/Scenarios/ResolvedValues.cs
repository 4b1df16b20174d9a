using System.Globalization;
using CtmsAnalytics.Workspace.Scenarios.Schema;
using CtmsAnalytics.Workspace.Scenarios.Yaml;

namespace CtmsAnalytics.Workspace.Scenarios;

/// <summary>Lists the values of a resolved scenario.</summary>
internal sealed class ResolvedValues(ScenarioRules rules)
{
    private readonly List<ResolvedValue> _values = [];
    private readonly Dictionary<YamlNode, string> _main = new(ReferenceEqualityComparer.Instance);

    /// <summary>Lists every value: what holds throughout, and then the policy of each date in full.</summary>
    /// <param name="tree">A scenario without problems.</param>
    /// <param name="rules">What it was checked against.</param>
    /// <returns>The values, in the order of the format.</returns>
    public static IReadOnlyList<ResolvedValue> List(ResolvedTree tree, ScenarioRules rules)
    {
        var list = new ResolvedValues(rules);
        foreach (var entry in ScenarioSchema.Root.Entries.Where(e => !ScenarioSchema.PolicySections.Contains(e.Key) && e.Key is not ("extends" or "changes")))
        {
            list.Add(entry, tree.Root, entry.Key, entry.Key, null);
        }

        foreach (var (effective, policy) in tree.Policies)
        {
            foreach (var entry in ResolvedTree.PolicySchema.Entries) list.Add(entry, policy, entry.Key, entry.Key, effective);
        }

        return list._values;
    }

    private void Add(SchemaEntry entry, YamlMap map, string path, string pattern, DateOnly? effective)
    {
        if (map[entry.Key] is { } node) Add(entry.Value, node, path, pattern, effective, entry.Default);
        else if (entry.Value is ValueSchema value) _values.Add(new ResolvedValue(path, effective, entry.Default!.Trim('\''), null, null, ScenarioKeys.Create(value, pattern, entry.Default, rules)));
    }

    private void Add(SchemaNode schema, YamlNode node, string path, string pattern, DateOnly? effective, string? absent)
    {
        switch (schema, node)
        {
            case (SectionSchema section, YamlMap map):
                foreach (var entry in section.Entries) Add(entry, map, $"{path}.{entry.Key}", $"{pattern}.{entry.Key}", effective);
                break;
            case (TableSchema table, YamlMap map):
                foreach (var entry in map.Entries) Add(table.Value, entry.Value, $"{path}.{entry.Key}", $"{pattern}.{ScenarioKeys.Placeholder(table.Key)}", effective, absent);
                break;
            case (ListSchema { Index: "any order", Item: ValueSchema item }, YamlList list):
                var names = list.Items.Count == 0 ? "all" : string.Join(", ", list.Items.OfType<YamlScalar>().Select(s => s.Text).Order(StringComparer.Ordinal));
                _values.Add(new ResolvedValue(path, effective, names, null, list.At, ScenarioKeys.Create(item, pattern, absent, rules)) { TakenFrom = TakenFrom(list, path) });
                break;
            case (ListSchema list, YamlList items):
                for (var i = 0; i < items.Items.Count; i++)
                {
                    Add(list.Item, items.Items[i], string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]"), $"{pattern}[{list.Index}]", effective, absent);
                }

                break;
            case (ValueSchema value, YamlScalar scalar) when ValueReader.Read(value, scalar, out _) is { } read:
                _values.Add(new ResolvedValue(path, effective, read.Text, value.Kind == ValueKind.Flag || read.Number is { } number && !double.IsFinite(number) ? null : read.Number, scalar.At, ScenarioKeys.Create(value, pattern, absent, rules)) { TakenFrom = TakenFrom(scalar, path) });
                break;
        }
    }

    /// <summary>A further structure holds the very nodes that it takes from the main one, which stands before it.</summary>
    private string? TakenFrom(YamlNode node, string path)
    {
        if (path.StartsWith("structure.", StringComparison.Ordinal)) _main[node] = path;
        return path.StartsWith("further_structures.", StringComparison.Ordinal) ? _main.GetValueOrDefault(node) : null;
    }
}
