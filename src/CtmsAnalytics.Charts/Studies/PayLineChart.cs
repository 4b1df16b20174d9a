using CtmsAnalytics.Charts.Formatting;
using CtmsAnalytics.Charts.Layout;
using CtmsAnalytics.Charts.VegaLite;
using CtmsAnalytics.PayStructures;

namespace CtmsAnalytics.Charts.Studies;

/// <summary>Market pay by work level with the fitted lines, the interval of the ordinary one, and the midpoints of the base.</summary>
internal static class PayLineChart
{
    /// <summary>Name of the chart.</summary>
    public const string Name = "pay-line";

    private const double Thousand = 1000d;
    private const double Half = 0.16;

    private static readonly Mark Band = new("area") { Color = Palette.BandOuter, Opacity = 1 };
    private static readonly Mark Ordinary = new("line") { Color = Palette.Proposal, StrokeWidth = 2.2 };
    private static readonly Mark Robust = new("line") { Color = Palette.Ink, StrokeWidth = 1.5, StrokeDash = [5, 4] };
    private static readonly Mark Target = new("point") { Shape = "circle", Filled = false, Stroke = Palette.Ink, StrokeWidth = 2, Size = 120, Opacity = 1 };
    private static readonly Mark Midpoint = new("rule") { Color = Palette.Baseline, StrokeWidth = 2.5 };

    public static ChartSpec Build(StructureStudy study, ChartSize size)
    {
        var wide = size == ChartSize.Wide;
        var frame = Frame.For(size);
        var levels = study.Frame.Levels;
        var own = study.Alternatives[0].Levels;
        var ordinary = study.PayLines.First(l => l.Method == PayLineMethod.Ordinary).Predictions;
        var robust = study.PayLines.FirstOrDefault(l => l.Method == PayLineMethod.Bisquare)?.Predictions ?? [];
        var values = ordinary.SelectMany(p => new[] { p.MarketPay, p.Pay, p.Lower ?? p.Pay, p.Upper ?? p.Pay }).Concat(own.Select(l => l.Midpoint)).Concat(robust.Select(p => p.Pay)).Select(v => v / Thousand).ToList();
        var ticks = Ticks.Cover(values.Min(), values.Max(), 7);
        var left = wide ? 62d : 46d;
        var plot = new Plot(
            frame.Width - left - 14, wide ? 340 : 290, Axis.Hidden, new Scale([0, levels.Count]),
            new Axis { Title = "Annual rate, $ thousands", Values = ticks.Values, Format = ",.0f", Grid = true, TitlePadding = 10 }, new Scale([ticks.Low, ticks.High]));
        IEnumerable<Dot> Line(IReadOnlyList<PayLinePrediction> line) => line.Select((p, i) => new Dot(i + 0.5, p.Pay / Thousand));
        var key = new Key()
            .Add("Market target", (x, y) => [Marks.Point(Target, x, y)])
            .Add("Least squares, 95% interval of the line", (x, y) => [Marks.Box(new Mark("rect") { Fill = Palette.BandOuter }, x, y, 9, 7), Marks.Line(Ordinary with { Type = "rule" }, x - 9, y, x + 9, y)]);
        if (robust.Count > 0) key.Add("Bisquare", (x, y) => [Marks.Line(Robust with { Type = "rule" }, x - 9, y, x + 9, y)]);
        key.Add("Midpoint of the base", (x, y) => [Marks.Line(Midpoint, x - 8, y, x + 8, y)]);
        IEnumerable<View> layers =
        [
            plot.Bands("interval", Band, ordinary.Select((p, i) => new Band(i + 0.5, (p.Lower ?? p.Pay) / Thousand, (p.Upper ?? p.Pay) / Thousand))),
            plot.Dots("least-squares", Ordinary, Line(ordinary)),
            .. robust.Count > 0 ? new[] { plot.Dots("bisquare", Robust, Line(robust)) } : [],
            plot.Boxes("midpoints", Midpoint, own.Select((l, i) => new Box(i + 0.5 - Half, i + 0.5 + Half, l.Midpoint / Thousand, l.Midpoint / Thousand, $"{l.WorkLevel}: midpoint {Display.Rate(l.Midpoint)}"))),
            plot.Dots("targets", Target, ordinary.Select((p, i) => new Dot(i + 0.5, p.MarketPay / Thousand, $"{p.WorkLevel}: market target {Display.Rate(p.MarketPay)}, on the line {Display.Rate(p.Pay)}"))),
            plot.WordsBelow("levels", new Mark("text") { Align = "center", Baseline = "top", FontWeight = "bold", FontSize = wide ? 12 : 10.5 }, plot.Height + 8, levels.Select((l, i) => new Note(i + 0.5, 0, Wrap.Cut(l.WorkLevel, wide ? 12 : 5)))),
            .. key.LayOut(-left, frame.Width),
        ];
        return frame.Chart(Words(study, ordinary), left, plot, layers);
    }

    private static ChartWords Words(StructureStudy study, IReadOnlyList<PayLinePrediction> line)
    {
        var fitted = study.PayLines.First(l => l.Method == PayLineMethod.Ordinary);
        double Off(PayLinePrediction p) => (p.MarketPay / p.Pay) - 1;
        var (above, below) = (line.MaxBy(Off)!, line.MinBy(Off)!);
        var title = $"The market pays {Display.Percent(fitted.Progression)} more from one level to the next; {above.WorkLevel} lies {Display.Percent(Off(above))} above the line, {below.WorkLevel} {Display.Percent(-Off(below))} below";
        var what = $"US dollars a year of {study.Frame.BaseYear}; market of May {study.Frame.SurveyYear} aged to {Display.Date(study.Frame.Effective)}. Regression of the logarithm of the market target on the level\u2019s rank. The axis does not start at zero.";
        var table = new ChartTable(
            $"Market target and pay on the line of least squares, US dollars a year of {study.Frame.BaseYear}",
            ["Work level", "Market target", "On the line", "Lower end", "Upper end", "Off the line"],
            [.. line.Select(p => (IReadOnlyList<string>)[p.WorkLevel, Display.Rate(p.MarketPay), Display.Rate(p.Pay), p.Lower is { } l ? Display.Rate(l) : "\u2013", p.Upper is { } u ? Display.Rate(u) : "\u2013", Display.PercentSigned(Off(p))])]);
        return new ChartWords(Name, title, what, $"Market target by work level and a rising line through them. {string.Join("; ", line.Select(p => $"{p.WorkLevel} {Display.Rate(p.MarketPay)}, on the line {Display.Rate(p.Pay)}"))}.", table);
    }
}
