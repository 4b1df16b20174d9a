namespace CtmsAnalytics.Budget.Tables;

/// <summary>One line of a budget: a cell of the cost cube with its object class and fund.</summary>
/// <param name="Key">The cell of the cube.</param>
/// <param name="ObjectClass">Object class.</param>
/// <param name="Fund">Fund that pays.</param>
/// <param name="Cents">Amount, cents.</param>
public sealed record BudgetLine(CostKey Key, ObjectClass ObjectClass, Fund Fund, long Cents);
