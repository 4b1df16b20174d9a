using CtmsAnalytics.Charts.Formatting;
using CtmsAnalytics.Charts.Layout;
using CtmsAnalytics.Charts.VegaLite;

namespace CtmsAnalytics.Charts.Workforce;

/// <summary>Work valuation: the points of the people at each work level of the roster against the span in which the scheme gives that level.</summary>
public static class ValuationChart
{
    /// <summary>Name of the chart, <c>valuation</c>.</summary>
    public const string Name = "valuation";

    private static readonly Mark Span = new("rect") { Fill = Palette.Grid, Stroke = Palette.Axis, StrokeWidth = 0.8 };
    private static readonly Mark Middle = new("rect") { Fill = Palette.ProposalFill, Stroke = Palette.Proposal, StrokeWidth = 1.2, FillOpacity = 0.45 };
    private static readonly Mark Median = new("rule") { Color = Palette.Ink, StrokeWidth = 3 };
    private static readonly Mark Fit = new("point") { Shape = "circle", Filled = true, Color = Palette.Ink, Size = 16, Opacity = 0.5 };
    private static readonly Mark Misfit = new("point") { Shape = "diamond", Filled = true, Color = Palette.Increase, Size = 46, Opacity = 0.9 };

    /// <summary>Builds the chart.</summary>
    /// <param name="input">The work levels.</param>
    /// <param name="size">The place that it is drawn for. Default wide.</param>
    /// <returns>The chart.</returns>
    /// <exception cref="ArgumentException">There is no work level, or a value is not a number.</exception>
    public static ChartSpec Build(ValuationInput input, ChartSize size = ChartSize.Wide)
    {
        ArgumentNullException.ThrowIfNull(input);
        Inputs.NotEmpty(input.Rows, "The valuation chart has no work level. Give at least one.", nameof(input));
        var drawn = input.Rows.SelectMany(r => r.Fitting.Concat(r.Misfits).Concat([r.From, r.To]).Concat(r.Quartiles is { } q ? [q.P25, q.Median, q.P75] : [])).ToList();
        Inputs.Finite(drawn, "the valuation chart", nameof(input));
        var ticks = Ticks.Cover(0, Math.Max(input.Maximum, drawn.Max()), size == ChartSize.Wide ? 10 : 5);
        var axis = new Axis { Title = "Points of the valuation scheme", Values = ticks.Values, Format = ",.0f", Grid = true, TitlePadding = 10 };
        var people = input.Rows.Any(r => r.Fitting.Count + r.Misfits.Count > 0);
        var rows = new RowPlot(size, [.. input.Rows.Select(r => new RowText(r.WorkLevel, $"{r.Ladder}, from {Display.Value(r.From)}", Figure(r)))], axis, new Scale([ticks.Low, ticks.High]), 20, people ? 14 : 0);
        var boxes = input.Rows.Select((r, i) => (Row: i, r.Quartiles)).Where(r => r.Quartiles is not null).Select(r => (r.Row, Quartiles: r.Quartiles!)).ToList();
        IEnumerable<View> layers =
        [
            rows.Plot.Boxes("spans", Span, input.Rows.Select((r, i) => rows.Bar(i, r.From, r.To))),
            rows.Plot.Boxes("quartiles", Middle, boxes.Select(b => Thinner(rows.Bar(b.Row, b.Quartiles.P25, b.Quartiles.P75)))),
            rows.Plot.Boxes("medians", Median, boxes.Select(b => rows.Bar(b.Row, b.Quartiles.Median, b.Quartiles.Median))),
            rows.Plot.Dots("fitting", Fit, input.Rows.SelectMany((r, i) => rows.People(i, r.Fitting.Order()))),
            rows.Plot.Dots("misfits", Misfit, input.Rows.SelectMany((r, i) => rows.People(i, r.Misfits.Order()))),
            .. rows.Words("People, at the level by the scheme"),
            .. Keys(people, boxes.Count > 0).LayOut(size == ChartSize.Wide ? 0 : -rows.Left, size == ChartSize.Wide ? rows.Plot.Width - 10 : rows.Frame.Width),
        ];
        return rows.Chart(Words(input), layers);
    }

    private static Box Thinner(Box bar)
    {
        var inset = (bar.Y2 - bar.Y) * 0.2;
        return bar with { Y = bar.Y + inset, Y2 = bar.Y2 - inset };
    }

    private static string Figure(ValuationRow row) => row.People is not { } n
        ? "withheld"
        : row.Fitting.Count + row.Misfits.Count == n && n > 0 ? $"n = {Display.Count(n)}, {Display.Count(row.Fitting.Count)} fit" : $"n = {Display.Count(n)}";

    private static Key Keys(bool people, bool boxes)
    {
        var key = new Key().Add("Span of the level", (x, y) => [Marks.Box(Span, x, y, 8, 5)]);
        if (boxes)
        {
            key.Add("Median", (x, y) => [Marks.Line(Median, x, y - 7, x, y + 7)])
                .Add("P25 to P75", (x, y) => [Marks.Box(Middle, x, y, 8, 5)]);
        }

        if (people)
        {
            key.Add("Fits the roster", (x, y) => [Marks.Point(Fit with { Size = 26, Opacity = 0.8 }, x, y)])
                .Add("Misfit", (x, y) => [Marks.Point(Misfit, x, y)]);
        }

        return key;
    }

    private static ChartWords Words(ValuationInput input)
    {
        var shown = input.Rows.Where(r => r.Fitting.Count + r.Misfits.Count > 0).ToList();
        var title = "Points by work level of the roster against the cut points of the scheme";
        if (shown.Count > 0)
        {
            var (fitting, all) = (shown.Sum(r => r.Fitting.Count), shown.Sum(r => r.Fitting.Count + r.Misfits.Count));
            title = $"The scheme gives {Display.Count(fitting)} of {Display.Count(all)} people ({Display.WholePercent((double)fitting / all)}) the work level that they have";
        }

        static string Cell(double? value) => value is { } v ? Display.Value(Math.Round(v, 1)) : "\u2013";
        var table = new ChartTable(
            "Points by work level of the roster",
            ["Work level", "From", "To", "People", "P25", "Median", "P75"],
            [.. input.Rows.Select(r => (IReadOnlyList<string>)[r.WorkLevel, Cell(r.From), Cell(r.To), r.People is { } n ? Display.Count(n) : "withheld", Cell(r.Quartiles?.P25), Cell(r.Quartiles?.Median), Cell(r.Quartiles?.P75)])]);
        var description = $"A strip for each work level from its cut point to the next. {string.Join("; ", input.Rows.Select(r => $"{r.WorkLevel} from {Cell(r.From)} to {Cell(r.To)}: median {Cell(r.Quartiles?.Median)}, {(r.People is { } n ? $"{Display.Count(n)} people" : "people withheld")}"))}.";
        var reading = shown.Count > 0 ? "Analyst\u2019s chart: each dot is a person." : "";
        return new ChartWords(Name, title, input.Basis.Subtitle("Points of people at each work level of the roster, and the span in which the scheme gives that level", money: false, reading), description, table);
    }
}
