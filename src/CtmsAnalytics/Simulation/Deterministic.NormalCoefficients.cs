using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace CtmsAnalytics.Simulation;

/// <content>Numerators and denominators of the rational functions of PPND16, constant term first.</content>
internal static partial class Deterministic
{
    private static ReadOnlySpan<double> CentralAbove =>
        [3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987, 67265.7709270087, 33430.57558358813, 2509.0809287301227];

    private static ReadOnlySpan<double> CentralBelow =>
        [1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271, 28729.085735721943, 5226.495278852854];

    private static ReadOnlySpan<double> TailAbove =>
        [1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684, 0.2417807251774506, 0.022723844989269184, 0.0007745450142783414];

    private static ReadOnlySpan<double> TailBelow =>
        [1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457, 0.0005475938084995345, 1.0507500716444169E-09];

    private static ReadOnlySpan<double> FarAbove =>
        [6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124, 0.0012426609473880784, 2.7115555687434876E-05, 2.0103343992922881E-07];

    private static ReadOnlySpan<double> FarBelow =>
        [1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133, 1.8463183175100548E-05, 1.421511758316446E-07, 2.0442631033899397E-15];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Polynomial(ReadOnlySpan<double> coefficients, double x)
    {
        var sum = coefficients[6] + (x * coefficients[7]);
        sum = coefficients[5] + (x * sum);
        sum = coefficients[4] + (x * sum);
        sum = coefficients[3] + (x * sum);
        sum = coefficients[2] + (x * sum);
        sum = coefficients[1] + (x * sum);
        return coefficients[0] + (x * sum);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Polynomial(ReadOnlySpan<double> coefficients, Vector512<double> x)
    {
        var sum = Vector512.Create(coefficients[6]) + (x * coefficients[7]);
        sum = Vector512.Create(coefficients[5]) + (x * sum);
        sum = Vector512.Create(coefficients[4]) + (x * sum);
        sum = Vector512.Create(coefficients[3]) + (x * sum);
        sum = Vector512.Create(coefficients[2]) + (x * sum);
        sum = Vector512.Create(coefficients[1]) + (x * sum);
        return Vector512.Create(coefficients[0]) + (x * sum);
    }
}
