using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Numerics;
using CtmsAnalytics.Runs;

namespace CtmsAnalytics.Budget.Tables;

/// <summary>
/// A budget number step by step: the baseline on the expected path, what each part of the proposal adds, what chance adds on average, and the margin up to a percentile over draws. Every
/// column adds up exactly. The number of all years together is a percentile of their sum, which is less than the sum of the years' percentiles because bad years do not all come together.
/// </summary>
/// <param name="Scenario">Name of the scenario.</param>
/// <param name="Percent">Percentile that the number stands at, 1 to 100.</param>
/// <param name="FiscalYears">Fiscal years, ascending.</param>
/// <param name="Steps">The steps; the last one is the number.</param>
public sealed record RequestTable(string Scenario, int Percent, IReadOnlyList<int> FiscalYears, IReadOnlyList<RequestStep> Steps)
{
    /// <summary>Percentile that a request usually stands at.</summary>
    public const int UsualPercentile = 80;

    /// <summary>Highest percentile: no draw is above it.</summary>
    public const int MostPercent = 100;

    /// <summary>Units that the amounts are given in, cents: 1, 100 for dollars, 100,000 for thousands.</summary>
    /// <value>Default 1.</value>
    public long Unit { get; init; } = 1;

    /// <summary>What the sum of the single years' numbers is more than the number of all years together, in <see cref="Unit"/>.</summary>
    public long YearsAboveAll => Steps[^1].Amounts.SkipLast(1).Sum() - Steps[^1].Amounts[^1];

    /// <summary>Takes a number apart.</summary>
    /// <param name="run">A run with draws.</param>
    /// <param name="scenario">Index of the scenario; 0 for the baseline, whose number has no parts of a proposal.</param>
    /// <param name="percent">Percentile, 1 to 100.</param>
    /// <returns>The steps, amounts in cents.</returns>
    /// <exception cref="InputException">There is no such scenario, or the run has no draws.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The percentile is not between 1 and 100.</exception>
    public static RequestTable Of(RunRecord run, int scenario, int percent)
    {
        ArgumentNullException.ThrowIfNull(run);
        BudgetBook.RequireScenario(run, scenario);
        var drawn = run.Drawn ?? throw new InputException($"Run {run.Manifest.RunId} is a comparison on the expected path and has no draws. Ask for a run of ctms simulate.");
        List<int?> years = [.. run.FiscalYears.Select(y => (int?)y), null];
        var (point, mean, number) = (Expected(scenario), Each(y => (long)Math.Round(drawn.Cost(scenario, y).Mean)), Each(y => drawn.CostPercentile(scenario, y, percent)));
        var path = $"{NameOf(scenario)}, expected path";
        List<RequestStep> steps = scenario == 0
            ? [new(RequestStepKind.Amount, path, point)]
            :
            [
                new(RequestStepKind.Amount, $"{NameOf(0)}, expected path", Expected(0)),
                .. run.Facts.Scenarios[scenario].Drivers.Where(d => d.CentsByYear.Values.Any(c => c != 0))
                    .Select(d => new RequestStep(RequestStepKind.Change, d.Title, Each(y => y is { } one ? d.CentsByYear.GetValueOrDefault(one) : d.Total))),
                new(RequestStepKind.Sum, path, point),
            ];
        return new RequestTable(NameOf(scenario), percent, run.FiscalYears,
        [
            .. steps,
            new(RequestStepKind.Change, "Mean of draws less expected path", [.. mean.Zip(point, (m, p) => m - p)]),
            new(RequestStepKind.Change, FormattableString.Invariant($"Margin from the mean to P{percent}"), [.. number.Zip(mean, (n, m) => n - m)]),
            new(RequestStepKind.Sum, FormattableString.Invariant($"P{percent}: not exceeded in {percent} of 100 draws"), number),
        ]);

        string NameOf(int of) => run.Facts.Scenarios[of].Projection.Scenario.Name;

        List<long> Each(Func<int?, long> amount) => [.. years.Select(amount)];

        List<long> Expected(int of)
        {
            var costs = run.Facts.Scenarios[of].Projection.Costs.SumBy(k => k.FiscalYear);
            return Each(y => y is { } one ? costs.GetValueOrDefault(one) : costs.Values.Sum());
        }
    }

    /// <summary>Rounds so that what is shown adds up: the number to the nearest unit, halves up, its parts to a neighbouring unit, the largest remainders up.</summary>
    /// <param name="unit">Unit, cents: 100 for dollars, 100,000 for thousands, 100,000,000 for millions.</param>
    /// <returns>The table in that unit.</returns>
    /// <exception cref="InvalidOperationException">The table is rounded already.</exception>
    public RequestTable RoundedTo(long unit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(unit, 1);
        if (Unit != 1) throw new InvalidOperationException("The table is rounded already; round the exact one.");
        var rounded = Steps.Select(s => new long[s.Amounts.Count]).ToList();
        for (var column = 0; column <= FiscalYears.Count; column++)
        {
            var parts = new Queue<long>(LargestRemainder.Round([.. Steps.Where(s => s.Kind != RequestStepKind.Sum).Select(s => s.Amounts[column])], unit, BudgetTable.HalfUp(Steps[^1].Amounts[column], unit)));
            var sum = 0L;
            for (var s = 0; s < Steps.Count; s++)
            {
                rounded[s][column] = Steps[s].Kind == RequestStepKind.Sum ? sum : parts.Peek();
                if (Steps[s].Kind != RequestStepKind.Sum) sum += parts.Dequeue();
            }
        }

        return this with { Unit = unit, Steps = [.. Steps.Zip(rounded, (step, amounts) => step with { Amounts = amounts })] };
    }
}

/// <summary>One step to a budget number.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Its name.</param>
/// <param name="Amounts">One amount for each fiscal year and one for all of them together, in the table's unit.</param>
public sealed record RequestStep(RequestStepKind Kind, string Name, IReadOnlyList<long> Amounts);

/// <summary>What a step to a budget number is.</summary>
public enum RequestStepKind
{
    /// <summary>An amount that the steps start from.</summary>
    Amount,

    /// <summary>An amount that is added or taken off.</summary>
    Change,

    /// <summary>The sum of everything above it that is no sum.</summary>
    Sum,
}
