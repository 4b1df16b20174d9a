namespace CtmsAnalytics.Charts.Risk;

/// <summary>What an exceedance chart shows: how likely a cost is above any budget.</summary>
/// <param name="Scenario">Name of the scenario.</param>
/// <param name="Span">The years that the cost is of, for example <c>FY2028</c> or <c>FY2027–31</c>.</param>
/// <param name="CostByDraw">Cost in each draw, cents, in any order; at least one.</param>
/// <param name="Budgets">Budgets to mark; may be empty.</param>
/// <param name="Basis">People and the kind of dollars; the number of draws is counted.</param>
/// <param name="Beside">Other scenarios of the same run whose curves are drawn beside it, three at most, for example the baseline; null for none.</param>
public sealed record ExceedanceInput(
    string Scenario, string Span, IReadOnlyList<long> CostByDraw, IReadOnlyList<ExceedanceBudget> Budgets, ChartBasis Basis, IReadOnlyList<ExceedanceCurve>? Beside = null);

/// <summary>The cost of another scenario.</summary>
/// <param name="Scenario">Name of the scenario.</param>
/// <param name="CostByDraw">Cost in each draw, cents, in any order; at least one.</param>
public sealed record ExceedanceCurve(string Scenario, IReadOnlyList<long> CostByDraw);

/// <summary>A budget that the cost is held against.</summary>
/// <param name="Name">Its name, for example <c>Approved budget</c>.</param>
/// <param name="Cents">Amount, cents.</param>
public sealed record ExceedanceBudget(string Name, long Cents);
