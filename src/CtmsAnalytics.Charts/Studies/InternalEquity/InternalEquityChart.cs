using CtmsAnalytics.Charts.Formatting;
using CtmsAnalytics.Charts.Layout;
using CtmsAnalytics.Charts.VegaLite;
using CtmsAnalytics.InternalEquity;

namespace CtmsAnalytics.Charts.Studies.InternalEquity;

/// <summary>Structure salaries of each work level in its range, and how many pairs with the next level stand upside down; before and after where there are two scenarios.</summary>
internal static class InternalEquityChart
{
    /// <summary>Name of the chart.</summary>
    public const string Name = "internal-equity";

    private const int CentsPerDollar = 100;

    private static readonly Mark Range = new("rect") { Fill = Palette.Paper, Stroke = Palette.Axis, StrokeWidth = 1 };
    private static readonly Mark Before = new("rect") { Fill = Palette.BaselineFill, Stroke = Palette.Baseline, StrokeWidth = 1.2 };
    private static readonly Mark After = new("rect") { Fill = Palette.ProposalFill, Stroke = Palette.Proposal, StrokeWidth = 1.2 };
    private static readonly Mark Median = new("rule") { Color = Palette.Ink, StrokeWidth = 3 };
    private static readonly Mark Person = new("point") { Shape = "circle", Filled = true, Color = Palette.Ink, Size = 12, Opacity = 0.5 };

    public static ChartSpec Build(InternalEquityPosition before, InternalEquityPosition? after, EquityCells cells, ChartSize size)
    {
        var levels = Levels(before, after).Where(cells.Shows).ToList();
        InternalEquityPosition[] sides = after is null ? [before] : [before, after];
        var shown = sides.SelectMany(s => s.Levels).Where(l => cells.Shows(l.WorkLevel)).ToList();
        var people = cells.ShowIndividuals ? sides.SelectMany(s => s.People).Select(p => p.StructureSalary).ToList() : [];
        var money = MoneyAxis.Cover(
            CentsPerDollar * (double)shown.Select(l => l.Minimum).Concat(people).Min(), CentsPerDollar * (double)shown.Select(l => l.Maximum).Concat(people).Max(), size == ChartSize.Wide ? 8 : 4);
        var rows = new RowPlot(size, [.. levels.Select(l => new RowText(l, Next(before, l) is { } next ? $"next: {next}" : "", Figure(before, after, l, cells)))], money.Axis("Structure salary"), money.Scale, 18, after is null ? 10 : 26);
        double At(double dollars) => money.At(dollars * CentsPerDollar);
        int Part(int side) => after is null ? 0 : side == 0 ? -1 : 1;
        IEnumerable<(LevelPay Pay, int Row, int Part)> Each(int side) => levels.Select((l, i) => (Pay: sides[side].Levels.FirstOrDefault(p => p.WorkLevel == l), Row: i)).Where(p => p.Pay is not null).Select(p => (p.Pay!, p.Row, Part(side)));
        IEnumerable<View> Side(int side)
        {
            var pays = Each(side).ToList();
            var quantiles = pays.Where(p => cells.ShowsQuantile(p.Pay.People)).ToList();
            yield return rows.Plot.Boxes($"ranges-{side}", Range, pays.Select(p => rows.Bar(p.Row, At(p.Pay.Minimum), At(p.Pay.Maximum), p.Part)));
            yield return rows.Plot.Boxes($"quartiles-{side}", side == 0 ? Before : After, quantiles.Select(p => rows.Bar(p.Row, At(p.Pay.Lower), At(p.Pay.Upper), p.Part)));
            yield return rows.Plot.Boxes($"medians-{side}", Median, quantiles.Select(p => rows.Bar(p.Row, At(p.Pay.Median), At(p.Pay.Median), p.Part)));
            if (cells.ShowIndividuals) yield return rows.Plot.Dots($"people-{side}", Person, pays.SelectMany(p => rows.People(p.Row, sides[side].People.Where(x => x.WorkLevel == p.Pay.WorkLevel).Select(x => At(x.StructureSalary)).Order(), p.Part)));
        }

        var key = new Key().Add("Range", (x, y) => [Marks.Box(Range, x, y, 8, 6)]).Add(after is null ? "P25 to P75" : $"P25 to P75, {Wrap.Cut(before.Name, 24)}", (x, y) => [Marks.Box(Before, x, y, 8, 6)]);
        if (after is not null) key.Add($"P25 to P75, {Wrap.Cut(after.Name, 24)}", (x, y) => [Marks.Box(After, x, y, 8, 6)]);
        key.Add("Median", (x, y) => [Marks.Line(Median, x, y - 7, x, y + 7)]);
        if (cells.ShowIndividuals) key.Add("One person", (x, y) => [Marks.Point(Person with { Size = 26, Opacity = 0.8 }, x, y)]);
        IEnumerable<View> layers = [.. Enumerable.Range(0, sides.Length).SelectMany(Side), .. key.LayOut(-rows.Left, rows.Frame.Width, size == ChartSize.Wide ? 22 : 6), .. rows.Words("Inverted pairs with next")];
        return rows.Chart(Words(before, after, levels, cells), layers);
    }

