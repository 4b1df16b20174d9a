using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace CtmsAnalytics.Simulation;

/// <content>The same functions of eight numbers side by side: in every lane the bits of the functions of one number.</content>
internal static partial class Deterministic
{
    /// <summary>Natural logarithm of each lane, as <see cref="Log(double)"/>.</summary>
    public static Vector512<double> Log(Vector512<double> x)
    {
        var isSubnormal = Vector512.LessThan(x, Vector512.Create(SmallestNormal));
        var bits = Vector512.ConditionalSelect(isSubnormal, x * TwoTo54, x).AsUInt64();
        var exponent = (bits - Vector512.Create(RootHalfLessOne)) >>> FractionBits;
        var fraction = (bits - (exponent << FractionBits) + Vector512.Create((ulong)Bias << FractionBits)).AsDouble();
        var k = (exponent | Vector512.Create(TwoTo52Bits)).AsDouble()
            - Vector512.ConditionalSelect(isSubnormal, Vector512.Create(TwoTo52 + Bias + SubnormalShift), Vector512.Create(TwoTo52 + Bias));
        var f = fraction - Vector512<double>.One;
        var s = f / (Vector512.Create(2.0) + f);
        var z = s * s;
        var r = Vector512.Create(L7) + (z * L8);
        r = Vector512.Create(L6) + (z * r);
        r = Vector512.Create(L5) + (z * r);
        r = Vector512.Create(L4) + (z * r);
        r = Vector512.Create(L3) + (z * r);
        r = Vector512.Create(L2) + (z * r);
        r = z * (Vector512.Create(L1) + (z * r));
        var h = f * 0.5 * f;
        var log = (k * Ln2High) - ((h - ((s * (h + r)) + (k * Ln2Low))) - f);
        log = Vector512.ConditionalSelect(Vector512.GreaterThan(x, Vector512<double>.Zero), log, Vector512.Create(double.NaN));
        log = Vector512.ConditionalSelect(Vector512.Equals(x, Vector512.Create(double.PositiveInfinity)), x, log);
        return Vector512.ConditionalSelect(Vector512.Equals(x, Vector512<double>.Zero), Vector512.Create(double.NegativeInfinity), log);
    }

    /// <summary>Exponential function of each lane, as <see cref="Exp(double)"/>.</summary>
    public static Vector512<double> Exp(Vector512<double> x)
    {
        var (highest, lowest) = (Vector512.Create(HighestExponent), Vector512.Create(LowestExponent));
        x = Vector512.ConditionalSelect(Vector512.GreaterThan(x, highest), highest, Vector512.ConditionalSelect(Vector512.LessThan(x, lowest), lowest, x));
        var k = Vector512.Floor((x * Log2E) + Vector512.Create(0.5));
        var high = x - (k * Ln2High);
        var low = k * Ln2Low;
        var r = high - low;
        var z = r * r;
        var c = Vector512.Create(E4) + (z * E5);
        c = Vector512.Create(E3) + (z * c);
        c = Vector512.Create(E2) + (z * c);
        c = r - (z * (Vector512.Create(E1) + (z * c)));
        var exp = Vector512<double>.One - ((low - (r * c / (Vector512.Create(2.0) - c))) - high);
        var half = Vector512.Floor(k * 0.5);
        return exp * PowerOfTwo(half) * PowerOfTwo(k - half);
    }

    /// <summary>The same power of each lane, as <see cref="Pow(double, double)"/>.</summary>
    public static Vector512<double> Pow(Vector512<double> x, double y) =>
        y == 1 ? x : y == -1 ? Vector512<double>.One / x : y == 0 ? Vector512<double>.One : Exp(Log(x) * y);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> PowerOfTwo(Vector512<double> k) => ((k + Vector512.Create(BiasInLowestBits)).AsUInt64() << FractionBits).AsDouble();
}
