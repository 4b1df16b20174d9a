using System.Globalization;
using System.Security.Cryptography;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Scenarios;
using CtmsAnalytics.Workspace.Loading;
using CtmsAnalytics.Workspace.Reference;

namespace CtmsAnalytics.Workspace.Roster;

/// <summary>What a reader must know about the roster that a comparison starts from.</summary>
public static class RosterNotes
{
    /// <summary>The sentence about the shipped sample.</summary>
    public const string Synthetic = "The people are synthetic: this is the sample roster, whose aggregates are OPM's.";

    /// <summary>The notes of a roster: its date and what was set aside, and whether it is the shipped sample.</summary>
    /// <param name="roster">The roster.</param>
    /// <param name="horizon">The years that it is projected over.</param>
    /// <returns>One sentence each.</returns>
    public static IReadOnlyList<string> Of(RosterInfo roster, Horizon horizon)
    {
        ArgumentNullException.ThrowIfNull(roster);
        ArgumentNullException.ThrowIfNull(horizon);
        var notes = new List<string>
        {
            string.Create(CultureInfo.InvariantCulture, $"Roster {roster.RosterId} ({roster.Name}): {roster.People:N0} people as of {roster.AsOf:yyyy-MM-dd}, carried unchanged to the start on {horizon.Start:yyyy-MM-dd}."),
        };
        if (SetAside(roster) is { } aside) notes.Add(aside);
        if (IsSample(roster)) notes.Add(Synthetic);
        return notes;
    }

    /// <summary>The notes of a roster that stands still: what was set aside, and whether it is the shipped sample.</summary>
    /// <param name="roster">The roster.</param>
    /// <returns>One sentence each.</returns>
    public static IReadOnlyList<string> Of(RosterInfo roster)
    {
        ArgumentNullException.ThrowIfNull(roster);
        var notes = new List<string> { string.Create(CultureInfo.InvariantCulture, $"Roster {roster.RosterId} ({roster.Name}): {roster.People:N0} people as of {roster.AsOf:yyyy-MM-dd}.") };
        if (SetAside(roster) is { } aside) notes.Add(aside);
        if (IsSample(roster)) notes.Add(Synthetic);
        return notes;
    }

    /// <summary>Whether a roster is the shipped sample, by its content.</summary>
    /// <param name="roster">The roster.</param>
    /// <returns>True for the sample.</returns>
    public static bool IsSample(RosterInfo roster)
    {
        ArgumentNullException.ThrowIfNull(roster);
        var sample = Path.Combine(ShippedData.Folder, "sample", "roster.csv");
        return File.Exists(sample) && Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(sample))) == roster.Sha256;
    }

    private static string? SetAside(RosterInfo roster) => roster.RowsSetAside == 0 ? null : string.Create(
        CultureInfo.InvariantCulture,
        $"{roster.RowsSetAside:N0} of the roster's {roster.RowsSetAside + roster.People:N0} rows were set aside when it was imported and are not in these numbers; ctms quarantine lists them.");

    /// <summary>Puts notes before a result's own.</summary>
    /// <param name="result">The result.</param>
    /// <param name="notes">The notes.</param>
    /// <returns>The result with the longer list.</returns>
    public static ProjectionResult WithNotes(this ProjectionResult result, IReadOnlyList<string> notes)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result with { Notes = [.. notes, .. result.Notes], PublicNotes = result.PublicNotes is { } shareable ? [.. notes, .. shareable] : null };
    }
}
