using CtmsAnalytics.PayHistory;
using CtmsAnalytics.Simulation.Replays;

namespace CtmsAnalytics.Cli.Output;

/// <summary>A position in a draw for scripts: who holds it, what it costs, and the year of everybody who holds it as <see cref="ExplanationJson"/> writes it.</summary>
public static class ReplayJson
{
    /// <summary>Writes the replay.</summary>
    /// <param name="replay">The replay.</param>
    /// <param name="explanations">The year of everybody who holds the position in it.</param>
    /// <param name="notes">Sentences about the roster.</param>
    /// <returns>JSON text.</returns>
    public static string Write(PersonReplay replay, IReadOnlyList<PersonExplanation> explanations, IReadOnlyList<string> notes)
    {
        ArgumentNullException.ThrowIfNull(replay);
        ArgumentNullException.ThrowIfNull(explanations);
        return JsonText.Write(
            new
            {
                Notice = PersonalData.OfPeople,
                Position = replay.PersonId,
                replay.Scenario,
                replay.Seed,
                replay.Draw,
                TotalCents = explanations.Sum(e => e.Total),
                Holders = replay.Spells.Select(s => new { s.Spell, s.Person.PersonId, s.From, s.To, s.Luck }),
                replay.Costs,
                People = explanations.Select(e => ExplanationJson.Of(e, [], notes)),
            });
    }
}
