using CtmsAnalytics.Charts.Formatting;
using CtmsAnalytics.Charts.Layout;
using CtmsAnalytics.Charts.VegaLite;

namespace CtmsAnalytics.Charts.Workforce;

/// <summary>Range penetration: a strip for each work level from the minimum to the maximum of the range, with quartiles and, for an analyst, a dot for each person.</summary>
public static class RangePenetrationChart
{
    /// <summary>Name of the chart, <c>range-penetration</c>.</summary>
    public const string Name = "range-penetration";

    private static readonly Mark Strip = new("rect") { Fill = Palette.Grid, Stroke = Palette.Axis, StrokeWidth = 0.8 };
    private static readonly Mark Whisker = new("rule") { Color = Palette.Proposal, StrokeWidth = 1.6 };
    private static readonly Mark Quartiles = new("rect") { Fill = Palette.ProposalFill, Stroke = Palette.Proposal, StrokeWidth = 1.2 };
    private static readonly Mark Median = new("rule") { Color = Palette.Ink, StrokeWidth = 3 };
    private static readonly Mark Person = new("point") { Shape = "circle", Filled = true, Color = Palette.Ink, Size = 14, Opacity = 0.5 };

    /// <summary>Builds the chart.</summary>
    /// <param name="input">The work levels.</param>
    /// <param name="size">The place that it is drawn for. Default wide.</param>
    /// <returns>The chart.</returns>
    /// <exception cref="ArgumentException">There is no work level, or a value is not a number.</exception>
    public static ChartSpec Build(RangePenetrationInput input, ChartSize size = ChartSize.Wide)
    {
        ArgumentNullException.ThrowIfNull(input);
        Inputs.NotEmpty(input.Rows, "The range penetration chart has no work level. Give at least one.", nameof(input));
        var drawn = input.Rows.SelectMany(r => r.Individuals.Concat(r.Quantiles is { } q ? [q.P10, q.P25, q.Median, q.P75, q.P90] : [])).ToList();
        Inputs.Finite(drawn, "the range penetration chart", nameof(input));
        var ticks = Ticks.Cover(Math.Min(0, drawn.DefaultIfEmpty(0).Min()), Math.Max(1, drawn.DefaultIfEmpty(1).Max()), size == ChartSize.Wide ? 8 : 4);
        var axis = new Axis { Title = "Range penetration: 0% is the minimum of the range, 100% its maximum", Values = ticks.Values, Format = ".0%", Grid = true, TitlePadding = 10 };
        if (size == ChartSize.Narrow) axis = axis with { Title = "0% is the range minimum, 100% its maximum" };
        var people = input.Rows.Any(r => r.Individuals.Count > 0);
        var rows = new RowPlot(size, [.. input.Rows.Select(r => new RowText(r.WorkLevel, "", Figure(r)))], axis, new Scale([ticks.Low, ticks.High]), 15, people ? 16 : 0);
        var boxes = input.Rows.Select((r, i) => (Row: i, r.Quantiles)).Where(r => r.Quantiles is not null).Select(r => (r.Row, Quantiles: r.Quantiles!)).ToList();
        var hatched = input.Rows.Select((r, i) => (r, i)).Where(p => p.r.Quantiles is null && p.r.People != 0 && p.r.Individuals.Count == 0).Select(p => rows.Bar(p.i, 0, 1)).ToList();
        IEnumerable<View> layers =
        [
            rows.Plot.Boxes("ranges", Strip, input.Rows.Select((_, i) => rows.Bar(i, 0, 1))),
            rows.Plot.Boxes("hatch", Hatch.Mark, hatched.SelectMany(Long)),
            rows.Plot.Boxes("p10-p90", Whisker, boxes.Where(_ => !people).Select(b => new Box(b.Quantiles.P10, b.Quantiles.P90, rows.Centre(b.Row), rows.Centre(b.Row)))),
            rows.Plot.Boxes("quartiles", Quartiles with { FillOpacity = people ? 0.45 : 1 }, boxes.Select(b => Thinner(rows.Bar(b.Row, b.Quantiles.P25, b.Quantiles.P75)))),
            rows.Plot.Boxes("medians", Median, boxes.Select(b => rows.Bar(b.Row, b.Quantiles.Median, b.Quantiles.Median))),
            rows.Plot.Dots("people", Person, input.Rows.SelectMany((r, i) => rows.People(i, r.Individuals.Order()))),
            .. rows.Words("Median, people"),
            .. Keys(people, boxes.Count > 0, hatched.Count > 0).LayOut(size == ChartSize.Wide ? 0 : -rows.Left, size == ChartSize.Wide ? rows.Plot.Width - 10 : rows.Frame.Width),
        ];
        return rows.Chart(Words(input), layers);
    }

