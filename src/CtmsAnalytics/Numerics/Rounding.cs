namespace CtmsAnalytics.Numerics;

/// <summary>Rounding of money: always half up, never to even.</summary>
public static class Rounding
{
    private const long Billion = 1_000_000_000;

    /// <summary>Rounds to the nearest whole unit, halves upward.</summary>
    /// <param name="value">A finite number of units (dollars or cents) within the range of a 64-bit integer.</param>
    /// <returns>The whole units.</returns>
    public static long HalfUp(double value) => (long)Math.Floor(value + 0.5);

    /// <summary>
    /// A fraction of an amount, halves upward, as it comes out on paper: the fraction counts in whole billionths, so that a half is a half.
    /// In double precision 42,670 at 0.35 lies just below 14,934.5 and would lose a dollar.
    /// </summary>
    /// <param name="amount">Whole units (dollars or cents); its product with the fraction is below 9 x 10^9 in size.</param>
    /// <param name="fraction">A fraction with at most nine decimals; further ones are rounded away.</param>
    /// <returns>The whole units.</returns>
    public static long Part(long amount, double fraction)
    {
        var billionths = (amount * (long)Math.Round(fraction * Billion)) + (Billion / 2);
        var whole = billionths / Billion;
        return billionths % Billion < 0 ? whole - 1 : whole;
    }

    /// <summary>A fraction of an amount, downward, with the fraction in whole billionths as in <see cref="Part"/>: what a limit lets pass.</summary>
    /// <param name="amount">Whole units (dollars or cents), 0 or more; its product with the fraction is below 9 x 10^9.</param>
    /// <param name="fraction">A fraction of 0 or more with at most nine decimals; further ones are rounded away.</param>
    /// <returns>The whole units.</returns>
    public static long PartDown(long amount, double fraction) => amount * (long)Math.Round(fraction * Billion) / Billion;

    /// <summary>Rounds to the nearest multiple of a unit, halves upward.</summary>
    /// <param name="value">A finite number.</param>
    /// <param name="unit">The unit, greater than zero: 100 for rates that are set in hundreds of dollars.</param>
    /// <returns>The nearest multiple.</returns>
    public static double ToMultiple(double value, double unit) => Math.Floor((value / unit) + 0.5) * unit;
}
