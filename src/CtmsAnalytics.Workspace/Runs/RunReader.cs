using System.Globalization;
using System.Text.Json;
using CtmsAnalytics.Budget;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.DuckDb;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Runs;
using CtmsAnalytics.Simulation;
using CtmsAnalytics.Simulation.Results;
using CtmsAnalytics.Workspace.Storage;

namespace CtmsAnalytics.Workspace.Runs;

/// <summary>Finds stored runs and puts them together again.</summary>
internal sealed class RunReader(DuckDBConnection connection, string folder)
{
    /// <summary>Every run, the latest first.</summary>
    public IReadOnlyList<RunInfo> List()
    {
        var names = connection.Query(
            """
            SELECT run_id, 0 AS draws, CASE scenario WHEN 'baseline' THEN 0 ELSE 1 END AS place, name FROM run_scenario
            UNION ALL SELECT s.run_id, s.draws, n.scenario, n.name FROM simulation s JOIN simulation_scenario n ON n.simulation_id = s.simulation_id
            ORDER BY ALL
            """,
            r => (Key: (r.GetString(0), r.GetInt32(1)), Name: r.GetString(3))).ToLookup(n => n.Key, n => n.Name);
        return connection.Query(
            """
            SELECT a.run_id, a.draws, a.saved_at, f.run_id IS NOT NULL FROM (
                SELECT run_id, 0 AS draws, saved_at FROM run UNION ALL SELECT run_id, draws, saved_at FROM simulation) a
            LEFT JOIN run_facts f ON f.run_id = a.run_id ORDER BY a.saved_at DESC, a.run_id, a.draws DESC
            """,
            r => new RunInfo(r.GetString(0), r.GetInt32(1), r.GetDateTime(2), [.. names[(r.GetString(0), r.GetInt32(1))]], r.GetBoolean(3)));
    }

    /// <summary>Puts a run together.</summary>
    /// <param name="which">Identifier or the beginning of one, or <c>latest</c>.</param>
    public RunRecord Read(string which)
    {
        var run = Find(which);
        if (!run.HasFacts)
            throw new InputException($"{folder}: Run {run.RunId} was stored by an earlier version of the program, without what a report shows. Give the same compare or simulate command again.");
        var text = connection.Query("SELECT facts FROM run_facts WHERE run_id = ?", r => r.GetString(0), run.RunId)[0];
        var facts = JsonSerializer.Deserialize<RunFacts>(text, RunJson.Options)!;
        var years = facts.Scenarios[0].Projection.FiscalYears;
        if (run.Draws == 0) return new RunRecord(Manifest("run", "run_id", run.RunId, run.RunId), years, facts, null);
        var (id, seed) = connection.Query("SELECT simulation_id, seed FROM simulation WHERE run_id = ? AND draws = ?", r => (r.GetInt32(0), (uint)r.GetInt64(1)), run.RunId, run.Draws)[0];
        return new RunRecord(
            Manifest("simulation", "simulation_id", id, run.RunId),
            years,
            facts,
            new DrawnRun(seed, [.. Enumerable.Range(0, facts.Scenarios.Count).Select(s => Scenario(id, s, run.Draws))]));
    }

    private RunInfo Find(string which)
    {
        var runs = List();
        if (runs.Count == 0) throw new InputException($"{folder}: The workspace has no run. Make one with ctms compare or ctms simulate.");
        if (which == "latest") return runs[0];
        var found = runs.Where(r => r.RunId.StartsWith(which, StringComparison.OrdinalIgnoreCase) && which.Length > 0).ToList();
        return found.Select(r => r.RunId).Distinct().Count() switch
        {
            // The same run with several numbers of draws: the one that says most.
            1 => found.MaxBy(r => r.Draws)!,
            0 => throw new InputException($"{folder}: There is no run '{which}'. The latest is {runs[0].RunId} ({string.Join(" / ", runs[0].Scenarios)}); ctms runs lists all."),
            _ => throw new InputException($"{folder}: Several runs begin with '{which}': {string.Join(", ", found.Select(r => r.RunId).Distinct())}. Write more of the identifier."),
        };
    }

