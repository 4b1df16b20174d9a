using CtmsAnalytics.Charts.Formatting;
using CtmsAnalytics.Charts.Layout;
using CtmsAnalytics.Charts.VegaLite;

namespace CtmsAnalytics.Charts.Risk;

/// <summary>Tornado: what the low and the high case of each assumption change of an outcome, the widest first.</summary>
public static class TornadoChart
{
    /// <summary>Name of the chart, <c>tornado</c>.</summary>
    public const string Name = "tornado";

    private const int MostRows = 15;
    private static readonly Mark Low = new("rect") { Fill = Palette.Paper, Stroke = Palette.Proposal, StrokeWidth = 1.6, StrokeDash = [3, 2] };
    private static readonly Mark High = new("rect") { Fill = Palette.ProposalFill, Stroke = Palette.Proposal, StrokeWidth = 1.2 };

    /// <summary>Builds the chart.</summary>
    /// <param name="input">The assumptions and their effects. The widest 15 are drawn, all are in the table.</param>
    /// <param name="size">The place that it is drawn for. Default wide.</param>
    /// <returns>The chart.</returns>
    /// <exception cref="ArgumentException">There is no assumption.</exception>
    public static ChartSpec Build(TornadoInput input, ChartSize size = ChartSize.Wide)
    {
        ArgumentNullException.ThrowIfNull(input);
        Inputs.NotEmpty(input.Rows, "The tornado has no assumption. Give at least one.", nameof(input));
        var sorted = input.Rows.OrderByDescending(r => r.Span).ThenBy(r => r.Label, StringComparer.Ordinal).ToList();
        var drawn = sorted.Take(MostRows).ToList();
        var wide = size == ChartSize.Wide;
        var effects = drawn.SelectMany(r => new[] { r.LowEffectCents, r.HighEffectCents, 0L }).ToList();
        var money = MoneyAxis.Cover(effects.Min(), effects.Max(), wide ? 6 : 4);
        var rows = new RowPlot(size, [.. drawn.Select(r => new RowText(r.Label, Cases(r), Effects(r)))], money.Axis($"Change of the {Wrap.Cut(input.Outcome, wide ? 50 : 24)}", signed: true), money.Scale, 18);
        var key = new Key()
            .Add("Low case", (x, y) => [Marks.Box(Low, x, y, 8, 6)])
            .Add("High case", (x, y) => [Marks.Box(High, x, y, 8, 6)]);
        IEnumerable<View> layers =
        [
            rows.Plot.Boxes("low-cases", Low, drawn.Select((r, i) => rows.Bar(i, 0, money.At(r.LowEffectCents), Split(r) ? -1 : 0))),
            rows.Plot.Boxes("high-cases", High, drawn.Select((r, i) => rows.Bar(i, 0, money.At(r.HighEffectCents), Split(r) ? 1 : 0))),
            rows.Plot.Upright("zero", new Mark("rule") { Color = Palette.Ink, StrokeWidth = 1.5 }, 0),
            .. rows.Words("Low case / high case"),
            .. key.LayOut(wide ? 0 : -rows.Left, wide ? rows.Plot.Width - 20 : rows.Frame.Width),
        ];
        return rows.Chart(Words(input, sorted), layers);
    }

    /// <summary>Cases that move the outcome in the same direction lie below one another instead of over one another.</summary>
    private static bool Split(TornadoRow row) => Math.Sign(row.LowEffectCents) * Math.Sign(row.HighEffectCents) > 0;

    private static string Cases(TornadoRow row) => $"{row.LowCase} / {row.HighCase}{(row.Assumed ? " \u00b7 assumed" : "")}";

    private static string Effects(TornadoRow row) => $"{Display.BriefSigned(row.LowEffectCents)} / {Display.BriefSigned(row.HighEffectCents)}";

    private static ChartWords Words(TornadoInput input, List<TornadoRow> sorted)
    {
        var (first, outcome) = (sorted[0], Wrap.Cut(input.Outcome, 60));
        var title = first.Span == 0
            ? $"No assumption moves the {outcome} of {Display.Brief(input.CentralCents)}"
            : $"{Wrap.Cut(first.Label, 60)}: the heaviest assumption in the {outcome}, {Display.BriefSigned(first.LowEffectCents)} to {Display.BriefSigned(first.HighEffectCents)} around {Display.Brief(input.CentralCents)}";
        var assumed = sorted.Count(r => r.Assumed);
        var what = $"Change of the {outcome} from {Display.Brief(input.CentralCents)} when one assumption is changed and the others stay; {Display.Word(assumed)} of {Display.Word(sorted.Count)} {(assumed == 1 ? "is" : "are")} marked as assumed";
        var description = $"Horizontal bars from zero for the low and high case of each assumption, the widest first. {string.Join("; ", sorted.Take(MostRows).Select(r => $"{r.Label}, {Cases(r)}: {Effects(r)}"))}.";
        var table = new ChartTable(
            $"Change of the {outcome} by assumption, {input.Basis.Dollars}",
            ["Assumption", "Low case", "Effect of the low case", "High case", "Effect of the high case", "Assumed"],
            [.. sorted.Select(r => (IReadOnlyList<string>)[r.Label, r.LowCase, Display.DollarsSigned(r.LowEffectCents), r.HighCase, Display.DollarsSigned(r.HighEffectCents), r.Assumed ? "yes" : "no"])]);
        var reading = sorted.Count > MostRows ? $"The {Display.Word(MostRows)} widest of {Display.Count(sorted.Count)} are drawn; the table has all." : "";
        return new ChartWords(Name, title, input.Basis.Subtitle(what, money: true, reading), description, table);
    }
}
