using CtmsAnalytics.Charts.Formatting;
using CtmsAnalytics.Charts.Layout;
using CtmsAnalytics.Charts.VegaLite;
using CtmsAnalytics.Projection;

namespace CtmsAnalytics.Charts.Comparisons;

/// <summary>
/// Salary structure staircase (158.611): the subrange of each work level in both scenarios with its midpoint, the talent market's P25, median and P75
/// and the level's target percentile beside it (158.403), and the incumbents between the two ranges.
/// </summary>
public static class StaircaseChart
{
    /// <summary>Name of the chart, <c>structure-staircase</c>.</summary>
    public const string Name = "structure-staircase";

    private const double Thousand = 1000d;
    private static readonly string[] IncumbentsColumn = ["People"];

    /// <summary>Builds the chart.</summary>
    /// <param name="comparison">The comparison; it has at least one staircase step.</param>
    /// <param name="options">What to show; null for everything at the wide size.</param>
    /// <returns>The chart.</returns>
    /// <exception cref="ArgumentException">The comparison has no staircase.</exception>
    public static ChartSpec Build(Comparison comparison, StaircaseOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        options ??= new StaircaseOptions();
        var steps = comparison.Staircase;
        if (steps.Count == 0) throw new ArgumentException("The comparison has no staircase step. Give a structure with at least one subrange.", nameof(comparison));
        var layout = Layout.For(options);
        var people = options.ShowIndividuals ? Jitter(steps, layout) : [];
        var low = steps.Min(s => Math.Min(Math.Min(s.BaselineMinimum, s.ProposalMinimum), Math.Min(s.Market.P25, s.Market.Target)));
        var high = steps.Max(s => Math.Max(Math.Max(s.BaselineMaximum, s.ProposalMaximum), Math.Max(s.Market.P75, s.Market.Target)));
        if (people.Count > 0)
        {
            low = Math.Min(low, steps.SelectMany(s => s.Incumbents).Min());
            high = Math.Max(high, steps.SelectMany(s => s.Incumbents).Max());
        }

        var ticks = Ticks.Cover(low / Thousand, high / Thousand, layout.TickCount);
        var axis = new Axis { Title = "Annual rate, $ thousands", Values = ticks.Values, Format = ",.0f", Grid = true, TitlePadding = 10 };
        var x = new Scale([0, steps.Count]);
        var y = new Scale([ticks.Low, ticks.High]);
        Channel X(string field) => Channel.Of(field).Quantitative(Axis.Hidden, x);
        Channel Y(string field) => Channel.Of(field).Quantitative(axis, y);

        View Ranges(string name, Mark mark, double left, double right, Func<StaircaseStep, (long Low, long High)> range) => new()
        {
            Name = name,
            Data = Data.Of(steps.Select((s, i) => new Range(i + left, i + right, range(s).Low / Thousand, range(s).High / Thousand))),
            Mark = mark,
            Encoding = new Encoding { X = X(nameof(Range.Left)), X2 = Channel.Of(nameof(Range.Right)), Y = Y(nameof(Range.Low)), Y2 = Channel.Of(nameof(Range.High)) },
        };

        View Midpoints(string name, Mark mark, double left, double right, Func<StaircaseStep, double> middle) => new()
        {
            Name = name,
            Data = Data.Of(steps.Select((s, i) => new Level(i + left, i + right, middle(s) / Thousand))),
            Mark = mark,
            Encoding = new Encoding { X = X(nameof(Level.Left)), X2 = Channel.Of(nameof(Level.Right)), Y = Y(nameof(Level.At)) },
        };

        View Points(string name, Mark mark, IEnumerable<Dot> dots) => new()
        {
            Name = name,
            Data = Data.Of(dots),
            Mark = mark,
            Encoding = new Encoding { X = X(nameof(Dot.X)), Y = Y(nameof(Dot.Y)) },
        };

        IEnumerable<Dot> Market(Func<StaircaseStep, double> wage, Func<StaircaseStep, bool>? where = null) =>
            steps.Select((s, i) => (Step: s, Dot: new Dot(i + layout.Market, wage(s) / Thousand))).Where(p => where?.Invoke(p.Step) ?? true).Select(p => p.Dot);

        var anyCensored = steps.Any(s => s.Market.P75Censored);
        var keyViews = DrawKey(layout, options.ShowIndividuals, anyCensored);
        var title = Finding.Structure(steps);
        var spec = new Spec
        {
            Title = new Title(Wrap.Lines(title, layout.TitleWidth), Wrap.Lines(Subtitle(comparison, options), layout.SubtitleWidth)) { Dx = layout.TitleDx, Offset = 14, FontSize = layout.TitleSize },
            Padding = new Padding(6, 8, 6, 8),
            Width = layout.Width,
            Height = layout.Height,
            Layer =
            [
                Ranges("baseline-ranges", BaselineRange, layout.BaselineLeft, layout.BaselineRight, s => (s.BaselineMinimum, s.BaselineMaximum)),
                Ranges("proposal-ranges", ProposalRange, layout.ProposalLeft, layout.ProposalRight, s => (s.ProposalMinimum, s.ProposalMaximum)),
                Midpoints("baseline-midpoints", BaselineMidpoint, layout.BaselineLeft, layout.BaselineRight, s => Finding.Middle(s.BaselineMinimum, s.BaselineMaximum)),
                Midpoints("proposal-midpoints", ProposalMidpoint, layout.ProposalLeft, layout.ProposalRight, s => Finding.Middle(s.ProposalMinimum, s.ProposalMaximum)),
                new View
                {
                    Name = "market-spans",
                    Data = Data.Of(steps.Select((s, i) => new Span(i + layout.Market, s.Market.P25 / Thousand, s.Market.P75 / Thousand))),
                    Mark = MarketSpan,
                    Encoding = new Encoding { X = X(nameof(Span.X)), Y = Y(nameof(Span.Low)), Y2 = Channel.Of(nameof(Span.High)) },
                },
                Points("market-p25", MarketEnd, Market(s => s.Market.P25)),
                Points("market-p75", MarketEnd, Market(s => s.Market.P75, s => !s.Market.P75Censored)),
                Points("market-p75-censored", MarketCensored, Market(s => s.Market.P75, s => s.Market.P75Censored)),
                Points("market-p50", MarketMedian, Market(s => s.Market.P50)),
                Points("market-target", MarketTarget, Market(s => s.Market.Target)),
                Points("incumbents", Incumbent, people),
                .. Names(steps, layout),
                .. keyViews,
            ],
        };
        var description = "Floating bars by work level for both scenarios beside the market's 25th percentile, median and 75th percentile. "
            + string.Join("; ", steps.Select(s => $"{s.Title}: baseline {Display.Rate(s.BaselineMinimum)} to {Display.Rate(s.BaselineMaximum)}, proposal {Display.Rate(s.ProposalMinimum)} to {Display.Rate(s.ProposalMaximum)}, market median {Display.Rate(s.Market.P50)}, market target {Display.Rate(s.Market.Target)}")) + ".";
        return new ChartSpec(Name, title, description, (spec with { Description = description }).ToJson(), Table(steps, options.ShowIndividuals));
    }

