namespace CtmsAnalytics.Charts.Layout;

/// <summary>Moves labels apart that stand at the ends of lines, as little as possible and in their order.</summary>
internal static class Spread
{
    /// <summary>Places at least <paramref name="distance"/> apart inside 0 to <paramref name="length"/>, as near to the wanted ones as that allows.</summary>
    /// <param name="wanted">Wanted places, pixels, in any order.</param>
    /// <param name="distance">Least distance, pixels.</param>
    /// <param name="length">Length to stay in, pixels; exceeded where the labels need more.</param>
    /// <returns>The places in the order of <paramref name="wanted"/>.</returns>
    public static double[] Apart(IReadOnlyList<double> wanted, double distance, double length)
    {
        var order = Enumerable.Range(0, wanted.Count).OrderBy(i => wanted[i]).ToArray();
        // Groups of labels that touch share their overlap around the mean of what they wanted.
        var groups = new List<(double Centre, int Count)>();
        foreach (var i in order)
        {
            groups.Add((Math.Clamp(wanted[i], 0, length), 1));
            while (groups.Count > 1 && groups[^1].Centre - groups[^2].Centre < (groups[^1].Count + groups[^2].Count) * distance / 2)
            {
                var (a, b) = (groups[^2], groups[^1]);
                groups.RemoveRange(groups.Count - 2, 2);
                var count = a.Count + b.Count;
                var reach = (count - 1) * distance / 2;
                var centre = ((a.Centre * a.Count) + (b.Centre * b.Count)) / count;
                groups.Add((reach * 2 >= length ? length / 2 : Math.Clamp(centre, reach, length - reach), count));
            }
        }

        var places = new double[wanted.Count];
        var at = 0;
        foreach (var (centre, count) in groups)
        {
            for (var i = 0; i < count; i++) places[order[at++]] = centre + ((i - ((count - 1) / 2d)) * distance);
        }

        return places;
    }
}
