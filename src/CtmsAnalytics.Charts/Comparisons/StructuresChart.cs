using CtmsAnalytics.Charts.Formatting;
using CtmsAnalytics.Charts.Layout;
using CtmsAnalytics.Charts.VegaLite;
using CtmsAnalytics.PayStructures;

namespace CtmsAnalytics.Charts.Comparisons;

/// <summary>Structures beside one another: by work level the base's range and those of up to three alternatives with their midpoints, and the market's quartiles and target beside them.</summary>
public static class StructuresChart
{
    /// <summary>Name of the chart, <c>structures</c>.</summary>
    public const string Name = "structures";

    /// <summary>Most alternatives beside the base.</summary>
    public const int Most = 3;

    private const double Thousand = 1000d;
    private const double Ranges = 0.74;
    private const double MarketAt = 0.88;

    private static readonly (Mark Range, Mark Midpoint, string Letter)[] Styles =
    [
        (new("rect") { Fill = Palette.BaselineFill, Stroke = Palette.Baseline, StrokeWidth = 1.2, StrokeDash = [3, 2] }, new("rule") { Color = Palette.Baseline, StrokeWidth = 2.5 }, ""),
        (new("rect") { Fill = Palette.ProposalFill, Stroke = Palette.Proposal, StrokeWidth = 1.2 }, new("rule") { Color = Palette.Proposal, StrokeWidth = 2.5 }, "A"),
        (new("rect") { Fill = Palette.IncreaseFill, Stroke = Palette.Increase, StrokeWidth = 1.2 }, new("rule") { Color = Palette.Increase, StrokeWidth = 2.5 }, "B"),
        (new("rect") { Fill = Palette.DecreaseFill, Stroke = Palette.Decrease, StrokeWidth = 1.2 }, new("rule") { Color = Palette.Decrease, StrokeWidth = 2.5 }, "C"),
    ];

    private static readonly Mark MarketSpan = new("rule") { Color = Palette.Market, StrokeWidth = 1.8 };
    private static readonly Mark Target = new("point") { Shape = "circle", Filled = false, Stroke = Palette.Ink, StrokeWidth = 2, Size = 120, Opacity = 1 };

    /// <summary>Builds the chart.</summary>
    /// <param name="frame">Levels and market.</param>
    /// <param name="alternatives">The base and up to three alternatives.</param>
    /// <param name="size">The place that it is drawn for. Default wide.</param>
    /// <returns>The chart.</returns>
    /// <exception cref="ArgumentException">There is no level, no base, or there are more than three alternatives.</exception>
    public static ChartSpec Build(StructureFrame frame, IReadOnlyList<StructureAlternative> alternatives, ChartSize size = ChartSize.Wide)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentNullException.ThrowIfNull(alternatives);
        Inputs.NotEmpty(frame.Levels, "The structures have no level. Give at least one.", nameof(frame));
        Inputs.Require(alternatives.Count is > 0 and <= Most + 1, "Draw the base and up to three alternatives.", nameof(alternatives));
        var wide = size == ChartSize.Wide;
        var place = Frame.For(size);
        var levels = frame.Levels;
        var low = alternatives.SelectMany(a => a.Levels).Min(l => l.Minimum / Thousand);
        var high = alternatives.SelectMany(a => a.Levels).Max(l => l.Maximum / Thousand);
        var ticks = Ticks.Cover(Math.Min(low, levels.Min(l => l.Market.P25) / Thousand), Math.Max(high, levels.Max(l => Math.Max(l.Market.P75, l.Market.Target)) / Thousand), 8);
        var left = wide ? 62d : 46d;
        var x = new Scale([0, levels.Count]);
        var plot = new Plot(
            place.Width - left - 14, wide ? 380 : 320, Axis.Hidden, x,
            new Axis { Title = "Annual rate, $ thousands", Values = ticks.Values, Format = ",.0f", Grid = true, TitlePadding = 10 }, new Scale([ticks.Low, ticks.High]));
        var bar = Ranges / alternatives.Count;
        (double From, double To) Across(int level, int alternative) => (level + 0.06 + (alternative * bar), level + 0.06 + ((alternative + 0.86) * bar));
        string Says(int level, int alternative)
        {
            var range = alternatives[alternative].Levels[level];
            return $"{levels[level].WorkLevel}, {alternatives[alternative].Name}: {Display.Rate(range.Minimum)} to {Display.Rate(range.Maximum)}, midpoint {Display.Rate(range.Midpoint)}";
        }