    private static Mark BaselineRange => new("rect") { Fill = Palette.BaselineFill, Stroke = Palette.Baseline, StrokeWidth = 1.2, StrokeDash = [3, 2] };

    private static Mark ProposalRange => new("rect") { Fill = Palette.ProposalFill, Stroke = Palette.Proposal, StrokeWidth = 1.2 };

    private static Mark BaselineMidpoint => new("rule") { Color = Palette.Baseline, StrokeWidth = 2.5 };

    private static Mark ProposalMidpoint => new("rule") { Color = Palette.Proposal, StrokeWidth = 2.5 };

    private static Mark MarketSpan => new("rule") { Color = Palette.Market, StrokeWidth = 1.8 };

    private static Mark MarketEnd => new("point") { Shape = "stroke", Stroke = Palette.Market, StrokeWidth = 2, Size = 110, Opacity = 1 };

    private static Mark MarketMedian => new("point") { Shape = "diamond", Filled = true, Color = Palette.Market, Size = 75, Opacity = 1 };

    private static Mark MarketTarget => new("point") { Shape = "circle", Filled = false, Stroke = Palette.Ink, StrokeWidth = 2, Size = 150, Opacity = 1 };

    private static Mark MarketCensored => new("point") { Shape = "triangle-up", Filled = false, Fill = Palette.Paper, Stroke = Palette.Market, StrokeWidth = 1.8, Size = 90, Opacity = 1 };

