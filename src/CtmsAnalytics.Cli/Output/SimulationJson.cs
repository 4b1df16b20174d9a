using CtmsAnalytics.Cli.Simulations;
using CtmsAnalytics.Simulation.Results;

namespace CtmsAnalytics.Cli.Output;

/// <summary>A simulation for scripts: every amount in cents, every cell of the cost cube.</summary>
public static class SimulationJson
{
    /// <summary>Writes the simulation.</summary>
    /// <param name="summary">What is said.</param>
    /// <param name="result">The draws' statistics by cell; null on the expected path.</param>
    /// <returns>JSON text.</returns>
    public static string Write(SimulationSummary summary, SimulationResult? result)
    {
        ArgumentNullException.ThrowIfNull(summary);
        return JsonText.Write(new
        {
            summary.Manifest,
            summary.Seed,
            summary.Draws,
            summary.People,
            summary.FiscalYears,
            Scenarios = summary.Scenarios.Select((s, i) => new
            {
                s.Name,
                s.Costs,
                s.Differences,
                s.Budgets,
                s.Headcount,
                s.CostRisk,
                s.DifferenceRisk,
                Cells = result?.Cells(i).Select(c => new { c.Key.FiscalYear, c.Key.Agency, c.Key.Organisation, c.Key.WorkLevel, c.Key.Market, c.Key.Component, c.Cost, c.Difference }),
                Rules = result?.RuleEffects(i),
                s.AssumedParameters,
            }),
            summary.Notes,
        });
    }
}
