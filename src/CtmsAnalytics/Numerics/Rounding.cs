namespace CtmsAnalytics.Numerics;

/// <summary>Rounding of money: always half up, never to even.</summary>
public static class Rounding
{
    /// <summary>Rounds to the nearest whole unit, halves upward.</summary>
    /// <param name="value">A finite number of units (dollars or cents) within the range of a 64-bit integer.</param>
    /// <returns>The whole units.</returns>
    public static long HalfUp(double value) => (long)Math.Floor(value + 0.5);

    /// <summary>Rounds to the nearest multiple of a unit, halves upward.</summary>
    /// <param name="value">A finite number.</param>
    /// <param name="unit">The unit, greater than zero: 100 for rates that are set in hundreds of dollars.</param>
    /// <returns>The nearest multiple.</returns>
    public static double ToMultiple(double value, double unit) => Math.Floor((value / unit) + 0.5) * unit;
}
