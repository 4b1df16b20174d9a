using CtmsAnalytics.Charts.Formatting;
using CtmsAnalytics.Charts.Layout;
using CtmsAnalytics.Charts.VegaLite;

namespace CtmsAnalytics.Charts.Risk;

/// <summary>Fan chart: the median cost of each fiscal year inside the bands that hold 50, 80 and 90 % of the draws, against the approved budget.</summary>
public static class FanChart
{
    /// <summary>Name of the chart, <c>fan</c>.</summary>
    public const string Name = "fan";

    private static readonly string[] BudgetColumns = ["Approved budget", "Probability above budget"];
    private static readonly Mark Outer = new("area") { Fill = Palette.BandOuter, Stroke = Palette.ProposalFill, StrokeWidth = 0.8 };
    private static readonly Mark Middle = new("area") { Fill = Palette.BandMiddle };
    private static readonly Mark Inner = new("area") { Fill = Palette.ProposalFill };
    private static readonly Mark MedianLine = new("line") { Color = Palette.Proposal, StrokeWidth = 2.5 };
    private static readonly Mark MedianPoint = new("point") { Shape = "square", Filled = true, Color = Palette.Proposal, Size = 55, Opacity = 1 };
    private static readonly Mark BudgetLine = new("line") { Color = Palette.Increase, StrokeWidth = 2 };
    private static readonly Mark BudgetPoint = new("point") { Shape = "diamond", Filled = false, Fill = Palette.Paper, Stroke = Palette.Increase, StrokeWidth = 2, Size = 85, Opacity = 1 };
    private static readonly Mark OtherLine = new("line") { Color = Palette.Baseline, StrokeWidth = 2, StrokeDash = [6, 4] };
    private static readonly Mark OtherPoint = new("point") { Shape = "circle", Filled = false, Fill = Palette.Paper, Stroke = Palette.Baseline, StrokeWidth = 2, Size = 50, Opacity = 1 };

    /// <summary>Builds the chart.</summary>
    /// <param name="input">The scenario's cost by fiscal year.</param>
    /// <param name="size">The place that it is drawn for. Default wide.</param>
    /// <returns>The chart.</returns>
    /// <exception cref="ArgumentException">There is no fiscal year, years or percentiles do not ascend, or a probability is not between 0 and 1.</exception>
    public static ChartSpec Build(FanInput input, ChartSize size = ChartSize.Wide)
    {
        Check(input);
        var wide = size == ChartSize.Wide;
        var years = input.Years;
        var amounts = years.SelectMany(y => new[] { y.P5, y.P95, y.Budget ?? y.P5, y.OtherMedian ?? y.P5 }).ToList();
        var money = MoneyAxis.Cover(amounts.Min(), amounts.Max(), 6);
        var across = new YearAxis([.. years.Select(y => y.FiscalYear)], size);
        var figures = Figures(input);
        var left = wide ? Math.Max(66, across.NamesWidth(figures)) : 46;
        var frame = Frame.For(size);
        var plot = new Plot(frame.Width - left - 10, wide ? 290 : 230, across.Axis, across.Scale, money.Axis("Cost of the year"), money.Scale);
        IEnumerable<View> layers =
        [
            .. Spread("p5-p95", Outer, y => (y.P5, y.P95)),
            .. Spread("p10-p90", Middle, y => (y.P10, y.P90)),
            .. Spread("p25-p75", Inner, y => (y.P25, y.P75)),
            .. Line("other-median", $"median of {input.OtherScenario}", OtherLine, OtherPoint, y => y.OtherMedian),
            .. Line("median", "median", MedianLine, MedianPoint, y => y.Median),
            .. Line("budget", "approved budget", BudgetLine, BudgetPoint, y => y.Budget),
            .. Keys(input).LayOut(-left, frame.Width),
            .. across.Figures(plot, figures),
        ];
        return frame.Chart(Words(input), left, plot, layers);

        // One year alone has no area between years; it is drawn as boxes.
        IEnumerable<View> Spread(string name, Mark mark, Func<FanYear, (long Low, long High)> range) => years.Count == 1
            ? [plot.Boxes(name, mark with { Type = "rect" }, [new Box(years[0].FiscalYear - 0.12, years[0].FiscalYear + 0.12, money.At(range(years[0]).Low), money.At(range(years[0]).High))])]
            : [plot.Bands(name, mark, years.Select(y => new Band(y.FiscalYear, money.At(range(y).Low), money.At(range(y).High))))];

        IEnumerable<View> Line(string name, string words, Mark line, Mark point, Func<FanYear, long?> amount)
        {
            var dots = years.Where(y => amount(y) is not null).Select(y => new Dot(y.FiscalYear, money.At(amount(y)!.Value), $"{Display.FiscalYear(y.FiscalYear)}, {words}: {Display.Brief(amount(y)!.Value)}")).ToList();
            return dots.Count == 0 ? [] : [plot.Dots(name + "-line", line, dots.Select(d => d with { Says = null })), plot.Dots(name, point, dots)];
        }
    }