        var key = new Key();
        for (var a = 0; a < alternatives.Count; a++)
        {
            var (style, words) = (Styles[a], a == 0 ? "Base: range, midpoint" : $"{Styles[a].Letter} {Wrap.Cut(alternatives[a].Name, 24)}");
            key.Add(words, (kx, ky) => [Marks.Box(style.Range, kx, ky, 8, 6), Marks.Line(style.Midpoint, kx - 8, ky, kx + 8, ky)]);
        }

        key.Add("Market P25 to P75", (kx, ky) => [Marks.Line(MarketSpan, kx, ky - 7, kx, ky + 7)]).Add("Market target", (kx, ky) => [Marks.Point(Target, kx, ky)]);
        IEnumerable<int> all = Enumerable.Range(0, levels.Count);
        IEnumerable<View> layers =
        [
            .. alternatives.SelectMany((a, i) => new[]
            {
                plot.Boxes($"ranges-{i}", Styles[i].Range, all.Select(l => new Box(Across(l, i).From, Across(l, i).To, a.Levels[l].Minimum / Thousand, a.Levels[l].Maximum / Thousand, Says(l, i)))),
                plot.Boxes($"midpoints-{i}", Styles[i].Midpoint, all.Select(l => new Box(Across(l, i).From, Across(l, i).To, a.Levels[l].Midpoint / Thousand, a.Levels[l].Midpoint / Thousand))),
            }),
            plot.Boxes("market", MarketSpan, all.Select(l => new Box(l + MarketAt, l + MarketAt, levels[l].Market.P25 / Thousand, levels[l].Market.P75 / Thousand))),
            plot.Dots("targets", Target, all.Select(l => new Dot(l + MarketAt, levels[l].Market.Target / Thousand))),
            plot.WordsBelow("levels", new Mark("text") { Align = "center", Baseline = "top", FontWeight = "bold", FontSize = wide ? 12 : 10.5 }, plot.Height + 8, all.Select(l => new Note(l + 0.5, 0, Wrap.Cut(levels[l].WorkLevel, wide ? 12 : 5)))),
            .. alternatives.Skip(1).Select((a, i) => plot.Words($"letters-{i}", new Mark("text") { Align = "center", Baseline = "bottom", Dy = -2, FontSize = wide ? 10 : 8, Color = Palette.Ink }, all.Select(l => new Note((Across(l, i + 1).From + Across(l, i + 1).To) / 2, a.Levels[l].Maximum / Thousand, Styles[i + 1].Letter)))),
            .. key.LayOut(-left, place.Width),
        ];
        return place.Chart(Words(frame, alternatives), left, plot, layers);
    }

    private static ChartWords Words(StructureFrame frame, IReadOnlyList<StructureAlternative> alternatives)
    {
        var levels = frame.Levels.Count;
        var others = alternatives.Skip(1).Select(a => $"{a.Name} {Display.Word(a.Within)}").ToList();
        var title = $"Midpoints within {Display.Percent(frame.Tolerance)} of the market target at {Display.Word(alternatives[0].Within)} of {Display.Word(levels)} levels in the base{(others.Count > 0 ? $"; {string.Join(", ", others)}" : "")}";
        var what = $"Structure salary, US dollars of {frame.BaseYear}, n = {Display.Count(frame.Levels.Sum(l => l.People))} people; market of May {frame.SurveyYear} aged to {Display.Date(frame.Effective)} and stated in the structure\u2019s dollars. The axis does not start at zero.";
        var description = "Floating bars by work level, one for each structure, beside the market. " + string.Join("; ", alternatives.Select(a => $"{a.Name}: {string.Join(", ", a.Levels.Select(l => $"{l.WorkLevel} {Display.Rate(l.Minimum)} to {Display.Rate(l.Maximum)}"))}")) + ".";
        var table = new ChartTable(
            $"Ranges by work level, US dollars a year of {frame.BaseYear}",
            ["Work level", "Market P25", "Market target", "Market P75", .. alternatives.Select(a => a.Name)],
            [.. frame.Levels.Select((l, i) => (IReadOnlyList<string>)
            [
                $"{l.WorkLevel} {l.Title}", Display.Rate(l.Market.P25), Display.Rate(l.Market.Target), (l.Market.P75Censored ? "\u2265 " : "") + Display.Rate(l.Market.P75),
                .. alternatives.Select(a => $"{Display.Rate(a.Levels[i].Minimum)}\u2013{Display.Rate(a.Levels[i].Maximum)}"),
            ])]);
        return new ChartWords(Name, title, what, description, table);
    }
}
