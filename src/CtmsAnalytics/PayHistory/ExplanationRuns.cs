using CtmsAnalytics.Budget;
using CtmsAnalytics.Calendar;
using CtmsAnalytics.Rules;

namespace CtmsAnalytics.PayHistory;

/// <summary>An amount that is alike in consecutive work periods.</summary>
/// <param name="Component">What is paid for.</param>
/// <param name="Paragraph">Paragraph that the amount rests on.</param>
/// <param name="How">How the amount came about.</param>
/// <param name="Cents">Amount of each work period that lies in the year, cents.</param>
/// <param name="Weekdays">Weekdays of each work period that lie in the year; null where all of them do.</param>
/// <param name="Periods">The work periods in order, one or more.</param>
public sealed record PayRun(Component Component, string Paragraph, string How, long Cents, int? Weekdays, IReadOnlyList<WorkPeriod> Periods)
{
    /// <summary>Amount of all its work periods, cents.</summary>
    public long Total => Cents * Periods.Count;
}

/// <summary>Hours that are alike in consecutive work periods.</summary>
/// <param name="Kind">What the hours are.</param>
/// <param name="Paragraph">Paragraph that they rest on.</param>
/// <param name="Hours">Hours of each work period.</param>
/// <param name="Periods">The work periods in order, one or more.</param>
public sealed record HoursRun(string Kind, string Paragraph, double Hours, IReadOnlyList<WorkPeriod> Periods);

/// <summary>A finding that is alike in consecutive work periods.</summary>
/// <param name="Finding">The finding of the first work period.</param>
/// <param name="Last">First day of the last work period.</param>
/// <param name="Periods">Number of work periods.</param>
public sealed record FindingRun(Finding Finding, DateOnly Last, int Periods);

/// <summary>Something that chance decided alike in consecutive work periods.</summary>
/// <param name="Event">The decision of the first work period.</param>
/// <param name="Last">First day of the last work period.</param>
/// <param name="Periods">Number of work periods.</param>
public sealed record LuckRun(LuckEvent Event, DateOnly Last, int Periods);

/// <summary>Collapses what is alike in consecutive work periods, so that a reader sees what changes. Nothing is left out: the runs hold every line.</summary>
public static class ExplanationRuns
{
    /// <summary>The amounts by component, and inside it by paragraph and first work period.</summary>
    /// <param name="explanation">The explanation.</param>
    /// <returns>The runs; their totals add up to the explanation's total.</returns>
    public static IReadOnlyList<PayRun> Pay(PersonExplanation explanation)
    {
        ArgumentNullException.ThrowIfNull(explanation);
        return
        [
            .. Collapse(explanation.Lines, l => l.Period.Number, l => (l.Component, l.Paragraph, l.How, l.Cents, Weekdays(l.Period, explanation)))
                .Select(r => new PayRun(r.Key.Component, r.Key.Paragraph, r.Key.How, r.Key.Cents, r.Key.Item5, [.. r.Items.Select(l => l.Period)]))
                .OrderBy(r => r.Component)
                .ThenBy(r => r.Paragraph, StringComparer.Ordinal)
                .ThenBy(r => r.Periods[0].Number),
        ];
    }

    /// <summary>The hours by first work period.</summary>
    /// <param name="explanation">The explanation.</param>
    /// <returns>The runs.</returns>
    public static IReadOnlyList<HoursRun> Hours(PersonExplanation explanation)
    {
        ArgumentNullException.ThrowIfNull(explanation);
        return
        [
            .. Collapse(explanation.Hours, h => h.Period.Number, h => (h.Kind, h.Paragraph, h.Hours))
                .Select(r => new HoursRun(r.Key.Kind, r.Key.Paragraph, r.Key.Hours, [.. r.Items.Select(h => h.Period)])),
        ];
    }

    /// <summary>The findings in their order.</summary>
    /// <param name="explanation">The explanation.</param>
    /// <returns>The runs. A finding of a day on which no work period with an amount begins stands alone.</returns>
    public static IReadOnlyList<FindingRun> Findings(PersonExplanation explanation)
    {
        ArgumentNullException.ThrowIfNull(explanation);
        var numbers = Numbers(explanation);
        return
        [
            .. Collapse(explanation.Findings, f => numbers.TryGetValue(f.Date, out var number) ? number : null, f => (f.Rule, f.Unit, f.Before, f.After, f.Why))
                .Select(r => new FindingRun(r.Items[0], r.Items[^1].Date, r.Items.Count)),
        ];
    }

    /// <summary>What chance decided, by its first work period; empty for a story that is not one of a draw.</summary>
    /// <param name="explanation">The explanation.</param>
    /// <returns>The runs.</returns>
    public static IReadOnlyList<LuckRun> Luck(PersonExplanation explanation)
    {
        ArgumentNullException.ThrowIfNull(explanation);
        var numbers = Numbers(explanation);
        return
        [
            .. Collapse(explanation.Luck, l => numbers.TryGetValue(l.Date, out var number) ? number : null, l => (l.Kind, l.Text))
                .Select(r => new LuckRun(r.Items[0], r.Items[^1].Date, r.Items.Count)),
        ];
    }

    /// <summary>Numbers of the work periods in which something is paid or counted, by their first day.</summary>
    private static Dictionary<DateOnly, int> Numbers(PersonExplanation explanation) =>
        explanation.Lines.Select(l => l.Period).Concat(explanation.Hours.Select(h => h.Period)).DistinctBy(p => p.Number).ToDictionary(p => p.FirstDay, p => p.Number);

    private static int? Weekdays(WorkPeriod period, PersonExplanation explanation)
    {
        if (explanation.Basis == YearBasis.Calendar || period.WeekdaysInFirstFiscalYear == period.Weekdays) return null;
        return period.FirstFiscalYear == explanation.Year ? period.WeekdaysInFirstFiscalYear : period.Weekdays - period.WeekdaysInFirstFiscalYear;
    }

    /// <summary>Runs of items with equal keys and numbers that follow one another, in the order of their first items.</summary>
    private static List<(TKey Key, List<T> Items)> Collapse<T, TKey>(IReadOnlyList<T> items, Func<T, int?> number, Func<T, TKey> key)
        where TKey : notnull
    {
        var runs = new List<(TKey Key, List<T> Items)>();
        var open = new Dictionary<TKey, (List<T> Items, int? Last)>();
        foreach (var item in items)
        {
            var (at, alike) = (number(item), key(item));
            if (at is not null && open.TryGetValue(alike, out var run) && run.Last + 1 == at)
            {
                run.Items.Add(item);
                open[alike] = (run.Items, at);
                continue;
            }

            List<T> first = [item];
            open[alike] = (first, at);
            runs.Add((alike, first));
        }

        return runs;
    }
}
