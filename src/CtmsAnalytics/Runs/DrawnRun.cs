using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Simulation.Results;

namespace CtmsAnalytics.Runs;

/// <summary>The draws of a run: the same luck in every scenario. Immutable.</summary>
public sealed class DrawnRun
{
    private readonly IReadOnlyList<int> _years;

    /// <param name="seed">Seed of every random number.</param>
    /// <param name="scenarios">The scenarios, the baseline first; every one has the same fiscal years and number of draws.</param>
    /// <exception cref="InputException">There is no scenario or no draw, or scenarios differ in their years or draws.</exception>
    public DrawnRun(uint seed, IReadOnlyList<DrawnScenario> scenarios)
    {
        ArgumentNullException.ThrowIfNull(scenarios);
        if (scenarios.Count == 0) throw new InputException("A run has at least one scenario.");
        _years = [.. scenarios[0].CostByDraw.Keys.Order()];
        Seed = seed;
        Scenarios = scenarios;
        Draws = _years.Count == 0 ? 0 : scenarios[0].CostByDraw[_years[0]].Count;
        if (Draws == 0 || scenarios.Any(s => !s.CostByDraw.Keys.Order().SequenceEqual(_years) || s.CostByDraw.Values.Any(c => c.Count != Draws)))
            throw new InputException("The draws of the run are not complete: every scenario has the same fiscal years, and each of them the same number of draws.");
    }

    /// <summary>Seed of every random number.</summary>
    public uint Seed { get; }

    /// <summary>Number of draws, 1 or more.</summary>
    public int Draws { get; }

    /// <summary>The scenarios, the baseline first.</summary>
    public IReadOnlyList<DrawnScenario> Scenarios { get; }

    /// <summary>What the draws of a simulation say.</summary>
    /// <param name="result">The simulation.</param>
    /// <param name="seed">Its seed.</param>
    /// <param name="risk">For each scenario which source carries the risk of its cost and of its difference; null for none.</param>
    /// <returns>The draws.</returns>
    public static DrawnRun Of(SimulationResult result, uint seed, Func<int, (VarianceBreakdown? Cost, VarianceBreakdown? Difference)>? risk = null)
    {
        ArgumentNullException.ThrowIfNull(result);
        return new DrawnRun(seed, [.. Enumerable.Range(0, result.Layout.Scenarios.Count).Select(Scenario)]);

        DrawnScenario Scenario(int scenario)
        {
            var (cost, difference) = risk?.Invoke(scenario) ?? (null, null);
            return new DrawnScenario(
                result.Layout.FiscalYears.ToDictionary(y => y, y => result.CostByDraw(scenario, new CostMargin { FiscalYear = y })),
                result.MeanCosts(scenario),
                [
                    .. result.ServiceHeadcount(scenario).Select(h => new DrawnHeadcount(
                        h.FiscalYear, h.Start.Mean, h.Hires.Mean, h.Separations.Mean, h.End.Mean, h.End.Quantiles.P10, h.End.Quantiles.P90, h.Fte?.Mean)),
                ],
                cost,
                difference);
        }
    }

    /// <summary>The cost of a fiscal year in every draw.</summary>
    /// <param name="scenario">Index of the scenario.</param>
    /// <param name="fiscalYear">Fiscal year; null for all years together.</param>
    /// <returns>Cents, one entry for each draw.</returns>
    /// <exception cref="InputException">The fiscal year is not covered.</exception>
    public IReadOnlyList<long> CostByDraw(int scenario, int? fiscalYear) => Series(scenario, fiscalYear);

    /// <summary>What a scenario costs more than the baseline in every draw.</summary>
    /// <param name="scenario">Index of the scenario.</param>
    /// <param name="fiscalYear">Fiscal year; null for all years together.</param>
    /// <returns>Cents, one entry for each draw.</returns>
    /// <exception cref="InputException">The fiscal year is not covered.</exception>
    public IReadOnlyList<long> DifferenceByDraw(int scenario, int? fiscalYear) => SeriesMath.Difference(Series(scenario, fiscalYear), Series(0, fiscalYear));

