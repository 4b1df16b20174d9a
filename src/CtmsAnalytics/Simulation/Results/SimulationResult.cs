using CtmsAnalytics.Budget;
using CtmsAnalytics.Diagnostics;

namespace CtmsAnalytics.Simulation.Results;

/// <summary>What a simulation says: means with their errors, quantiles and probabilities. Immutable.</summary>
/// <remarks>Costs are in cents. With a single draw nothing is known about errors, and standard errors, deviations and intervals are null.</remarks>
public sealed class SimulationResult
{
    private readonly TallyShape _shape;
    private readonly ScenarioTally[] _scenarios;
    private readonly long[][][] _series;

    /// <param name="layout">What the rows mean.</param>
    /// <param name="runId">Identifier of the run.</param>
    /// <param name="ranges">The draws, one or more.</param>
    /// <param name="shape">Where the rows stand.</param>
    /// <param name="scenarios">Sums over these draws; nobody else changes them.</param>
    /// <param name="series">By scenario and row, the sums that are kept for every draw.</param>
    internal SimulationResult(SimulationLayout layout, string runId, IReadOnlyList<DrawRange> ranges, TallyShape shape, ScenarioTally[] scenarios, long[][][] series)
    {
        Layout = layout;
        RunId = runId;
        Ranges = ranges;
        Draws = series[0][0].Length;
        _shape = shape;
        _scenarios = scenarios;
        _series = series;
    }

    /// <summary>What the rows mean.</summary>
    public SimulationLayout Layout { get; }

    /// <summary>Identifier of the run.</summary>
    public string RunId { get; }

    /// <summary>Number of draws, 1 or more.</summary>
    public int Draws { get; }

    /// <summary>The draws, ascending and disjoint.</summary>
    public IReadOnlyList<DrawRange> Ranges { get; }

    /// <summary>The cost of a margin in every draw.</summary>
    /// <param name="scenario">Index of the scenario.</param>
    /// <param name="margin">What cost.</param>
    /// <returns>Cents, in the order of <see cref="Ranges"/>.</returns>
    /// <exception cref="InputException">The margin is of a fiscal year that is not covered, or of a component and an organisation at once.</exception>
    public IReadOnlyList<long> CostByDraw(int scenario, CostMargin margin) => Series(scenario, margin);

    /// <summary>The cost of a margin.</summary>
    /// <param name="scenario">Index of the scenario.</param>
    /// <param name="margin">What cost.</param>
    /// <returns>Its statistics, cents; quantiles are exact.</returns>
    /// <exception cref="InputException">The margin is of a fiscal year that is not covered, or of a component and an organisation at once.</exception>
    public CostStatistics Cost(int scenario, CostMargin margin) => CostStatistics.Of(Series(scenario, margin));

    /// <summary>What a margin costs more in a scenario than in the baseline, draw by draw.</summary>
    /// <param name="scenario">Index of the scenario; 0 compares the baseline with itself, which is exactly zero.</param>
    /// <param name="margin">What cost.</param>
    /// <returns>The statistics of the difference, cents; quantiles are exact.</returns>
    /// <exception cref="InputException">The margin is of a fiscal year that is not covered, or of a component and an organisation at once.</exception>
    public DifferenceStatistics Difference(int scenario, CostMargin margin) =>
        DifferenceStatistics.Of(SeriesMath.Difference(Series(scenario, margin), Series(0, margin)));

    /// <summary>The cells of the cost cube that are not zero in every draw, in the order of the cube.</summary>
    /// <param name="scenario">Index of the scenario.</param>
    /// <returns>One entry for each cell that costs something in this scenario or in the baseline.</returns>
    public IReadOnlyList<CellStatistics> Cells(int scenario)
    {
        var tally = Scenario(scenario);
        return
        [
            .. Keys()
                .Where(cell => !tally.Costs[cell.Row].IsZero || !_scenarios[0].Costs[cell.Row].IsZero)
                .OrderBy(cell => cell.Key, CostKeyOrder.Instance)
                .Select(cell => new CellStatistics(cell.Key, Cell(tally, cell.Row), scenario == 0 ? null : DifferenceStatistics.Of(tally.Differences[cell.Row].Estimate(Draws)))),
        ];
    }

    /// <summary>The mean cost cube, which adds up like a single projection.</summary>
    /// <param name="scenario">Index of the scenario.</param>
    /// <returns>Mean cents of each cell that costs something, in the order of the cube.</returns>
    public IReadOnlyDictionary<CostKey, decimal> MeanCosts(int scenario)
    {
        var tally = Scenario(scenario);
        var means = new SortedDictionary<CostKey, decimal>(CostKeyOrder.Instance);
        foreach (var (key, row) in Keys())
        {
            if (!tally.Costs[row].IsZero) means[key] = (decimal)tally.Costs[row].Sum / Draws;
        }

        return means;
    }

    /// <summary>Probability that costs are above a budget.</summary>
    /// <param name="scenario">Index of the scenario.</param>
    /// <param name="fiscalYear">Fiscal year; null for all years together.</param>
    /// <param name="budgetCents">The budget, cents.</param>
    /// <returns>Share of draws whose cost is above the budget, with its interval.</returns>
    /// <exception cref="InputException">The fiscal year is not covered.</exception>
    public ProbabilityEstimate ExceedanceProbability(int scenario, int? fiscalYear, long budgetCents) =>
        ProbabilityEstimate.Of(Series(scenario, new CostMargin { FiscalYear = fiscalYear }).Count(cents => cents > budgetCents), Draws);

