using CtmsAnalytics.Runs;
using CtmsAnalytics.Workspace.Loading;
using CtmsAnalytics.Workspace.Roster;
using CtmsAnalytics.Workspace.Scenarios;

namespace CtmsAnalytics.Workspace.Runs;

/// <summary>Puts what the files say beside the facts of a run.</summary>
public static class RunFactsExtensions
{
    /// <summary>Adds the assumed numbers and the notes of the scenario files, what each states otherwise than the baseline, and what a reader must know about the roster.</summary>
    /// <param name="facts">The facts.</param>
    /// <param name="scenarios">The scenarios with the places of their values, in the same order.</param>
    /// <param name="roster">The roster.</param>
    /// <returns>The facts with longer lists.</returns>
    public static RunFacts With(this RunFacts facts, IReadOnlyList<LoadedScenario> scenarios, RosterInfo roster)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(scenarios);
        var about = RosterNotes.Of(roster, scenarios[0].Scenario.Horizon);
        return facts with
        {
            Notes = about,
            RosterNote = RosterNotes.IsSample(roster) ? RosterNotes.Synthetic : null,
            Scenarios =
            [
                .. facts.Scenarios.Select((s, i) => s with
                {
                    Projection = s.Projection.WithAssumptionsOf(scenarios[i]).WithNotes([.. about, .. scenarios[i].Notes]) with { Warnings = [.. scenarios[i].Notes, .. s.Projection.Warnings] },
                    Changes = i == 0 ? [] : ProposedChanges.Of(scenarios[0], scenarios[i], facts.Markets),
                }),
            ],
        };
    }
}
