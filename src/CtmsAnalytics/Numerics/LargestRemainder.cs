namespace CtmsAnalytics.Numerics;

/// <summary>Shares whole units out - people, cents, thousands of dollars - so that none is lost.</summary>
internal static class LargestRemainder
{
    /// <summary>
    /// Splits a total by weight by the method of largest remainder: every share is the floor or the ceiling of its exact value and the shares sum to the total.
    /// Equal remainders favour the earlier weight.
    /// </summary>
    /// <param name="weights">Weights with a sum that is not zero; shares lie between floor and ceiling whatever the signs.</param>
    /// <param name="total">Number to split.</param>
    public static long[] Split(IReadOnlyList<long> weights, long total)
    {
        var sum = weights.Aggregate(Int128.Zero, (s, w) => s + w);
        return Share([.. weights.Select(w => w * (Int128)total * Int128.Sign(sum))], Int128.Abs(sum), total);
    }

    /// <summary>Rounds numbers to whole units so that they sum to a given number of units: every number goes down or up to one of its neighbours, the largest remainders up.</summary>
    /// <param name="numbers">The numbers.</param>
    /// <param name="unit">The unit, 1 or more.</param>
    /// <param name="total">What the rounded numbers sum to: the exact sum rounded up or down, in units.</param>
    public static long[] Round(IReadOnlyList<long> numbers, long unit, long total) => Share([.. numbers.Select(n => (Int128)n)], unit, total);

    /// <summary>Repeats each index as often as its share says.</summary>
    /// <param name="shares">Shares as <see cref="Split"/> returns them, 0 or more.</param>
    public static IEnumerable<int> Expand(long[] shares) => shares.SelectMany((share, i) => Enumerable.Repeat(i, (int)share));

    private static long[] Share(Int128[] numerators, Int128 denominator, long total)
    {
        var shares = new long[numerators.Length];
        var remainders = new Int128[numerators.Length];
        for (var i = 0; i < shares.Length; i++)
        {
            var (quotient, remainder) = Int128.DivRem(numerators[i], denominator);
            if (remainder < 0) (quotient, remainder) = (quotient - 1, remainder + denominator);
            (shares[i], remainders[i]) = ((long)quotient, remainder);
        }

        foreach (var i in Enumerable.Range(0, shares.Length).OrderByDescending(i => remainders[i]).ThenBy(i => i).Take((int)(total - shares.Sum()))) shares[i]++;
        return shares;
    }
}