    /// <summary>Whether there is a level to draw.</summary>
    public static bool CanBuild(InternalEquityPosition before, InternalEquityPosition? after, EquityCells cells) => Levels(before, after).Any(cells.Shows);

    private static IEnumerable<string> Levels(InternalEquityPosition before, InternalEquityPosition? after) => before.Levels.Concat(after?.Levels ?? []).Select(l => l.WorkLevel).Distinct(StringComparer.Ordinal);

    private static string? Next(InternalEquityPosition position, string level) => position.Steps.FirstOrDefault(s => s.Lower == level)?.Upper;

    private static string Figure(InternalEquityPosition before, InternalEquityPosition? after, string level, EquityCells cells)
    {
        string? Of(InternalEquityPosition position) => position.Steps.FirstOrDefault(s => s.Lower == level) is { } step ? InternalEquityText.Pairs(step, cells) : null;
        var (first, second) = (Of(before), after is null ? null : Of(after));
        return first is null ? "" : second is null || second == first ? first : $"{first} \u2192 {second}";
    }

    private static ChartWords Words(InternalEquityPosition before, InternalEquityPosition? after, List<string> levels, EquityCells cells)
    {
        string Cell(InternalEquityPosition position, string level, Func<LevelPay, double> of) =>
            position.Levels.FirstOrDefault(l => l.WorkLevel == level) is { } pay && cells.ShowsQuantile(pay.People) ? Display.Rate(of(pay)) : "\u2013";
        var most = before.Steps.Where(s => s.Inverted > 0 && cells.ShowsPairs(s)).MaxBy(s => s.Inverted);
        var title = most is null ? "Nobody whose pairs may be told is paid more than a person of the next level" : $"Most pairs stand upside down between {most.Lower} and {most.Upper}: {Display.Count((int)most.Inverted)} of {Display.Count((int)most.Pairs)}";
        if (most is not null && after?.Steps.FirstOrDefault(s => s.Lower == most.Lower && s.Upper == most.Upper) is { } then && cells.ShowsPairs(then))
            title += then.Inverted == most.Inverted ? $", as many in {Wrap.Cut(after.Name, 30)}" : $", and {Display.Count((int)then.Inverted)} of {Display.Count((int)then.Pairs)} in {Wrap.Cut(after.Name, 30)}";
        InternalEquityPosition[] sides = after is null ? [before] : [before, after];
        var table = new ChartTable(
            "Structure salaries by work level, US dollars a year",
            ["Work level", "~Scenario", "People", "P25", "Median", "P75", "Inverted pairs with the next level"],
            [.. levels.SelectMany(l => sides.Where(s => s.Levels.Any(p => p.WorkLevel == l)).Select(s => (IReadOnlyList<string>)
                [l, s.Name, Display.Count(s.Levels.First(p => p.WorkLevel == l).People), Cell(s, l, p => p.Lower), Cell(s, l, p => p.Median), Cell(s, l, p => p.Upper), Figure(s, null, l, cells)]))]);
        return new ChartWords(
            Name, title,
            new ChartBasis(People: before.Everybody.People).Subtitle(FormattableString.Invariant($"Salary under the structure by work level on {before.Date:yyyy-MM-dd}, without the local supplement"), money: false, cells.ShowIndividuals ? "Analyst\u2019s chart: each dot is a person." : ""),
            $"A bar of the range for each work level with quartiles of structure salary. {string.Join("; ", levels.Select(l => $"{l}: median {Cell(before, l, p => p.Median)}{(after is null ? "" : $", then {Cell(after, l, p => p.Median)}")}"))}.",
            table);
    }
}
