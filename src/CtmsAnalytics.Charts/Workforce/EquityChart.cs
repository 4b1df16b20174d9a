using CtmsAnalytics.Charts.Formatting;
using CtmsAnalytics.Charts.Layout;
using CtmsAnalytics.Charts.VegaLite;

namespace CtmsAnalytics.Charts.Workforce;

/// <summary>Pay equity: coefficients with their intervals against the line of no difference.</summary>
public static class EquityChart
{
    /// <summary>Name of the chart, <c>equity</c>.</summary>
    public const string Name = "equity";

    /// <summary>Two points of a percentage: the room beside a difference that is alone.</summary>
    private const double Points = 0.02;

    private static readonly Mark Interval = new("rule") { Color = Palette.Ink, StrokeWidth = 2 };
    private static readonly Mark Distinct = new("point") { Shape = "diamond", Filled = true, Color = Palette.Increase, Size = 130, Opacity = 1 };
    private static readonly Mark Indistinct = new("point") { Shape = "circle", Filled = false, Fill = Palette.Paper, Stroke = Palette.Proposal, StrokeWidth = 2, Size = 90, Opacity = 1 };

    /// <summary>Builds the chart.</summary>
    /// <param name="input">The coefficients.</param>
    /// <param name="size">The place that it is drawn for. Default wide.</param>
    /// <returns>The chart.</returns>
    /// <exception cref="ArgumentException">There is no coefficient, one lies outside its interval, or a value is not a number.</exception>
    public static ChartSpec Build(EquityInput input, ChartSize size = ChartSize.Wide)
    {
        ArgumentNullException.ThrowIfNull(input);
        Inputs.NotEmpty(input.Rows, "The equity chart has no coefficient. Give at least one.", nameof(input));
        Inputs.Finite(input.Rows.SelectMany(r => new[] { r.Estimate ?? 0, r.Lower ?? 0, r.Upper ?? 0 }), "the equity chart", nameof(input));
        foreach (var row in input.Rows) Inputs.Require(!(row.Lower > row.Estimate || row.Upper < row.Estimate), $"The estimate of '{row.Group}' lies outside its interval.", nameof(input));
        var rows = input.Rows;
        var values = rows.Where(r => r.Estimate is not null).SelectMany(r => new[] { r.Estimate!.Value, r.Lower ?? r.Estimate.Value, r.Upper ?? r.Estimate.Value }).Append(0).ToList();
        var ticks = Ticks.Cover(values.Min(), values.Max(), size == ChartSize.Wide ? 8 : 4, Points);
        var axis = new Axis
        {
            Title = $"Difference in {Wrap.Cut(input.Outcome, 24)} to the reference group",
            Values = ticks.Values,
            Format = ticks.Values.All(v => Math.Abs((v * 100) - Math.Round(v * 100)) < 1e-6) ? "+.0%" : "+.1%",
            LabelExpr = "datum.value === 0 ? '0' : datum.label",
            Grid = true,
            TitlePadding = 10,
        };
        var plot = new RowPlot(size, [.. rows.Select(r => new RowText(r.Group, "against " + Wrap.Cut(r.Reference, 30), Figure(r)))], axis, new Scale([ticks.Low, ticks.High]), 15);
        View Estimates(string name, Mark mark, bool distinct) =>
            plot.Plot.Dots(name, mark, rows.Select((r, i) => (r, i)).Where(p => p.r.Estimate is not null && p.r.Distinct == distinct).Select(p => new Dot(p.r.Estimate!.Value, plot.Centre(p.i))));
        var key = new Key()
            .Add($"{input.Interval} interval leaves out zero", (x, y) => [Marks.Line(Interval, x - 9, y, x + 9, y), Marks.Point(Distinct, x, y)])
            .Add("not distinguishable from zero", (x, y) => [Marks.Line(Interval, x - 9, y, x + 9, y), Marks.Point(Indistinct, x, y)]);
        IEnumerable<View> layers =
        [
            plot.Plot.Upright("zero", new Mark("rule") { Color = Palette.Baseline, StrokeWidth = 1.6, StrokeDash = [5, 3] }, 0),
            plot.Plot.Boxes("intervals", Interval, rows.SelectMany((r, i) => r is { Estimate: not null, Lower: { } l, Upper: { } u } ? new[] { new Box(l, u, plot.Centre(i), plot.Centre(i)) } : [])),
            Estimates("distinct", Distinct, true),
            Estimates("indistinct", Indistinct, false),
            .. plot.Words("Difference, people"),
            .. key.LayOut(size == ChartSize.Wide ? 0 : -plot.Left, size == ChartSize.Wide ? plot.Plot.Width - 30 : plot.Frame.Width),
        ];
        return plot.Chart(Words(input), layers);
    }

    private static string Figure(EquityRow row) => row.Estimate is { } e ? Display.PercentSigned(e) + (row.People is { } n ? $", n = {Display.Count(n)}" : "") : "withheld";

    private static ChartWords Words(EquityInput input)
    {
        var shown = input.Rows.Where(r => r.Estimate is not null).ToList();
        var distinct = shown.Where(r => r.Distinct).OrderByDescending(r => Math.Abs(r.Estimate!.Value)).ToList();
        var outcome = Wrap.Cut(input.Outcome, 40);
        var title = shown.Count == 0
            ? "Every difference is withheld, so that no group of fewer than five can be told"
            : distinct.Count == 0
                ? $"No difference in {outcome} is distinguishable from zero in {Display.Word(shown.Count)} {(shown.Count == 1 ? "comparison" : "comparisons")}"
                : $"{Sentence.Capital(Display.Word(distinct.Count))} of {Display.Word(shown.Count)} differences in {outcome} {(distinct.Count == 1 ? "is" : "are")} distinguishable from zero: {Wrap.Cut(distinct[0].Group, 40)} {Display.PercentSigned(distinct[0].Estimate!.Value)} against {Wrap.Cut(distinct[0].Reference, 30)}";
        string Cell(double? value) => value is { } v ? Display.PercentSigned(v) : "\u2013";
        var description = $"Points with intervals around zero. {string.Join("; ", input.Rows.Select(r => $"{r.Group} against {r.Reference}: {Figure(r)}{(r is { Lower: { } l, Upper: { } u } ? $", {input.Interval} interval {Display.PercentSigned(l)} to {Display.PercentSigned(u)}" : "")}"))}.";
        var table = new ChartTable(
            $"Difference in {outcome} to the reference group",
            ["Group", "Reference", "Difference", $"{input.Interval} interval, lower end", $"{input.Interval} interval, upper end", "People"],
            [.. input.Rows.Select(r => (IReadOnlyList<string>)[r.Group, r.Reference, r.Estimate is null ? "withheld" : Cell(r.Estimate), Cell(r.Lower), Cell(r.Upper), r.People is { } n ? Display.Count(n) : "withheld"])]);
        return new ChartWords(Name, title, input.Basis.Subtitle($"Difference in {outcome} between groups with {Wrap.Cut(input.Controls, 90)} held equal", money: false, "A difference is not proof of its cause."), description, table);
    }
}