    /// <summary>The cost of a fiscal year.</summary>
    /// <param name="scenario">Index of the scenario.</param>
    /// <param name="fiscalYear">Fiscal year; null for all years together.</param>
    /// <returns>Its statistics, cents.</returns>
    /// <exception cref="InputException">The fiscal year is not covered.</exception>
    public CostStatistics Cost(int scenario, int? fiscalYear) => CostStatistics.Of(Series(scenario, fiscalYear));

    /// <summary>A percentile of the cost of a fiscal year, for example the 80th, which budgets ask for.</summary>
    /// <param name="scenario">Index of the scenario.</param>
    /// <param name="fiscalYear">Fiscal year; null for all years together, which is not the sum of the percentiles of the years.</param>
    /// <param name="percent">Which percentile, 1 to 100.</param>
    /// <returns>The cost that is not exceeded in as many percent of the draws, cents.</returns>
    /// <exception cref="InputException">The fiscal year is not covered.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such scenario or percentile.</exception>
    public long CostPercentile(int scenario, int? fiscalYear, int percent) => Quantiles.At([.. Series(scenario, fiscalYear).Order()], percent);

    /// <summary>What a scenario costs more than the baseline in a fiscal year, draw by draw.</summary>
    /// <param name="scenario">Index of the scenario.</param>
    /// <param name="fiscalYear">Fiscal year; null for all years together.</param>
    /// <returns>The statistics of the difference, cents.</returns>
    /// <exception cref="InputException">The fiscal year is not covered.</exception>
    public DifferenceStatistics Difference(int scenario, int? fiscalYear) => DifferenceStatistics.Of(SeriesMath.Difference(Series(scenario, fiscalYear), Series(0, fiscalYear)));

    /// <summary>A percentile of what a scenario costs more than the baseline in a fiscal year, draw by draw.</summary>
    /// <param name="scenario">Index of the scenario.</param>
    /// <param name="fiscalYear">Fiscal year; null for all years together, which is not the sum of the percentiles of the years.</param>
    /// <param name="percent">Which percentile, 1 to 100.</param>
    /// <returns>The difference that is not exceeded in as many percent of the draws, cents.</returns>
    /// <exception cref="InputException">The fiscal year is not covered.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such scenario or percentile.</exception>
    public long DifferencePercentile(int scenario, int? fiscalYear, int percent) => Quantiles.At([.. DifferenceByDraw(scenario, fiscalYear).Order()], percent);

    /// <summary>Probability that the cost of a fiscal year is above a budget.</summary>
    /// <param name="scenario">Index of the scenario.</param>
    /// <param name="fiscalYear">Fiscal year; null for all years together.</param>
    /// <param name="budgetCents">The budget, cents.</param>
    /// <returns>Share of draws whose cost is above the budget, with its interval.</returns>
    /// <exception cref="InputException">The fiscal year is not covered.</exception>
    public ProbabilityEstimate ExceedanceProbability(int scenario, int? fiscalYear, long budgetCents) => ProbabilityEstimate.Of(Series(scenario, fiscalYear).LongCount(c => c > budgetCents), Draws);

    private long[] Series(int scenario, int? fiscalYear)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(scenario);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(scenario, Scenarios.Count);
        var costs = Scenarios[scenario].CostByDraw;
        if (fiscalYear is { } one)
            return costs.TryGetValue(one, out var series) ? [.. series] : throw new InputException(FormattableString.Invariant($"There is no fiscal year {one} in this run. It covers {_years[0]} to {_years[^1]}."));
        var sum = new long[Draws];
        foreach (var year in _years) SeriesMath.AddTo(sum, [.. costs[year]]);
        return sum;
    }
}
