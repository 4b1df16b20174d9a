using CtmsAnalytics.Deployment;

namespace CtmsAnalytics.WorkValuation;

/// <summary>The people of a roster whose qualifications are known, ready to be valued.</summary>
public sealed class ValuedRoster
{
    private ValuedRoster(ValuationBasis basis, IReadOnlyList<RosterPerson> people, IReadOnlyList<PersonQualifications> qualifications, IReadOnlyList<RosterPerson> unknown)
    {
        (Basis, People, Qualifications, Unvalued) = (basis, people, qualifications, unknown);
        Columns = new ValuationColumns(qualifications, [.. people.Select(p => p.Track)], basis.Library);
    }

    /// <summary>Library and scheme in force.</summary>
    public ValuationBasis Basis { get; }

    /// <summary>The people, in the order of the roster.</summary>
    public IReadOnlyList<RosterPerson> People { get; }

    /// <summary>Their qualifications, in the same order.</summary>
    public IReadOnlyList<PersonQualifications> Qualifications { get; }

    /// <summary>The same side by side.</summary>
    public ValuationColumns Columns { get; }

    /// <summary>People of the roster of whom no qualification is known: they cannot be valued and keep their work level.</summary>
    public IReadOnlyList<RosterPerson> Unvalued { get; }

    /// <summary>Joins a roster and what is known of its people.</summary>
    /// <param name="roster">The roster.</param>
    /// <param name="qualifications">Qualifications, of others as well.</param>
    /// <param name="basis">Library and scheme.</param>
    /// <returns>The people who can be valued.</returns>
    public static ValuedRoster Of(IReadOnlyList<RosterPerson> roster, IReadOnlyList<PersonQualifications> qualifications, ValuationBasis basis)
    {
        ArgumentNullException.ThrowIfNull(roster);
        ArgumentNullException.ThrowIfNull(qualifications);
        ArgumentNullException.ThrowIfNull(basis);
        var known = qualifications.ToDictionary(q => q.PersonId, StringComparer.Ordinal);
        List<RosterPerson> valued = [.. roster.Where(p => known.ContainsKey(p.PersonId))];
        return new ValuedRoster(basis, valued, [.. valued.Select(p => known[p.PersonId])], [.. roster.Where(p => !known.ContainsKey(p.PersonId))]);
    }

    /// <summary>Points and work levels by a scheme.</summary>
    /// <param name="scheme">The scheme.</param>
    /// <returns>Points, and the work level of each person, in the order of <see cref="People"/>.</returns>
    public (double[] Points, ValuationLevel[] Levels) By(ValuationScheme scheme)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        var (points, places) = (new double[People.Count], new int[People.Count]);
        new Revaluation(scheme, Basis.Library).Run(Columns, points, places);
        return (points, [.. places.Select(p => scheme.Levels[p])]);
    }
}
