using CtmsAnalytics.Charts.Formatting;
using CtmsAnalytics.Charts.Layout;
using CtmsAnalytics.Charts.VegaLite;
using CtmsAnalytics.TalentMarket.Local;

namespace CtmsAnalytics.Charts.Studies.Supplements;

/// <summary>Back-test: what the earlier survey estimated against what the later one shows, by area; the diagonal is no error.</summary>
internal static class SupplementBackTestChart
{
    /// <summary>Name of the chart.</summary>
    public const string Name = "supplement-back-test";

    private static readonly Mark Whisker = new("rule") { Color = Palette.Axis, StrokeWidth = 1.4 };
    private static readonly Mark Point = new("point") { Shape = "circle", Filled = true, Color = Palette.Proposal, Size = 60, Opacity = 1 };
    private static readonly Mark Missed = new("point") { Shape = "square", Filled = true, Color = Palette.Increase, Size = 66, Opacity = 1 };
    private static readonly Mark Diagonal = new("line") { Color = Palette.Ink, StrokeWidth = 1.2, StrokeDash = [5, 4] };

    public static ChartSpec Build(SupplementStudy study, SupplementBackTest test, ChartSize size)
    {
        var wide = size == ChartSize.Wide;
        var frame = Frame.For(size);
        var values = test.Areas.SelectMany(a => new[] { a.Shrunk, a.Lower, a.Upper, a.Later }).Select(v => v - 1).Append(0).ToList();
        var ticks = Ticks.Cover(values.Min(), values.Max(), wide ? 8 : 4, 0.02);
        var format = ticks.Values.All(v => Math.Abs((v * 100) - Math.Round(v * 100)) < 1e-6) ? "+.0%" : "+.1%";
        Axis On(string title) => new() { Title = title, Values = ticks.Values, Format = format, Grid = true, TitlePadding = 10 };
        var left = wide ? 72 : 56;
        var plot = new Plot(
            frame.Width - left - 14, wide ? 430 : 290, On($"Estimate from May {test.FromYear}, against the nation"), new Scale([ticks.Low, ticks.High]), On($"Survey of May {test.ToYear}, against the nation"), new Scale([ticks.Low, ticks.High]));
        var (missed, held) = (test.Areas.Where(IsMissed).ToList(), test.Areas.Where(a => !IsMissed(a)).ToList());
        Dot At(BackTestArea a) => new(a.Shrunk - 1, a.Later - 1, $"{a.Title}: {Level(a.Shrunk)} then, {Level(a.Later)} later");
        var key = new Key()
            .Add($"Inside its {Display.WholePercent(study.Policy.Confidence)} interval", (x, y) => [Marks.Line(Whisker, x - 9, y, x + 9, y), Marks.Point(Point, x, y)])
            .Add("Outside", (x, y) => [Marks.Line(Whisker, x - 9, y, x + 9, y), Marks.Point(Missed, x, y)])
            .Add("No error", (x, y) => [Marks.Line(Diagonal with { Type = "rule" }, x - 9, y, x + 9, y)]);
        IEnumerable<View> layers =
        [
            plot.Dots("no-error", Diagonal, [new Dot(ticks.Low, ticks.Low), new Dot(ticks.High, ticks.High)]),
            plot.Boxes("intervals", Whisker, test.Areas.Select(a => new Box(a.Lower - 1, a.Upper - 1, a.Later - 1, a.Later - 1))),
            plot.Dots("inside", Point, held.Select(At)),
            plot.Dots("outside", Missed, missed.Select(At)),
            .. Labels(plot, test, wide),
            .. key.LayOut(-left, frame.Width),
        ];
        return frame.Chart(Words(test, missed.Count), left, plot, layers);
    }

    private static bool IsMissed(BackTestArea a) => a.Later < a.Lower || a.Later > a.Upper;

    /// <summary>Names of the areas that were missed by most and of those farthest out, where there is room.</summary>
    private static IEnumerable<View> Labels(Plot plot, SupplementBackTest test, bool wide)
    {
        var places = test.Areas.Select(a => (Area: a, X: plot.AtX(a.Shrunk - 1), Y: plot.AtY(a.Later - 1))).ToList();
        var placer = new LabelPlacer(plot.Width + 8, plot.Height, wide ? 6.2 : 5.8, places.Select(p => (p.X, p.Y)));
        var notes = places.OrderByDescending(p => Math.Abs(p.Area.Shrunk - p.Area.Later) + (Math.Abs(p.Area.Later - 1) / 4)).Take(wide ? 14 : 5)
            .Select(p => (Text: p.Area.Title.Split('-', ',')[0], p.X, p.Y))
            .Select(p => (p.Text, At: placer.Place(p.X, p.Y, p.Text)))
            .Where(p => p.At is not null)
            .Select(p => (Note: new Note(plot.X.Domain[0] + (p.At!.Value.X / plot.PixelsX), plot.FromY(p.At.Value.Y), p.Text), p.At.Value.Align));
        return notes.GroupBy(n => n.Align).OrderBy(g => g.Key, StringComparer.Ordinal)
            .SelectMany(g => plot.WordsOnWhite($"names-{g.Key}", new Mark("text") { Align = g.Key, Baseline = "middle", FontSize = wide ? 11.5 : 10.5 }, [.. g.Select(n => n.Note)]));
    }

    private static ChartWords Words(SupplementBackTest test, int missed)
    {
        var methods = test.Methods;
        var title = $"{Sentence.Capital(Display.Word(test.ToYear - test.FromYear))} years later an estimate misses by {Display.Percent(methods[1].AllAreas!.Value)} of the national wage on average; no supplement at all would miss by {Display.Percent(methods[2].AllAreas!.Value)}";
        var worst = test.Areas.MaxBy(a => Math.Abs(a.Shrunk - a.Later))!;
        var what = $"{Display.Count(test.Areas.Count)} survey areas with the same code in May {test.FromYear} and May {test.ToYear}. {Display.Count(missed)} lie outside their interval; farthest {worst.Title.Split(',')[0]}.";
        var table = new ChartTable(
            $"Estimate of May {test.FromYear} and survey of May {test.ToYear}, against the nation",
            ["Area", $"Survey {test.FromYear}", "Estimate", "Lower end", "Upper end", $"Survey {test.ToYear}"],
            [.. test.Areas.Select(a => (IReadOnlyList<string>)[a.Title, Level(a.Raw), Level(a.Shrunk), Level(a.Lower), Level(a.Upper), Level(a.Later)])]);
        return new ChartWords(Name, title, what, $"Points of the earlier estimate across and the later survey up, with a diagonal of no error. {string.Join("; ", test.Areas.Select(a => $"{a.Title} {Level(a.Shrunk)} and {Level(a.Later)}"))}.", table);
    }

    private static string Level(double index) => Display.PercentSigned(index - 1);
}
