using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using CtmsAnalytics.Numerics;

namespace CtmsAnalytics.Simulation;

/// <summary>The rounding rules of money for eight draws side by side. Amounts are whole dollars or cents, held in double precision, which is exact below 2^53.</summary>
internal static class LaneMath
{
    private const double Half = 0.5;
    private const double Billion = 1_000_000_000;
    private const double TwiceCentsInADollar = 200;
    private const double TwoTo52 = 4503599627370496;
    private const ulong TwoTo52Bits = 0x4330000000000000;
    private const double OneOver2To32 = 1 / 4294967296.0;

    /// <summary>As <see cref="Rounding.HalfUp"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> HalfUp(Vector512<double> value) => Vector512.Floor(value + Vector512.Create(Half));

    /// <summary>Whole quotient of whole numbers, the next one below.</summary>
    /// <param name="dividend">A whole number; its size and the divisor sum to less than 2^53.</param>
    /// <param name="divisor">1 or more.</param>
    /// <remarks>
    /// Let n be the whole quotient. Division rounds correctly, so that its result is n or more. The true quotient is at least 1 / divisor below n + 1; the size of (n + 1) x divisor is less than 2^53, so that
    /// this is more than the size of (n + 1) 2^-53, which is half the step of double precision there or more: the result is below n + 1.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Quotient(Vector512<double> dividend, Vector512<double> divisor) => Vector512.Floor(dividend / divisor);

    /// <summary>Whole quotient of whole numbers, the next one below, by one divisor: a multiplication instead of a division in each lane.</summary>
    /// <param name="dividend">A whole number below 2^50 in size.</param>
    /// <param name="divisor">1 to 2^50.</param>
    /// <remarks>
    /// (dividend + 1/2) / divisor has the same whole part and lies 1 / (2 divisor) or more from every whole number. The two roundings are off by 2^-52 of it and hardly more, which is less than half as much,
    /// because dividend + 1/2 is at most 2^50 in size.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Quotient(Vector512<double> dividend, double divisor) => Vector512.Floor((dividend + Vector512.Create(Half)) * (1 / divisor));

    /// <summary>As <see cref="Rounding.Part"/>, of each amount the same fraction.</summary>
    /// <param name="amount">Whole units, 0 or more; the part is below nine million units.</param>
    /// <param name="fraction">A fraction with at most nine decimals, 0 or more; further ones are rounded away.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Part(Vector512<double> amount, double fraction) => PartInBillionths(amount * Math.Round(fraction * Billion));

    /// <summary>As <see cref="Rounding.Part"/>.</summary>
    /// <param name="amount">Whole units, 0 or more; the part is below nine million units.</param>
    /// <param name="fraction">A fraction with at most nine decimals, 0 or more; further ones are rounded away.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Part(Vector512<double> amount, Vector512<double> fraction) => PartInBillionths(amount * Vector512.Round(fraction * Billion));

    /// <summary>As <see cref="Salaries.HourlyRate.FromAnnual"/>.</summary>
    /// <param name="annualRate">Annual rate, whole US dollars, 0 or more, below 2^42.</param>
    /// <param name="divisor">Hours that a year counts for, a parameter.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> HourlyRate(Vector512<double> annualRate, double divisor) =>
        Quotient((annualRate * TwiceCentsInADollar) + Vector512.Create(divisor), 2 * divisor);

    /// <summary>As <see cref="Philox.Uniform"/>.</summary>
    /// <param name="words">Random words, eight or more; the first eight count.</param>
    /// <remarks>2^52 + word stands in the bits of a double as it is; 2^52 - 1/2 is one too, so that their difference is word + 1/2 exactly.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Uniform(ReadOnlySpan<uint> words)
    {
        var (lower, upper) = Vector256.Widen(Vector256.Create(words));
        return ((Vector512.Create(lower, upper) | Vector512.Create(TwoTo52Bits)).AsDouble() - Vector512.Create(TwoTo52 - Half)) * OneOver2To32;
    }

    /// <summary>Whole units of an amount in billionths of them, halves upward. The first quotient is off by at most one, and the remainder, which is exact, puts it right.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> PartInBillionths(Vector512<double> billionths)
    {
        var dividend = billionths + Vector512.Create(Half * Billion);
        var quotient = Vector512.Floor(dividend * (1 / Billion));
        var remainder = dividend - (quotient * Billion);
        quotient += Vector512.GreaterThanOrEqual(remainder, Vector512.Create(Billion)) & Vector512<double>.One;
        return quotient - (Vector512.LessThan(remainder, Vector512<double>.Zero) & Vector512<double>.One);
    }
}
