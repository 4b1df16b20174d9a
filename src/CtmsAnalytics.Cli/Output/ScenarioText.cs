using System.Globalization;
using System.Text;
using CtmsAnalytics.Workspace.Scenarios;
using Spectre.Console;

namespace CtmsAnalytics.Cli.Output;

/// <summary>Scenario files in words. Plain lines without markup: what stands in a file can neither colour the output nor break its columns.</summary>
public static class ScenarioText
{
    private const string Throughout = "throughout";
    private const string PointFormat = "0.#### 'points'";

    /// <summary>Writes lines as they are, without wrapping, so that <c>file:line:column</c> stays in one piece for editors and <c>grep</c>.</summary>
    /// <param name="console">Where they go.</param>
    /// <param name="text">The lines.</param>
    public static void Write(IAnsiConsole console, string text)
    {
        ArgumentNullException.ThrowIfNull(console);
        console.Profile.Out.Writer.WriteLine(text);
    }

    /// <summary>What a check found.</summary>
    /// <param name="checks">One entry per file.</param>
    /// <returns>Lines.</returns>
    public static string Checks(IReadOnlyList<ScenarioCheck> checks)
    {
        ArgumentNullException.ThrowIfNull(checks);
        return string.Join('\n', checks.SelectMany(c => c.Scenario is { } scenario ? scenario.Notes.Select(n => $"note: {n}").Prepend(Summary(c.File, scenario)) : c.Problems.Select(p => $"error: {p}").Append($"{c.File}: {Count(c.Problems.Count, "problem")}")));
    }

