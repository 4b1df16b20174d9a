using CtmsAnalytics.Budget.Tables;
using CtmsAnalytics.Charts.Formatting;
using CtmsAnalytics.Runs;
using CtmsAnalytics.Simulation.Results;

namespace CtmsAnalytics.Charts.Runs;

/// <summary>Tables of a run as a budget reader expects them, one call each. None of them shows a single person.</summary>
public static class RunViews
{
    private const string AllYears = "All years";
    private const string PlusMinus = "\u00b1";

    /// <summary>Every scenario's cost on the expected path, and what each proposal costs more than the baseline.</summary>
    /// <param name="run">The run.</param>
    /// <returns>One row for each fiscal year and one for all of them, US dollars.</returns>
    public static ChartTable Costs(this RunRecord run)
    {
        ArgumentNullException.ThrowIfNull(run);
        var scenarios = run.Facts.Scenarios;
        var costs = scenarios.Select(s => s.Projection.Costs.SumBy(k => k.FiscalYear)).ToList();
        long Cost(int scenario, int? year) => year is { } one ? costs[scenario].GetValueOrDefault(one) : costs[scenario].Values.Sum();
        return Table(
            run,
            "Cost on the expected path by fiscal year, US dollars",
            [.. scenarios.Select((_, s) => Name(run, s)), .. Proposals(run).SelectMany(s => new[] { $"{Name(run, s)}, difference", $"{Name(run, s)}, %" })],
            year =>
            [
                .. scenarios.Select((_, s) => Display.Dollars(Cost(s, year))),
                .. Proposals(run).SelectMany(s => new[] { Display.DollarsSigned(Cost(s, year) - Cost(0, year)), Display.Change(Cost(0, year), Cost(s, year)) }),
            ]);
    }

    /// <summary>A scenario's cost over draws: mean, standard error of the mean, and percentiles.</summary>
    /// <param name="run">A run with draws.</param>
    /// <param name="scenario">Index of the scenario.</param>
    /// <returns>One row for each fiscal year and one for all of them, US dollars.</returns>
    /// <exception cref="ArgumentException">The run has no draws.</exception>
    public static ChartTable Risk(this RunRecord run, int scenario)
    {
        var drawn = Drawn(run);
        return Table(
            run,
            $"Cost of {Name(run, scenario)} over draws, US dollars: mean with its standard error, and percentiles",
            ["Mean", $"{PlusMinus} s.e.", "P5", "P10", "P25", "Median", "P75", "P90", "P95"],
            year =>
            {
                var cost = drawn.Cost(scenario, year);
                var q = cost.Quantiles;
                return [Dollars(cost.Mean), cost.StandardError is { } e ? Dollars(e) : "", Dollars(q.P5), Dollars(q.P10), Dollars(q.P25), Dollars(q.P50), Dollars(q.P75), Dollars(q.P90), Dollars(q.P95)];
            });
    }

    /// <summary>The point estimate on the expected path beside the mean over draws: how far they are apart, and whether the number of draws alone explains it.</summary>
    /// <param name="run">A run with draws.</param>
    /// <param name="scenario">Index of the scenario.</param>
    /// <returns>One row for each fiscal year and one for all of them, US dollars.</returns>
    /// <exception cref="ArgumentException">The run has no draws.</exception>
    public static ChartTable PointAndMean(this RunRecord run, int scenario)
    {
        var drawn = Drawn(run);
        var costs = run.Facts.Scenarios[scenario].Projection.Costs.SumBy(k => k.FiscalYear);
        return Table(
            run,
            $"{Name(run, scenario)}: expected path and mean over {Display.Count(drawn.Draws)} draws, US dollars",
            ["Expected path", "Mean of draws", $"{PlusMinus} s.e.", "Mean less expected path", "in %", "Median of draws"],
            year =>
            {
                var point = year is { } one ? costs.GetValueOrDefault(one) : costs.Values.Sum();
                var cost = drawn.Cost(scenario, year);
                return
                [
                    Display.Dollars(point), Dollars(cost.Mean), cost.StandardError is { } e ? Dollars(e) : "", Signed(cost.Mean - point), point == 0 ? "" : Display.PercentSigned((cost.Mean - point) / point),
                    Dollars(cost.Quantiles.P50),
                ];
            });
    }

