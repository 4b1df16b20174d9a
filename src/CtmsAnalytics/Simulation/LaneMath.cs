using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using CtmsAnalytics.Numerics;
using CtmsAnalytics.Salaries;

namespace CtmsAnalytics.Simulation;

/// <summary>The rounding rules of money for eight draws side by side. Amounts are whole dollars or cents, 0 or more, held in double precision, which is exact below 2^53.</summary>
internal static class LaneMath
{
    /// <summary>Lanes of a vector of double precision numbers.</summary>
    public const int Width = 8;

    private const double Half = 0.5;
    private const double Thousand = 1000;
    private const double Million = Thousand * Thousand;
    private const double Billion = Thousand * Million;
    private const double TwiceCentsInADollar = 200;
    private const double TwoTo52 = 4503599627370496;
    private const ulong TwoTo52Bits = 0x4330000000000000;
    private const double OneOver2To32 = 1 / 4294967296.0;

    /// <summary>As <see cref="Rounding.HalfUp"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> HalfUp(Vector512<double> value) => Vector512.Floor(value + Vector512.Create(Half));

    /// <summary>Whole quotient of whole numbers.</summary>
    /// <param name="dividend">0 or more; its sum with the divisor is below 2^53.</param>
    /// <param name="divisor">1 or more.</param>
    /// <remarks>
    /// Let n be the whole quotient. Division rounds correctly, so that its result is n or more. (n + 1) x divisor is at most dividend + divisor, below 2^53; the true quotient, which is at least
    /// 1 / divisor below n + 1, is therefore more than (n + 1) 2^-53 below it, and that is half the step of double precision there or more: the result is below n + 1.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Quotient(Vector512<double> dividend, Vector512<double> divisor) => Vector512.Floor(dividend / divisor);

    /// <summary>Whole quotient of whole numbers, without a division.</summary>
    /// <param name="dividend">0 or more, below 2^50.</param>
    /// <param name="divisor">The divisor.</param>
    /// <remarks>
    /// (dividend + 1/2) / divisor lies 1 / (2 divisor) or more from every whole number. The two roundings are off by 2^-52 of it and hardly more, which is less than half as much, because dividend + 1/2 is below 2^50 + 1.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Quotient(Vector512<double> dividend, LaneDivisor divisor) => Vector512.Floor((dividend + Vector512.Create(Half)) * divisor.Reciprocal);

    /// <summary>Whole billionths of a fraction, as <see cref="Rounding.Part"/> takes it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Billionths(double fraction) => Math.Round(fraction * Billion);

    /// <summary>Whole billionths of each fraction.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Billionths(Vector512<double> fraction) => Vector512.Round(fraction * Billion);

    /// <summary>As <see cref="Rounding.Part"/> of amounts whose part is below nine million units.</summary>
    /// <param name="amount">Whole units, 0 or more.</param>
    /// <param name="billionths">Whole billionths, 0 or more; amount x billionths is at most 9 x 10^15.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Part(Vector512<double> amount, Vector512<double> billionths) =>
        LargeQuotient((amount * billionths) + Vector512.Create(Half * Billion), Billion, 1 / Billion);

    /// <summary>As <see cref="Rounding.Part"/> of amounts whose part is below nine million units.</summary>
    /// <param name="amount">Whole units, 0 or more.</param>
    /// <param name="billionths">Whole billionths, 0 or more; amount x billionths is at most 9 x 10^15.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Part(Vector512<double> amount, double billionths) => Part(amount, Vector512.Create(billionths));

    /// <summary>As <see cref="Rounding.Part"/>, in its whole range: of an amount in thousands and of what is left, so that no product reaches 2^53.</summary>
    /// <param name="amount">Whole units, 0 or more, below 2^50.</param>
    /// <param name="billionths">Whole billionths, 0 to 10^12; amount x billionths is at most 9 x 10^18.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> PartOfLarge(Vector512<double> amount, Vector512<double> billionths)
    {
        var thousands = Quotient(amount, new LaneDivisor(Thousand));
        var product = thousands * billionths;
        var whole = LargeQuotient(product, Million, 1 / Million);
        var rest = ((product - (whole * Million)) * Thousand) + ((amount - (thousands * Thousand)) * billionths) + Vector512.Create(Half * Billion);
        return whole + LargeQuotient(rest, Billion, 1 / Billion);
    }

    /// <summary>As <see cref="PartOfLarge(Vector512{double}, Vector512{double})"/>, the same fraction for all.</summary>
    /// <param name="amount">Whole units, 0 or more, below 2^50.</param>
    /// <param name="billionths">Whole billionths, 0 to 10^12; amount x billionths is at most 9 x 10^18.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> PartOfLarge(Vector512<double> amount, double billionths) => PartOfLarge(amount, Vector512.Create(billionths));

    /// <summary>As <see cref="HourlyRate.FromAnnual"/>.</summary>
    /// <param name="annualRate">Annual rate, whole US dollars, 0 or more, below 2^42.</param>
    /// <param name="twiceDivisor">Twice the hours that a year counts for, a parameter.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> FromAnnual(Vector512<double> annualRate, LaneDivisor twiceDivisor) =>
        Quotient((annualRate * TwiceCentsInADollar) + Vector512.Create(twiceDivisor.Value * Half), twiceDivisor);

    /// <summary>As <see cref="HourlyRate.WorkPeriodPay"/>.</summary>
    /// <param name="annualRate">Annual rate, whole US dollars, 0 or more, below 2^42.</param>
    /// <param name="hours">Regular hours of the work period.</param>
    /// <param name="twiceDivisor">Twice the hours that a year counts for, a parameter.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> WorkPeriodPay(Vector512<double> annualRate, double hours, LaneDivisor twiceDivisor) => FromAnnual(annualRate, twiceDivisor) * hours;

    /// <summary>As <see cref="HourlyRate.WorkPeriodPay"/>, with hours of their own in each lane.</summary>
    /// <param name="annualRate">Annual rate, whole US dollars, 0 or more, below 2^42.</param>
    /// <param name="hours">Regular hours of the work period.</param>
    /// <param name="twiceDivisor">Twice the hours that a year counts for, a parameter.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> WorkPeriodPay(Vector512<double> annualRate, Vector512<double> hours, LaneDivisor twiceDivisor) => FromAnnual(annualRate, twiceDivisor) * hours;

    /// <summary>As <see cref="Philox.Uniform"/> of eight words.</summary>
    /// <param name="words">Random words.</param>
    /// <param name="lane">The first of the eight.</param>
    /// <remarks>2^52 + word stands in the bits of a double as it is; 2^52 - 1/2 is one too, so that their difference is word + 1/2 exactly.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Uniform(ReadOnlySpan<uint> words, int lane)
    {
        var (lower, upper) = Vector256.Widen(Vector256.Create(words[lane..]));
        return ((Vector512.Create(lower, upper) | Vector512.Create(TwoTo52Bits)).AsDouble() - Vector512.Create(TwoTo52 - Half)) * OneOver2To32;
    }

    /// <summary>Whole quotient of whole numbers whose sum is below 2^53: off by at most one at first, and put right by the remainder, which is exact.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> LargeQuotient(Vector512<double> dividend, double divisor, double reciprocal)
    {
        var quotient = Vector512.Floor(dividend * reciprocal);
        var remainder = dividend - (quotient * divisor);
        quotient += Vector512.GreaterThanOrEqual(remainder, Vector512.Create(divisor)) & Vector512<double>.One;
        return quotient - (Vector512.LessThan(remainder, Vector512<double>.Zero) & Vector512<double>.One);
    }
}
