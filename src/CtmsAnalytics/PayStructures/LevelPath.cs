namespace CtmsAnalytics.PayStructures;

/// <summary>A choice that a level has.</summary>
/// <param name="Cost">What it costs more than leaving the level as it is, cents; negative where it costs less.</param>
/// <param name="Counts">Whether the level then counts as competitive.</param>
internal readonly record struct PathChoice(long Cost, bool Counts);

/// <summary>
/// The cheapest choice for every level, exactly: dynamic programming over the levels with the choice of the level and the number of competitive levels so far as state. What is allowed may only
/// depend on two neighbouring levels.
/// </summary>
internal static class LevelPath
{
    /// <summary>Finds the cheapest choices for each number of competitive levels.</summary>
    /// <param name="levels">Choices by level, ascending; at least one level.</param>
    /// <param name="allowed">Whether the level at the index may have the second choice above the first.</param>
    /// <returns>By the number of levels that count at least, 0 to the number of levels: cost and choices; null where no choices are allowed. Of equally cheap ones the first choices, from the top level down.</returns>
    public static IReadOnlyList<LevelSolution?> Solve(IReadOnlyList<IReadOnlyList<PathChoice>> levels, Func<int, int, int, bool> allowed)
    {
        var counts = levels.Count + 1;
        var cost = new long?[levels[0].Count, counts];
        for (var c = 0; c < levels[0].Count; c++) cost[c, levels[0][c].Counts ? 1 : 0] = levels[0][c].Cost;
        var from = new int[levels.Count][,];
        for (var level = 1; level < levels.Count; level++)
        {
            var (choices, before) = (levels[level], levels[level - 1].Count);
            var next = new long?[choices.Count, counts];
            from[level] = new int[choices.Count, counts];
            for (var c = 0; c < choices.Count; c++)
            {
                var step = choices[c].Counts ? 1 : 0;
                for (var b = 0; b < before; b++)
                {
                    if (!allowed(level, b, c)) continue;
                    for (var k = 0; k + step < counts; k++)
                    {
                        if (cost[b, k] is not { } spent) continue;
                        var total = spent + choices[c].Cost;
                        if (next[c, k + step] is { } known && known <= total) continue;
                        next[c, k + step] = total;
                        from[level][c, k + step] = b;
                    }
                }
            }

            cost = next;
        }

        var solutions = new LevelSolution?[counts];
        for (var k = counts - 1; k >= 0; k--)
        {
            var best = k + 1 < counts ? solutions[k + 1] : null;
            for (var c = 0; c < cost.GetLength(0); c++)
            {
                if (cost[c, k] is { } total && (best is null || total < best.Cost)) best = new LevelSolution(total, Trace(levels, from, c, k));
            }

            solutions[k] = best;
        }

        return solutions;
    }

    private static int[] Trace(IReadOnlyList<IReadOnlyList<PathChoice>> levels, int[][,] from, int choice, int count)
    {
        var choices = new int[levels.Count];
        for (var level = levels.Count - 1; level >= 0; level--)
        {
            choices[level] = choice;
            if (level == 0) break;
            var before = from[level][choice, count];
            count -= levels[level][choice].Counts ? 1 : 0;
            choice = before;
        }

        return choices;
    }
}

/// <summary>The cheapest choices.</summary>
/// <param name="Cost">Their cost, cents.</param>
/// <param name="Choices">Index of the choice of each level.</param>
internal sealed record LevelSolution(long Cost, IReadOnlyList<int> Choices);
