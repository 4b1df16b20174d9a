using CtmsAnalytics.Budget.Tables;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Runs;

namespace CtmsAnalytics.Workspace.Exports;

/// <summary>What is exported of a run: its record, and the budget of every scenario.</summary>
/// <param name="Run">The run.</param>
/// <param name="Basis">Which costs.</param>
/// <param name="Books">The budgets, one for each scenario, the baseline first.</param>
/// <param name="PolicyFiles">The files that object classes and funds come from.</param>
public sealed record RunExport(RunRecord Run, BudgetBasis Basis, IReadOnlyList<BudgetBook> Books, IReadOnlyList<ManifestInput> PolicyFiles)
{
    /// <summary>The first line of everything that is exported.</summary>
    public const string PersonalData = "Holds personal data: amounts of groups of fewer than five people. For analysts; do not hand this on.";

    /// <summary>Makes the budgets of a run.</summary>
    /// <param name="run">The run.</param>
    /// <param name="basis">Which costs.</param>
    /// <param name="policy">Object classes and funds.</param>
    /// <param name="policyFiles">The files that these come from.</param>
    /// <returns>What is exported.</returns>
    /// <exception cref="Diagnostics.InputException">The basis needs draws that the run does not have, or the policy lacks a row.</exception>
    public static RunExport Of(RunRecord run, BudgetBasis basis, BudgetPolicy policy, IReadOnlyList<ManifestInput> policyFiles)
    {
        ArgumentNullException.ThrowIfNull(run);
        return new RunExport(run, basis, [.. run.Facts.Scenarios.Select((_, s) => BudgetBook.Of(run, s, basis, policy))], policyFiles);
    }

    /// <summary>Names of the scenarios, told apart where two have the same.</summary>
    public IReadOnlyList<string> Scenarios { get; } = Named(Books);

    /// <summary>The basis in words.</summary>
    public string BasisInWords => Basis switch
    {
        BudgetBasis.Mean => "mean over draws",
        BudgetBasis.P80 => "80th percentile of each fiscal year over draws (all years are the sum of these and not a percentile of the sum; a difference of two scenarios is not a percentile of the difference)",
        _ => "point estimate on the expected path",
    };

    private static List<string> Named(IReadOnlyList<BudgetBook> books)
    {
        var names = new List<string>();
        foreach (var book in books)
        {
            var name = book.Source.Scenario;
            // Spreadsheets do not tell capitals apart.
            for (var n = 2; names.Contains(name, StringComparer.OrdinalIgnoreCase); n++) name = FormattableString.Invariant($"{book.Source.Scenario} ({n})");
            names.Add(name);
        }

        return names;
    }
}