    private static Box Thinner(Box bar)
    {
        var inset = (bar.Y2 - bar.Y) * 0.16;
        return bar with { Y = bar.Y + inset, Y2 = bar.Y2 - inset };
    }

    /// <summary>A strip is long, so its hatch is cut into square-like parts.</summary>
    private static IEnumerable<Box> Long(Box bar)
    {
        const int Parts = 16;
        return Enumerable.Range(0, Parts).SelectMany(i => Hatch.In(bar with { X = bar.X + ((bar.X2 - bar.X) * i / Parts), X2 = bar.X + ((bar.X2 - bar.X) * (i + 1) / Parts) }));
    }

    private static string Figure(RangePenetrationRow row) =>
        (row.Quantiles is { } q ? $"{Percent(q.Median)}, " : "") + (row.People is { } n ? $"n = {Display.Count(n)}" : "withheld");

    private static string Percent(double fraction) => fraction <= -0.005 ? "\u2212" + Display.WholePercent(-fraction) : Display.WholePercent(Math.Abs(fraction));

    private static Key Keys(bool people, bool boxes, bool withheld)
    {
        var key = new Key();
        if (boxes)
        {
            key.Add("Median", (x, y) => [Marks.Line(Median, x, y - 7, x, y + 7)])
                .Add("P25 to P75", (x, y) => [Marks.Box(Quartiles, x, y, 8, 5)]);
            if (!people) key.Add("P10 to P90", (x, y) => [Marks.Line(Whisker, x - 9, y, x + 9, y)]);
        }

        if (people) key.Add("One person", (x, y) => [Marks.Point(Person with { Size = 26, Opacity = 0.8 }, x, y)]);
        if (withheld) key.Add("withheld (fewer than five)", Hatch.Symbol);
        return key;
    }

    private static ChartWords Words(RangePenetrationInput input)
    {
        var shown = input.Rows.Where(r => r.Quantiles is not null).ToList();
        var title = $"People by place in their range at the {input.Span}";
        if (shown.Count > 0)
        {
            var (lowest, highest) = (shown.MinBy(r => r.Quantiles!.Median)!, shown.MaxBy(r => r.Quantiles!.Median)!);
            title = shown.Count == 1 || Percent(lowest.Quantiles!.Median) == Percent(highest.Quantiles!.Median)
                ? $"The median person is {Percent(lowest.Quantiles!.Median)} up the range at the {input.Span}"
                : $"The median person is {Percent(highest.Quantiles!.Median)} up the range in {Wrap.Cut(highest.WorkLevel, 36)} and {Percent(lowest.Quantiles!.Median)} in {Wrap.Cut(lowest.WorkLevel, 36)}";
        }

        static string Cell(RangePenetrationRow row, Func<RangePenetrationQuantiles, double> value) => row.Quantiles is { } q ? Percent(value(q)) : "\u2013";
        var description = $"A strip for each work level from the minimum to the maximum of its range. {string.Join("; ", input.Rows.Select(r => $"{r.WorkLevel}: median {Cell(r, q => q.Median)}, P25 {Cell(r, q => q.P25)}, P75 {Cell(r, q => q.P75)}, {(r.People is { } n ? $"{Display.Count(n)} people" : "people withheld")}"))}.";
        var table = new ChartTable(
            $"Range penetration by work level, {input.Span}",
            ["Work level", "People", "P10", "P25", "Median", "P75", "P90"],
            [.. input.Rows.Select(r => (IReadOnlyList<string>)[r.WorkLevel, r.People is { } n ? Display.Count(n) : "withheld", Cell(r, q => q.P10), Cell(r, q => q.P25), Cell(r, q => q.Median), Cell(r, q => q.P75), Cell(r, q => q.P90)])]);
        var reading = input.Rows.Any(r => r.Individuals.Count > 0) ? "Analyst\u2019s chart: each dot is a person." : "";
        return new ChartWords(Name, title, input.Basis.Subtitle($"Salary less the minimum over maximum less minimum of the range, by work level, {input.Span}", money: false, reading), description, table);
    }
}
