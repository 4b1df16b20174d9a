using CtmsAnalytics.PayStructures;
using FsCheck;
using FsCheck.Fluent;

namespace CtmsAnalytics.Tests.PayStructures;

public sealed class LevelPathTests
{
    /// <summary>Every combination is tried: the search finds the least cost for every number of competitive levels, and choices that cost it and are allowed.</summary>
    [Fact]
    public void Solve_SmallGrids_FindsWhatTryingEverythingFinds() => Prop.ForAll(
        Gen.Choose(0, 255).ListOf(40).ToArbitrary(),
        bytes => CompareWithEverything([.. bytes])).QuickCheckThrowOnFailure();

    private static void CompareWithEverything(int[] bytes)
    {
        var at = 0;
        int Next(int below) => (bytes[at++ % bytes.Length] + (at * 31)) % below;
        var levels = Enumerable.Range(0, 1 + Next(4)).Select(_ => (IReadOnlyList<PathChoice>)[.. Enumerable.Range(0, 1 + Next(4)).Select(_ => new PathChoice(Next(40) - 10, Next(2) == 1))]).ToList();
        var forbidden = Enumerable.Range(0, Next(8)).Select(_ => (1 + Next(4), Next(4), Next(4))).ToHashSet();
        bool Allowed(int level, int below, int here) => !forbidden.Contains((level, below, here));

        var found = LevelPath.Solve(levels, Allowed);

        var all = All(levels).Where(c => Enumerable.Range(1, c.Length - 1).All(l => Allowed(l, c[l - 1], c[l]))).ToList();
        for (var k = 0; k <= levels.Count; k++)
        {
            var within = all.Where(c => Within(levels, c) >= k).ToList();
            if (within.Count == 0)
            {
                Assert.Null(found[k]);
                continue;
            }

            Assert.Equal(within.Min(c => Cost(levels, c)), found[k]!.Cost);
            Assert.Contains(within, c => c.SequenceEqual(found[k]!.Choices) && Cost(levels, c) == found[k]!.Cost);
        }
    }

    [Fact]
    public void Solve_EverythingForbidden_FindsNothing() =>
        Assert.All(LevelPath.Solve([[new PathChoice(1, true)], [new PathChoice(1, true)]], (_, _, _) => false), Assert.Null);

    private static IEnumerable<int[]> All(IReadOnlyList<IReadOnlyList<PathChoice>> levels) =>
        levels.Aggregate((IEnumerable<int[]>)[[]], (sofar, level) => sofar.SelectMany(c => Enumerable.Range(0, level.Count).Select(i => (int[])[.. c, i])));

    private static long Cost(List<IReadOnlyList<PathChoice>> levels, int[] choices) => choices.Select((c, i) => levels[i][c].Cost).Sum();

    private static int Within(List<IReadOnlyList<PathChoice>> levels, int[] choices) => choices.Where((c, i) => levels[i][c].Counts).Count();
}