    private static void Check(FanInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        Inputs.NotEmpty(input.Years, "The fan chart has no fiscal year. Give at least one.", nameof(input));
        Inputs.Ascending([.. input.Years.Select(y => y.FiscalYear)], nameof(input));
        foreach (var y in input.Years)
        {
            long[] ascending = [y.P5, y.P10, y.P25, y.Median, y.P75, y.P90, y.P95];
            Inputs.Require(ascending.Zip(ascending.Skip(1)).All(p => p.First <= p.Second), $"The percentiles of {Display.FiscalYear(y.FiscalYear)} do not ascend from P5 to P95.", nameof(input));
            Inputs.Require(y.ProbabilityAbove is null or (>= 0 and <= 1), $"The probability of {Display.FiscalYear(y.FiscalYear)} is not between 0 and 1.", nameof(input));
        }
    }

    private static List<YearFigures> Figures(FanInput input)
    {
        var rows = new List<YearFigures> { new("Median", [.. input.Years.Select(y => Display.Brief(y.Median))]) };
        if (input.Years.Any(y => y.Budget is not null)) rows.Add(new("Approved budget", [.. input.Years.Select(y => y.Budget is { } b ? Display.Brief(b) : null)]));
        if (input.Years.Any(y => y.ProbabilityAbove is not null))
            rows.Add(new("Chance above budget", [.. input.Years.Select(y => y.ProbabilityAbove is { } p ? Display.Probability(p).Replace("under ", "<", StringComparison.Ordinal).Replace("over ", ">", StringComparison.Ordinal) : null)], "bold"));
        return rows;
    }

    private static Key Keys(FanInput input)
    {
        static View[] Swatch(Mark mark, double x, double y) => [Marks.Box(mark with { Type = "rect", Stroke = Palette.Axis, StrokeWidth = 0.8 }, x, y, 8, 6)];
        var key = new Key()
            .Add("Median", (x, y) => [Marks.Line(MedianLine with { Type = "rule" }, x - 9, y, x + 9, y), Marks.Point(MedianPoint, x, y)])
            .Add("50% of draws", (x, y) => Swatch(Inner, x, y))
            .Add("80%", (x, y) => Swatch(Middle, x, y))
            .Add("90%", (x, y) => Swatch(Outer, x, y));
        if (input.Years.Any(y => y.Budget is not null))
            key.Add("Approved budget", (x, y) => [Marks.Line(BudgetLine with { Type = "rule" }, x - 9, y, x + 9, y), Marks.Point(BudgetPoint, x, y)]);
        if (input.Years.Any(y => y.OtherMedian is not null))
            key.Add("Median of " + Wrap.Cut(input.OtherScenario ?? "the other scenario", 30), (x, y) => [Marks.Line(OtherLine with { Type = "rule" }, x - 9, y, x + 9, y), Marks.Point(OtherPoint, x, y)]);
        return key;
    }

