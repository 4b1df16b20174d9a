using System.Globalization;
using CtmsAnalytics.Parameters;
using CtmsAnalytics.Projection;

namespace CtmsAnalytics.Workspace.Scenarios;

/// <summary>Puts the assumed values of a scenario file beside the assumed parameters of the data, so that a report lists everything its numbers rest on.</summary>
public static class ScenarioAssumptions
{
    /// <summary>Adds the scenario's assumed numbers to a result.</summary>
    /// <param name="result">The projection of the scenario.</param>
    /// <param name="scenario">The scenario with the places of its values.</param>
    /// <returns>The result with the longer list.</returns>
    public static ProjectionResult WithAssumptionsOf(this ProjectionResult result, LoadedScenario scenario)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result with { AssumedParameters = [.. result.AssumedParameters, .. Of(scenario)] };
    }

    /// <summary>The assumed numbers of a scenario file as parameters.</summary>
    /// <param name="scenario">The scenario with the places of its values.</param>
    /// <returns>One parameter for each value and year.</returns>
    public static IEnumerable<Parameter> Of(LoadedScenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        int YearOf(ResolvedValue value) =>
            int.TryParse(value.Path.Split('.')[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : (value.Effective ?? scenario.Scenario.Horizon.Start).Year;
        return
            from value in scenario.Values
            where value.Key.Mark == ScenarioMark.Assumed && value.Number is not null
            group value by (value.Path, Year: YearOf(value)) into year
            let last = year.MaxBy(v => v.Effective)!
            select new Parameter(
                last.Path,
                year.Key.Year,
                last.Number!.Value,
                last.Key.Unit,
                ParameterMark.Assumed,
                last.Key.Paragraph,
                last.SetAt?.ToShortString() ?? "default of the scenario format",
                last.Key.Meaning);
    }
}
