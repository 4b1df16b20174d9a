using System.Globalization;
using CtmsAnalytics.DuckDb;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Workspace.Runs;
using CtmsAnalytics.Workspace.Simulations;
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

    /// <summary>Stores a simulation under its run identifier and number of draws, in one transaction. One that is there already is not changed; a breakdown that it lacks is added.</summary>
    /// <param name="run">The simulation.</param>
    /// <returns>True when something was stored, false when all of it was there already.</returns>
    /// <exception cref="IOException">The disk is full; nothing was stored.</exception>
    public bool SaveSimulation(SimulatedRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        try
        {
            using var transaction = _connection.BeginTransaction();
            var runId = run.Header.Manifest.RunId;
            if (_connection.Scalar("SELECT simulation_id FROM simulation WHERE run_id = ? AND draws = ?", runId, run.Result.Draws) is int known)
            {
                if (run.HeldStill.Count == 0 || (long)_connection.Scalar("SELECT count(*) FROM simulation_risk WHERE simulation_id = ?", known)! > 0) return false;
                new SimulationStore(_connection, known).StoreRisk(run);
            }
            else
            {
                var id = Convert.ToInt32(_connection.Scalar("SELECT coalesce(max(simulation_id), 0) + 1 FROM simulation"), CultureInfo.InvariantCulture);
                new SimulationStore(_connection, id).Store(run, _time.GetUtcNow().UtcDateTime);
            }

            transaction.Commit();
            return true;
        }
        catch (DuckDBException exception)
        {
            throw StorageErrors.Translate(exception, DatabasePath);
        }
    }
}