    /// <param name="table">The run's table, a literal.</param>
    /// <param name="key">Its key, a literal.</param>
    /// <param name="id">The key's value.</param>
    /// <param name="runId">Identifier of the run.</param>
    private RunManifest Manifest(string table, string key, object id, string runId)
    {
        var (version, method) = connection.Query($"SELECT library_version, method FROM {table} WHERE {key} = ?", r => (r.GetString(0), r.GetString(1)), id)[0];
        return new RunManifest(
            runId, version, connection.Query($"SELECT role, name, sha256 FROM {table}_input WHERE {key} = ? ORDER BY entry", r => new ManifestInput(r.GetString(0), r.GetString(1), r.GetString(2)), id), method);
    }

    private DrawnScenario Scenario(int id, int scenario, int draws)
    {
        var costs = connection.Query(
            "SELECT fiscal_year, list(cents ORDER BY draw) FROM simulation_draw WHERE simulation_id = ? AND scenario = ? GROUP BY fiscal_year ORDER BY fiscal_year",
            r => (Year: r.GetInt32(0), Cents: (IReadOnlyList<long>)r.GetFieldValue<List<long>>(1)), id, scenario);
        var means = new Dictionary<CostKey, decimal>();
        foreach (var (cell, mean) in connection.Query(
            """
            SELECT fiscal_year, agency, organisation, work_level, market, component::VARCHAR, mean_cents FROM simulation_cell
            WHERE simulation_id = ? AND scenario = ? AND mean_cents <> 0 ORDER BY fiscal_year, agency, organisation, work_level, market, component
            """,
            r => (new CostKey(r.GetInt32(0), r.GetString(1), r.GetString(2), r.GetString(3), r.GetString(4), ComponentCode.Parse(r.GetString(5))), r.GetDouble(6)), id, scenario))
        {
            // The sum over draws is whole, so its mean is known exactly.
            means[cell] = decimal.Round((decimal)mean * draws) / draws;
        }

        return new DrawnScenario(
            costs.ToDictionary(c => c.Year, c => c.Cents),
            means,
            connection.Query(
                """
                SELECT fiscal_year, mean_start, mean_hires, mean_separations, mean_end, p10_end, p90_end, mean_fte FROM simulation_service
                WHERE simulation_id = ? AND scenario = ? ORDER BY fiscal_year
                """,
                r => new DrawnHeadcount(r.GetInt32(0), r.GetDouble(1), r.GetDouble(2), r.GetDouble(3), r.GetDouble(4), r.GetDouble(5), r.GetDouble(6), r.NumberOrNull(7)), id, scenario),
            Risk(id, scenario, isDifference: false),
            Risk(id, scenario, isDifference: true));
    }

    private VarianceBreakdown? Risk(int id, int scenario, bool isDifference)
    {
        var shares = connection.Query(
            "SELECT source, standard_deviation_cents, share, standard_error FROM simulation_risk WHERE simulation_id = ? AND scenario = ? AND is_difference = ? ORDER BY share DESC NULLS LAST, source",
            r => new VarianceShare(Enum.Parse<RandomSources>(r.GetString(0), ignoreCase: true), r.GetDouble(1), r.NumberOrNull(2), r.NumberOrNull(3)), id, scenario, isDifference);
        if (shares.Count == 0) return null;
        var table = isDifference ? "simulation_difference" : "simulation_year";
        var deviation = Convert.ToDouble(
            connection.Scalar($"SELECT standard_deviation_cents FROM {table} WHERE simulation_id = ? AND scenario = ? AND fiscal_year IS NULL", id, scenario) ?? 0d, CultureInfo.InvariantCulture);
        var error = (double?)connection.Scalar("SELECT standard_error FROM simulation_risk_remainder WHERE simulation_id = ? AND scenario = ? AND is_difference = ?", id, scenario, isDifference);
        return new VarianceBreakdown(deviation, shares, shares.Any(s => s.Share is null) ? null : 1 - shares.Sum(s => s.Share), error);
    }
}
