using CtmsAnalytics.Deployment;

namespace CtmsAnalytics.WorkValuation;

/// <summary>A person to whom another scheme gives another work level.</summary>
/// <param name="Person">The person as the roster has him.</param>
/// <param name="From">Work level by the scheme in force.</param>
/// <param name="To">Work level by the other scheme.</param>
/// <param name="CutBefore">Cut point of <paramref name="From"/> in the scheme in force, points.</param>
/// <param name="PointsBefore">Points by the scheme in force.</param>
/// <param name="PointsAfter">Points by the other scheme.</param>
public sealed record SchemeMove(RosterPerson Person, ValuationLevel From, ValuationLevel To, double CutBefore, double PointsBefore, double PointsAfter);

/// <summary>Who moves when a scheme takes the place of another.</summary>
public static class SchemeMoves
{
    /// <summary>The people to whom the two schemes give different work levels.</summary>
    /// <param name="roster">The people.</param>
    /// <param name="inForce">The scheme in force.</param>
    /// <param name="other">The other scheme, with the same ladders.</param>
    /// <returns>The moves, in the order of the roster.</returns>
    public static IReadOnlyList<SchemeMove> Of(ValuedRoster roster, ValuationScheme inForce, ValuationScheme other)
    {
        ArgumentNullException.ThrowIfNull(roster);
        var (before, from) = roster.By(inForce);
        var (after, to) = roster.By(other);
        return [.. roster.People.Select((p, i) => new SchemeMove(p, from[i], to[i], from[i].CutPoint, before[i], after[i])).Where(m => m.From.Code != m.To.Code)];
    }
}
