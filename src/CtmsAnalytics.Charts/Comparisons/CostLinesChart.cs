using CtmsAnalytics.Charts.Formatting;
using CtmsAnalytics.Charts.Layout;
using CtmsAnalytics.Charts.VegaLite;
using CtmsAnalytics.Projection;

namespace CtmsAnalytics.Charts.Comparisons;

/// <summary>Total cost of both scenarios by fiscal year as lines, and below them the difference of each year as bars from zero.</summary>
public static class CostLinesChart
{
    /// <summary>Name of the chart, <c>cost-lines</c>.</summary>
    public const string Name = "cost-lines";

    private const double CentsPerMillion = 100_000_000d;

    /// <summary>Builds the chart.</summary>
    /// <param name="comparison">The comparison.</param>
    /// <param name="size">The place that it is drawn for. Default wide.</param>
    /// <returns>The chart.</returns>
    /// <exception cref="ArgumentException">The drivers do not add up to the difference, or the projections cover different years.</exception>
    public static ChartSpec Build(Comparison comparison, ChartSize size = ChartSize.Wide)
    {
        var totals = new Totals(comparison);
        var layout = size == ChartSize.Wide ? Layout.Wide : Layout.Narrow;
        var baseline = totals.Years.Select(y => new Point(y, totals.BaselineIn(y) / CentsPerMillion)).ToList();
        var proposal = totals.Years.Select(y => new Point(y, totals.ProposalIn(y) / CentsPerMillion)).ToList();
        var years = new Scale([totals.Years[0] - layout.YearMargin, totals.Years[^1] + layout.YearMargin]);
        var yearAxis = new Axis { Title = "", Values = [.. totals.Years.Select(y => (double)y)], LabelExpr = layout.YearLabel, Grid = false, Ticks = false };
        var title = Finding.Years(totals);
        var subtitle = $"Nominal US dollars, expected path; n = {Display.PeopleBrief(totals.People)} people at the start of {Display.FiscalYear(totals.Years[0])}. The upper axis does not start at zero, the lower one does.";
        var spec = new Spec
        {
            Title = new Title(Wrap.Lines(title, layout.TitleWidth), Wrap.Lines(subtitle, layout.SubtitleWidth)) { Frame = "bounds", FontSize = layout.TitleSize },
            Padding = new Padding(6, 8, 6, 8),
            Spacing = 26,
            Vconcat =
            [
                Lines(layout, baseline, proposal, years, yearAxis),
                Differences(layout, totals, years, yearAxis),
            ],
        };
        var description = "Two lines by fiscal year with the difference as bars below. "
            + string.Join("; ", totals.Years.Select(y => $"{Display.FiscalYear(y)}: baseline {Display.Brief(totals.BaselineIn(y))}, proposal {Display.Brief(totals.ProposalIn(y))}, difference {Display.BriefSigned(totals.DifferenceIn(y))}")) + ".";
        return new ChartSpec(Name, title, description, (spec with { Description = description }).ToJson(), Table(totals));
    }

    private static View Lines(Layout layout, List<Point> baseline, List<Point> proposal, Scale years, Axis yearAxis)
    {
        var all = baseline.Concat(proposal).Select(p => p.Cost).ToList();
        var ticks = Ticks.Cover(all.Min(), all.Max(), 5);
        var axis = new Axis { Title = "Total cost, $ millions", Values = ticks.Values, Format = ticks.Format(), Grid = true, TitlePadding = 10 };
        var scale = new Scale([ticks.Low, ticks.High]);
        Encoding At() => new()
        {
            X = Channel.Of(nameof(Point.Year)).Quantitative(yearAxis, years),
            Y = Channel.Of(nameof(Point.Cost)).Quantitative(axis, scale),
        };

        // The two ends may lie closer than a line of text; the labels then move apart evenly.
        var apart = ticks.Distance(baseline[^1].Cost, proposal[^1].Cost, layout.LinesHeight);
        var push = Math.Abs(apart) >= layout.EndLabelDistance ? 0 : (layout.EndLabelDistance - Math.Abs(apart)) / 2;
        var upward = proposal[^1].Cost >= baseline[^1].Cost ? -push : push;
        View End(string name, Point point, string color, double dy) => new()
        {
            Data = Data.Of([new EndLabel(point.Year, point.Cost, layout.EndLabelInTwoLines ? [name, Cost(point)] : [$"{name} {Cost(point)}"])]),
            Mark = new Mark("text") { Align = "left", Baseline = "middle", Dx = 11, Dy = dy - (layout.EndLabelInTwoLines ? 7 : 0), LineHeight = 15, Color = color, FontWeight = "bold", FontSize = 12.5 },
            Encoding = At() with { Text = Channel.Of(nameof(EndLabel.Lines)).Nominal() },
        };

        return new View
        {
            Width = layout.Width,
            Height = layout.LinesHeight,
            Layer =
            [
                new View { Data = Data.Of(baseline), Mark = new Mark("line") { Color = Palette.Baseline, StrokeWidth = 2, StrokeDash = [6, 4] }, Encoding = At() },
                new View { Data = Data.Of(proposal), Mark = new Mark("line") { Color = Palette.Proposal, StrokeWidth = 2.5 }, Encoding = At() },
                new View { Name = "baseline-points", Data = Data.Of(baseline), Mark = new Mark("point") { Shape = "circle", Filled = false, Fill = Palette.Paper, Stroke = Palette.Baseline, StrokeWidth = 2, Size = 60, Opacity = 1 }, Encoding = At() },
                new View { Name = "proposal-points", Data = Data.Of(proposal), Mark = new Mark("point") { Shape = "square", Filled = true, Color = Palette.Proposal, Size = 60, Opacity = 1 }, Encoding = At() },
                End("Baseline", baseline[^1], Palette.Baseline, -upward),
                End("Proposal", proposal[^1], Palette.Proposal, upward),
            ],
        };
    }

