using CtmsAnalytics.Deployment;
using CtmsAnalytics.Scenarios;
using CtmsAnalytics.Workspace.Tables;

namespace CtmsAnalytics.Workspace.Roster;

/// <summary>Whether a roster and a scenario speak of the same work levels. A roster is imported without knowing the structures that it will be paid under.</summary>
public static class RosterFit
{
    /// <summary>Finds people whose work level a scenario has no subrange for.</summary>
    /// <param name="roster">The people.</param>
    /// <param name="scenario">The scenario.</param>
    /// <returns>One sentence for each unknown level, with the people and what would be right; none when all levels are known.</returns>
    public static IReadOnlyList<string> Problems(IReadOnlyList<RosterPerson> roster, Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(roster);
        ArgumentNullException.ThrowIfNull(scenario);
        var known = scenario.Policies.SelectMany(p => p.Policy.Structure.Subranges).Select(s => s.WorkLevel).Distinct(StringComparer.Ordinal).ToList();
        return
        [
            .. roster.Where(p => !known.Contains(p.WorkLevel, StringComparer.Ordinal)).GroupBy(p => p.WorkLevel, StringComparer.Ordinal).Select(level =>
            {
                var people = level.Count() == 1 ? $"{level.First().PersonId} has" : $"{level.Count()} people (first {level.First().PersonId}) have";
                var right = NearestName.Find(level.Key, known) is { } near
                    ? $"Did you mean '{near}'? Correct the roster and import it again, or add the level to the structure."
                    : $"Correct the roster and import it again, or add the level to the structure. It has {string.Join(", ", known)}.";
                return $"roster: {people} the work level '{level.Key}', for which '{scenario.Name}' has no subrange. {right}";
            }),
        ];
    }
}
