using CtmsAnalytics.Budget.Tables;
using CtmsAnalytics.Projection;

namespace CtmsAnalytics.Cli.Output;

/// <summary>Budget tables for scripts: amounts in cents, null for a hidden one.</summary>
public static class BudgetJson
{
    /// <summary>Writes the tables.</summary>
    /// <param name="runId">Identifier of the run.</param>
    /// <param name="book">The budget.</param>
    /// <param name="tables">The tables of money.</param>
    /// <param name="staffing">FTE and rates.</param>
    /// <param name="request">How the number at a percentile comes about, in cents; null where the run has no draws or leadership reads.</param>
    /// <param name="notice">What a reader must know before handing the tables on; null for nothing.</param>
    /// <param name="policy">The files of object classes and funds, with their digests.</param>
    /// <returns>JSON text.</returns>
    public static string Write(string runId, BudgetBook book, IReadOnlyList<ShownTable> tables, StaffingTable staffing, RequestTable? request, string? notice, IReadOnlyList<ManifestInput> policy)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(tables);
        return JsonText.Write(new
        {
            Notice = notice,
            RunId = runId,
            book.Source.Scenario,
            book.Source.Basis,
            book.Source.FiscalYears,
            Policy = policy,
            Request = request,
            Tables = tables,
            Staffing = staffing,
        });
    }
}
