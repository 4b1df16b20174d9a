namespace CtmsAnalytics.Workspace.Scenarios;

/// <summary>Compares the resolved values of two scenarios.</summary>
public static class ScenarioDifferences
{
    // They title the two columns: that they differ says nothing.
    private static readonly string[] Titles = ["name", "description"];

    /// <summary>Every value that differs. A difference in policy is listed on the date on which it begins or changes, not again on every later date.</summary>
    /// <param name="a">First scenario.</param>
    /// <param name="b">Second scenario.</param>
    /// <returns>Differences: first what holds throughout, then by date, in the order of the format.</returns>
    public static IReadOnlyList<ScenarioDifference> Find(LoadedScenario a, LoadedScenario b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        var differences = new List<ScenarioDifference>();
        foreach (var (path, x, y) in Pair(On(a, null), On(b, null)))
        {
            if (x?.Text != y?.Text && !Titles.Contains(path)) differences.Add(new ScenarioDifference(path, null, x, y));
        }

        var dates = a.Values.Concat(b.Values).Select(v => v.Effective).OfType<DateOnly>().Distinct().Order();
        var open = new Dictionary<string, (string? A, string? B)>(StringComparer.Ordinal);
        foreach (var date in dates)
        {
            var (inA, inB) = (On(a, date), On(b, date));
            var gone = open.Keys.Where(p => !inA.ContainsKey(p) && !inB.ContainsKey(p)).Order(StringComparer.Ordinal).ToList();
            foreach (var (path, x, y) in Pair(inA, inB).Concat(gone.Select(p => (p, (ResolvedValue?)null, (ResolvedValue?)null))))
            {
                var pair = (x?.Text, y?.Text);
                var known = open.TryGetValue(path, out var before);
                if (known ? pair == before : pair.Item1 == pair.Item2) continue;
                differences.Add(new ScenarioDifference(path, date, x, y));
                if (pair.Item1 == pair.Item2) open.Remove(path);
                else open[path] = pair;
            }
        }

        return differences;
    }

    /// <summary>The values in force on a date, by path; before a scenario's first policy, that one.</summary>
    private static Dictionary<string, ResolvedValue> On(LoadedScenario scenario, DateOnly? date)
    {
        var dates = scenario.Values.Select(v => v.Effective).OfType<DateOnly>().Distinct().Order().ToList();
        var inForce = date is null ? (DateOnly?)null : dates.LastOrDefault(d => d <= date, dates[0]);
        return scenario.Values.Where(v => v.Effective == inForce).ToDictionary(v => v.Path, StringComparer.Ordinal);
    }

    private static IEnumerable<(string Path, ResolvedValue? A, ResolvedValue? B)> Pair(Dictionary<string, ResolvedValue> a, Dictionary<string, ResolvedValue> b)
    {
        foreach (var (path, value) in a) yield return (path, value, b.GetValueOrDefault(path));
        foreach (var (path, value) in b)
        {
            if (!a.ContainsKey(path)) yield return (path, null, value);
        }
    }
}