    private static Mark Incumbent => new("point") { Shape = "circle", Filled = true, Color = Palette.Ink, Size = 11, Opacity = 0.45 };

    private static IReadOnlyList<View> DrawKey(Layout layout, bool people, bool censored)
    {
        var key = new Key()
            .Add("Baseline range, midpoint", (x, y) => [Marks.Box(BaselineRange, x, y, 8, 6), Marks.Line(BaselineMidpoint, x - 8, y, x + 8, y)])
            .Add("Proposal range, midpoint", (x, y) => [Marks.Box(ProposalRange, x, y, 8, 6), Marks.Line(ProposalMidpoint, x - 8, y, x + 8, y)])
            .Add("Market P25, median, P75", (x, y) =>
            [
                Marks.Line(MarketSpan, x - 8, y, x + 8, y),
                Marks.Line(MarketSpan, x - 8, y - 5, x - 8, y + 5),
                Marks.Line(MarketSpan, x + 8, y - 5, x + 8, y + 5),
                Marks.Point(MarketMedian, x, y),
            ])
            .Add("Level's market target", (x, y) => [Marks.Point(MarketTarget, x, y)]);
        if (censored) key.Add("P75 at or above (survey top code)", (x, y) => [Marks.Point(MarketCensored, x, y)]);
        if (people) key.Add("One incumbent", (x, y) => [Marks.Point(Incumbent with { Size = 22, Opacity = 0.7 }, x, y)]);
        return key.LayOut(layout.TitleDx, layout.Width - layout.TitleDx);
    }

