using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CtmsAnalytics.Statistics;

/// <summary>Sums over columns, four lanes wide on every machine and added in one fixed order, so that the digits are the same everywhere.</summary>
internal static class ColumnMath
{
    /// <summary>Sum of the products of two columns of the same length.</summary>
    public static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var x = MemoryMarshal.Cast<double, Vector256<double>>(a);
        var y = MemoryMarshal.Cast<double, Vector256<double>>(b);
        var sum = Vector256<double>.Zero;
        for (var i = 0; i < x.Length; i++) sum += x[i] * y[i];
        var total = sum[0] + sum[1] + (sum[2] + sum[3]);
        for (var i = x.Length * Vector256<double>.Count; i < a.Length; i++) total += a[i] * b[i];
        return total;
    }

    /// <summary>Sum of the products of three columns of the same length.</summary>
    public static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b, ReadOnlySpan<double> c)
    {
        var x = MemoryMarshal.Cast<double, Vector256<double>>(a);
        var y = MemoryMarshal.Cast<double, Vector256<double>>(b);
        var z = MemoryMarshal.Cast<double, Vector256<double>>(c);
        var sum = Vector256<double>.Zero;
        for (var i = 0; i < x.Length; i++) sum += x[i] * y[i] * z[i];
        var total = sum[0] + sum[1] + (sum[2] + sum[3]);
        for (var i = x.Length * Vector256<double>.Count; i < a.Length; i++) total += a[i] * b[i] * c[i];
        return total;
    }

    /// <summary>Takes a multiple of a column away from another.</summary>
    public static void Subtract(Span<double> from, double factor, ReadOnlySpan<double> column)
    {
        var x = MemoryMarshal.Cast<double, Vector256<double>>(from);
        var y = MemoryMarshal.Cast<double, Vector256<double>>(column);
        for (var i = 0; i < x.Length; i++) x[i] -= y[i] * factor;
        for (var i = x.Length * Vector256<double>.Count; i < from.Length; i++) from[i] -= factor * column[i];
    }
}
