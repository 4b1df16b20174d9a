using System.Globalization;
using CtmsAnalytics.Charts.Explanations;
using CtmsAnalytics.PayHistory;
using CtmsAnalytics.Simulation.Replays;
using Spectre.Console;

namespace CtmsAnalytics.Cli.Output;

/// <summary>Prints a position in a draw: who holds it, and the page of everybody who holds it in the year.</summary>
public static class ReplayText
{
    /// <summary>Prints the pages.</summary>
    /// <param name="console">Where they go.</param>
    /// <param name="replay">The replay.</param>
    /// <param name="explanations">The year of everybody who holds the position in it.</param>
    /// <param name="notes">Sentences about the roster.</param>
    public static void Print(IAnsiConsole console, PersonReplay replay, IReadOnlyList<PersonExplanation> explanations, IReadOnlyList<string> notes)
    {
        ArgumentNullException.ThrowIfNull(console);
        ArgumentNullException.ThrowIfNull(replay);
        ArgumentNullException.ThrowIfNull(explanations);
        TextPage.Fit(console);
        console.Wrapped(PersonalData.OfPeople);
        console.Wrapped(string.Create(CultureInfo.InvariantCulture, $"The position of {replay.PersonId} in draw {replay.Draw} of the simulation with seed {replay.Seed} is held by"));
        foreach (var spell in replay.Spells) console.Wrapped("- " + ExplanationSentences.Holder(spell), hanging: 2);
        if (explanations.Count == 0) console.Wrapped("Nobody holds it in the year.");
        foreach (var explanation in explanations)
        {
            console.Line("");
            ExplanationText.Print(console, explanation, [], notes);
        }
    }
}
