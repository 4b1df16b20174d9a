namespace CtmsAnalytics.Workspace.Scenarios;

/// <summary>A value that a dated change sets, adds or removes.</summary>
/// <param name="Path">Path of the value, for example <c>supplements.SF</c>.</param>
/// <param name="Effective">Date from which it holds.</param>
/// <param name="Before">The value until then; null where there was none.</param>
/// <param name="After">The value from then on; null where it is removed.</param>
public sealed record ScenarioChange(string Path, DateOnly Effective, ResolvedValue? Before, ResolvedValue? After)
{
    /// <summary>Lists what the dated changes of a scenario do.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <returns>The changes by date, in the order of the format; empty where nothing changes by date.</returns>
    public static IReadOnlyList<ScenarioChange> List(LoadedScenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var policies = scenario.Values.Where(v => v.Effective is not null).GroupBy(v => v.Effective!.Value).OrderBy(g => g.Key).ToList();
        return [.. policies.Zip(policies.Skip(1), (before, after) => Between(after.Key, before, after)).SelectMany(c => c)];
    }

    private static IEnumerable<ScenarioChange> Between(DateOnly date, IEnumerable<ResolvedValue> before, IEnumerable<ResolvedValue> after)
    {
        var (old, now) = (before.ToDictionary(v => v.Path, StringComparer.Ordinal), after.ToDictionary(v => v.Path, StringComparer.Ordinal));
        return now.Values.Where(v => old.GetValueOrDefault(v.Path)?.Text != v.Text).Select(v => new ScenarioChange(v.Path, date, old.GetValueOrDefault(v.Path), v))
            .Concat(old.Values.Where(v => !now.ContainsKey(v.Path)).Select(v => new ScenarioChange(v.Path, date, v, null)));
    }
}
