using CtmsAnalytics.Workspace.Scenarios.Schema;
using CtmsAnalytics.Workspace.Scenarios.Yaml;

namespace CtmsAnalytics.Workspace.Scenarios;

/// <summary>A scenario with its differences resolved, before it gets its types.</summary>
/// <param name="Root">Every section as it holds at the start of the horizon, without <c>extends</c> and <c>changes</c>.</param>
/// <param name="Policies">The sections of policy by date, ascending; the first holds from the start of the horizon.</param>
internal sealed record ResolvedTree(YamlMap Root, IReadOnlyList<(DateOnly Effective, YamlMap Policy)> Policies)
{
    /// <summary>The sections of a policy.</summary>
    public static readonly SectionSchema PolicySchema = new("Pay policy", [.. ScenarioSchema.Root.Entries.Where(e => ScenarioSchema.PolicySections.Contains(e.Key))]);

    private static readonly ValueSchema AnyDate = new("", ValueKind.Date, "");

    /// <summary>Merges a chain and applies its dated changes.</summary>
    /// <param name="chain">Files, the one that is extended first.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <returns>The resolved tree.</returns>
    public static ResolvedTree Resolve(IReadOnlyList<ChainFile> chain, ProblemList problems)
    {
        var merger = new ScenarioMerger(problems);
        var root = (YamlMap?)null;
        foreach (var file in chain)
        {
            // A description is of the file that states it: what extends the file is something else.
            var sections = new YamlMap(file.Root.At, [.. file.Root.Entries.Where(e => e.Key is not ("extends" or "changes") && (e.Key != "description" || file == chain[^1]))]);
            root = merger.Merge(ScenarioSchema.Root, root, sections);
        }

        var start = (root!["horizon"] as YamlMap)?["start"] is YamlScalar s && ValueReader.Read(AnyDate, s, out _) is { } date ? date.Date!.Value : DateOnly.MinValue;
        var policies = new List<(DateOnly Effective, YamlMap Policy)>
        {
            (start, new YamlMap(root.At, [.. root.Entries.Where(e => ScenarioSchema.PolicySections.Contains(e.Key))])),
        };
        foreach (var (effective, change) in chain.SelectMany(f => Changes(f, problems)).OrderBy(c => c.Effective))
        {
            var policy = merger.Merge(PolicySchema, policies[^1].Policy, change);
            // What was changed before the start, or on the same date by the file that is extended, is part of one policy.
            if (effective <= policies[^1].Effective) policies[^1] = (policies[^1].Effective, policy);
            else policies.Add((effective, policy));
        }

        return new ResolvedTree(root, policies);
    }

    private static List<(DateOnly Effective, YamlMap Change)> Changes(ChainFile file, ProblemList problems)
    {
        var changes = new List<(DateOnly Effective, YamlMap Change)>();
        foreach (var change in (file.Root["changes"] as YamlList)?.Items.OfType<YamlMap>() ?? [])
        {
            if (change["effective"] is not { } effective)
            {
                problems.Add(change.At, "The change has no 'effective'.", "Add the date from which it holds, for example 'effective: 2027-10-10'.");
            }
            else if (effective is YamlScalar scalar && ValueReader.Read(AnyDate, scalar, out _) is { } date)
            {
                if (changes.Any(c => c.Effective == date.Date)) problems.Add(effective.At, $"Two changes take effect on {date.Text}.", "Put them into one.");
                changes.Add((date.Date!.Value, change));
            }
        }

        return changes;
    }
}
