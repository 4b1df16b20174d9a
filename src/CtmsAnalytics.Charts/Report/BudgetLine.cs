using CtmsAnalytics.Charts.Formatting;

namespace CtmsAnalytics.Charts.Report;

/// <summary>An approved budget of a year or of all years.</summary>
/// <param name="Year">Fiscal year; null for all years together.</param>
/// <param name="Cents">The budget, cents.</param>
internal readonly record struct BudgetLine(int? Year, long Cents)
{
    /// <summary>The year in words.</summary>
    public string Name => Year is { } year ? Display.FiscalYear(year) : "all years";

    /// <summary>The budgets of a report, by year, that of all years last.</summary>
    public static IEnumerable<BudgetLine> All(ReportOptions options)
    {
        foreach (var (year, cents) in options.Budgets.OrderBy(b => b.Key)) yield return new BudgetLine(year, cents);
        if (options.TotalBudget is { } total) yield return new BudgetLine(null, total);
    }
}
