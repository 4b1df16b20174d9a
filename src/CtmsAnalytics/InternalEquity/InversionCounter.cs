namespace CtmsAnalytics.InternalEquity;

/// <summary>Counts pairs in which pay stands against the order of levels or of service, exactly and in n log n steps (158.404(a)).</summary>
public static class InversionCounter
{
    /// <summary>Pairs of the two lists in which the first is above the second.</summary>
    /// <param name="lower">Pay of those who would be expected below, in any order.</param>
    /// <param name="upper">Pay of those who would be expected above, in any order.</param>
    /// <returns>The number of pairs; how many of the first list are above somebody, and how many of the second are below somebody.</returns>
    public static (long Pairs, int LowerAbove, int UpperBelow) Above(IReadOnlyList<long> lower, IReadOnlyList<long> upper)
    {
        ArgumentNullException.ThrowIfNull(lower);
        ArgumentNullException.ThrowIfNull(upper);
        if (lower.Count == 0 || upper.Count == 0) return (0, 0, 0);
        var ordered = upper.Order().ToArray();
        var (pairs, above, highest) = (0L, 0, long.MinValue);
        foreach (var pay in lower)
        {
            var below = CountBelow(ordered, pay);
            pairs += below;
            if (below > 0) above++;
            highest = Math.Max(highest, pay);
        }

        return (pairs, above, CountBelow(ordered, highest));
    }

    /// <summary>Pairs of a new person and a longer-serving one with at least the same rating, and those of them in which the new person is paid more. Nobody's missing rating counts as the lowest.</summary>
    /// <param name="newcomers">Pay and rating of the new people.</param>
    /// <param name="longServing">Pay and rating of the longer-serving ones.</param>
    /// <returns>All such pairs, those in which the new person is paid more, and how many longer-serving people are in one of these.</returns>
    public static (long Pairs, long Inverted, int Overtaken) Overtaking(IReadOnlyList<(long Pay, int? Rating)> newcomers, IReadOnlyList<(long Pay, int? Rating)> longServing)
    {
        ArgumentNullException.ThrowIfNull(newcomers);
        ArgumentNullException.ThrowIfNull(longServing);
        if (newcomers.Count == 0 || longServing.Count == 0) return (0, 0, 0);
        var pays = longServing.Select(l => l.Pay).Order().ToArray();
        var tree = new int[pays.Length + 1];
        var served = longServing.OrderByDescending(l => Place(l.Rating)).ToList();
        var (next, pairs, inverted) = (0, 0L, 0L);
        foreach (var (pay, rating) in newcomers.OrderByDescending(n => Place(n.Rating)))
        {
            for (; next < served.Count && Place(served[next].Rating) >= Place(rating); next++) Add(tree, CountBelow(pays, served[next].Pay) + 1);
            pairs += next;
            inverted += Sum(tree, CountBelow(pays, pay));
        }

        // From the lowest rating up: the highest pay of the new people whose rating is no better.
        var (overtaken, highest, entered) = (0, long.MinValue, 0);
        var rising = newcomers.OrderBy(n => Place(n.Rating)).ToList();
        foreach (var (pay, rating) in longServing.OrderBy(l => Place(l.Rating)))
        {
            for (; entered < rising.Count && Place(rising[entered].Rating) <= Place(rating); entered++) highest = Math.Max(highest, rising[entered].Pay);
            if (highest > pay) overtaken++;
        }

        return (pairs, inverted, overtaken);
    }

    private static int Place(int? rating) => rating ?? -1;

    private static int CountBelow(long[] ordered, long value)
    {
        var (low, high) = (0, ordered.Length);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (ordered[middle] < value) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    // A binary indexed tree over places from 1; equal pays share the first of their places.
    private static void Add(int[] tree, int place)
    {
        for (; place < tree.Length; place += place & -place) tree[place]++;
    }

    private static long Sum(int[] tree, int place)
    {
        var sum = 0L;
        for (; place > 0; place -= place & -place) sum += tree[place];
        return sum;
    }
}
