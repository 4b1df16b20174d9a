namespace CtmsAnalytics.Charts.Workforce;

/// <summary>What an equity chart shows: differences in pay between groups that a regression leaves when it holds other things equal.</summary>
/// <param name="Outcome">What differs, for example <c>salary</c>.</param>
/// <param name="Controls">What is held equal, for example <c>work level, market and service</c>.</param>
/// <param name="Rows">The coefficients in the order they are shown, at least one.</param>
/// <param name="Basis">People; dollars play no part.</param>
public sealed record EquityInput(string Outcome, string Controls, IReadOnlyList<EquityRow> Rows, ChartBasis Basis)
{
    /// <summary>Level of the intervals in words.</summary>
    /// <value>Default <c>95%</c>.</value>
    public string Interval { get; init; } = "95%";
}

/// <summary>One coefficient.</summary>
/// <param name="Group">The group.</param>
/// <param name="Reference">The group that it is compared with.</param>
/// <param name="Estimate">Difference to the reference, a fraction: −0.02 for 2 % less. Null where it is withheld.</param>
/// <param name="Lower">Lower end of the interval, a fraction; null where there is none.</param>
/// <param name="Upper">Upper end of the interval, a fraction; null where there is none.</param>
/// <param name="People">Number of people in the group; null where it is withheld.</param>
public sealed record EquityRow(string Group, string Reference, double? Estimate, double? Lower, double? Upper, int? People)
{
    /// <summary>Whether the interval leaves out zero.</summary>
    internal bool Distinct => Lower > 0 || Upper < 0;
}
