using System.Globalization;
using CtmsAnalytics.Charts.Formatting;
using CtmsAnalytics.Charts.Layout;
using CtmsAnalytics.Charts.VegaLite;

namespace CtmsAnalytics.Charts.Workforce;

/// <summary>Compa-ratio heat map: median compa-ratio and number of people by organisation and work level. The number stands in every cell; the colour repeats it.</summary>
public static class CompaRatioHeatMap
{
    /// <summary>Name of the chart, <c>compa-ratio-heat-map</c>.</summary>
    public const string Name = "compa-ratio-heat-map";

    private const string Between = ", ";
    private static readonly Mark Withheld = new("rect") { Fill = Palette.Paper, Stroke = Palette.Axis, StrokeWidth = 1 };
    private static readonly IReadOnlyList<Step> Steps =
    [
        new("far-below", double.NegativeInfinity, 0.90, Palette.IncreaseFill, "under 0.90"),
        new("below", 0.90, 0.97, Palette.IncreaseTint, "0.90 to 0.97"),
        new("near", 0.97, 1.03, Palette.Paper, "0.97 to 1.03"),
        new("above", 1.03, 1.10, Palette.BandMiddle, "1.03 to 1.10"),
        new("far-above", 1.10, double.PositiveInfinity, Palette.ProposalFill, "1.10 and over"),
    ];

    /// <summary>Builds the chart.</summary>
    /// <param name="input">The cells.</param>
    /// <param name="size">The place that it is drawn for. Default wide.</param>
    /// <returns>The chart.</returns>
    /// <exception cref="ArgumentException">There is no work level or organisation, a cell belongs to neither, is there twice, or is not a number.</exception>
    public static ChartSpec Build(CompaRatioHeatMapInput input, ChartSize size = ChartSize.Wide)
    {
        Check(input);
        var wide = size == ChartSize.Wide;
        var frame = Frame.For(size);
        var left = wide ? 236d : 100d;
        // Few columns are not drawn out over the whole width: a cell is read, not measured.
        var column = Math.Floor(Math.Min(wide ? 96 : 48, (frame.Width - left - 6) / input.WorkLevels.Count));
        var numbers = input.Organisations.Count <= 30 && column >= 40;
        var row = numbers ? 36d : 24d;
        var plot = new Plot(column * input.WorkLevels.Count, row * input.Organisations.Count, Axis.Hidden, new Scale([0, input.WorkLevels.Count]), Axis.Hidden, new Scale([input.Organisations.Count, 0]));
        var levels = input.WorkLevels.Select((l, i) => (l, i)).ToDictionary(p => p.l, p => p.i, StringComparer.Ordinal);
        var organisations = input.Organisations.Select((o, i) => (o, i)).ToDictionary(p => p.o, p => p.i, StringComparer.Ordinal);
        Box Place(CompaRatioCell cell) => new(levels[cell.WorkLevel] + 0.03, levels[cell.WorkLevel] + 0.97, organisations[cell.Organisation] + 0.05, organisations[cell.Organisation] + 0.95, $"{cell.Organisation}, {cell.WorkLevel}: {(cell.Median is { } median ? Ratio(median) : "withheld")}{(cell.People is { } people ? $", n = {Display.Count(people)}" : "")}");
        var withheld = input.Cells.Where(c => c.Median is null).Select(Place).ToList();
        var shown = input.Cells.Where(c => c.Median is not null).ToList();
        var size11 = column < 22 ? 8 : column < 30 ? 9.5 : 12;
        // Names that would be cut stand upright.
        var room = (int)(column / 6.8);
        var upright = input.WorkLevels.Any(l => l.Length > room);
        IEnumerable<View> layers =
        [
            .. Steps.Select(s => plot.Boxes(s.Name, Cell(s), shown.Where(c => s.Holds(c.Median!.Value)).Select(Place))),
            plot.Boxes("withheld", Withheld, withheld),
            plot.Boxes("hatch", Hatch.Mark, withheld.SelectMany(Hatch.In)),
            plot.Words(
                "medians",
                new Mark("text") { Align = "center", Baseline = "middle", FontSize = size11, FontWeight = "bold", Dy = numbers ? -6 : 0 },
                shown.Select(c => new Note(levels[c.WorkLevel] + 0.5, organisations[c.Organisation] + 0.5, column < 26 ? Ratio(c.Median!.Value).TrimStart('0') : Ratio(c.Median!.Value)))),
            plot.Words(
                "people",
                new Mark("text") { Align = "center", Baseline = "middle", FontSize = 10, Color = Palette.Ink, Dy = 9 },
                shown.Where(c => numbers && c.People is not null).Select(c => new Note(levels[c.WorkLevel] + 0.5, organisations[c.Organisation] + 0.5, "n=" + Display.Count(c.People!.Value)))),
            plot.WordsBeside("organisations", new Mark("text") { Align = "right", Baseline = "middle", FontSize = wide ? 12.5 : 11 }, -8, input.Organisations.Select((o, i) => new Note(0, i + 0.5, Wrap.Cut(o, wide ? 34 : 15)))),
            upright
                ? plot.WordsBelow("levels", new Mark("text") { Align = "left", Baseline = "middle", Angle = 270, FontSize = 11, FontWeight = "bold" }, -6, input.WorkLevels.Select((l, i) => new Note(i + 0.5, 0, Wrap.Cut(l, 16))))
                : plot.WordsBelow("levels", new Mark("text") { Align = "center", Baseline = "middle", FontSize = 12, FontWeight = "bold" }, -10, input.WorkLevels.Select((l, i) => new Note(i + 0.5, 0, Wrap.Cut(l, room)))),
            .. Keys(withheld.Count > 0).LayOut(-left, frame.Width, upright ? 10 + (6.4 * Math.Min(16, input.WorkLevels.Max(l => l.Length))) : 20),
        ];
        return frame.Chart(Words(input, shown, withheld.Count), left, plot, layers);
    }

