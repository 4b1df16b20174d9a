namespace CtmsAnalytics.Charts.MarketPosition;

/// <summary>What a frontier chart shows: what each candidate costs and how competitive it is.</summary>
/// <param name="Span">The years that the cost is of, for example <c>FY2027–31</c>.</param>
/// <param name="Measure">What competitiveness is, for example <c>Median salary as a share of the market target</c>. More is better.</param>
/// <param name="Points">The candidates in any order, at least one. Which of them are on the frontier is computed.</param>
/// <param name="Basis">Draws, people and the kind of dollars.</param>
public sealed record FrontierInput(string Span, string Measure, IReadOnlyList<FrontierPoint> Points, ChartBasis Basis);

/// <summary>A candidate.</summary>
/// <param name="Name">Its name.</param>
/// <param name="CostCents">Its cost, cents.</param>
/// <param name="Competitiveness">The measure, a fraction: 1.02 for 102 %.</param>
/// <param name="Chosen">Whether it is the one under decision. Default false.</param>
public sealed record FrontierPoint(string Name, long CostCents, double Competitiveness, bool Chosen = false);