    /// <summary>Standard error of the mean cost of all years, as a share of that mean: what a run that stops at a given error looks at.</summary>
    /// <param name="scenario">Index of the scenario.</param>
    /// <returns>The share, 0 or more; null with a single draw or a mean of zero.</returns>
    public double? RelativeError(int scenario) => SeriesMath.RelativeError(Series(scenario, CostMargin.Total));

    /// <summary>Movement of people by fiscal year and organisation.</summary>
    /// <param name="scenario">Index of the scenario.</param>
    /// <returns>One entry for each fiscal year and organisation, in this order.</returns>
    public IReadOnlyList<HeadcountStatistics> Headcount(int scenario)
    {
        var movement = Scenario(scenario).Movement;
        return
        [
            .. from year in Enumerable.Range(0, _shape.Years)
               from organisation in Enumerable.Range(0, _shape.Organisations)
               select Of(year, organisation),
        ];

        HeadcountStatistics Of(int year, int organisation)
        {
            var rows = movement.AsSpan(((organisation * _shape.Years) + year) * TallyShape.Measures, TallyShape.Measures);
            var (agency, name, _) = Layout.Organisations[organisation];
            return new HeadcountStatistics(
                Layout.FiscalYears[year],
                agency,
                name,
                rows[(int)FlowKind.Start].Estimate(Draws),
                rows[(int)FlowKind.Hires].Estimate(Draws),
                rows[(int)FlowKind.Separations].Estimate(Draws),
                rows[DrawTile.Flows].Estimate(Draws),
                PerFte(year) is { } unit ? rows[(int)FlowKind.HourWeekdays].Estimate(Draws, unit) : null);
        }
    }

    /// <summary>Movement of people of the whole service by fiscal year.</summary>
    /// <param name="scenario">Index of the scenario.</param>
    /// <returns>One entry for each fiscal year; quantiles are exact.</returns>
    public IReadOnlyList<ServiceHeadcount> ServiceHeadcount(int scenario)
    {
        _ = Scenario(scenario);
        return [.. Enumerable.Range(0, _shape.Years).Select(Of)];

        ServiceHeadcount Of(int year)
        {
            long[] start = Flow(FlowKind.Start), hires = Flow(FlowKind.Hires), separations = Flow(FlowKind.Separations);
            var end = SeriesMath.Difference(start, separations);
            SeriesMath.AddTo(end, hires);
            return new ServiceHeadcount(
                Layout.FiscalYears[year],
                Count(start),
                Count(hires),
                Count(separations),
                Count(end),
                PerFte(year) is { } unit ? Count(Flow(FlowKind.HourWeekdays), unit) : null);

            long[] Flow(FlowKind flow) => _series[scenario][_shape.SeriesOfFlow(year, flow)];
        }

        CountStatistics Count(long[] series, double unit = 1)
        {
            var (mean, error, deviation) = Moments.Of(series).Estimate(Draws, unit);
            return new CountStatistics(mean, error, deviation, SeriesMath.Quantiles(series, unit));
        }
    }

    /// <summary>What rules did.</summary>
    /// <param name="scenario">Index of the scenario.</param>
    /// <returns>One entry for each fiscal year, organisation and rule that took effect in a draw, in this order.</returns>
    public IReadOnlyList<RuleEffectStatistics> RuleEffects(int scenario)
    {
        var effects = Scenario(scenario).Rules;
        return
        [
            .. from year in Enumerable.Range(0, _shape.Years)
               from organisation in Enumerable.Range(0, _shape.Organisations)
               from rule in Enumerable.Range(0, _shape.Rules)
               let row = ((((organisation * _shape.Years) + year) * _shape.Rules) + rule) * 2
               where !effects[row].IsZero || !effects[row + 1].IsZero
               select new RuleEffectStatistics(
                   Layout.FiscalYears[year],
                   Layout.Organisations[organisation].Agency,
                   Layout.Organisations[organisation].Organisation,
                   Layout.Rules[rule],
                   effects[row + 1].Estimate(Draws),
                   effects[row].Estimate(Draws)),
        ];
    }

    private CostStatistics Cell(ScenarioTally tally, int row)
    {
        var (mean, error, deviation) = tally.Costs[row].Estimate(Draws);
        return new CostStatistics(mean, error, deviation, Quantiles.Of(Draws, place => tally.Histograms.ValueAt(row, Draws, place)));
    }

    private ScenarioTally Scenario(int scenario)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(scenario);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(scenario, _shape.Scenarios);
        return _scenarios[scenario];
    }

    /// <summary>Every cell with its row.</summary>
    private IEnumerable<(CostKey Key, int Row)> Keys()
    {
        var row = 0;
        foreach (var organisation in Layout.Organisations)
        {
            foreach (var (level, market) in organisation.Cells)
            {
                foreach (var year in Layout.FiscalYears)
                {
                    for (var c = 0; c < DrawTile.Components; c++) yield return (new CostKey(year, organisation.Agency, organisation.Organisation, level, market, (Component)c), row++);
                }
            }
        }
    }

    private double? PerFte(int year) => year < Layout.HourWeekdaysPerFte.Count ? Layout.HourWeekdaysPerFte[year] : null;

    private long[] Series(int scenario, CostMargin margin)
    {
        ArgumentNullException.ThrowIfNull(margin);
        _ = Scenario(scenario);
        var sum = new long[Draws];
        foreach (var row in margin.Rows(Layout, _shape)) SeriesMath.AddTo(sum, _series[scenario][row]);
        return sum;
    }
}
