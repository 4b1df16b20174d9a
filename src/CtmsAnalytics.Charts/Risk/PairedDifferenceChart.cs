using CtmsAnalytics.Charts.Formatting;
using CtmsAnalytics.Charts.Layout;
using CtmsAnalytics.Charts.VegaLite;
using CtmsAnalytics.Simulation.Results;

namespace CtmsAnalytics.Charts.Risk;

/// <summary>Paired difference: a histogram of what a scenario costs more than the baseline in each draw, with the mean, its 95 % interval, and P10 and P90.</summary>
public static class PairedDifferenceChart
{
    /// <summary>Name of the chart, <c>paired-difference</c>.</summary>
    public const string Name = "paired-difference";

    private static readonly Mark Costlier = new("rect") { Fill = Palette.IncreaseFill, Stroke = Palette.Increase, StrokeWidth = 0.8 };
    private static readonly Mark Cheaper = new("rect") { Fill = Palette.DecreaseFill, Stroke = Palette.Decrease, StrokeWidth = 0.8 };
    private static readonly Mark Same = new("rect") { Fill = Palette.BaselineFill, Stroke = Palette.Baseline, StrokeWidth = 0.8 };
    private static readonly Mark MeanPoint = new("point") { Shape = "diamond", Filled = true, Color = Palette.Ink, Size = 95, Opacity = 1 };
    private static readonly Mark IntervalRule = new("rule") { Color = Palette.Ink, StrokeWidth = 4 };
    private static readonly Mark RangeRule = new("rule") { Color = Palette.Ink, StrokeWidth = 1.4 };

    /// <summary>Builds the chart.</summary>
    /// <param name="input">The difference by draw.</param>
    /// <param name="size">The place that it is drawn for. Default wide.</param>
    /// <returns>The chart.</returns>
    /// <exception cref="ArgumentException">There is no draw.</exception>
    public static ChartSpec Build(PairedDifferenceInput input, ChartSize size = ChartSize.Wide)
    {
        ArgumentNullException.ThrowIfNull(input);
        Inputs.NotEmpty(input.DifferenceByDraw, "The paired difference has no draw. Give the difference of at least one.", nameof(input));
        var wide = size == ChartSize.Wide;
        var frame = Frame.For(size);
        var differences = input.DifferenceByDraw;
        var statistics = DifferenceStatistics.OfDraws(differences);
        var quantiles = statistics.Quantiles!;
        var (low, high) = (differences.Min(), differences.Max());
        var money = MoneyAxis.Cover(Math.Min(0, low), Math.Max(0, high), wide ? 8 : 4);
        var bins = Bins(differences, money, wide ? 40 : 24);
        var most = bins.Max(b => b.Draws);
        var counts = Ticks.Cover(0, most, 4);
        var left = wide ? 60 : 44;
        // The upper part of the plot is kept for the mean and its range.
        var top = counts.High * 1.3;
        var plot = new Plot(
            frame.Width - left - 14,
            wide ? 300 : 250,
            money.Axis($"Cost less cost of the baseline, {input.Span}", signed: true),
            money.Scale,
            new Axis { Title = "Draws", Values = [.. counts.Values.Where(v => v == Math.Round(v))], Format = ",.0f", Grid = true, TitlePadding = 8 },
            new Scale([0, top]));
        var (rangeY, meanX) = (counts.High * 1.14, money.At(statistics.Mean));
        var range = new Box(money.At(quantiles.P10), money.At(quantiles.P90), rangeY, rangeY);
        IEnumerable<View> layers =
        [
            plot.Boxes("costlier", Costlier, bins.Where(b => b.Middle > 0).Select(b => new Box(b.From, b.To, 0, b.Draws, $"{Display.Count(b.Draws)} {(b.Draws == 1 ? "draw" : "draws")}"))),
            plot.Boxes("cheaper", Cheaper, bins.Where(b => b.Middle < 0).Select(b => new Box(b.From, b.To, 0, b.Draws, $"{Display.Count(b.Draws)} {(b.Draws == 1 ? "draw" : "draws")}"))),
            plot.Boxes("same", Same, bins.Where(b => b.Middle == 0).Select(b => new Box(b.From, b.To, 0, b.Draws, $"{Display.Count(b.Draws)} {(b.Draws == 1 ? "draw" : "draws")}"))),
            plot.Upright("zero", new Mark("rule") { Color = Palette.Ink, StrokeWidth = 1.8 }, 0, 4),
            plot.Boxes("p10-p90", RangeRule, [range]),
            plot.Boxes("p10-p90-ends", RangeRule, new[] { range.X, range.X2 }.Select(x => new Box(x, x, rangeY - (top * 0.018), rangeY + (top * 0.018)))),
            plot.Boxes("interval", IntervalRule, statistics.Interval is { } interval ? [new Box(money.At(interval.Lower), money.At(interval.Upper), rangeY, rangeY)] : []),
            plot.Dots("mean", MeanPoint, [new Dot(meanX, rangeY)]),
            .. Labels(plot, statistics, meanX, rangeY),
            .. Keys(statistics, differences).LayOut(-left, frame.Width),
        ];
        return frame.Chart(Words(input, statistics, low, high), left, plot, layers);
    }

