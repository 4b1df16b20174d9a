using CtmsAnalytics.Charts.Formatting;
using CtmsAnalytics.Charts.Risk;
using CtmsAnalytics.Runs;
using CtmsAnalytics.Simulation;
using CtmsAnalytics.Simulation.Results;

namespace CtmsAnalytics.Charts.Runs;

/// <content>Charts of costs over draws, and of what assumed figures weigh.</content>
public static partial class RunCharts
{
    private const int MostTornadoRows = 12;

    /// <summary>Cost by fiscal year as a fan, with the baseline's median beside a proposal's.</summary>
    /// <param name="run">A run with draws.</param>
    /// <param name="scenario">Index of the scenario.</param>
    /// <param name="budgets">Approved budgets by fiscal year, cents; null for none.</param>
    /// <param name="size">The place that it is drawn for. Default wide.</param>
    /// <returns>The chart.</returns>
    /// <exception cref="ArgumentException">The run has no draws.</exception>
    public static ChartSpec Fan(RunRecord run, int scenario, IReadOnlyDictionary<int, long>? budgets = null, ChartSize size = ChartSize.Wide)
    {
        ArgumentNullException.ThrowIfNull(run);
        var drawn = Drawn(run);
        return FanChart.Build(new FanInput(Name(run, scenario), [.. run.FiscalYears.Select(Year)], Basis(run), scenario == 0 ? null : Name(run, 0)), size);

        FanYear Year(int year)
        {
            var q = drawn.Cost(scenario, year).Quantiles;
            long? budget = budgets is not null && budgets.TryGetValue(year, out var cents) ? cents : null;
            return new FanYear(
                year, (long)q.P5, (long)q.P10, (long)q.P25, (long)q.P50, (long)q.P75, (long)q.P90, (long)q.P95,
                budget,
                budget is { } b ? drawn.ExceedanceProbability(scenario, year, b).Share : null,
                scenario == 0 ? null : (long)drawn.Cost(0, year).Quantiles.P50);
        }
    }

    /// <summary>Probability that the cost of a year, or of all years, is above any budget.</summary>
    /// <param name="run">A run with draws.</param>
    /// <param name="scenario">Index of the scenario.</param>
    /// <param name="fiscalYear">Fiscal year; null for all years together.</param>
    /// <param name="budgetCents">Approved budget to mark, cents; null for none.</param>
    /// <param name="size">The place that it is drawn for. Default wide.</param>
    /// <param name="beside">Indices of other scenarios to draw beside it, three at most; null for none.</param>
    /// <returns>The chart.</returns>
    /// <exception cref="ArgumentException">The run has no draws, or there are more than three other scenarios.</exception>
    public static ChartSpec Exceedance(RunRecord run, int scenario, int? fiscalYear = null, long? budgetCents = null, ChartSize size = ChartSize.Wide, IReadOnlyList<int>? beside = null)
    {
        ArgumentNullException.ThrowIfNull(run);
        return ExceedanceChart.Build(
            new ExceedanceInput(
                Name(run, scenario),
                fiscalYear is { } year ? Display.FiscalYear(year) : Years(run),
                Drawn(run).CostByDraw(scenario, fiscalYear),
                budgetCents is { } cents ? [new ExceedanceBudget("Approved budget", cents)] : [],
                Basis(run),
                beside is null ? null : [.. beside.Select(other => new ExceedanceCurve(Name(run, other), Drawn(run).CostByDraw(other, fiscalYear)))]),
            size);
    }

    /// <summary>What a proposal costs more than the baseline, draw by draw, over all years.</summary>
    /// <param name="run">A run with draws.</param>
    /// <param name="scenario">Index of the proposal.</param>
    /// <param name="size">The place that it is drawn for. Default wide.</param>
    /// <returns>The chart.</returns>
    /// <exception cref="ArgumentException">The run has no draws.</exception>
    public static ChartSpec PairedDifference(RunRecord run, int scenario, ChartSize size = ChartSize.Wide)
    {
        ArgumentNullException.ThrowIfNull(run);
        return PairedDifferenceChart.Build(new PairedDifferenceInput(Name(run, scenario), Name(run, 0), Years(run), Drawn(run).DifferenceByDraw(scenario, null), Basis(run)), size);
    }

