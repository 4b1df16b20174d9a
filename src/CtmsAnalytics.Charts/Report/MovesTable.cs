using CtmsAnalytics.Charts.Formatting;
using CtmsAnalytics.Charts.Html;

namespace CtmsAnalytics.Charts.Report;

/// <summary>Whom a proposal moves, by work level: what it is for them, and where single people may be shown how many are paid more, less and the same.</summary>
internal static class MovesTable
{
    private const string Hidden = "\u2013";
    private static readonly (string Title, Func<long, bool> Is)[] Directions = [("Paid more", c => c > 0), ("Paid less", c => c < 0), ("The same", c => c == 0)];

    public static void Write(ReportPage page, int scenario)
    {
        var (before, after) = (page.Run.Facts.Scenarios[0].People, page.Run.Facts.Scenarios[scenario].People);
        if (scenario == 0 || before.Count == 0 || before.Count != after.Count) return;
        var moves = before.Zip(after, (b, a) => (Level: b.WorkLevel, Cents: a.CostCents - b.CostCents)).ToList();
        List<string> levels = [.. page.Run.Facts.Scenarios[scenario].Staircase.Select(s => s.WorkLevel).Concat(moves.Select(m => m.Level)).Distinct().Where(l => moves.Exists(m => m.Level == l))];
        var mask = page.Options.ShowIndividuals ? null : LevelMask.Of(page.Run.Facts, levels);
        var directions = page.Options.ShowIndividuals ? Directions : [];
        using var table = page.Exhibits.Sortable(
            $"People of the roster by work level, and what the Department pays for them in {Display.FiscalYear(page.Run.Facts.PeopleYear)} in the proposal more than in the baseline, on assumed paths{(mask?.Any == true ? "; a dash stands for groups of fewer than five, for differences of fewer than five people, and for what would give them away" : "")}",
            ["Work level", "People", .. directions.Select(d => d.Title), "Mean difference", "Difference, all of them"]);
        table.Group("", levels.Select((level, r) => Row(level, [.. moves.Where(m => m.Level == level).Select(m => m.Cents)], mask?.HidesPeople(r) == true, mask?.HidesDifference(r) == true, ""))
            .Append(Row("Total", [.. moves.Select(m => m.Cents)], mask?.HidesAllPeople == true, mask?.HidesTotal == true, "total")));

        Table.Row Row(string name, List<long> cents, bool hidesPeople, bool hidesDifference, string style) => new(
            name,
            [
                hidesPeople ? Hidden : Display.Count(cents.Count),
                .. directions.Select(d => Display.Count(cents.Count(d.Is))),
                hidesDifference ? Hidden : Display.DollarsSigned((long)Math.Round(cents.Average(c => (double)c))),
                hidesDifference ? Hidden : Display.DollarsSigned(cents.Sum()),
            ],
            style);
    }
}
