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
        return
        [
            .. roster
                .Select(p => (Person: p, Lacking: Lacking(p, scenario)))
                .Where(p => p.Lacking is not null)
                .GroupBy(p => (p.Person.WorkLevel, p.Lacking!.Name))
                .Select(group =>
                {
                    var (first, structure) = group.First();
                    var people = group.Count() == 1 ? $"{first.PersonId} has" : $"{group.Count()} people (first {first.PersonId}) have";
                    var known = structure!.WorkLevels().ToList();
                    var where = scenario.Policies.Any(p => p.Policy.FurtherStructures.Count > 0) ? $" in the structure '{structure.Name}', which covers them" : "";
                    var right = NearestName.Find(first.WorkLevel, known) is { } near
                        ? $"Did you mean '{near}'? Correct the roster and import it again, or add the level to the structure."
                        : $"Correct the roster and import it again, or add the level to the structure. It has {string.Join(", ", known)}.";
                    return $"roster: {people} the work level '{first.WorkLevel}', for which '{scenario.Name}' has no subrange{where}. {right}";
                }),
        ];
    }

    /// <summary>The first structure that covers a person and has no subrange for the work level; null where every one has.</summary>
    private static SalaryStructure? Lacking(RosterPerson person, Scenario scenario)
    {
        var member = StructureMember.Of(person);
        return scenario.Policies.Select(p => p.Policy.StructureFor(member)).FirstOrDefault(s => !s.WorkLevels().Contains(person.WorkLevel, StringComparer.Ordinal));
    }
}
