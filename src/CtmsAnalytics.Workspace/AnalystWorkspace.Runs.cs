using System.Globalization;
using System.Text.Json;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.DuckDb;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Runs;
using CtmsAnalytics.Workspace.Runs;
using CtmsAnalytics.Workspace.Simulations;
using CtmsAnalytics.Workspace.Storage;

namespace CtmsAnalytics.Workspace;

/// <content>Runs: what comparisons leave behind.</content>
public sealed partial class AnalystWorkspace
{
    /// <summary>The runs of the workspace, the latest first.</summary>
    /// <returns>Comparisons and simulations.</returns>
    public IReadOnlyList<RunInfo> Runs() => new RunReader(_connection, Folder).List();

    /// <summary>A run with everything that tables, charts, reports and exports show.</summary>
    /// <param name="which">Identifier of the run or the beginning of it, or <c>latest</c>. Of a simulation that is there with several numbers of draws, the one with most.</param>
    /// <returns>The run.</returns>
    /// <exception cref="InputException">There is no such run, there are several, or an earlier version of the program stored it.</exception>
    public RunRecord LoadRun(string which)
    {
        ArgumentNullException.ThrowIfNull(which);
        return new RunReader(_connection, Folder).Read(which);
    }

    /// <summary>Stores a comparison under its run identifier, in one transaction. A run that is there already is not changed.</summary>
    /// <param name="comparison">The comparison.</param>
    /// <param name="facts">What reports show of it, with the comparison's scenarios in the same order; null for none.</param>
    /// <returns>True when something was stored, false when all of it was there already.</returns>
    /// <exception cref="IOException">The disk is full; nothing was stored.</exception>
    public bool SaveRun(Comparison comparison, RunFacts? facts = null)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        try
        {
            using var transaction = _connection.BeginTransaction();
            var runId = comparison.Manifest.RunId;
            var isNew = (long)_connection.Scalar("SELECT count(*) FROM run WHERE run_id = ?", runId)! == 0;
            if (isNew) new RunStore(_connection, runId).Store(comparison, _time.GetUtcNow().UtcDateTime);
            var stored = StoreFacts(runId, facts);
            transaction.Commit();
            return isNew || stored;
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
            var storedFacts = StoreFacts(runId, run.Header.Facts);
            if (_connection.Scalar("SELECT simulation_id FROM simulation WHERE run_id = ? AND draws = ?", runId, run.Result.Draws) is int known)
            {
                var lacksRisk = run.HeldStill.Count > 0 && (long)_connection.Scalar("SELECT count(*) FROM simulation_risk WHERE simulation_id = ?", known)! == 0;
                if (!lacksRisk && !storedFacts) return false;
                if (lacksRisk) new SimulationStore(_connection, known).StoreRisk(run);
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

    /// <summary>Stores what reports show of a run, inside the caller's transaction, where it is not there yet, less of it was analysed, or an earlier version did not say what is proposed.</summary>
    private bool StoreFacts(string runId, RunFacts? facts)
    {
        if (facts is null) return false;
        var known = _connection.Query(
            "SELECT json_array_length(facts, '$.scenarios[0].people') > 0, json_array_length(facts, '$.scenarios[0].sensitivities') > 0, json_array_length(facts, '$.scenarios[0].raises') > 0, json_exists(facts, '$.scenarios[0].changes') FROM run_facts WHERE run_id = ?",
            r => (People: r.GetBoolean(0), Sensitivities: r.GetBoolean(1), Raises: !r.IsDBNull(2) && r.GetBoolean(2), Changes: r.GetBoolean(3)),
            runId);
        var first = facts.Scenarios[0];
        if (known is [var (people, sensitivities, raises, changes)] && changes && (people || first.People.Count == 0) && (sensitivities || first.Sensitivities.Count == 0) && (raises || first.Raises.Count == 0)) return false;
        _connection.Execute("INSERT OR REPLACE INTO run_facts VALUES (?, ?)", runId, JsonSerializer.Serialize(RunJson.Kept(facts), RunJson.Options));
        return true;
    }
}