    /// <summary>Bins of a round width with an edge at zero; a single bin around the value where every draw has the same.</summary>
    private static List<Bin> Bins(IReadOnlyList<long> differences, MoneyAxis money, int count)
    {
        var (low, high) = (differences.Min(), differences.Max());
        if (low == high)
        {
            var half = (money.Ticks.High - money.Ticks.Low) / 80;
            return [new Bin(money.At(low) - half, money.At(low) + half, differences.Count)];
        }

        var edges = Ticks.Cover(money.At(low), money.At(high), count).Values;
        var step = edges[1] - edges[0];
        var draws = new int[edges.Count - 1];
        foreach (var difference in differences) draws[Math.Clamp((int)Math.Floor(((money.At(difference) - edges[0]) / step) + 1e-9), 0, draws.Length - 1)]++;
        return [.. draws.Select((d, i) => new Bin(edges[i], edges[i + 1], d)).Where(b => b.Draws > 0)];
    }

    private static IEnumerable<View> Labels(Plot plot, DifferenceStatistics statistics, double meanX, double y)
    {
        var margin = statistics.StandardError is { } error and > 0 ? $" \u00b1 {Display.Brief((long)Math.Round(error * 1.96))}" : "";
        var text = $"mean {Display.BriefSigned(Cents(statistics.Mean))}{margin}";
        var half = text.Length * 3.5;
        var at = Math.Clamp(plot.AtX(meanX), half, Math.Max(half, plot.Width - half));
        var mark = new Mark("text") { Align = "center", Baseline = "middle", Dy = -18, FontWeight = "bold", FontSize = 13 };
        Note[] notes = [new Note(0, y, text)];
        // The line of no difference may pass behind it.
        return [plot.WordsBeside("mean-words-rim", mark with { Color = Palette.Paper, Stroke = Palette.Paper, StrokeWidth = 5 }, at, notes), plot.WordsBeside("mean-words", mark, at, notes)];
    }

    private static Key Keys(DifferenceStatistics statistics, IReadOnlyList<long> differences)
    {
        var key = new Key();
        var (more, less) = (differences.Count(d => d > 0), differences.Count(d => d < 0));
        if (more > 0) key.Add($"costs more in {Display.Probability(more / (double)differences.Count)} of draws", (x, y) => [Marks.Box(Costlier, x, y, 8, 6)]);
        if (less > 0) key.Add($"costs less in {Display.Probability(less / (double)differences.Count)}", (x, y) => [Marks.Box(Cheaper, x, y, 8, 6)]);
        if (more + less == 0) key.Add("costs the same in every draw", (x, y) => [Marks.Box(Same, x, y, 8, 6)]);
        key.Add("Mean", (x, y) => [Marks.Point(MeanPoint, x, y)]);
        if (statistics.Interval is null || statistics.StandardDeviation == 0) return key;
        return key
            .Add("95% interval of the mean", (x, y) => [Marks.Line(IntervalRule, x - 9, y, x + 9, y)])
            .Add("P10 to P90 of the draws", (x, y) => [Marks.Line(RangeRule, x - 9, y, x + 9, y), Marks.Line(RangeRule, x - 9, y - 4, x - 9, y + 4), Marks.Line(RangeRule, x + 9, y - 4, x + 9, y + 4)]);
    }

