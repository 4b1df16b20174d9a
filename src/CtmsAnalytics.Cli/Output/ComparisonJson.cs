using CtmsAnalytics.Projection;

namespace CtmsAnalytics.Cli.Output;

/// <summary>A comparison for scripts: every number in cents, every cut as in the workspace.</summary>
public static class ComparisonJson
{
    /// <summary>Writes the comparison.</summary>
    /// <param name="comparison">The comparison.</param>
    /// <returns>JSON text.</returns>
    public static string Write(Comparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        return JsonText.Write(
            new
            {
                comparison.Manifest,
                comparison.Baseline.FiscalYears,
                DifferenceCents = comparison.Proposal.Costs.Total - comparison.Baseline.Costs.Total,
                comparison.Drivers,
                Baseline = Result(comparison.Baseline),
                Proposal = Result(comparison.Proposal),
            });
    }

    private static object Result(ProjectionResult result) => new
    {
        result.Scenario.Name,
        TotalCents = result.Costs.Total,
        Costs = result.Costs.Cells.Select(c => new { c.Key.FiscalYear, c.Key.Agency, c.Key.Organisation, c.Key.WorkLevel, c.Key.Market, c.Key.Component, Cents = c.Value }),
        result.Headcount,
        result.Capacity,
        result.Rules,
        result.AssumedParameters,
        result.Notes,
    };
}
