namespace CtmsAnalytics.WorkValuation;

/// <summary>The cut points of one ladder that reproduce given work levels best: exact, by dynamic programming over the people in the order of their points.</summary>
internal static class CutPointFit
{
    /// <summary>A misfit weighs more than any sum of distances in levels.</summary>
    public const long Misfit = 1L << 32;

    /// <summary>Fits cut points.</summary>
    /// <param name="points">Points of each person, rounded.</param>
    /// <param name="given">Place of each person's given level on the ladder, 0 for the lowest.</param>
    /// <param name="lowest">Cut point of the lowest level, which nothing depends on.</param>
    /// <param name="levels">Number of levels, 1 or more.</param>
    /// <returns>Cut points, rising; and what is left: misfits in <see cref="Misfit"/>, and of equal numbers the sum of distances in levels.</returns>
    public static (double[] Cuts, long Left) Of(ReadOnlySpan<double> points, ReadOnlySpan<int> given, double lowest, int levels)
    {
        var order = new int[points.Length];
        for (var i = 0; i < order.Length; i++) order[i] = i;
        Array.Sort(points.ToArray(), order);
        var values = new List<double>();
        var costs = new List<long[]>();
        foreach (var p in order)
        {
            if (values.Count == 0 || values[^1] != points[p])
            {
                values.Add(points[p]);
                costs.Add(new long[levels]);
            }

            for (var level = 0; level < levels; level++) costs[^1][level] += given[p] == level ? 0 : Misfit + Math.Abs(given[p] - level);
        }

        return Best(values, costs, lowest, levels);
    }

    private static (double[] Cuts, long Left) Best(List<double> values, List<long[]> costs, double lowest, int levels)
    {
        // best[level]: everybody so far placed, the last of them at the level; of equal costs the one whose cut points lie in the widest gaps.
        var best = new (long Cost, double Gap)[levels];
        var starts = new int[values.Count, levels];
        for (var g = 0; g < values.Count; g++)
        {
            for (var level = levels - 1; level >= 0; level--)
            {
                var from = level;
                for (var lower = 0; g > 0 && lower < level; lower++)
                {
                    var gap = best[lower].Gap + values[g] - values[g - 1];
                    var present = from == level ? best[level] : (best[from].Cost, best[from].Gap + values[g] - values[g - 1]);
                    if (best[lower].Cost < present.Cost || (best[lower].Cost == present.Cost && gap > present.Item2)) from = lower;
                }

                starts[g, level] = from;
                best[level] = (best[from].Cost + costs[g][level], best[from].Gap + (from == level ? 0 : values[g] - values[g - 1]));
            }
        }

        var end = 0;
        for (var level = 1; level < levels; level++)
        {
            if (best[level].Cost < best[end].Cost || (best[level].Cost == best[end].Cost && best[level].Gap > best[end].Gap)) end = level;
        }

        return (Cuts(values, starts, end, lowest, levels), values.Count == 0 ? 0 : best[end].Cost);
    }

    private static double[] Cuts(List<double> values, int[,] starts, int end, double lowest, int levels)
    {
        var cuts = new double[levels];
        Array.Fill(cuts, double.NaN);
        cuts[0] = lowest;
        var level = end;
        for (var g = values.Count - 1; g > 0; g--)
        {
            var from = starts[g, level];
            for (var l = from + 1; l <= level; l++) cuts[l] = ValuationKernel.Round((values[g - 1] + values[g]) / 2);
            level = from;
        }

        for (var l = 1; l <= level; l++) cuts[l] = values.Count == 0 ? double.NaN : values[0];
        for (var l = end + 1; l < levels; l++) cuts[l] = values.Count == 0 ? double.NaN : values[^1] + 1;
        for (var l = 1; l < levels; l++)
        {
            if (!(cuts[l] > cuts[l - 1])) cuts[l] = ValuationKernel.Round(cuts[l - 1] + (1 / ValuationKernel.Hundredths));
        }

        return cuts;
    }
}
