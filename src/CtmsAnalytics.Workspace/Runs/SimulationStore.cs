using CtmsAnalytics.Budget;
using CtmsAnalytics.DuckDb;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Simulation.Results;
using CtmsAnalytics.Workspace.Reference;
using CtmsAnalytics.Workspace.Simulations;
using CtmsAnalytics.Workspace.Storage;

namespace CtmsAnalytics.Workspace.Runs;

/// <summary>Writes a simulation's tables, inside the caller's transaction.</summary>
internal sealed class SimulationStore(DuckDBConnection connection, int id)
{
    public void Store(SimulatedRun run, DateTime time)
    {
        var header = run.Header;
        var manifest = header.Manifest;
        connection.Execute("INSERT INTO simulation VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            id, manifest.RunId, run.Result.Draws, time, manifest.LibraryVersion, manifest.Method, (long)header.Seed, header.Horizon.Start, header.Horizon.FiscalYears, header.People);
        for (var i = 0; i < manifest.Inputs.Count; i++)
        {
            var input = manifest.Inputs[i];
            connection.Execute("INSERT INTO simulation_input VALUES (?, ?, ?, ?, ?)", id, i + 1, input.Role, input.Name, input.Sha256);
        }

        var notes = (header.Facts?.Notes ?? []).Concat(header.Facts?.Scenarios.SelectMany(s => s.Projection.Warnings) ?? []).Distinct(StringComparer.Ordinal).ToList();
        for (var i = 0; i < notes.Count; i++) connection.Execute("INSERT INTO simulation_note VALUES (?, ?, ?)", id, i + 1, notes[i]);
        for (var scenario = 0; scenario < run.Result.Layout.Scenarios.Count; scenario++) Store(run.Result, scenario, header.Facts?.Scenarios[scenario].Projection);
        StoreDraws(run.Result);
        StoreRisk(run);
    }

    /// <summary>Stores the variance breakdown alone, for a run whose draws are there already.</summary>
    public void StoreRisk(SimulatedRun run)
    {
        for (var scenario = 0; scenario < run.Result.Layout.Scenarios.Count; scenario++)
        {
            var (cost, difference) = run.RiskOf(scenario);
            foreach (var (breakdown, isDifference) in new[] { (cost, false), (difference, true) })
            {
                foreach (var share in breakdown?.Sources ?? [])
                {
                    connection.Execute("INSERT INTO simulation_risk VALUES (?, ?, ?, ?, ?, ?, ?)",
                        id, scenario, isDifference, share.Source.ToString().ToLowerInvariant(), share.StandardDeviation, share.Share, share.StandardError);
                }

                if (breakdown?.RemainderStandardError is { } error) connection.Execute("INSERT INTO simulation_risk_remainder VALUES (?, ?, ?, ?)", id, scenario, isDifference, error);
            }
        }
    }

    private void Store(SimulationResult result, int scenario, ProjectionResult? facts)
    {
        connection.Execute("INSERT INTO simulation_scenario VALUES (?, ?, ?, ?)", id, scenario, result.Layout.Scenarios[scenario], facts?.Scenario.Description ?? "");
        foreach (var p in facts?.AssumedParameters ?? [])
        {
            connection.Execute("INSERT INTO simulation_assumption VALUES (?, ?, ?, ?, ?, ?, ?::parameter_mark, ?, ?, ?)",
                id, scenario, p.Name, p.EffectiveYear, p.Value, p.Unit, MarkNames.Of(p.Mark), p.Paragraph, p.Source, p.Description);
        }

        foreach (var year in result.Layout.FiscalYears.Select(y => (int?)y).Append(null)) StoreYear(result, scenario, year, facts);
        foreach (var flow in result.Headcount(scenario))
        {
            connection.Execute("INSERT INTO simulation_headcount VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                id, scenario, flow.FiscalYear, flow.Agency, flow.Organisation, flow.Start.Mean, flow.Hires.Mean, flow.Separations.Mean, flow.End.Mean, flow.End.StandardError, flow.Fte?.Mean);
        }

        foreach (var flow in result.ServiceHeadcount(scenario))
        {
            connection.Execute("INSERT INTO simulation_service VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                id, scenario, flow.FiscalYear, flow.Start.Mean, flow.Hires.Mean, flow.Separations.Mean, flow.End.Mean, flow.End.Quantiles.P10, flow.End.Quantiles.P90, flow.Fte?.Mean);
        }

        foreach (var rule in result.RuleEffects(scenario))
        {
            connection.Execute("INSERT INTO simulation_rule VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                id, scenario, rule.FiscalYear, rule.Agency, rule.Organisation, rule.Rule.Name, rule.Rule.Paragraph, rule.Rule.Effect, rule.People.Mean, rule.Cents.Mean, rule.Cents.StandardError);
        }

        StoreCells(result, scenario);
    }

    private void StoreYear(SimulationResult result, int scenario, int? year, ProjectionResult? facts)
    {
        var margin = new CostMargin { FiscalYear = year };
        var cost = result.Cost(scenario, margin);
        var q = cost.Quantiles;
        long? expected = facts is null ? null : facts.Costs.Sum(k => year is null || k.FiscalYear == year);
        connection.Execute("INSERT INTO simulation_year VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            id, scenario, year, cost.Mean, cost.StandardError, cost.StandardDeviation, q.P5, q.P10, q.P25, q.P50, q.P75, q.P90, q.P95, expected);
        if (scenario == 0) return;
        var difference = result.Difference(scenario, margin);
        connection.Execute("INSERT INTO simulation_difference VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            id, scenario, year, difference.Mean, difference.StandardError, difference.StandardDeviation, difference.Interval?.Lower, difference.Interval?.Upper,
            difference.Quantiles!.P10, difference.Quantiles.P50, difference.Quantiles.P90, difference.ShareHigher);
    }

    private void StoreCells(SimulationResult result, int scenario)
    {
        using var appender = connection.CreateAppender("simulation_cell");
        foreach (var cell in result.Cells(scenario))
        {
            var key = cell.Key;
            appender.CreateRow().AppendValue(id).AppendValue((short)scenario).AppendValue((short)key.FiscalYear).AppendValue(key.Agency).AppendValue(key.Organisation)
                .AppendValue(key.WorkLevel).AppendValue(key.Market).AppendValue(ComponentCode.Of(key.Component))
                .AppendValue(cell.Cost.Mean).AppendValue(cell.Cost.StandardError).AppendValue(cell.Cost.StandardDeviation)
                .AppendValue(cell.Cost.Quantiles.P10).AppendValue(cell.Cost.Quantiles.P50).AppendValue(cell.Cost.Quantiles.P90)
                .AppendValue(cell.Difference?.Mean).AppendValue(cell.Difference?.StandardError).EndRow();
        }

        appender.Close();
    }

    private void StoreDraws(SimulationResult result)
    {
        var layout = result.Layout;
        var draws = result.Ranges.SelectMany(r => Enumerable.Range(r.First, (int)r.Count)).ToArray();
        using (var appender = connection.CreateAppender("simulation_draw_component"))
        {
            foreach (var (scenario, year) in ScenarioYears(result))
            {
                foreach (var component in Enum.GetValues<Component>())
                {
                    var cents = result.CostByDraw(scenario, new CostMargin { FiscalYear = year, Component = component });
                    if (cents.All(c => c == 0)) continue;
                    appender.CreateColumns(draws.Length).Column<int>(Repeat(id)).Column<short>(Repeat((short)scenario)).Column<short>(Repeat((short)year))
                        .Column<string>(Repeat(ComponentCode.Of(component))).Column<int>(draws).Column<long>([.. cents]).Append();
                }
            }

            appender.Close();
        }

        using (var appender = connection.CreateAppender("simulation_draw_organisation"))
        {
            foreach (var (scenario, year) in ScenarioYears(result))
            {
                for (var o = 0; o < layout.Organisations.Count; o++)
                {
                    var cents = result.CostByDraw(scenario, new CostMargin { FiscalYear = year, Organisation = o });
                    appender.CreateColumns(draws.Length).Column<int>(Repeat(id)).Column<short>(Repeat((short)scenario)).Column<short>(Repeat((short)year))
                        .Column<string>(Repeat(layout.Organisations[o].Agency)).Column<string>(Repeat(layout.Organisations[o].Organisation)).Column<int>(draws).Column<long>([.. cents]).Append();
                }
            }

            appender.Close();
        }

        T[] Repeat<T>(T value)
        {
            var column = new T[draws.Length];
            Array.Fill(column, value);
            return column;
        }
    }

    private static IEnumerable<(int Scenario, int Year)> ScenarioYears(SimulationResult result) =>
        from scenario in Enumerable.Range(0, result.Layout.Scenarios.Count) from year in result.Layout.FiscalYears select (scenario, year);
}
