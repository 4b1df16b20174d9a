using CtmsAnalytics.Budget.Tables;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Privacy;
using CtmsAnalytics.Runs;
using CtmsAnalytics.Workspace.Budgets;
using CtmsAnalytics.Workspace.Exports;
using CtmsAnalytics.Workspace.Exports.Workbooks;
using CtmsAnalytics.Workspace.Reference;
using CtmsAnalytics.Workspace.Storage;

namespace CtmsAnalytics.Workspace;

/// <content>Budgets and exports of runs.</content>
public sealed partial class Workbench
{
    /// <summary>The budget of one scenario of a run: every table of <c>ctms budget</c>. An analyst's: it holds amounts of organisations with few people.</summary>
    /// <param name="run">The run, stored or not.</param>
    /// <param name="scenario">Index of the scenario; 0 is the baseline, which has no program change.</param>
    /// <param name="basis">Which costs. Default the point estimate on the expected path.</param>
    /// <param name="policy">Folder with object classes and funds; null for the shipped ones.</param>
    /// <returns>The budget.</returns>
    /// <exception cref="InputException">There is no such scenario, the basis needs draws that the run does not have, or the policy lacks a row.</exception>
    public static BudgetBook Budget(RunRecord run, int scenario = 0, BudgetBasis basis = BudgetBasis.Point, string? policy = null) =>
        BudgetBook.Of(run, scenario, basis, BudgetPolicyFiles.Load(policy ?? ShippedPolicy).Policy);

    /// <summary>The same for leadership, as <c>ctms budget --public</c>: nothing of organisations with fewer than five people, and nothing that gives it back.</summary>
    /// <param name="run">The run, stored or not.</param>
    /// <param name="scenario">Index of the scenario.</param>
    /// <param name="basis">Which costs. Default the point estimate on the expected path.</param>
    /// <param name="policy">Folder with object classes and funds; null for the shipped ones.</param>
    /// <returns>The budget.</returns>
    /// <exception cref="InputException">There is no such scenario, the basis needs draws that the run does not have, or the policy lacks a row.</exception>
    public static PublicBudget PublicBudget(RunRecord run, int scenario = 0, BudgetBasis basis = BudgetBasis.Point, string? policy = null) =>
        new(BudgetBook.Of(run, scenario, basis, BudgetPolicyFiles.Load(policy ?? ShippedPolicy).Policy.Together(SmallComponents.Of(run))), MovedPeople.AreFew(run.Facts, scenario));

    /// <summary>Writes a run as an Excel workbook, as <c>ctms export --xlsx</c> does: a cover with what the run was computed from, summaries as live formulas, and the cube of costs. It holds personal data.</summary>
    /// <param name="run">The run, stored or not.</param>
    /// <param name="file">The file, <c>.xlsx</c>; one that is there is replaced.</param>
    /// <param name="basis">Which costs. Default the point estimate on the expected path.</param>
    /// <param name="policy">Folder with object classes and funds; null for the shipped ones.</param>
    /// <exception cref="InputException">The file has another extension, its folder does not exist, the basis needs draws that the run does not have, or the policy lacks a row.</exception>
    /// <exception cref="IOException">The disk is full, or another program holds the file.</exception>
    public static void ExportWorkbook(RunRecord run, string file, BudgetBasis basis = BudgetBasis.Point, string? policy = null)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (!file.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase)) throw new InputException($"{file}: A workbook has the extension .xlsx; spreadsheets refuse it under another one.");
        var (rules, files) = BudgetPolicyFiles.Load(policy ?? ShippedPolicy);
        WholeFile.Write(file, RunWorkbook.Write(RunExport.Of(run, basis, rules, files)));
    }

    private static string ShippedPolicy => Path.Combine(ShippedData.Folder, "policy");
}