    /// <summary>What a proposal costs more than the baseline over draws with the same luck in both.</summary>
    /// <param name="run">A run with draws.</param>
    /// <param name="scenario">Index of the proposal.</param>
    /// <returns>One row for each fiscal year and one for all of them, US dollars: the mean with its 95 % interval, the range of eight of ten draws, and in how many draws the proposal costs more.</returns>
    /// <exception cref="ArgumentException">The run has no draws.</exception>
    public static ChartTable Differences(this RunRecord run, int scenario)
    {
        var drawn = Drawn(run);
        return Table(
            run,
            $"{Name(run, scenario)} less {Name(run, 0)} over {Display.Count(drawn.Draws)} draws with the same luck, US dollars",
            ["Mean difference", "95% interval of the mean", "P10", "Median", "P90", "Costs more in"],
            year =>
            {
                var difference = drawn.Difference(scenario, year);
                var q = difference.Quantiles!;
                return
                [
                    Signed(difference.Mean), difference.Interval is { } i ? $"{Signed(i.Lower)} to {Signed(i.Upper)}" : "", Signed(q.P10), Signed(q.P50), Signed(q.P90),
                    difference.ShareHigher is { } share ? Display.Probability(share) : "",
                ];
            });
    }

    /// <summary>
    /// What the same luck in both scenarios is worth: the spread of each difference over all years beside the spread that it would have with luck of its own for each scenario, which is the
    /// root of the sum of both variances.
    /// </summary>
    /// <param name="run">A run with two draws or more.</param>
    /// <returns>One row for each proposal, US dollars; the last column says how many times as many draws would give as narrow an interval.</returns>
    /// <exception cref="ArgumentException">The run has no draws, or a single one.</exception>
    public static ChartTable SameLuck(this RunRecord run)
    {
        var drawn = Drawn(run);
        if (drawn.Draws == 1) throw new ArgumentException("One draw has no spread. Simulate two or more.", nameof(run));
        return new ChartTable(
            $"Standard deviation of the difference from {Name(run, 0)} over {Display.Count(drawn.Draws)} draws, US dollars",
            ["Proposal", "On the same luck", "On luck of its own", "Draws for as narrow an interval without it"],
            [
                .. Proposals(run).Select(s =>
                {
                    var (paired, own) = (Variance(drawn.Difference(s, null).StandardDeviation), Variance(drawn.Cost(0, null).StandardDeviation) + Variance(drawn.Cost(s, null).StandardDeviation));
                    return (IReadOnlyList<string>)[Name(run, s), Dollars(Math.Sqrt(paired)), Dollars(Math.Sqrt(own)), paired == 0 ? "" : FormattableString.Invariant($"{own / paired:#,0} times as many")];
                }),
            ]);

        double Variance(double? deviation) => deviation!.Value * deviation.Value;
    }

    /// <summary>What the heaviest assumed figures weigh over all years: in a proposal's difference from the baseline, or in the baseline's cost.</summary>
    /// <param name="run">A run whose assumed figures were weighed.</param>
    /// <param name="scenario">Index of the scenario.</param>
    /// <param name="rows">Most figures. Default 12.</param>
    /// <returns>One row for each figure, the heaviest first, with what was changed and what that does, US dollars; no rows where nothing was weighed.</returns>
    public static ChartTable Sensitivities(this RunRecord run, int scenario, int rows = 12)
    {
        ArgumentNullException.ThrowIfNull(run);
        return new ChartTable(
            scenario == 0 ? $"What assumed figures weigh in the cost of {Name(run, 0)}, US dollars" : $"What assumed figures weigh in the difference of {Name(run, scenario)} from {Name(run, 0)}, US dollars",
            ["Assumed figure", "~Name in the scenario or catalogue", "~Lower side", "does", "~Higher side", "does", $"{PlusMinus} s.e."],
            [
                .. run.Facts.Scenarios[scenario].Sensitivities.Where(s => s.Weight > 0).Take(rows).Select(s => (IReadOnlyList<string>)
                [
                    s.Title, s.Name, s.LowChange, Display.DollarsSigned(s.LowCents), s.HighChange, Display.DollarsSigned(s.HighCents), Display.Dollars(s.StandardErrorCents),
                ]),
            ]);
    }

    /// <summary>How likely each scenario costs more than a budget.</summary>
    /// <param name="run">A run with draws.</param>
    /// <param name="budgets">Approved budgets by fiscal year, cents.</param>
    /// <returns>One row for each fiscal year with a budget: the budget, and for each scenario the share of draws above it with its 95 % interval.</returns>
    /// <exception cref="ArgumentException">The run has no draws.</exception>
    /// <exception cref="Diagnostics.InputException">A fiscal year is not covered.</exception>
    public static ChartTable OverBudget(this RunRecord run, IReadOnlyDictionary<int, long> budgets)
    {
        ArgumentNullException.ThrowIfNull(budgets);
        var drawn = Drawn(run);
        return new ChartTable(
            $"Probability that the cost is above the approved budget, {Display.Count(drawn.Draws)} draws, with its 95% interval",
            ["Fiscal year", "Approved budget", .. Enumerable.Range(0, drawn.Scenarios.Count).Select(s => Name(run, s))],
            [
                .. budgets.OrderBy(b => b.Key).Select(b => (IReadOnlyList<string>)
                [
                    Display.FiscalYear(b.Key), Display.Dollars(b.Value), .. Enumerable.Range(0, drawn.Scenarios.Count).Select(s => Share(drawn.ExceedanceProbability(s, b.Key, b.Value))),
                ]),
            ]);
    }

