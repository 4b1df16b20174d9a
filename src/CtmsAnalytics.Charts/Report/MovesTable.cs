using CtmsAnalytics.Charts.Formatting;
using CtmsAnalytics.Charts.Html;
using CtmsAnalytics.Privacy;

namespace CtmsAnalytics.Charts.Report;

/// <summary>Whom a proposal moves, by work level: people paid more, less and the same, and what it is for them.</summary>
internal static class MovesTable
{
    private const int Columns = 3;

    public static void Write(ReportPage page, int scenario)
    {
        var (before, after) = (page.Run.Facts.Scenarios[0].People, page.Run.Facts.Scenarios[scenario].People);
        if (scenario == 0 || before.Count == 0 || before.Count != after.Count) return;
        var moves = before.Zip(after, (b, a) => (Level: b.WorkLevel, Cents: a.CostCents - b.CostCents)).ToList();
        List<string> levels = [.. page.Run.Facts.Scenarios[scenario].Staircase.Select(s => s.WorkLevel).Concat(moves.Select(m => m.Level)).Distinct().Where(l => moves.Exists(m => m.Level == l))];
        var counts = new int[levels.Count, Columns];
        foreach (var move in moves) counts[levels.IndexOf(move.Level), Direction(move.Cents)]++;
        var mask = page.Options.ShowIndividuals ? null : SmallCells.Suppress(counts);
        var year = Display.FiscalYear(page.Run.Facts.PeopleYear);
        using var table = page.Exhibits.Sortable(
            $"People of the roster by work level: what the Department pays for them in {year} in the proposal against the baseline, on assumed paths{(mask is null ? "" : "; \u201c\u2013\u201d stands for groups of fewer than five and for what would give them away")}",
            "Work level", "Paid more", "Paid less", "The same", "Mean difference");
        table.Group("", levels.Select((level, r) =>
        {
            var of = moves.Where(m => m.Level == level).ToList();
            return new Table.Row(level, [Count(r, 0), Count(r, 1), Count(r, 2), mask?.IsRowTotalHidden(r) == true ? Hidden : Display.DollarsSigned((long)of.Average(m => (double)m.Cents))]);
        }).Append(new Table.Row(
            "Total",
            [
                .. Enumerable.Range(0, Columns).Select(c => mask?.IsColumnTotalHidden(c) == true ? Hidden : Display.Count(moves.Count(m => Direction(m.Cents) == c))),
                mask?.IsTotalHidden == true ? Hidden : Display.DollarsSigned((long)moves.Average(m => (double)m.Cents)),
            ],
            "total")));

        string Count(int row, int column) => mask?.IsHidden(row, column) == true ? Hidden : Display.Count(counts[row, column]);
    }

    private const string Hidden = "\u2013";

    private static int Direction(long cents) => cents > 0 ? 0 : cents < 0 ? 1 : 2;
}