    private static void Check(CompaRatioHeatMapInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        Inputs.NotEmpty(input.WorkLevels, "The heat map has no work level. Give at least one.", nameof(input));
        Inputs.NotEmpty(input.Organisations, "The heat map has no organisation. Give at least one.", nameof(input));
        Inputs.Finite(input.Cells.Select(c => c.Median ?? 1), "the heat map", nameof(input));
        Inputs.Require(input.WorkLevels.Distinct(StringComparer.Ordinal).Count() == input.WorkLevels.Count && input.Organisations.Distinct(StringComparer.Ordinal).Count() == input.Organisations.Count, "A work level or organisation of the heat map is there twice.", nameof(input));
        var places = new HashSet<(string, string)>();
        foreach (var cell in input.Cells)
        {
            Inputs.Require(
                input.WorkLevels.Contains(cell.WorkLevel, StringComparer.Ordinal) && input.Organisations.Contains(cell.Organisation, StringComparer.Ordinal),
                $"Cell '{cell.WorkLevel}', '{cell.Organisation}' is of no work level or organisation of the heat map. Name both among them.",
                nameof(input));
            Inputs.Require(places.Add((cell.WorkLevel, cell.Organisation)), $"Cell '{cell.WorkLevel}', '{cell.Organisation}' is there twice.", nameof(input));
        }
    }

    private static Mark Cell(Step step) => new("rect") { Fill = step.Fill, Stroke = Palette.Axis, StrokeWidth = 0.7 };

    private static Key Keys(bool withheld)
    {
        var key = new Key();
        foreach (var step in Steps) key.Add(step.Words, (x, y) => [Marks.Box(Cell(step), x, y, 8, 6)]);
        if (withheld) key.Add(Hatch.Words, Hatch.Symbol);
        return key;
    }

    private static string Ratio(double ratio) => ratio.ToString("0.00", CultureInfo.InvariantCulture);

    private static ChartWords Words(CompaRatioHeatMapInput input, List<CompaRatioCell> shown, int withheld)
    {
        var title = "Every cell is withheld, so that no group of fewer than five can be told";
        if (shown.Count > 0)
        {
            var (lowest, highest) = (shown.MinBy(c => c.Median)!, shown.MaxBy(c => c.Median)!);
            title = Ratio(lowest.Median!.Value) == Ratio(highest.Median!.Value)
                ? $"The median compa-ratio is {Ratio(lowest.Median.Value)} in every group{(withheld > 0 ? " that can be shown" : "")} at the {input.Span}"
                : $"Median compa-ratios{(withheld > 0 ? $" of the {Display.Word(shown.Count)} cells that can be shown" : "")} range from {Ratio(lowest.Median.Value)} ({Named(lowest)}) to {Ratio(highest.Median.Value)} ({Named(highest)})";
        }

        var what = $"Median compa-ratio (salary over the midpoint of the range) by organisation and work level, {input.Span}";
        var reading = withheld > 0 ? $"{Sentence.Capital(Display.Word(withheld))} hatched {(withheld == 1 ? "cell is" : "cells are")} withheld, so that no group of fewer than five can be told; blank cells have nobody." : "Blank cells have nobody.";
        var cells = input.Cells.ToDictionary(c => (c.WorkLevel, c.Organisation));
        string Say(string level, string organisation) => !cells.TryGetValue((level, organisation), out var cell) ? "\u2013" : cell.Median is { } median ? Ratio(median) + (cell.People is { } n ? $" (n={Display.Count(n)})" : "") : "withheld";
        var description = $"Grid of {Display.Count(input.Organisations.Count)} organisations by {Display.Count(input.WorkLevels.Count)} work levels with the median compa-ratio in each cell; the table has the figures. {title}.";
        var table = new ChartTable(
            $"Median compa-ratio and number of people by organisation and work level, {input.Span}",
            ["Organisation", .. input.WorkLevels],
            [.. input.Organisations.Select(o => (IReadOnlyList<string>)[o, .. input.WorkLevels.Select(l => Say(l, o))])]);
        return new ChartWords(Name, title, input.Basis.Subtitle(what, money: false, reading), description, table);
    }

    private static string Named(CompaRatioCell cell) => Wrap.Cut(cell.Organisation, 30) + Between + Wrap.Cut(cell.WorkLevel, 20);

    private sealed record Step(string Name, double From, double To, string Fill, string Words)
    {
        public bool Holds(double ratio) => ratio >= From && ratio < To;
    }
}
