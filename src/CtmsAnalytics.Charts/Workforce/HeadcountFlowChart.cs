using CtmsAnalytics.Charts.Formatting;
using CtmsAnalytics.Charts.Layout;
using CtmsAnalytics.Charts.VegaLite;

namespace CtmsAnalytics.Charts.Workforce;

/// <summary>Headcount flow: people at the end of each fiscal year with their P10 to P90, and below it hires upward and separations downward.</summary>
public static class HeadcountFlowChart
{
    /// <summary>Name of the chart, <c>headcount-flow</c>.</summary>
    public const string Name = "headcount-flow";

    private const double Tolerance = 0.5;
    private static readonly Mark EndLine = new("line") { Color = Palette.Proposal, StrokeWidth = 2.5 };
    private static readonly Mark EndPoint = new("point") { Shape = "square", Filled = true, Color = Palette.Proposal, Size = 60, Opacity = 1 };
    private static readonly Mark EndBand = new("area") { Fill = Palette.BandMiddle };
    private static readonly Mark StartLine = new("rule") { Color = Palette.Baseline, StrokeWidth = 1.4, StrokeDash = [5, 3] };
    private static readonly Mark Hires = new("rect") { Fill = Palette.ProposalFill, Stroke = Palette.Proposal, StrokeWidth = 1 };
    private static readonly Mark Separations = new("rect") { Fill = Palette.Paper, Stroke = Palette.Increase, StrokeWidth = 1.5, StrokeDash = [3, 2] };

    /// <summary>Builds the chart.</summary>
    /// <param name="input">The flow by fiscal year.</param>
    /// <param name="size">The place that it is drawn for. Default wide.</param>
    /// <returns>The chart.</returns>
    /// <exception cref="ArgumentException">There is no year, years do not ascend, or people are not conserved in a year.</exception>
    public static ChartSpec Build(HeadcountFlowInput input, ChartSize size = ChartSize.Wide)
    {
        Check(input);
        var wide = size == ChartSize.Wide;
        var years = input.Years;
        var across = new YearAxis([.. years.Select(y => y.FiscalYear)], size);
        YearFigures[] figures =
        [
            new("Start of year", [.. years.Select(y => People(y.Start))]),
            new("Hires", [.. years.Select(y => Signed("+", y.Hires))]),
            new("Separations", [.. years.Select(y => Signed("\u2212", y.Separations))]),
            new("End of year", [.. years.Select(y => People(y.End))], "bold"),
        ];
        var left = wide ? Math.Max(64, across.NamesWidth(figures)) : 44;
        var frame = Frame.For(size);
        var width = frame.Width - left - 10;
        var stock = Ticks.Cover(years.Min(y => Math.Min(Math.Min(y.Start, y.End), y.EndP10 ?? y.End)), years.Max(y => Math.Max(Math.Max(y.Start, y.End), y.EndP90 ?? y.End)), 4);
        var flow = Ticks.Cover(-years.Max(y => y.Separations), years.Max(y => y.Hires), 4);
        var upper = new Plot(width, wide ? 170 : 150, across.Axis, across.Scale, new Axis { Title = "People at end of year", Values = stock.Values, Format = stock.Format(), Grid = true, TitlePadding = 10 }, new Scale([stock.Low, stock.High]));
        var lower = new Plot(width, wide ? 130 : 120, across.Axis, across.Scale, new Axis { Title = "People a year", Values = flow.Values, Format = flow.Format(signed: true), LabelExpr = "datum.value === 0 ? '0' : datum.label", Grid = true, TitlePadding = 10 }, new Scale([flow.Low, flow.High]));
        var first = years[0].Start;
        var banded = years.Where(y => y.EndP10 is not null && y.EndP90 is not null).ToList();
        IReadOnlyList<View> above =
        [
            years.Count == 1
                ? upper.Boxes("end-p10-p90", EndBand with { Type = "rect" }, banded.Select(y => new Box(y.FiscalYear - 0.06, y.FiscalYear + 0.06, y.EndP10!.Value, y.EndP90!.Value)))
                : upper.Bands("end-p10-p90", EndBand, banded.Select(y => new Band(y.FiscalYear, y.EndP10!.Value, y.EndP90!.Value))),
            upper.Across("start", StartLine, first),
            upper.Dots("end-line", EndLine, years.Select(y => new Dot(y.FiscalYear, y.End))),
            upper.Dots("end", EndPoint, years.Select(y => new Dot(y.FiscalYear, y.End, $"{Display.FiscalYear(y.FiscalYear)}: {Display.People((decimal)y.End)} people at the end"))),
            .. Keys(banded.Count > 0, years[0].FiscalYear).LayOut(-left, frame.Width),
        ];
        IReadOnlyList<View> below =
        [
            lower.Boxes("hires", Hires, years.Select(y => new Box(y.FiscalYear - 0.22, y.FiscalYear + 0.22, 0, y.Hires, $"{Display.FiscalYear(y.FiscalYear)}: {Display.People((decimal)y.Hires)} hires"))),
            lower.Boxes("separations", Separations, years.Select(y => new Box(y.FiscalYear - 0.22, y.FiscalYear + 0.22, 0, -y.Separations, $"{Display.FiscalYear(y.FiscalYear)}: {Display.People((decimal)y.Separations)} separations"))),
            lower.Across("zero", new Mark("rule") { Color = Palette.Ink, StrokeWidth = 1.2 }, 0),
            .. across.Figures(lower, figures),
        ];
        return frame.Stack(Words(input), 34, (upper, above), (lower, below));
    }

