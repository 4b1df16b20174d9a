using CtmsAnalytics.Projection;
using CtmsAnalytics.Simulation.Results;
using CtmsAnalytics.Workspace.Budgets;
using CtmsAnalytics.Workspace.Simulations;

namespace CtmsAnalytics.Cli.Simulations;

/// <summary>Sums up simulations and expected paths in the same rows.</summary>
public static class SimulationSummaries
{
    /// <summary>Sums up a simulation.</summary>
    /// <param name="run">The simulation.</param>
    /// <param name="budgets">Budgets that costs are held against.</param>
    /// <returns>The summary.</returns>
    public static SimulationSummary Of(SimulatedRun run, IReadOnlyList<YearBudget> budgets)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(budgets);
        var (header, result) = (run.Header, run.Result);
        var facts = header.Facts;
        return new SimulationSummary(
            header.Manifest,
            header.Seed,
            result.Draws,
            header.People,
            result.Layout.FiscalYears,
            [.. result.Layout.Scenarios.Select((name, s) => Scenario(run, s, name, facts?.Scenarios[s].Projection, budgets))],
            [.. (facts?.Notes ?? []).Concat(facts?.Scenarios.SelectMany(s => s.Projection.Warnings) ?? []).Distinct(StringComparer.Ordinal)]);
    }

    /// <summary>Sums up the scenarios on the expected path.</summary>
    /// <param name="header">What they were computed from.</param>
    /// <param name="paths">One projection for each scenario.</param>
    /// <param name="notes">What a reader must know, one sentence each.</param>
    /// <param name="budgets">Budgets that costs are held against.</param>
    /// <returns>The summary.</returns>
    public static SimulationSummary OfExpectedPath(ShardHeader header, IReadOnlyList<ProjectionResult> paths, IReadOnlyList<string> notes, IReadOnlyList<YearBudget> budgets)
    {
        ArgumentNullException.ThrowIfNull(header);
        ArgumentNullException.ThrowIfNull(paths);
        ArgumentNullException.ThrowIfNull(notes);
        ArgumentNullException.ThrowIfNull(budgets);
        var inputs = header.Manifest.Inputs.Where(i => i.Role != "seed").ToList();
        var years = paths[0].FiscalYears;
        return new SimulationSummary(
            RunManifest.Create(inputs, PointEstimate.Method), null, 0, header.People, years,
            [.. paths.Select((p, s) => ExpectedPath(p, s == 0 ? null : paths[0], budgets))],
            notes);
    }

    private static IEnumerable<int?> YearsAndTotal(IReadOnlyList<int> years) => years.Select(y => (int?)y).Append(null);

    private static ScenarioSummary Scenario(SimulatedRun run, int scenario, string name, ProjectionResult? path, IReadOnlyList<YearBudget> budgets)
    {
        var result = run.Result;
        var years = YearsAndTotal(result.Layout.FiscalYears).ToList();
        var risk = run.RiskOf(scenario);
        return new ScenarioSummary(
            name,
            [.. years.Select(Cost)],
            scenario == 0 ? [] : [.. years.Select(Difference)],
            [.. budgets.Select(b => new BudgetRow(b.FiscalYear, b.Cents, result.ExceedanceProbability(scenario, b.FiscalYear, b.Cents), Cost(b.FiscalYear).Mean - b.Cents))],
            [
                .. result.ServiceHeadcount(scenario).Select(h =>
                    new HeadcountRow(h.FiscalYear, h.Start.Mean, h.Hires.Mean, h.Separations.Mean, h.End.Mean, h.End.Quantiles.P10, h.End.Quantiles.P90, h.Fte?.Mean)),
            ],
            risk.Cost,
            risk.Difference,
            path?.AssumedParameters ?? []);

        CostRow Cost(int? year)
        {
            var cost = result.Cost(scenario, new CostMargin { FiscalYear = year });
            long? expected = path?.Costs.Sum(k => year is null || k.FiscalYear == year);
            return new CostRow(year, cost.Mean, cost.StandardError, cost.Quantiles.P10, cost.Quantiles.P50, cost.Quantiles.P90, expected);
        }

        DifferenceRow Difference(int? year)
        {
            var difference = result.Difference(scenario, new CostMargin { FiscalYear = year });
            return new DifferenceRow(year, difference.Mean, difference.Interval, difference.Quantiles?.P10, difference.Quantiles?.P50, difference.Quantiles?.P90, difference.ShareHigher);
        }
    }

    private static ScenarioSummary ExpectedPath(ProjectionResult path, ProjectionResult? baseline, IReadOnlyList<YearBudget> budgets)
    {
        static long Cost(ProjectionResult result, int? year) => result.Costs.Sum(k => year is null || k.FiscalYear == year);
        var years = YearsAndTotal(path.FiscalYears).ToList();
        return new ScenarioSummary(
            path.Scenario.Name,
            [.. years.Select(y => new CostRow(y, Cost(path, y), null, null, null, null, null))],
            baseline is null ? [] : [.. years.Select(y => new DifferenceRow(y, Cost(path, y) - Cost(baseline, y), null, null, null, null, null))],
            [.. budgets.Select(b => new BudgetRow(b.FiscalYear, b.Cents, null, Cost(path, b.FiscalYear) - b.Cents))],
            [
                .. path.Headcount.GroupBy(h => h.FiscalYear).Select(g => new HeadcountRow(
                    g.Key, (double)g.Sum(h => h.Start), (double)g.Sum(h => h.Hires), (double)g.Sum(h => h.Separations), (double)g.Sum(h => h.End), null, null, g.Sum(h => h.Fte))),
            ],
            null,
            null,
            path.AssumedParameters);
    }
}
