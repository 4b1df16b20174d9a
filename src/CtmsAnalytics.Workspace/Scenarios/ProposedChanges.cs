using CtmsAnalytics.Runs;

namespace CtmsAnalytics.Workspace.Scenarios;

/// <summary>The differences of two scenarios as a report tells them.</summary>
internal static class ProposedChanges
{
    private const string Market = "<market>";
    private const string Person = "<person>";

    /// <summary>Lists what a scenario states otherwise than the baseline; names and titles, which change no pay, are left out.</summary>
    /// <param name="baseline">The baseline.</param>
    /// <param name="scenario">The scenario.</param>
    /// <param name="markets">Names of the local talent markets by code.</param>
    /// <returns>The changes, in the order of <see cref="ScenarioDifferences.Find"/>.</returns>
    public static IReadOnlyList<ProposedChange> Of(LoadedScenario baseline, LoadedScenario scenario, IReadOnlyDictionary<string, string> markets) =>
    [
        .. ScenarioDifferences.Find(baseline, scenario).Select(d => (Difference: d, Key: Key(d))).Where(d => d.Key.Mark != ScenarioMark.Label).Select(d => new ProposedChange(
            d.Difference.Path, Title(d.Difference.Path, d.Key, markets), d.Key.Unit, d.Difference.Effective, d.Difference.A?.Text, d.Difference.B?.Text, d.Key.Paragraph)
        {
            NamesPerson = d.Key.Pattern.Contains(Person, StringComparison.Ordinal),
        }),
    ];

    /// <summary>A difference of which both sides are gone is that of a value that an earlier date removed; then its path is all that is known.</summary>
    private static ScenarioKey Key(ScenarioDifference difference) =>
        (difference.B ?? difference.A)?.Key ?? new ScenarioKey(difference.Path, "", "", "", null, difference.Path, "", ScenarioMark.Decision);

    /// <summary>The meaning, and after it what stands in the path where the pattern has a placeholder.</summary>
    private static string Title(string path, ScenarioKey key, IReadOnlyDictionary<string, string> markets)
    {
        var (parts, pattern) = (Parts(path), Parts(key.Pattern));
        // What follows the first clause says how the value is written.
        var meaning = key.Meaning.Split(',', ';')[0];
        if (parts.Length != pattern.Length) return meaning;
        List<string> names = [.. parts.Zip(pattern).Where(p => p.First != p.Second).Select(p => p.Second == Market ? markets.GetValueOrDefault(p.First, p.First) : p.First)];
        return names.Count == 0 ? meaning : $"{meaning}: {string.Join(", ", names)}";
    }

    private static string[] Parts(string path) => path.Replace("[", ".", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal).Split('.');
}
