using CtmsAnalytics.DuckDb;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Workspace.Runs;
using CtmsAnalytics.Workspace.Storage;

namespace CtmsAnalytics.Workspace;

/// <content>Runs: what comparisons leave behind.</content>
public sealed partial class AnalystWorkspace
{
    /// <summary>Stores a comparison under its run identifier, in one transaction. A run that is there already is not changed.</summary>
    /// <param name="comparison">The comparison.</param>
    /// <returns>True when it was stored, false when it was there already.</returns>
    /// <exception cref="IOException">The disk is full; nothing was stored.</exception>
    public bool SaveRun(Comparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        try
        {
            using var transaction = _connection.BeginTransaction();
            if ((long)_connection.Scalar("SELECT count(*) FROM run WHERE run_id = ?", comparison.Manifest.RunId)! > 0) return false;
            new RunStore(_connection, comparison.Manifest.RunId).Store(comparison, _time.GetUtcNow().UtcDateTime);
            transaction.Commit();
            return true;
        }
        catch (DuckDBException exception)
        {
            throw StorageErrors.Translate(exception, DatabasePath);
        }
    }
}
