namespace CtmsAnalytics.Budget;

/// <summary>The cell of the cost cube that an amount is booked to.</summary>
/// <param name="FiscalYear">Federal fiscal year, 1 October of the year before to 30 September.</param>
/// <param name="Agency">Component of the Department, for example <c>CISA</c>.</param>
/// <param name="Organisation">Organisation inside the agency, for example <c>CSD</c>.</param>
/// <param name="WorkLevel">Code of the work level (158.404(c)).</param>
/// <param name="Market">Code of the local cybersecurity talent market of the official worksite (158.612).</param>
/// <param name="Component">What the dollar is paid for.</param>
public readonly record struct CostKey(int FiscalYear, string Agency, string Organisation, string WorkLevel, string Market, Component Component);
