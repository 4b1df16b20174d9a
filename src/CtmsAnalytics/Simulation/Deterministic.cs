namespace CtmsAnalytics.Simulation;

/// <summary>Elementary functions that give the same bits on every machine: only additions, multiplications, divisions and square roots of IEEE 754 double precision, in a fixed order, never fused.</summary>
/// <remarks>
/// Implementation note: arguments are reduced as in W. J. Cody and W. Waite, Software Manual for the Elementary Functions (1980); the polynomials interpolate at Chebyshev nodes
/// (J.-M. Muller, Elementary Functions (3rd ed. 2016), chapters 3 and 11) and were computed for this file with 60 digits. The functions of the platform differ from one machine to the next in their last bit.
/// The functions of lanes compute each lane with the same operations in the same order.
/// </remarks>
internal static partial class Deterministic
{
    private const double SmallestNormal = 2.2250738585072014E-308;
    private const double TwoTo54 = 18014398509481984;
    private const double TwoTo52 = 4503599627370496;
    private const ulong TwoTo52Bits = 0x4330000000000000;
    private const int FractionBits = 52;
    private const int SubnormalShift = 54;
    private const int Bias = 1023;

    // ln 2 in two parts; the first has 42 bits, so that its product with an exponent is exact.
    private const double Ln2High = 0.6931471805598903;
    private const double Ln2Low = 5.497923018708371E-14;
    private const double Log2E = 1.4426950408889634;

    // Bits of a number just below the square root of 1/2, less those of 1: what is subtracted so that the exponent field counts from there.
    private const ulong RootHalfLessOne = 0xFFF6A09E00000000;

    // ln((1 + s) / (1 - s)) = 2s + s R(s^2); R is z (L1 + L2 z + ...), off by at most 2^-60.
    private const double L1 = 0.6666666666666666;
    private const double L2 = 0.4000000000000088;
    private const double L3 = 0.28571428570803614;
    private const double L4 = 0.22222222391713917;
    private const double L5 = 0.18181795640132906;
    private const double L6 = 0.15386239702814658;
    private const double L7 = 0.13268773138656886;
    private const double L8 = 0.13086626147840102;

    // r (e^r + 1) / (e^r - 1) = 2 + z (E1 + E2 z + ...) with z = r^2; e^r is off by at most 2^-59.
    private const double E1 = 0.1666666666666666;
    private const double E2 = -0.0027777777777564404;
    private const double E3 = 6.613756471622828E-05;
    private const double E4 = -1.6534060033836456E-06;
    private const double E5 = 4.1437662804024295E-08;

    // Below the first every result is 0, above the second infinite; the factors of two stay inside the exponent field.
    private const double LowestExponent = -746;
    private const double HighestExponent = 710;

    // A number so large that its last bit is 1: adding it to a whole number leaves that, biased, in the lowest bits.
    private const double BiasInLowestBits = 6755399441055744 + Bias;

    /// <summary>Natural logarithm, within one unit in the last place.</summary>
    /// <param name="x">A number.</param>
    /// <returns>The logarithm; negative infinity for 0, infinity for infinity, not a number below 0 and for not a number.</returns>
    public static double Log(double x)
    {
        var isSubnormal = x < SmallestNormal;
        var bits = BitConverter.DoubleToUInt64Bits(isSubnormal ? x * TwoTo54 : x);
        var exponent = unchecked(bits - RootHalfLessOne) >> FractionBits;
        var fraction = BitConverter.UInt64BitsToDouble(unchecked(bits - (exponent << FractionBits) + ((ulong)Bias << FractionBits)));
        var k = BitConverter.UInt64BitsToDouble(exponent | TwoTo52Bits) - (isSubnormal ? TwoTo52 + Bias + SubnormalShift : TwoTo52 + Bias);
        var f = fraction - 1;
        var s = f / (2 + f);
        var z = s * s;
        var r = z * (L1 + (z * (L2 + (z * (L3 + (z * (L4 + (z * (L5 + (z * (L6 + (z * (L7 + (z * L8))))))))))))));
        var h = 0.5 * f * f;
        var log = (k * Ln2High) - ((h - ((s * (h + r)) + (k * Ln2Low))) - f);
        return x == 0 ? double.NegativeInfinity : x == double.PositiveInfinity ? x : x > 0 ? log : double.NaN;
    }

    /// <summary>Exponential function, within one unit in the last place.</summary>
    /// <param name="x">A number.</param>
    /// <returns>e^x; infinity above 709.78, gradually 0 below -708.4 and 0 below -745.2; not a number for not a number.</returns>
    public static double Exp(double x)
    {
        var inside = x > HighestExponent ? HighestExponent : x < LowestExponent ? LowestExponent : x;
        var k = Math.Floor((inside * Log2E) + 0.5);
        var high = inside - (k * Ln2High);
        var low = k * Ln2Low;
        var r = high - low;
        var z = r * r;
        var c = r - (z * (E1 + (z * (E2 + (z * (E3 + (z * (E4 + (z * E5)))))))));
        var exp = 1 - ((low - (r * c / (2 - c))) - high);
        var half = Math.Floor(k * 0.5);
        return exp * PowerOfTwo(half) * PowerOfTwo(k - half);
    }

    /// <summary>Power. Exact for the exponents 1 and 0, correctly rounded for -1; otherwise e^(y ln x), whose relative error is below (2 |y ln x| + 1) x 2^-52.</summary>
    /// <param name="x">Base, 0 or more.</param>
    /// <param name="y">A finite exponent.</param>
    /// <returns>x^y; 1 where y is 0, whatever x. A base of 0 gives 0 for y above 0 and infinity below, an infinite one the reverse; a negative one not a number, unless y is 1, -1 or 0.</returns>
    public static double Pow(double x, double y) => y == 1 ? x : y == -1 ? 1 / x : y == 0 ? 1 : Exp(y * Log(x));

    private static double PowerOfTwo(double k) => BitConverter.UInt64BitsToDouble(BitConverter.DoubleToUInt64Bits(k + BiasInLowestBits) << FractionBits);
}
