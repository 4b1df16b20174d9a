namespace CtmsAnalytics.Charts.Risk;

/// <summary>What a paired difference shows: how much more a scenario costs than the baseline, draw by draw with the same luck.</summary>
/// <param name="Scenario">Name of the scenario.</param>
/// <param name="Baseline">Name of the baseline.</param>
/// <param name="Span">The years that the cost is of, for example <c>FY2027–31</c>.</param>
/// <param name="DifferenceByDraw">Scenario less baseline in each draw, cents; at least one.</param>
/// <param name="Basis">People and the kind of dollars; the number of draws is counted.</param>
public sealed record PairedDifferenceInput(string Scenario, string Baseline, string Span, IReadOnlyList<long> DifferenceByDraw, ChartBasis Basis);
