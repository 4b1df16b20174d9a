using CtmsAnalytics.Budget;
using CtmsAnalytics.Cli.Simulations;
using CtmsAnalytics.Simulation.Results;
using static CtmsAnalytics.Cli.Output.CsvLine;

namespace CtmsAnalytics.Cli.Output;

/// <summary>A simulation as tables for a spreadsheet, one file each: amounts in US dollars, the fiscal year empty for all years.</summary>
public static class SimulationCsv
{
    /// <summary>Writes the tables.</summary>
    /// <param name="folder">Folder of the files; it exists.</param>
    /// <param name="summary">What is said.</param>
    /// <param name="result">The draws; null on the expected path, which has no tables of cells and draws.</param>
    public static void Write(string folder, SimulationSummary summary, SimulationResult? result)
    {
        ArgumentNullException.ThrowIfNull(summary);
        void File(string name, Action<TextWriter> write) => OutputFile.Write(Path.Combine(folder, name), write);
        File("costs.csv", w => Costs(summary, w));
        File("differences.csv", w => Differences(summary, w));
        File("headcount.csv", w => Headcount(summary, w));
        if (summary.Scenarios[0].Budgets.Count > 0) File("budgets.csv", w => Budgets(summary, w));
        if (summary.Scenarios[0].CostRisk is not null) File("risk.csv", w => Risk(summary, w));
        if (result is null) return;
        File("cells.csv", w => Cells(result, w));
        File("draws.csv", w => Draws(result, w));
    }

    private static void Costs(SimulationSummary summary, TextWriter writer)
    {
        Line(writer, "scenario", "fiscal_year", "mean", "standard_error", "p10", "p50", "p90", "expected_path");
        foreach (var (scenario, row) in summary.Scenarios.SelectMany(s => s.Costs.Select(c => (s.Name, c))))
            Line(writer, Text(scenario), Number(row.FiscalYear), Money(row.Mean), Money(row.StandardError), Money(row.P10), Money(row.P50), Money(row.P90), Money((double?)row.ExpectedPath));
    }

    private static void Differences(SimulationSummary summary, TextWriter writer)
    {
        Line(writer, "scenario", "fiscal_year", "mean", "lower", "upper", "p10", "p50", "p90", "share_higher");
        foreach (var (scenario, row) in summary.Scenarios.SelectMany(s => s.Differences.Select(d => (s.Name, d))))
        {
            Line(
                writer, Text(scenario), Number(row.FiscalYear), Money(row.Mean), Money(row.Interval?.Lower), Money(row.Interval?.Upper), Money(row.P10), Money(row.P50), Money(row.P90),
                Number(row.ShareHigher));
        }
    }

    private static void Headcount(SimulationSummary summary, TextWriter writer)
    {
        Line(writer, "scenario", "fiscal_year", "start", "hires", "separations", "end", "end_p10", "end_p90", "fte");
        foreach (var (scenario, row) in summary.Scenarios.SelectMany(s => s.Headcount.Select(h => (s.Name, h))))
        {
            Line(
                writer, Text(scenario), Number(row.FiscalYear), Number(row.Start), Number(row.Hires), Number(row.Separations), Number(row.End), Number(row.EndP10), Number(row.EndP90),
                Number(row.Fte));
        }
    }

    private static void Budgets(SimulationSummary summary, TextWriter writer)
    {
        Line(writer, "scenario", "fiscal_year", "budget", "probability_above", "lower", "upper", "mean_less_budget");
        foreach (var (scenario, row) in summary.Scenarios.SelectMany(s => s.Budgets.Select(b => (s.Name, b))))
        {
            Line(
                writer, Text(scenario), Number(row.FiscalYear), Money(row.Budget), Number(row.Probability?.Share), Number(row.Probability?.Interval.Lower),
                Number(row.Probability?.Interval.Upper), Money(row.Above));
        }
    }

    private static void Risk(SimulationSummary summary, TextWriter writer)
    {
        Line(writer, "scenario", "of", "source", "share_of_variance", "standard_error", "standard_deviation_without");
        foreach (var (scenario, of, risk) in summary.Scenarios.SelectMany(s => new[] { (s.Name, "cost", s.CostRisk), (s.Name, "difference", s.DifferenceRisk) }))
        {
            foreach (var share in risk?.Sources ?? [])
                Line(writer, Text(scenario), of, share.Source.ToString().ToLowerInvariant(), Number(share.Share), Number(share.StandardError), Money(share.StandardDeviation));
        }
    }

    private static void Cells(SimulationResult result, TextWriter writer)
    {
        Line(writer, "scenario", "fiscal_year", "agency", "organisation", "work_level", "market", "component", "mean", "standard_error", "p10", "p50", "p90", "difference", "difference_standard_error");
        for (var scenario = 0; scenario < result.Layout.Scenarios.Count; scenario++)
        {
            foreach (var cell in result.Cells(scenario))
            {
                Line(
                    writer, Text(result.Layout.Scenarios[scenario]), Number(cell.Key.FiscalYear), Text(cell.Key.Agency), Text(cell.Key.Organisation), Text(cell.Key.WorkLevel),
                    Text(cell.Key.Market), Text(ComponentName.Of(cell.Key.Component)), Money(cell.Cost.Mean), Money(cell.Cost.StandardError), Money(cell.Cost.Quantiles.P10),
                    Money(cell.Cost.Quantiles.P50), Money(cell.Cost.Quantiles.P90), Money(cell.Difference?.Mean), Money(cell.Difference?.StandardError));
            }
        }
    }

    private static void Draws(SimulationResult result, TextWriter writer)
    {
        var draws = result.Ranges.SelectMany(r => Enumerable.Range(r.First, (int)r.Count)).ToList();
        Line(writer, "scenario", "fiscal_year", "draw", "cost");
        for (var scenario = 0; scenario < result.Layout.Scenarios.Count; scenario++)
        {
            foreach (var year in result.Layout.FiscalYears)
            {
                var cents = result.CostByDraw(scenario, CostMargin.OfYear(year));
                for (var i = 0; i < draws.Count; i++) Line(writer, Text(result.Layout.Scenarios[scenario]), Number(year), Number(draws[i]), Money(cents[i]));
            }
        }
    }
}
