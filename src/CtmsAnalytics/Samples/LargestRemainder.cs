namespace CtmsAnalytics.Samples;

/// <summary>Shares whole people out by weight.</summary>
internal static class LargestRemainder
{
    /// <summary>
    /// Splits a total by the method of largest remainder: every share is the floor or the ceiling of its exact value and the shares sum to the total.
    /// Equal remainders favour the earlier weight.
    /// </summary>
    /// <param name="weights">Non-negative weights with a positive sum.</param>
    /// <param name="total">Number to split, at least 0.</param>
    public static int[] Split(IReadOnlyList<int> weights, int total)
    {
        var sum = weights.Sum(w => (long)w);
        var shares = weights.Select(w => (int)((long)w * total / sum)).ToArray();
        var byRemainder = Enumerable.Range(0, weights.Count).OrderByDescending(i => (long)weights[i] * total % sum).ThenBy(i => i);
        foreach (var i in byRemainder.Take(total - shares.Sum()))
            shares[i]++;
        return shares;
    }

    /// <summary>Repeats each index as often as its share says.</summary>
    /// <param name="shares">Shares as <see cref="Split"/> returns them.</param>
    public static IEnumerable<int> Expand(int[] shares) => shares.SelectMany((share, i) => Enumerable.Repeat(i, share));
}