    private static View Differences(Layout layout, Totals totals, Scale years, Axis yearAxis)
    {
        var bars = totals.Years.Select(y => new Bar(
            y - layout.HalfBar,
            y + layout.HalfBar,
            y,
            0,
            totals.DifferenceIn(y) / CentsPerMillion,
            Display.BriefSigned(totals.DifferenceIn(y)) + (layout.PercentInLabel ? $" ({Display.ChangeInWords(totals.BaselineIn(y), totals.ProposalIn(y))})" : ""))).ToList();
        var ticks = Ticks.Cover(Math.Min(0, bars.Min(b => b.Amount)), Math.Max(0, bars.Max(b => b.Amount)), 3);
        // Above the highest and below the lowest bar there has to be room for its label.
        var room = (ticks.High - ticks.Low) * 0.16;
        var scale = new Scale([ticks.Low < 0 ? ticks.Low - room : 0, ticks.High > 0 ? ticks.High + room : 0]);
        var axis = new Axis { Title = "Difference, $ millions", Values = ticks.Values, Format = ticks.Format(signed: true), LabelExpr = "datum.value === 0 ? '0' : datum.label", Grid = true, TitlePadding = 10 };
        Channel X(string field) => Channel.Of(field).Quantitative(yearAxis, years);
        Channel Y(string field) => Channel.Of(field).Quantitative(axis, scale);
        View Labels(Func<Bar, bool> where, double dy) => new()
        {
            Data = Data.Of(bars.Where(where)),
            Mark = new Mark("text") { Align = "center", Baseline = "middle", Dy = dy, FontWeight = "bold", FontSize = layout.LabelSize },
            Encoding = new Encoding { X = X(nameof(Bar.Year)), Y = Y(nameof(Bar.Amount)), Text = Channel.Of(nameof(Bar.Label)).Nominal() },
        };

        View Bars(string name, Func<Bar, bool> where, string fill, string stroke) => new()
        {
            Name = name,
            Data = Data.Of(bars.Where(where)),
            Mark = new Mark("rect") { Fill = fill, Stroke = stroke, StrokeWidth = 1 },
            Encoding = new Encoding { X = X(nameof(Bar.Left)), X2 = Channel.Of(nameof(Bar.Right)), Y = Y(nameof(Bar.Zero)), Y2 = Channel.Of(nameof(Bar.Amount)) },
        };

        return new View
        {
            Width = layout.Width,
            Height = layout.DifferenceHeight,
            Layer =
            [
                Bars("increases", b => b.Amount >= 0, Palette.IncreaseFill, Palette.Increase),
                Bars("decreases", b => b.Amount < 0, Palette.DecreaseFill, Palette.Decrease),
                Labels(b => b.Amount >= 0, -9),
                Labels(b => b.Amount < 0, 9),
                new View
                {
                    Data = Data.One,
                    Mark = new Mark("rule") { Color = Palette.Baseline, StrokeWidth = 1.5 },
                    Encoding = new Encoding { X = Channel.Pixels(0), X2 = Channel.Pixels(layout.Width), Y = new Channel { Datum = 0, Type = "quantitative", Axis = axis, Scale = scale } },
                },
            ],
        };
    }

    private static string Cost(Point point) => Display.Brief((long)Math.Round(point.Cost * CentsPerMillion, MidpointRounding.AwayFromZero));

    private static ChartTable Table(Totals totals) => new(
        "Total cost by fiscal year, US dollars",
        ["Fiscal year", "Baseline", "Proposal", "Difference", "Difference, %"],
        [
            .. totals.Years.Select(y => (IReadOnlyList<string>)
            [
                Display.FiscalYear(y),
                Display.Dollars(totals.BaselineIn(y)),
                Display.Dollars(totals.ProposalIn(y)),
                Display.DollarsSigned(totals.DifferenceIn(y)),
                Display.Change(totals.BaselineIn(y), totals.ProposalIn(y)),
            ]),
            ["Total", Display.Dollars(totals.Baseline), Display.Dollars(totals.Proposal), Display.DollarsSigned(totals.Difference), Display.Change(totals.Baseline, totals.Proposal)],
        ]);

    private sealed record Point(int Year, double Cost);

    private sealed record EndLabel(int Year, double Cost, string[] Lines);

    private sealed record Bar(double Left, double Right, int Year, double Zero, double Amount, string Label);

    private sealed record Layout(
        double Width,
        double LinesHeight,
        double DifferenceHeight,
        double YearMargin,
        double HalfBar,
        bool PercentInLabel,
        string YearLabel,
        double LabelSize,
        double EndLabelDistance,
        bool EndLabelInTwoLines,
        int TitleWidth,
        int SubtitleWidth,
        double TitleSize)
    {
        public static readonly Layout Wide = new(810, 230, 130, 0.5, 0.26, true, "'FY' + datum.value", 12, 16, false, 100, 155, 17);
        public static readonly Layout Narrow = new(236, 190, 120, 0.5, 0.32, false, "'FY' + substring(toString(datum.value), 2)", 11, 34, true, 40, 54, 15);
    }
}
