using CtmsAnalytics.Deployment;
using CtmsAnalytics.Numerics;
using CtmsAnalytics.Simulation;

namespace CtmsAnalytics.Scenarios;

/// <summary>Whom a line of a deployment policy covers: everybody who fits each of the lists; an empty list is fitted by all.</summary>
/// <param name="Levels">Work level codes.</param>
/// <param name="Tracks">Career tracks.</param>
/// <param name="Organisations">Organisations.</param>
/// <param name="PayPlans">Pay plans.</param>
public sealed record PositionCover(IReadOnlyList<string> Levels, IReadOnlyList<string> Tracks, IReadOnlyList<string> Organisations, IReadOnlyList<string> PayPlans)
{
    /// <summary>Whether the line covers a person.</summary>
    /// <param name="person">The person.</param>
    /// <returns>True where every list fits.</returns>
    public bool Covers(RosterPerson person)
    {
        ArgumentNullException.ThrowIfNull(person);
        return Has(Levels, person.WorkLevel) && Has(Tracks, person.Track) && Has(Organisations, person.Organisation) && Has(PayPlans, person.PayPlan);
    }

    private static bool Has(IReadOnlyList<string> names, string name) => names.Count == 0 || names.Contains(name, StringComparer.Ordinal);

    /// <summary>
    /// The share of people whose turn it is: those with the lowest numbers, where everybody's number is his own and comes from his identifier alone. So a larger share holds a smaller one,
    /// and somebody who joins the roster moves nobody else's number.
    /// </summary>
    internal static IReadOnlyList<RosterPerson> Turn(IReadOnlyList<RosterPerson> covered, double share, uint topic)
    {
        var keys = PersonKeys.Of([.. covered.Select(p => p.PersonId)]);
        return [.. covered
            .Select((person, i) => (Person: person, Number: Philox.Block(keys[i], topic, 0, Luck.Word(LuckPurpose.Deployment, 0), 0).Word0))
            .OrderBy(p => p.Number).ThenBy(p => p.Person.PersonId, StringComparer.Ordinal)
            .Take((int)Rounding.HalfUp(share * covered.Count)).Select(p => p.Person)];
    }
}
