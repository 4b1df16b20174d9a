namespace CtmsAnalytics.Workspace.Scenarios;

/// <summary>Paths of values as people type them.</summary>
public static class ScenarioPaths
{
    /// <summary>What to say about a path that a scenario does not have.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="path">The path that was asked for.</param>
    /// <returns>One sentence with the nearest path, or the sections.</returns>
    public static string Advice(LoadedScenario scenario, string path)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(path);
        if (path.StartsWith("changes", StringComparison.Ordinal)) return "Dated values stand under their own paths, for example supplements; 'changes' alone lists all that changes by date.";
        var known = scenario.Values.SelectMany(v => Prefixes(v.Path)).Distinct(StringComparer.Ordinal).ToList();
        return NearestName.Find(path, known) is { } near
            ? $"Did you mean {near}?"
            : $"Its sections are {string.Join(", ", known.Where(k => !k.Contains('.', StringComparison.Ordinal) && !k.Contains('[', StringComparison.Ordinal)))}.";
    }

    private static IEnumerable<string> Prefixes(string path)
    {
        for (var i = 1; i < path.Length; i++)
        {
            if (path[i] is '.' or '[') yield return path[..i];
        }

        yield return path;
    }
}
