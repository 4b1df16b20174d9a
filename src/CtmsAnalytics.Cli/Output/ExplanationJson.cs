using System.Text.Json;
using System.Text.Json.Nodes;
using CtmsAnalytics.PayHistory;
using CtmsAnalytics.PersonnelActions;
using CtmsAnalytics.Workspace.PersonnelActions;

namespace CtmsAnalytics.Cli.Output;

/// <summary>An explanation for scripts: the typed object, amounts in cents and annual rates in whole US dollars.</summary>
public static class ExplanationJson
{
    /// <summary>Writes the explanation.</summary>
    /// <param name="explanation">The explanation.</param>
    /// <param name="given">The actions that were given; any other is marked as assumed.</param>
    /// <param name="notes">Sentences about the roster.</param>
    /// <returns>JSON text.</returns>
    public static string Write(PersonExplanation explanation, IReadOnlyList<PersonnelAction> given, IReadOnlyList<string> notes)
    {
        ArgumentNullException.ThrowIfNull(explanation);
        ArgumentNullException.ThrowIfNull(given);
        return JsonText.Write(Of(explanation, given, notes));
    }

    /// <summary>The explanation as an object; that of a draw says what chance decided.</summary>
    internal static JsonObject Of(PersonExplanation explanation, IReadOnlyList<PersonnelAction> given, IReadOnlyList<string> notes)
    {
        var json = JsonSerializer.SerializeToNode(
            new
            {
                explanation.Person,
                explanation.Scenario,
                explanation.Year,
                explanation.Basis,
                TotalCents = explanation.Total,
                explanation.Totals,
                explanation.Salary,
                explanation.Lines,
                explanation.Hours,
                explanation.Findings,
                explanation.Limits,
                Actions = explanation.Actions.Select(a => Action(a, !given.Contains(a))),
                explanation.Assumptions,
                explanation.Parameters,
                Notes = notes,
            },
            JsonText.Options)!.AsObject();
        if (explanation.Draw is { } draw)
        {
            json.Add("draw", JsonSerializer.SerializeToNode(draw, JsonText.Options));
            json.Add("luck", JsonSerializer.SerializeToNode(explanation.Luck, JsonText.Options));
        }

        return json;
    }

    /// <summary>An action with the key that an actions file writes for its type.</summary>
    private static JsonObject Action(PersonnelAction action, bool assumed)
    {
        var json = JsonSerializer.SerializeToNode(action, action.GetType(), JsonText.Options)!.AsObject();
        json.Insert(0, "type", ActionKeys.NameOf(action));
        json.Insert(1, "assumed", assumed);
        return json;
    }
}
