using CtmsAnalytics.Budget;
using CtmsAnalytics.DuckDb;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Workspace.Reference;
using CtmsAnalytics.Workspace.Storage;

namespace CtmsAnalytics.Workspace.Runs;

/// <summary>Writes a run's tables, inside the caller's transaction.</summary>
internal sealed class RunStore(DuckDBConnection connection, string runId)
{
    public void Store(Comparison comparison, DateTime time)
    {
        var manifest = comparison.Manifest;
        var horizon = comparison.Baseline.Scenario.Horizon;
        connection.Execute("INSERT INTO run VALUES (?, ?, ?, ?, ?, ?)", runId, time, manifest.LibraryVersion, manifest.Method, horizon.Start, horizon.FiscalYears);
        for (var i = 0; i < manifest.Inputs.Count; i++)
        {
            var input = manifest.Inputs[i];
            connection.Execute("INSERT INTO run_input VALUES (?, ?, ?, ?, ?)", runId, i + 1, input.Role, input.Name, input.Sha256);
        }

        Store("baseline", comparison.Baseline);
        Store("proposal", comparison.Proposal);
        for (var i = 0; i < comparison.Drivers.Count; i++)
        {
            var driver = comparison.Drivers[i];
            foreach (var (year, cents) in driver.CentsByYear)
                connection.Execute("INSERT INTO run_driver VALUES (?, ?, ?, ?, ?, ?)", runId, i + 1, driver.Section, driver.Title, year, cents);
        }
    }

    private void Store(string role, ProjectionResult result)
    {
        connection.Execute("INSERT INTO run_scenario VALUES (?, ?::scenario_role, ?, ?)", runId, role, result.Scenario.Name, result.Scenario.Description);
        StoreCosts(role, result.Costs);
        foreach (var flow in result.Headcount)
        {
            connection.Execute("INSERT INTO run_headcount VALUES (?, ?::scenario_role, ?, ?, ?, ?, ?, ?, ?, ?)",
                runId, role, flow.FiscalYear, flow.Agency, flow.Organisation, flow.Start, flow.Hires, flow.Separations, flow.End, flow.Fte);
        }

        for (var i = 0; i < result.Rules.Count; i++)
        {
            var rule = result.Rules[i];
            connection.Execute("INSERT INTO run_rule VALUES (?, ?::scenario_role, ?, ?, ?, ?, ?, ?, ?)",
                runId, role, i + 1, rule.FiscalYear, rule.Rule, rule.Paragraph, rule.Effect, rule.People, rule.Cents);
        }

        foreach (var p in result.AssumedParameters)
        {
            connection.Execute("INSERT INTO run_assumption VALUES (?, ?::scenario_role, ?, ?, ?, ?, ?::parameter_mark, ?, ?, ?)",
                runId, role, p.Name, p.EffectiveYear, p.Value, p.Unit, MarkNames.Of(p.Mark), p.Paragraph, p.Source, p.Description);
        }

        for (var i = 0; i < result.Notes.Count; i++) connection.Execute("INSERT INTO run_note VALUES (?, ?::scenario_role, ?, ?)", runId, role, i + 1, result.Notes[i]);
    }

    private void StoreCosts(string role, CostCube costs)
    {
        using var appender = connection.CreateAppender("run_cost");
        foreach (var (key, cents) in costs.Cells)
        {
            appender.CreateRow().AppendValue(runId).AppendValue(role).AppendValue((short)key.FiscalYear).AppendValue(key.Agency).AppendValue(key.Organisation)
                .AppendValue(key.WorkLevel).AppendValue(key.Market).AppendValue(ComponentCode.Of(key.Component)).AppendValue(cents).EndRow();
        }

        appender.Close();
    }
}
