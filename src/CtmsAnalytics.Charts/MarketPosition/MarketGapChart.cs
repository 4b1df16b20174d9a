using CtmsAnalytics.Charts.Formatting;
using CtmsAnalytics.Charts.Layout;
using CtmsAnalytics.Charts.VegaLite;

namespace CtmsAnalytics.Charts.MarketPosition;

/// <summary>Market gap: by area, how far salaries are below or above the talent market, the widest gap first.</summary>
public static class MarketGapChart
{
    /// <summary>Name of the chart, <c>market-gap</c>.</summary>
    public const string Name = "market-gap";

    /// <summary>Two points of a percentage: the room beside a gap that is alone.</summary>
    private const double Points = 0.02;

    private static readonly Mark Below = new("rect") { Fill = Palette.IncreaseFill, Stroke = Palette.Increase, StrokeWidth = 1 };
    private static readonly Mark Above = new("rect") { Fill = Palette.ProposalFill, Stroke = Palette.Proposal, StrokeWidth = 1 };
    private static readonly Mark Whisker = new("rule") { Color = Palette.Ink, StrokeWidth = 1.5 };

    /// <summary>Builds the chart.</summary>
    /// <param name="input">The areas.</param>
    /// <param name="size">The place that it is drawn for. Default wide.</param>
    /// <returns>The chart.</returns>
    /// <exception cref="ArgumentException">There is no area, or a value is not a number.</exception>
    public static ChartSpec Build(MarketGapInput input, ChartSize size = ChartSize.Wide)
    {
        ArgumentNullException.ThrowIfNull(input);
        Inputs.NotEmpty(input.Rows, "The market gap chart has no area. Give at least one.", nameof(input));
        Inputs.Finite(input.Rows.SelectMany(r => new[] { r.Gap ?? 0, r.Lower ?? 0, r.Upper ?? 0 }), "the market gap chart", nameof(input));
        var sorted = input.Rows.OrderBy(r => r.Gap is null).ThenBy(r => r.Gap).ThenBy(r => r.Area, StringComparer.Ordinal).ToList();
        var shown = sorted.Where(r => r.Gap is not null).ToList();
        var values = shown.SelectMany(r => new[] { r.Gap!.Value, r.Lower ?? r.Gap.Value, r.Upper ?? r.Gap.Value }).Append(0).ToList();
        var ticks = Ticks.Cover(values.Min(), values.Max(), size == ChartSize.Wide ? 8 : 4, Points);
        var axis = new Axis { Title = "Below (\u2212) or above (+) the market", Values = ticks.Values, Format = ticks.Values.All(v => Math.Abs((v * 100) - Math.Round(v * 100)) < 1e-6) ? "+.0%" : "+.1%", LabelExpr = "datum.value === 0 ? 'market' : datum.label", Grid = true, TitlePadding = 10 };
        var rows = new RowPlot(size, [.. sorted.Select(r => new RowText(r.Area, "", Figure(r)))], axis, new Scale([ticks.Low, ticks.High]), 16);
        IEnumerable<View> layers =
        [
            rows.Plot.Boxes("below", Below, shown.Select((r, i) => (r, i)).Where(p => p.r.Gap < 0).Select(p => rows.Bar(p.i, 0, p.r.Gap!.Value))),
            rows.Plot.Boxes("above", Above, shown.Select((r, i) => (r, i)).Where(p => p.r.Gap >= 0).Select(p => rows.Bar(p.i, 0, p.r.Gap!.Value))),
            rows.Plot.Boxes("intervals", Whisker, shown.SelectMany((r, i) => r is { Lower: { } l, Upper: { } u } ? new[] { new Box(l, u, rows.Centre(i), rows.Centre(i)) } : [])),
            rows.Plot.Upright("market", new Mark("rule") { Color = Palette.Ink, StrokeWidth = 1.8 }, 0),
            .. rows.Words("Gap, people"),
        ];
        return rows.Chart(Words(input, sorted, shown), layers);
    }

    private static string Figure(MarketGapRow row) => row.Gap is { } gap ? Display.PercentSigned(gap) + (row.People is { } n ? $", n = {Display.Count(n)}" : "") : "withheld";

    private static ChartWords Words(MarketGapInput input, List<MarketGapRow> sorted, List<MarketGapRow> shown)
    {
        var title = $"Every {input.One} is withheld, so that no group of fewer than five can be told";
        if (shown.Count > 0)
        {
            var below = shown.Count(r => r.Gap < 0);
            var (first, last) = (shown[0], shown[^1]);
            title = below == 0
                ? $"Salaries reach {input.Against} in {(shown.Count == 1 ? Wrap.Cut(first.Area, 50) : shown.Count == 2 ? $"both {input.Many}" : $"all {Display.Word(shown.Count)} {input.Many}")}; the least is {Display.PercentSigned(first.Gap!.Value)}{(shown.Count == 1 ? "" : $" in {Wrap.Cut(first.Area, 50)}")}"
                : $"Salaries are below {input.Against} in {Display.Word(below)} of {Display.Word(shown.Count)} {input.Many}; the widest gap is {Display.PercentSigned(first.Gap!.Value)} in {Wrap.Cut(first.Area, 50)}";
        }

        var intervals = shown.Any(r => r.Lower is not null && r.Upper is not null);
        var withheld = sorted.Count - shown.Count;
        var reading = string.Join(' ', new[] { intervals ? "Whiskers: 95% interval." : "", withheld > 0 ? $"{Sentence.Capital(Display.Word(withheld))} {(withheld == 1 ? $"{input.One} is" : $"{input.Many} are")} withheld, so that no group of fewer than five can be told." : "" }.Where(s => s.Length > 0));
        var description = $"Horizontal bars of the gap by {input.One}, the lowest first. {string.Join("; ", sorted.Select(r => $"{r.Area} {Figure(r)}"))}.";
        var table = new ChartTable(
            $"Gap to the market by {input.One}, {input.Span}",
            [Sentence.Capital(input.One), "Gap", "Lower end", "Upper end", "People"],
            [.. sorted.Select(r => (IReadOnlyList<string>)[r.Area, r.Gap is { } g ? Display.PercentSigned(g) : "withheld", r.Lower is { } l ? Display.PercentSigned(l) : "\u2013", r.Upper is { } u ? Display.PercentSigned(u) : "\u2013", r.People is { } n ? Display.Count(n) : r.Gap is null ? "withheld" : "\u2013"])]);
        return new ChartWords(Name, title, input.Basis.Subtitle($"{Sentence.Capital(Wrap.Cut(input.Measure, 90))} by {input.One}, {input.Span}", money: false, reading), description, table);
    }
}