    /// <summary>Level names under the plot, drawn as text so that no name takes part in an expression.</summary>
    private static IEnumerable<View> Names(IReadOnlyList<StaircaseStep> steps, Layout layout)
    {
        var perLevel = layout.Width / steps.Count;
        var characters = Math.Max(3, (int)(perLevel / 6.4));
        View At(IEnumerable<LevelName> names, double top, string weight, double size) => new()
        {
            Data = Data.Of(names),
            Mark = new Mark("text") { Align = "center", Baseline = "top", FontWeight = weight, FontSize = size, LineHeight = size + 3 },
            Encoding = new Encoding
            {
                X = Channel.Of(nameof(LevelName.X)).Quantitative(Axis.Hidden, new Scale([0, steps.Count])),
                Y = Channel.Pixels(top),
                Text = Channel.Of(nameof(LevelName.Lines)).Nominal(),
            },
        };

        yield return At(steps.Select((s, i) => new LevelName(i + 0.5, [Wrap.Cut(s.WorkLevel, characters)])), layout.Height + 8, "bold", 12);
        if (!layout.Titles) yield break;
        // Many steps leave little room: the names get smaller, and a word that is still too long ends in an ellipsis instead of going on in the next line.
        var size = perLevel < 70 ? 9.5 : 11.5;
        var room = Math.Max(3, (int)(perLevel / (size * 0.556)));
        string Fitted(string title) => string.Join(' ', title.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => Wrap.Cut(word, room)));
        yield return At(steps.Select((s, i) => new LevelName(i + 0.5, [.. Wrap.Lines(Fitted(s.Title), room).Take(3)])), layout.Height + 24, "normal", size);
    }

    /// <summary>People in the order of their salaries, side by side in places of the <see cref="GoldenSequence"/>.</summary>
    private static List<Dot> Jitter(IReadOnlyList<StaircaseStep> steps, Layout layout) =>
        [
            .. steps.SelectMany((s, level) => s.Incumbents.Order().Select((salary, i) =>
                new Dot(Math.Round(level + layout.DotsLeft + (GoldenSequence.Place(i) * (layout.DotsRight - layout.DotsLeft)), 4), salary / Thousand))),
        ];

    private static string Subtitle(Comparison comparison, StaircaseOptions options)
    {
        var date = Display.Date(comparison.Baseline.Scenario.Horizon.Start);
        var surveys = comparison.Staircase.Select(s => s.Market.SurveyYear).Distinct().Order().Select(y => y.ToString(System.Globalization.CultureInfo.InvariantCulture));
        var people = comparison.Staircase.Sum(s => s.Incumbents.Count);
        return $"Structure salary, US dollars a year: ranges as each scenario sets them, n = {Display.Count(people)} incumbents of the opening roster{(options.ShowIndividuals ? "" : " (not drawn)")}. "
            + $"Market: national wages of the matched occupations, May {string.Join(", ", surveys)} survey aged to {date}. The axis does not start at zero.";
    }

    private static ChartTable Table(IReadOnlyList<StaircaseStep> steps, bool people) => new(
        "Salary structure and market by work level, US dollars a year",
        [
            "Work level", "Baseline minimum", "Baseline midpoint", "Baseline maximum", "Proposal minimum", "Proposal midpoint", "Proposal maximum",
            "Market P25", "Market median", "Market P75", "Market target", .. people ? IncumbentsColumn : [],
        ],
        [
            .. steps.Select(s => (IReadOnlyList<string>)
            [
                $"{s.WorkLevel} {s.Title}",
                Display.Rate(s.BaselineMinimum),
                Display.Rate(Finding.Middle(s.BaselineMinimum, s.BaselineMaximum)),
                Display.Rate(s.BaselineMaximum),
                Display.Rate(s.ProposalMinimum),
                Display.Rate(Finding.Middle(s.ProposalMinimum, s.ProposalMaximum)),
                Display.Rate(s.ProposalMaximum),
                Display.Rate(s.Market.P25),
                Display.Rate(s.Market.P50),
                (s.Market.P75Censored ? "\u2265 " : "") + Display.Rate(s.Market.P75),
                $"{Display.Rate(s.Market.Target)} (P{Display.Value(s.Market.TargetPercentile)})",
                .. people ? new[] { Display.Count(s.Incumbents.Count) } : [],
            ]),
        ]);

    private sealed record Range(double Left, double Right, double Low, double High);

    private sealed record Level(double Left, double Right, double At);

    private sealed record Span(double X, double Low, double High);

    private sealed record Dot(double X, double Y);

    private sealed record LevelName(double X, string[] Lines);

    /// <summary>Places inside a level are fractions of its width: baseline, incumbents, proposal, market.</summary>
    private sealed record Layout(
        double Width,
        double Height,
        int TickCount,
        bool Titles,
        int TitleWidth,
        int SubtitleWidth,
        double TitleDx,
        double TitleSize,
        double BaselineLeft,
        double BaselineRight,
        double DotsLeft,
        double DotsRight,
        double ProposalLeft,
        double ProposalRight,
        double Market)
    {
        public static Layout For(StaircaseOptions options)
        {
            var layout = options.Size == ChartSize.Wide
                ? new Layout(850, 400, 8, true, 100, 155, -50, 17, 0.08, 0.29, 0.32, 0.46, 0.49, 0.70, 0.85)
                : new Layout(310, 340, 8, false, 40, 54, -36, 15, 0.05, 0.28, 0.31, 0.46, 0.49, 0.72, 0.87);
            return options.ShowIndividuals ? layout : layout with { BaselineRight = 0.36, ProposalLeft = 0.40, ProposalRight = 0.68 };
        }
    }
}
