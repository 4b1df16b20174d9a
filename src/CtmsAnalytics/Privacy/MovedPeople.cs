using CtmsAnalytics.Budget;
using CtmsAnalytics.Runs;

namespace CtmsAnalytics.Privacy;

/// <summary>
/// Whose pay the scenarios of a run change. A difference that fewer than <see cref="SmallCells.Least"/> people carry is theirs by name, however many others stand in the same group.
/// </summary>
public static class MovedPeople
{
    /// <summary>Whether so many people, one or more, are too few for their difference to be shown.</summary>
    /// <param name="people">People whose pay differs, 0 or more.</param>
    /// <returns>False for nobody.</returns>
    public static bool AreFew(int people) => people is > 0 and < SmallCells.Least;

    /// <summary>Whether a scenario changes the pay of so few people of the roster that what it costs more is about single people.</summary>
    /// <param name="facts">The run.</param>
    /// <param name="scenario">Index of the scenario.</param>
    /// <returns>False for the baseline, for nobody, and where the run does not say where people stand.</returns>
    public static bool AreFew(RunFacts facts, int scenario) => Count(facts, scenario) is { } people && AreFew(people);

    /// <summary>How many people of the roster are paid differently in a scenario than in the baseline.</summary>
    /// <param name="facts">The run.</param>
    /// <param name="scenario">Index of the scenario.</param>
    /// <returns>Number of people; null where the run does not say where people stand.</returns>
    public static int? Count(RunFacts facts, int scenario)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return facts.Scenarios[scenario].Moved ?? Between(facts, 0, scenario);
    }

    /// <summary>The scenarios that change the pay of so few people that even the total of their cost is about single people.</summary>
    /// <param name="facts">The run.</param>
    /// <returns>Indexes of scenarios, ascending; empty for none.</returns>
    public static IReadOnlyList<int> Few(RunFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return [.. Enumerable.Range(0, facts.Scenarios.Count).Where(s => AreFew(facts, s))];
    }

    /// <summary>Whether two scenarios of a run, of which neither has to be the baseline, differ in the pay of so few people that the difference of their totals is about single people.</summary>
    /// <param name="facts">The run.</param>
    /// <returns>True where a reader who sees all scenarios sees single people.</returns>
    public static bool AreFewInAny(RunFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return Few(facts).Count > 0 || Pairs(facts.Scenarios.Count).Any(p => Between(facts, p.One, p.Other) is { } people && AreFew(people));
    }

    /// <summary>
    /// The people of each group whom the scenarios of a run move: of every two scenarios in which somebody of the group is paid differently, the two in which fewest are. Whoever sees several scenarios beside
    /// one another sees the difference of every two.
    /// </summary>
    /// <param name="facts">A run that says where people stand.</param>
    /// <param name="group">The group of a person by the place in the roster, from 0; it is the same in every scenario.</param>
    /// <returns>Number of people by group; a group in which nobody is moved is absent, and so is one that is moved slightly while others are moved in earnest.</returns>
    public static IReadOnlyDictionary<string, int> ByGroup(RunFacts facts, Func<int, string> group)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(group);
        return Fewest([.. facts.Scenarios.Select(s => s.People)], (one, other) => Enumerable.Range(0, one.Count).Select(i => (group(i), MoveSizes.Of(one[i], other[i]))));
    }

    /// <summary>The people whose cost of each component differs, counted as in <see cref="ByGroup"/>.</summary>
    internal static Dictionary<Component, int> ByComponent(IReadOnlyList<IReadOnlyList<PersonPosition>> people) => Fewest(
        people,
        (one, other) => one.Zip(other, (a, b) => a.ComponentCents.Keys.Union(b.ComponentCents.Keys).Select(c => (c, MoveSizes.Of(a.ComponentCents.GetValueOrDefault(c), b.ComponentCents.GetValueOrDefault(c), Math.Max(a.CostCents, b.CostCents))))).SelectMany(c => c));

    /// <summary>How many of some people are moved: those in earnest, and where nobody is all who are moved at all.</summary>
    internal static int Count(IReadOnlyCollection<MoveSize> moves) => moves.Count(m => m == MoveSize.Real) is var real and > 0 ? real : moves.Count(m => m == MoveSize.Slight);

    private static Dictionary<TKey, int> Fewest<TKey>(
        IReadOnlyList<IReadOnlyList<PersonPosition>> people, Func<IReadOnlyList<PersonPosition>, IReadOnlyList<PersonPosition>, IEnumerable<(TKey Group, MoveSize Size)>> moves)
        where TKey : notnull =>
        Pairs(people.Count).Where(p => people[p.One].Count == people[p.Other].Count).SelectMany(p => ByGroup([.. moves(people[p.One], people[p.Other])])).GroupBy(m => m.Group).ToDictionary(g => g.Key, g => g.Min(m => m.People));

    private static IEnumerable<(TKey Group, int People)> ByGroup<TKey>(List<(TKey Group, MoveSize Size)> moves)
    {
        var isAnyReal = moves.Exists(m => m.Size == MoveSize.Real);
        foreach (var group in moves.GroupBy(m => m.Group))
        {
            List<MoveSize> sizes = [.. group.Select(m => m.Size)];
            var people = Count(sizes);
            // A group that is moved slightly, while others are in earnest, hides nobody's difference.
            if (people > 0 && (AreFew(people) || !isAnyReal || sizes.Contains(MoveSize.Real))) yield return (group.Key, people);
        }
    }

    private static int? Between(RunFacts facts, int one, int other)
    {
        var (before, after) = (facts.Scenarios[one].People, facts.Scenarios[other].People);
        return before.Count == 0 || before.Count != after.Count ? null : Count([.. before.Zip(after, MoveSizes.Of)]);
    }

    private static IEnumerable<(int One, int Other)> Pairs(int scenarios) => Enumerable.Range(0, scenarios).SelectMany(a => Enumerable.Range(a + 1, scenarios - a - 1).Select(b => (a, b)));
}