    /// <summary>Which source of randomness carries the risk: of a proposal's difference from the baseline, or of the baseline's cost.</summary>
    /// <param name="run">A run with draws and a breakdown.</param>
    /// <param name="scenario">Index of the scenario.</param>
    /// <param name="size">The place that it is drawn for. Default wide.</param>
    /// <returns>The chart; null where the run has no breakdown or nothing varies.</returns>
    /// <exception cref="ArgumentException">The run has no draws.</exception>
    public static ChartSpec? Variance(RunRecord run, int scenario, ChartSize size = ChartSize.Wide)
    {
        ArgumentNullException.ThrowIfNull(run);
        return scenario == 0
            ? CostVariance(run, scenario, size)
            : Variance(run, Drawn(run).Scenarios[scenario].DifferenceRisk, $"difference of {Years(run)} from {Name(run, 0)}", size);
    }

    /// <summary>Which source of randomness carries the risk of a scenario's own cost over all years, the baseline's or a proposal's.</summary>
    /// <param name="run">A run with draws and a breakdown.</param>
    /// <param name="scenario">Index of the scenario.</param>
    /// <param name="size">The place that it is drawn for. Default wide.</param>
    /// <returns>The chart; null where the run has no breakdown or nothing varies.</returns>
    /// <exception cref="ArgumentException">The run has no draws.</exception>
    public static ChartSpec? CostVariance(RunRecord run, int scenario, ChartSize size = ChartSize.Wide)
    {
        ArgumentNullException.ThrowIfNull(run);
        var outcome = scenario == 0 ? $"cost of {Years(run)}" : $"cost of {Name(run, scenario)}, {Years(run)}";
        return Variance(run, Drawn(run).Scenarios[scenario].CostRisk, outcome, size);
    }

    private static ChartSpec? Variance(RunRecord run, VarianceBreakdown? breakdown, string outcome, ChartSize size)
    {
        if (breakdown is not { StandardDeviation: > 0 } risk) return null;
        return VarianceChart.Build(
            new VarianceInput(
                outcome,
                (long)Math.Round(risk.StandardDeviation),
                [.. risk.Sources.Where(s => s.Share is not null).Select(s => new VarianceSource(RandomSourceName.Of(s.Source), s.Share!.Value, s.StandardError))],
                risk.Remainder,
                risk.RemainderStandardError,
                Basis(run)),
            size);
    }

    /// <summary>What the heaviest assumed figures weigh: in a proposal's difference from the baseline, or in the baseline's cost, over all years.</summary>
    /// <param name="run">The run.</param>
    /// <param name="scenario">Index of the scenario.</param>
    /// <param name="size">The place that it is drawn for. Default wide.</param>
    /// <returns>The chart; null where nothing was weighed.</returns>
    public static ChartSpec? Tornado(RunRecord run, int scenario, ChartSize size = ChartSize.Wide)
    {
        ArgumentNullException.ThrowIfNull(run);
        var facts = run.Facts.Scenarios[scenario];
        var rows = facts.Sensitivities.Where(s => s.Weight > 0).Take(MostTornadoRows).Select(s => new TornadoRow(s.Title, s.LowChange, s.HighChange, s.LowCents, s.HighCents, Assumed: true)).ToList();
        if (rows.Count == 0) return null;
        var total = facts.Projection.Costs.Total;
        return TornadoChart.Build(
            new TornadoInput(
                scenario == 0 ? $"cost of {Years(run)}" : $"{Years(run)} difference from {Name(run, 0)}",
                scenario == 0 ? total : total - run.Facts.Scenarios[0].Projection.Costs.Total,
                rows,
                new ChartBasis(Sensitivities.Draws, run.Facts.RosterPeople, Nominal, "Each figure is moved alone, with the same luck.")),
            size);
    }
}