    private static ChartWords Words(FanInput input)
    {
        var span = Display.FiscalYears([.. input.Years.Select(y => y.FiscalYear)]);
        var what = $"Cost of {Wrap.Cut(input.Scenario, 60)} by fiscal year, {span}, with the bands that hold 50, 80 and 90% of the draws (P25\u2013P75, P10\u2013P90, P5\u2013P95)";
        var description = "Bands around a median line by fiscal year. "
            + string.Join("; ", input.Years.Select(y => $"{Display.FiscalYear(y.FiscalYear)}: median {Display.Brief(y.Median)}, P5 {Display.Brief(y.P5)}, P95 {Display.Brief(y.P95)}"
                + (y.Budget is { } b ? $", approved budget {Display.Brief(b)}" : "")
                + (y.ProbabilityAbove is { } p ? $", probability of costing more {Display.Probability(p)}" : ""))) + ".";
        return new ChartWords(Name, Finding(input), input.Basis.Subtitle(what, money: true, "The axis does not start at zero."), description, Table(input));
    }

    private static string Finding(FanInput input)
    {
        var scenario = Wrap.Cut(input.Scenario, 60);
        var judged = input.Years.Where(y => y.Budget is not null && y.ProbabilityAbove is not null).ToList();
        if (judged.Count > 0)
        {
            var worst = judged.MaxBy(y => y.ProbabilityAbove!.Value)!;
            var (year, above) = (Display.FiscalYear(worst.FiscalYear), worst.ProbabilityAbove!.Value);
            if (above >= 0.5) return $"{scenario} has {Sentence.A(Display.Probability(above))} chance to exceed its budget in {year}: median {Display.Brief(worst.Median)} against {Display.Brief(worst.Budget!.Value)}";
            if (above == 0) return $"{scenario} keeps within its budget in every draw{(judged.Count == 1 ? $" of {year}" : " of every year")}";
            return judged.Count == 1
                ? $"{scenario} has {Sentence.A(Display.Probability(above))} chance to exceed its budget in {year}"
                : $"{scenario} keeps within its budget more likely than not in every year; the highest chance to exceed it is {Display.Probability(above)}, in {year}";
        }

        var (first, last) = (input.Years[0], input.Years[^1]);
        var range = last.P5 == last.P95 ? "the same in every draw" : $"between {Display.Brief(last.P5)} and {Display.Brief(last.P95)} in 90% of draws";
        if (input.Years.Count == 1) return $"{scenario} costs {Display.Brief(first.Median)} in {Display.FiscalYear(first.FiscalYear)} at the median, {range}";
        var verb = last.Median > first.Median ? "rises" : last.Median < first.Median ? "falls" : "stays";
        var from = last.Median == first.Median ? "" : $" from {Display.Brief(first.Median)} in {Display.FiscalYear(first.FiscalYear)}";
        return $"Median cost of {scenario} {verb}{from} {(from.Length > 0 ? "to" : "at")} {Display.Brief(last.Median)} in {Display.FiscalYear(last.FiscalYear)}, {range}";
    }

    private static ChartTable Table(FanInput input)
    {
        var budget = input.Years.Any(y => y.Budget is not null);
        var other = input.Years.Any(y => y.OtherMedian is not null);
        return new ChartTable(
            $"Cost over draws by fiscal year, {input.Basis.Dollars}",
            [
                "Fiscal year", "P5", "P10", "P25", "Median", "P75", "P90", "P95",
                .. budget ? BudgetColumns : [],
                .. other ? new[] { "Median of " + (input.OtherScenario ?? "the other scenario") } : [],
            ],
            [
                .. input.Years.Select(y => (IReadOnlyList<string>)
                [
                    Display.FiscalYear(y.FiscalYear),
                    .. new[] { y.P5, y.P10, y.P25, y.Median, y.P75, y.P90, y.P95 }.Select(Display.Dollars),
                    .. budget ? new[] { y.Budget is { } b ? Display.Dollars(b) : "\u2013", y.ProbabilityAbove is { } p ? Display.Percent(p) : "\u2013" } : [],
                    .. other ? new[] { y.OtherMedian is { } m ? Display.Dollars(m) : "\u2013" } : [],
                ]),
            ]);
    }
}
