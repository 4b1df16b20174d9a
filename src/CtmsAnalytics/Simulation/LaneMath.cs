using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace CtmsAnalytics.Simulation;

internal static class LaneMath
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> HalfUp(Vector512<double> x) => Vector512.Floor(x + Vector512.Create(0.5));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Quotient(Vector512<double> a, double b) => Quotient(a, Vector512.Create(b));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Quotient(Vector512<double> a, Vector512<double> b)
    {
        var q = Vector512.Floor(a / b);
        var r = a - (q * b);
        q -= Vector512<double>.One & Vector512.LessThan(r, Vector512<double>.Zero);
        return q + (Vector512<double>.One & Vector512.GreaterThanOrEqual(r, b));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Part(Vector512<double> amount, double fraction) =>
        Quotient((amount * Math.Round(fraction * 1e9)) + Vector512.Create(5e8), 1e9);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> HourlyRate(Vector512<double> annual, double divisor) => Quotient((annual * 200) + Vector512.Create(divisor), 2 * divisor);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Uniform(ReadOnlySpan<uint> words)
    {
        var wide = Vector512.Create((long)words[0], words[1], words[2], words[3], words[4], words[5], words[6], words[7]);
        return (Vector512.ConvertToDouble(wide) + Vector512.Create(0.5)) * (1.0 / 4294967296.0);
    }
}