    /// <summary>The differences of two scenarios.</summary>
    /// <param name="a">First scenario.</param>
    /// <param name="b">Second scenario.</param>
    /// <param name="differences">Their differences.</param>
    /// <returns>A table.</returns>
    public static string Differences(LoadedScenario a, LoadedScenario b, IReadOnlyList<ScenarioDifference> differences)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        ArgumentNullException.ThrowIfNull(differences);
        if (differences.Count == 0) return $"{a.Scenario.Name} and {b.Scenario.Name} hold the same values.";
        var rows = new List<string[]> { new[] { "from", "value", a.Scenario.Name, b.Scenario.Name, "difference", "set at" } };
        rows.AddRange(differences.Select(d => new[] { Date(d.Effective), d.Path, d.A?.Text ?? "none", d.B?.Text ?? "none", Change(d), Places(d) }));
        return $"{Align(rows)}\n{Count(differences.Count(d => !d.Ends), "difference")} between {a.Scenario.Name} and {b.Scenario.Name}.";
    }

    /// <summary>Values with their reference: all of them, and of later dates those that change.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="values">Values of it.</param>
    /// <returns>Lines.</returns>
    public static string Values(LoadedScenario scenario, IReadOnlyList<ResolvedValue> values)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(values);
        var text = new StringBuilder(scenario.Scenario.Description.Length == 0 ? scenario.Scenario.Name : $"{scenario.Scenario.Name}: {scenario.Scenario.Description}");
        var before = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var group in values.GroupBy(v => v.Effective))
        {
            var shown = group.Where(v => !before.TryGetValue(v.Path, out var known) || known != v.Text).ToList();
            var removed = before.Keys.Where(p => group.Key is not null && group.Key != scenario.Scenario.Policies[0].Effective && group.All(v => v.Path != p)).ToList();
            text.Append(CultureInfo.InvariantCulture, $"\n\nHolds {(group.Key is null ? Throughout : $"from {Date(group.Key)}")}{(before.Count > 0 ? " (what changes)" : "")}");
            foreach (var value in shown) text.Append('\n').Append(Explain(value));
            foreach (var path in removed) text.Append(CultureInfo.InvariantCulture, $"\n{path} is removed");
            if (group.Key is null) continue;
            before = group.ToDictionary(v => v.Path, v => v.Text, StringComparer.Ordinal);
        }

        foreach (var note in scenario.Notes.Where(n => values.Any(v => n.StartsWith(v.Path + ":", StringComparison.Ordinal)))) text.Append(CultureInfo.InvariantCulture, $"\n\nnote: {note}");
        return text.ToString();
    }

    /// <summary>What the dated changes of a scenario do, with the reference of each value.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <returns>Lines.</returns>
    public static string Changes(LoadedScenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var changes = ScenarioChange.List(scenario);
        if (changes.Count == 0) return $"{scenario.Scenario.Name} has no dated change: what holds from {Date(scenario.Scenario.Policies[0].Effective)} holds throughout.";
        return string.Join("\n\n", changes.GroupBy(c => c.Effective).Select(g => string.Join('\n', g.Select(Change).Prepend($"Changes from {Date(g.Key)}"))));

        static string Change(ScenarioChange change) => change.After is { } after ? $"{Explain(after)}; before: {change.Before?.Text ?? "none"}" : $"{change.Path} is removed; before: {change.Before!.Text}";
    }

    private static string Summary(string file, LoadedScenario loaded)
    {
        var scenario = loaded.Scenario;
        var policy = scenario.Policies[0].Policy;
        var changes = scenario.Policies.Count == 1 ? "no dated change" : $"changes on {string.Join(", ", scenario.Policies.Skip(1).Select(p => Date(p.Effective)))}";
        var extends = loaded.Sources.Count == 1 ? "" : $"; extends {string.Join(", ", loaded.Sources.Skip(1).Select(s => s.File))}";
        return $"OK {file}: {scenario.Name}, {Count(scenario.Horizon.FiscalYears, "fiscal year")} from {Date(scenario.Horizon.Start)}, {Count(policy.Structure.Subranges.Count, "work level")}, "
            + $"{Count(policy.Supplements.Count, "supplement")}, {Count(policy.SpecialWorkingConditions.Count, "special working conditions program")}, {changes}{extends}";
    }

    private static string Explain(ResolvedValue value)
    {
        var key = value.Key;
        var parts = new List<string> { key.Meaning };
        if (key.Range.Length > 0) parts.Add($"range {key.Range}");
        if (key.Paragraph.Length > 0) parts.Add(key.Paragraph);
        if (key.Mark != ScenarioMark.Label) parts.Add(key.Mark.ToString().ToLowerInvariant());
        var unit = key.Unit == "text" ? "" : $" ({key.Unit})";
        return $"{value.Path} = {value.Text}{unit}  [{value.SetAt?.ToShortString() ?? "default"}{(value.TakenFrom is { } main ? $", taken from {main}" : "")}]\n    {string.Join("; ", parts)}";
    }

    private static string Change(ScenarioDifference difference)
    {
        if (difference.Ends) return "equal again";
        // From 0.18 to 0.2 are two percentage points; 11% more would be read as 0.29.
        if (difference.Points is { } points) return points.ToString($"+{PointFormat};-{PointFormat};{PointFormat}", CultureInfo.InvariantCulture);
        return difference.Relative is { } relative ? relative.ToString("+0.0%;-0.0%;0.0%", CultureInfo.InvariantCulture) : "";
    }

    private static string Places(ScenarioDifference difference) => $"{Place(difference.A)} -> {Place(difference.B)}";

    private static string Place(ResolvedValue? value) => value is null ? "none" : value.SetAt?.ToShortString() ?? "default";

    private static string Date(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? Throughout;

    private static string Count(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count.ToString(CultureInfo.InvariantCulture)} {noun}s";

    private static string Align(List<string[]> rows)
    {
        var widths = Enumerable.Range(0, rows[0].Length).Select(c => rows.Max(r => r[c].Length)).ToList();
        return string.Join('\n', rows.Select(r => string.Join("  ", r.Select((cell, c) => cell.PadRight(widths[c]))).TrimEnd()));
    }
}
