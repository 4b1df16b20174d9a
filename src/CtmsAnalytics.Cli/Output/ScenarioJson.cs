using CtmsAnalytics.Workspace.Scenarios;

namespace CtmsAnalytics.Cli.Output;

/// <summary>Scenario files for scripts.</summary>
public static class ScenarioJson
{
    /// <summary>Writes what a check found.</summary>
    /// <param name="checks">One entry per file.</param>
    /// <returns>JSON text.</returns>
    public static string Checks(IReadOnlyList<ScenarioCheck> checks) => JsonText.Write(
        checks.Select(c => new { c.File, Ok = c.Scenario is not null, c.Scenario?.Scenario.Name, c.Scenario?.Sources, c.Scenario?.Notes, c.Problems }));

    /// <summary>Writes the differences of two scenarios.</summary>
    /// <param name="a">First scenario.</param>
    /// <param name="b">Second scenario.</param>
    /// <param name="differences">Their differences.</param>
    /// <returns>JSON text.</returns>
    public static string Differences(LoadedScenario a, LoadedScenario b, IReadOnlyList<ScenarioDifference> differences)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        return JsonText.Write(
            new
            {
                A = a.Scenario.Name,
                B = b.Scenario.Name,
                Differences = differences.Select(d => new { d.Path, d.Effective, A = Side(d.A), B = Side(d.B), d.Relative, d.Points, d.Ends }),
            });
    }

    /// <summary>Writes values with their reference.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="values">Values of it.</param>
    /// <returns>JSON text.</returns>
    public static string Values(LoadedScenario scenario, IReadOnlyList<ResolvedValue> values)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        return JsonText.Write(
            new
            {
                scenario.Scenario.Name,
                Values = values.Select(v => new { v.Path, v.Effective, v.Text, v.Number, v.SetAt, v.TakenFrom, v.Key.Unit, v.Key.Range, v.Key.Default, v.Key.Meaning, v.Key.Paragraph, v.Key.Mark }),
            });
    }

    /// <summary>Writes what the dated changes of a scenario do.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <returns>JSON text.</returns>
    public static string Changes(LoadedScenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        return JsonText.Write(
            new
            {
                scenario.Scenario.Name,
                Changes = ScenarioChange.List(scenario).Select(c => new { c.Effective, c.Path, Before = Side(c.Before), After = Side(c.After) }),
            });
    }

    private static object? Side(ResolvedValue? value) => value is null ? null : new { value.Text, value.Number, value.SetAt };
}
