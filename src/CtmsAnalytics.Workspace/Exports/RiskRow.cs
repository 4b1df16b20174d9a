using CtmsAnalytics.Simulation.Results;

namespace CtmsAnalytics.Workspace.Exports;

/// <summary>Statistics over draws of the cost of a scenario, or of what it costs more than the baseline. Cents.</summary>
internal sealed record RiskRow(string Scenario, bool IsDifference, int? FiscalYear, double Mean, double? StandardError, Quantiles Quantiles)
{
    /// <summary>The statistics of every scenario, fiscal year and all years; none without draws.</summary>
    public static IEnumerable<RiskRow> Of(RunExport export)
    {
        if (export.Run.Drawn is not { } drawn) yield break;
        for (var scenario = 0; scenario < export.Books.Count; scenario++)
        {
            foreach (var year in export.Run.FiscalYears.Select(y => (int?)y).Append(null))
            {
                var cost = drawn.Cost(scenario, year);
                yield return new RiskRow(export.Scenarios[scenario], false, year, cost.Mean, cost.StandardError, cost.Quantiles);
            }

            foreach (var year in export.Run.FiscalYears.Select(y => (int?)y).Append(null).Where(_ => scenario > 0))
            {
                var difference = drawn.Difference(scenario, year);
                yield return new RiskRow(export.Scenarios[scenario], true, year, difference.Mean, difference.StandardError, difference.Quantiles!);
            }
        }
    }
}
