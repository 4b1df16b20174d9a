using CtmsAnalytics.Deployment;
using CtmsAnalytics.Workspace.Tables;

namespace CtmsAnalytics.Workspace.Roster;

/// <summary>Finds people whose identifiers a person may have meant.</summary>
public static class RosterSearch
{
    // Enough to recognise the one that was meant, few enough to read in a message.
    private const int Most = 3;

    /// <summary>The identifiers nearest to one that the roster does not have, letter case ignored.</summary>
    /// <param name="roster">The people.</param>
    /// <param name="personId">What was written.</param>
    /// <returns>Up to three identifiers, the nearest first.</returns>
    public static IReadOnlyList<string> Nearest(IReadOnlyList<RosterPerson> roster, string personId)
    {
        ArgumentNullException.ThrowIfNull(roster);
        return NearestIdentifiers(roster.Select(p => p.PersonId), personId);
    }

    /// <summary>The identifiers nearest to one that is not among them, letter case ignored.</summary>
    /// <param name="known">The identifiers.</param>
    /// <param name="personId">What was written.</param>
    /// <returns>Up to three identifiers, the nearest first.</returns>
    public static IReadOnlyList<string> NearestIdentifiers(IEnumerable<string> known, string personId)
    {
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(personId);
        var wanted = Fold(personId);
        return [.. known.OrderBy(id => NearestName.Distance(wanted, Fold(id))).ThenBy(id => id, StringComparer.Ordinal).Take(Most)];
    }

    private static string Fold(string text) => text.Length > 80 ? text[..80].ToUpperInvariant() : text.ToUpperInvariant();
}
