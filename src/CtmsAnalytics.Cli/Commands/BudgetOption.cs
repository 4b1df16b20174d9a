using System.CommandLine;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Workspace.Budgets;

namespace CtmsAnalytics.Cli.Commands;

/// <summary>The option that names approved budgets, alike in every command.</summary>
internal sealed class BudgetOption
{
    /// <summary>The option.</summary>
    public Option<string[]> Option { get; } = new("--budget")
    {
        Description = "A budget to hold costs against, by fiscal year or 'total', or a YAML or CSV file of them. Can be given again.",
        HelpName = "2027=235M|FILE",
    };

    /// <summary>Reads the budgets.</summary>
    /// <param name="parsed">The command line.</param>
    /// <returns>The budgets, at most one for each year.</returns>
    /// <exception cref="InputException">A budget is none, or there are two of one year.</exception>
    public IReadOnlyList<YearBudget> Read(ParseResult parsed)
    {
        var budgets = new List<YearBudget>();
        foreach (var text in parsed.GetValue(Option) ?? [])
        {
            foreach (var budget in text.Contains('=', StringComparison.Ordinal) && !File.Exists(text) ? [YearBudget.Parse(text)] : BudgetFile.Load(text))
            {
                if (budgets.Any(b => b.FiscalYear == budget.FiscalYear)) throw new InputException($"--budget {text}: There are two budgets for the same year. Give each year one.");
                budgets.Add(budget);
            }
        }

        return budgets;
    }

    /// <summary>Checks that every budget is for a year that a run covers.</summary>
    /// <param name="budgets">The budgets.</param>
    /// <param name="years">Fiscal years of the run.</param>
    /// <exception cref="InputException">A budget is for another year.</exception>
    public static void CheckYears(IReadOnlyList<YearBudget> budgets, IReadOnlyList<int> years)
    {
        foreach (var budget in budgets.Where(b => b.FiscalYear is { } year && !years.Contains(year)))
            throw new InputException(FormattableString.Invariant($"--budget: There is no fiscal year {budget.FiscalYear} in this run. It covers {years[0]} to {years[^1]}."));
    }
}