    /// <summary>
    /// A budget number step by step: the baseline on the expected path, what each part of the proposal adds, what chance adds on average, and the margin up to a percentile over draws. Every
    /// column adds up; the margin of all years together is less than the sum of the years' margins, because good and bad years do not fall together.
    /// </summary>
    /// <param name="run">A run with draws.</param>
    /// <param name="scenario">Index of the scenario; 0 for the baseline.</param>
    /// <param name="percent">Percentile that the number stands at, 1 to 100. Default the 80th.</param>
    /// <returns>One column for each fiscal year and one for all of them, US dollars.</returns>
    /// <exception cref="ArgumentException">The run has no draws.</exception>
    public static ChartTable Request(this RunRecord run, int scenario, int percent = RequestTable.UsualPercentile)
    {
        Drawn(run);
        var request = RequestTable.Of(run, scenario, percent);
        return new ChartTable(
            $"The request for {request.Scenario} step by step, US dollars",
            ["Step", .. run.FiscalYears.Select(Display.FiscalYear), AllYears],
            [.. request.Steps.Select(s => (IReadOnlyList<string>)[s.Name, .. s.Amounts.Select(a => s.Kind == RequestStepKind.Change ? Display.DollarsSigned(a) : Display.Dollars(a))])])
        {
            Totals = [.. request.Steps.Where(s => s.Kind == RequestStepKind.Sum || (s.Kind == RequestStepKind.Amount && scenario == 0)).Select(s => s.Name)],
        };
    }

    /// <summary>What rules of part 158 did on the expected path: people whom they touched, and dollars that they cut, moved to a later year, raised or only report.</summary>
    /// <param name="run">The run.</param>
    /// <param name="scenario">Index of the scenario.</param>
    /// <param name="paragraph">Part of a paragraph that the rules name, for example <c>158.642</c>; null for all rules.</param>
    /// <returns>One row for each rule, people as the mean of the fiscal years; US dollars.</returns>
    public static ChartTable RuleEffects(this RunRecord run, int scenario, string? paragraph = null)
    {
        ArgumentNullException.ThrowIfNull(run);
        var effects = run.Facts.Scenarios[scenario].Projection.Rules.Where(r => paragraph is null || r.Paragraph.Contains(paragraph, StringComparison.Ordinal));
        return new ChartTable(
            $"Rules that took effect in {Name(run, scenario)} on the expected path, US dollars",
            ["Rule", "~Paragraph", "~What it did", "People a year, mean", .. run.FiscalYears.Select(Display.FiscalYear), AllYears],
            [
                .. effects.GroupBy(r => (r.Rule, r.Paragraph, r.Effect)).OrderBy(g => g.Key.Paragraph, StringComparer.Ordinal).ThenBy(g => g.Key.Rule, StringComparer.Ordinal).Select(g => (IReadOnlyList<string>)
                [
                    Sentence.Capital(g.Key.Rule), g.Key.Paragraph, g.Key.Effect, Display.People((decimal)(g.Sum(r => r.People) / run.FiscalYears.Count)),
                    .. run.FiscalYears.Select(y => Display.Dollars(g.Where(r => r.FiscalYear == y).Sum(r => r.Cents))), Display.Dollars(g.Sum(r => r.Cents)),
                ]),
            ]);
    }

    private static ChartTable Table(RunRecord run, string caption, IReadOnlyList<string> columns, Func<int?, IReadOnlyList<string>> cells) => new(
        caption,
        ["Fiscal year", .. columns],
        [.. run.FiscalYears.Select(y => (IReadOnlyList<string>)[Display.FiscalYear(y), .. cells(y)]), [AllYears, .. cells(null)]])
    {
        Totals = [AllYears],
    };

    private static DrawnRun Drawn(RunRecord run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return run.Drawn ?? throw new ArgumentException("The run has no draws. Simulate the scenarios: ctms simulate.", nameof(run));
    }

    private static IEnumerable<int> Proposals(RunRecord run) => Enumerable.Range(1, Math.Max(0, run.Facts.Scenarios.Count - 1));

    private static string Name(RunRecord run, int scenario) => run.Facts.Scenarios[scenario].Projection.Scenario.Name;

    private static string Dollars(double cents) => Display.Dollars((long)Math.Round(cents));

    private static string Signed(double cents) => Display.DollarsSigned((long)Math.Round(cents));

    private static string Share(ProbabilityEstimate estimate) => $"{Display.Probability(estimate.Share)} ({Display.WholePercent(estimate.Interval.Lower)} to {Display.WholePercent(estimate.Interval.Upper)})";
}