    private static ChartWords Words(PairedDifferenceInput input, DifferenceStatistics statistics, long low, long high)
    {
        var (scenario, baseline) = (Wrap.Cut(input.Scenario, 50), Wrap.Cut(input.Baseline, 50));
        var draws = input.DifferenceByDraw.Count;
        var mean = Cents(statistics.Mean);
        var quantiles = statistics.Quantiles!;
        var (p10, p90) = (Display.BriefSigned(Cents(quantiles.P10)), Display.BriefSigned(Cents(quantiles.P90)));
        var over = input.Span.Contains('\u2013', StringComparison.Ordinal) ? "over" : "in";
        var title = low == high
            ? low == 0
                ? $"{scenario} costs the same as {baseline} {over} {input.Span} in {(draws == 1 ? "the one draw" : "every draw")}"
                : $"{scenario} costs {Display.Brief(Math.Abs(low))} {(low > 0 ? "more" : "less")} than {baseline} {over} {input.Span} in {(draws == 1 ? "the one draw" : "every draw")}"
            : statistics.Interval is { Lower: <= 0, Upper: >= 0 }
            ? $"{scenario} and {baseline} cost about the same {over} {input.Span} on average; in 80% of draws {p10} to {p90}"
            : $"{scenario} costs {Display.Brief(Math.Abs(mean))} {(mean >= 0 ? "more" : "less")} than {baseline} {over} {input.Span} on average; in 80% of draws {p10} to {p90}";
        var what = $"{scenario} less {baseline}, {input.Span}, draw by draw with the same luck in both";
        var interval = statistics.Interval is { } i ? $", 95% interval of the mean {Display.BriefSigned(Cents(i.Lower))} to {Display.BriefSigned(Cents(i.Upper))}" : "";
        var description = $"Histogram of the difference over {Display.Count(draws)} {(draws == 1 ? "draw" : "draws")}. Mean {Display.BriefSigned(mean)}{interval}, P10 {p10}, P90 {p90}; above zero in {Display.Probability(statistics.ShareHigher ?? 0)} of the draws.";
        var table = new ChartTable(
            $"Difference over draws, {input.Basis.Dollars}",
            ["Measure", "Difference"],
            [
                ["Mean", Display.DollarsSigned(mean)],
                ["Standard error of the mean", statistics.StandardError is { } e ? Display.Dollars(Cents(e)) : "\u2013"],
                ["95% interval, lower end", statistics.Interval is { } l ? Display.DollarsSigned(Cents(l.Lower)) : "\u2013"],
                ["95% interval, upper end", statistics.Interval is { } u ? Display.DollarsSigned(Cents(u.Upper)) : "\u2013"],
                ["Lowest draw", Display.DollarsSigned(low)],
                ["P10", Display.DollarsSigned(Cents(quantiles.P10))],
                ["Median", Display.DollarsSigned(Cents(quantiles.P50))],
                ["P90", Display.DollarsSigned(Cents(quantiles.P90))],
                ["Highest draw", Display.DollarsSigned(high)],
                ["Share of draws that cost more", Display.Percent(statistics.ShareHigher ?? 0)],
            ]);
        return new ChartWords(Name, title, (input.Basis with { Draws = draws }).Subtitle(what, money: true), description, table);
    }

    private static long Cents(double cents) => (long)Math.Round(cents, MidpointRounding.AwayFromZero);

    private sealed record Bin(double From, double To, int Draws)
    {
        public double Middle => (From + To) / 2;
    }
}
