using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Workspace.Scenarios;
using CtmsAnalytics.Workspace.Scenarios.Yaml;
using CtmsAnalytics.Workspace.Tables;

namespace CtmsAnalytics.Workspace.Budgets;

/// <summary>Reads budgets by fiscal year: a YAML map <c>2027: 235M</c>, or a CSV or Excel table with the columns <c>fiscal_year</c> and <c>budget</c>.</summary>
public static class BudgetFile
{
    private const string YearColumn = "fiscal_year";
    private const string AmountColumn = "budget";

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file; <c>.yaml</c> and <c>.yml</c> are YAML, anything else is a table.</param>
    /// <returns>The budgets, in the order of the file.</returns>
    /// <exception cref="InputException">The file does not exist, or has problems; all of them are named with their places.</exception>
    public static IReadOnlyList<YearBudget> Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var isYaml = path.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".yml", StringComparison.OrdinalIgnoreCase);
        if (isYaml && !File.Exists(path)) throw FileContent.Unusable(path, "There is no such file.", "Check the name and the folder.");
        var problems = new ProblemList();
        var budgets = isYaml ? FromYaml(path, problems) : FromTable(path, problems);
        problems.ThrowIfAny();
        return budgets.Count > 0 ? budgets : throw FileContent.Unusable(path, "The file has no budget.", FileKind.Budget.Least);
    }

    private static List<YearBudget> FromYaml(string path, ProblemList problems)
    {
        var budgets = new List<YearBudget>();
        if (YamlTextReader.Read(path, path, FileKind.Budget, problems) is not { } read) return budgets;
        foreach (var entry in YamlTreeReader.Read(path, read.Text, FileKind.Budget, problems)?.Entries ?? [])
            Add(budgets, entry.Key, (entry.Value as YamlScalar)?.Text ?? "", entry.KeyAt, problems);
        return budgets;
    }

    private static List<YearBudget> FromTable(string path, ProblemList problems)
    {
        var budgets = new List<YearBudget>();
        using var table = FileContent.Read(path).Open();
        if (!table.Read()) return budgets;
        var names = Enumerable.Range(0, table.Count).Select(i => table[i].Text).ToList();
        var (year, amount) = (names.IndexOf(YearColumn), names.IndexOf(AmountColumn));
        if (year < 0 || amount < 0) throw FileContent.Unusable(path, "The first row does not name the columns.", $"It has '{YearColumn}' and '{AmountColumn}'.");
        while (table.Read())
        {
            if (table.IsBlank()) continue;
            string At(int column) => column < table.Count ? table[column].Text : "";
            Add(budgets, At(year), At(amount), new SourceLocation(path, (int)table.RowNumber, 1), problems);
        }

        return budgets;
    }

    private static void Add(List<YearBudget> budgets, string year, string amount, SourceLocation at, ProblemList problems)
    {
        if (YearBudget.MissingUnit("", amount) is { } units)
            problems.Add(at, $"The budget {ProblemList.Quote(amount)} of {ProblemList.Quote(year)} does not say of what.", units);
        else if (YearBudget.TryRead(year, amount) is not { } budget)
            problems.Add(at, $"{ProblemList.Quote(year)} with {ProblemList.Quote(amount)} is not a budget.", "Right would be a fiscal year and an amount in dollars, for example 2027 and 235M.");
        else if (budgets.Any(b => b.FiscalYear == budget.FiscalYear)) problems.Add(at, $"There are two budgets for {ProblemList.Quote(year)}.", "Give each year one.");
        else budgets.Add(budget);
    }
}
