using System.Runtime.Intrinsics;

namespace CtmsAnalytics.Simulation;

/// <content>Quantiles of the normal distribution: the rational functions of PPND16 in M. J. Wichura, Algorithm AS 241, Applied Statistics 37 (1988), 477-484, with its coefficients.</content>
internal static partial class Deterministic
{
    private const double CentralHalfWidth = 0.425;
    private const double CentralSquare = 0.180625;
    private const double TailStart = 1.6;
    private const double FarTailStart = 5;

    /// <summary>Quantile of the standard normal distribution; the relative error is below 2^-50.</summary>
    /// <param name="probability">Probability, 0 to 1.</param>
    /// <returns>The quantile; negative infinity for 0, infinity for 1, not a number outside.</returns>
    public static double NormalQuantile(double probability)
    {
        var q = probability - 0.5;
        if (Math.Abs(q) <= CentralHalfWidth)
        {
            var r = CentralSquare - (q * q);
            return q * Polynomial(CentralAbove, r) / Polynomial(CentralBelow, r);
        }

        if (probability == 0) return double.NegativeInfinity;
        if (probability == 1) return double.PositiveInfinity;
        if (!(probability > 0 && probability < 1)) return double.NaN;
        var tail = Math.Sqrt(-Log(q < 0 ? probability : 1 - probability));
        var near = tail - TailStart;
        var far = tail - FarTailStart;
        var quantile = tail <= FarTailStart ? Polynomial(TailAbove, near) / Polynomial(TailBelow, near) : Polynomial(FarAbove, far) / Polynomial(FarBelow, far);
        return q < 0 ? -quantile : quantile;
    }

    /// <summary>Quantile of the standard normal distribution for the probability in each lane, as <see cref="NormalQuantile(double)"/>.</summary>
    public static Vector512<double> NormalQuantile(Vector512<double> probability)
    {
        var q = probability - Vector512.Create(0.5);
        var r = Vector512.Create(CentralSquare) - (q * q);
        var quantile = q * Polynomial(CentralAbove, r) / Polynomial(CentralBelow, r);
        var isCentral = Vector512.LessThanOrEqual(Vector512.Abs(q), Vector512.Create(CentralHalfWidth));
        return Vector512.AllWhereAllBitsSet(isCentral) ? quantile : Vector512.ConditionalSelect(isCentral, quantile, TailQuantile(probability, q));
    }

    private static Vector512<double> TailQuantile(Vector512<double> probability, Vector512<double> q)
    {
        var isLower = Vector512.LessThan(q, Vector512<double>.Zero);
        var tail = Vector512.Sqrt(-Log(Vector512.ConditionalSelect(isLower, probability, Vector512<double>.One - probability)));
        var near = tail - Vector512.Create(TailStart);
        var quantile = Polynomial(TailAbove, near) / Polynomial(TailBelow, near);
        var isFar = Vector512.GreaterThan(tail, Vector512.Create(FarTailStart));
        if (Vector512.AnyWhereAllBitsSet(isFar))
        {
            var far = tail - Vector512.Create(FarTailStart);
            quantile = Vector512.ConditionalSelect(isFar, Polynomial(FarAbove, far) / Polynomial(FarBelow, far), quantile);
        }

        quantile = Vector512.ConditionalSelect(isLower, -quantile, quantile);
        var isInside = Vector512.GreaterThan(probability, Vector512<double>.Zero) & Vector512.LessThan(probability, Vector512<double>.One);
        quantile = Vector512.ConditionalSelect(isInside, quantile, Vector512.Create(double.NaN));
        quantile = Vector512.ConditionalSelect(Vector512.Equals(probability, Vector512<double>.Zero), Vector512.Create(double.NegativeInfinity), quantile);
        return Vector512.ConditionalSelect(Vector512.Equals(probability, Vector512<double>.One), Vector512.Create(double.PositiveInfinity), quantile);
    }
}
