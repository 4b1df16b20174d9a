namespace CtmsAnalytics.Simulation;

/// <summary>A whole number that many amounts are divided by, with its reciprocal.</summary>
/// <param name="Value">The divisor, 2 to 2^50.</param>
internal readonly record struct LaneDivisor(double Value)
{
    /// <summary>1 / divisor, rounded.</summary>
    public double Reciprocal { get; } = 1 / Value;
}