    private static void Check(HeadcountFlowInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        Inputs.NotEmpty(input.Years, "The headcount flow has no fiscal year. Give at least one.", nameof(input));
        Inputs.Ascending([.. input.Years.Select(y => y.FiscalYear)], nameof(input));
        Inputs.Finite(input.Years.SelectMany(y => new[] { y.Start, y.Hires, y.Separations, y.End, y.EndP10 ?? 0, y.EndP90 ?? 0 }), "the headcount flow", nameof(input));
        foreach (var y in input.Years)
        {
            Inputs.Require(
                Math.Abs(y.Start + y.Hires - y.Separations - y.End) <= Tolerance,
                $"People are not conserved in {Display.FiscalYear(y.FiscalYear)}: {People(y.Start)} at the start, {People(y.Hires)} hires and {People(y.Separations)} separations do not give {People(y.End)} at the end.",
                nameof(input));
        }
    }

    private static string People(double people) => Display.PeopleBrief(Math.Round((decimal)people, 1, MidpointRounding.AwayFromZero));

    private static string Signed(string sign, double people) => People(people) == "0" ? "0" : sign + People(people);

    private static Key Keys(bool band, int year)
    {
        var key = new Key().Add("End of year", (x, y) => [Marks.Line(EndLine with { Type = "rule" }, x - 9, y, x + 9, y), Marks.Point(EndPoint, x, y)]);
        if (band) key.Add("P10 to P90", (x, y) => [Marks.Box(EndBand with { Type = "rect" }, x, y, 8, 6)]);
        return key
            .Add($"Start of {Display.FiscalYear(year)}", (x, y) => [Marks.Line(StartLine, x - 9, y, x + 9, y)])
            .Add("Hires", (x, y) => [Marks.Box(Hires, x, y, 8, 6)])
            .Add("Separations", (x, y) => [Marks.Box(Separations, x, y, 8, 6)]);
    }

    private static ChartWords Words(HeadcountFlowInput input)
    {
        var (first, last) = (input.Years[0], input.Years[^1]);
        var verb = Math.Abs(last.End - first.Start) < 0.05 ? "stays at" : last.End > first.Start ? "grows from" : "falls from";
        var change = verb == "stays at" ? $"stays at {People(first.Start)}" : $"{verb} {People(first.Start)} to {People(last.End)}";
        var (hires, separations) = (input.Years.Average(y => y.Hires), input.Years.Average(y => y.Separations));
        var title = $"Headcount {change} by the end of {Display.FiscalYear(last.FiscalYear)}: {People(hires)} hires and {People(separations)} separations a year";
        var what = $"People of {Wrap.Cut(input.Scenario, 60)} by fiscal year, {Display.FiscalYears([.. input.Years.Select(y => y.FiscalYear)])}{(input.Basis.Draws is > 1 ? ", means over draws" : "")}";
        var description = "Line of people at the end of each fiscal year; below it bars of hires upward and separations downward. "
            + string.Join("; ", input.Years.Select(y => $"{Display.FiscalYear(y.FiscalYear)}: start {People(y.Start)}, hires {People(y.Hires)}, separations {People(y.Separations)}, end {People(y.End)}")) + ".";
        var table = new ChartTable(
            "Headcount by fiscal year, people",
            ["Fiscal year", "Start", "Hires", "Separations", "End", "End, P10", "End, P90"],
            [.. input.Years.Select(y => (IReadOnlyList<string>)[Display.FiscalYear(y.FiscalYear), People(y.Start), People(y.Hires), People(y.Separations), People(y.End), y.EndP10 is { } l ? People(l) : "\u2013", y.EndP90 is { } h ? People(h) : "\u2013"])]);
        return new ChartWords(Name, title, input.Basis.Subtitle(what, money: false, "The upper axis does not start at zero, the lower one does."), description, table);
    }
}
