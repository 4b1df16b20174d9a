using System.Globalization;
using CtmsAnalytics.Charts.Formatting;
using CtmsAnalytics.Charts.Layout;
using CtmsAnalytics.Charts.VegaLite;

namespace CtmsAnalytics.Charts.MarketPosition;

/// <summary>Cohort lines: the median salary, compa-ratio or market ratio of people who entered at the same time, by fiscal year, each line named at its end.</summary>
public static class CohortLinesChart
{
    /// <summary>Name of the chart, <c>cohort-lines</c>.</summary>
    public const string Name = "cohort-lines";

    private const double Thousand = 1000;
    private static readonly string[] Colours = [Palette.Proposal, Palette.Increase, Palette.Decrease, Palette.Ink, Palette.Baseline];
    private static readonly string[] Shapes = ["square", "circle", "diamond", "triangle-up", "cross", "triangle-down"];
    private static readonly double[][] Dashes = [[1, 0], [6, 3], [2, 2]];

    /// <summary>Builds the chart.</summary>
    /// <param name="input">The cohorts.</param>
    /// <param name="size">The place that it is drawn for. Default wide.</param>
    /// <returns>The chart.</returns>
    /// <exception cref="ArgumentException">There is no cohort with a value, fiscal years do not ascend, or a value is not a number.</exception>
    public static ChartSpec Build(CohortLinesInput input, ChartSize size = ChartSize.Wide)
    {
        ArgumentNullException.ThrowIfNull(input);
        foreach (var cohort in input.Cohorts) Inputs.Ascending([.. cohort.Points.Select(p => p.FiscalYear)], nameof(input));
        Inputs.Finite(input.Cohorts.SelectMany(c => c.Points.Select(p => p.Value ?? 0)), "the cohort lines", nameof(input));
        var lines = input.Cohorts.Select((c, i) => (Index: i, c.Name, Points: c.Points.Where(p => p.Value is not null).ToList(), c)).Where(l => l.Points.Count > 0).ToList();
        Inputs.NotEmpty(lines, "The cohort lines have no cohort with a value. Give at least one.", nameof(input));
        var wide = size == ChartSize.Wide;
        var frame = Frame.For(size);
        var unit = input.Measure == CohortMeasure.Salary ? Thousand : 1;
        var values = lines.SelectMany(l => l.Points.Select(p => p.Value!.Value / unit)).ToList();
        var ticks = Ticks.Cover(values.Min(), values.Max(), 5, input.Measure == CohortMeasure.Salary ? 1 : 0.02);
        var years = lines.SelectMany(l => l.Points.Select(p => p.FiscalYear)).Distinct().Order().ToList();
        var across = new YearAxis([.. Enumerable.Range(years[0], years[^1] - years[0] + 1)], size);
        var (left, right) = wide ? (66d, 190d) : (48d, 92d);
        var plot = new Plot(
            frame.Width - left - right,
            wide ? 310 : 260,
            across.Axis,
            across.Scale,
            new Axis { Title = AxisTitle(input.Measure), Values = ticks.Values, Format = input.Measure switch { CohortMeasure.Salary => ticks.Format(), CohortMeasure.CompaRatio => ".2f", _ => ".0%" }, Grid = true, TitlePadding = 10 },
            new Scale([ticks.Low, ticks.High]));
        var ends = Spread.Apart([.. lines.Select(l => plot.AtY(l.Points[^1].Value!.Value / unit))], wide ? 17 : 15, plot.Height);
        IEnumerable<View> layers =
        [
            .. lines.SelectMany((l, i) => Line(plot, l.c, l.Index, unit)),
            .. lines.SelectMany((l, i) => End(plot, l.Name, l.Points[^1], l.Index, ends[i], input.Measure, unit, wide)),
        ];
        return frame.Chart(Words(input, [.. lines.Select(l => (l.Name, l.Points))]), left, plot, layers);
    }

    private static string Colour(int cohort) => Colours[cohort % Colours.Length];

    /// <summary>A line through every run of years with a value, and a point in each of them.</summary>
    private static IEnumerable<View> Line(Plot plot, Cohort cohort, int index, double unit)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"cohort-{index + 1}");
        var runs = new List<List<Dot>>();
        var last = int.MinValue;
        foreach (var point in cohort.Points.Where(p => p.Value is not null))
        {
            if (point.FiscalYear - 1 != last) runs.Add([]);
            runs[^1].Add(new Dot(point.FiscalYear, point.Value!.Value / unit));
            last = point.FiscalYear;
        }

        var line = new Mark("line") { Color = Colour(index), StrokeWidth = 2.2, StrokeDash = Dashes[index / Colours.Length % Dashes.Length] };
        foreach (var (run, i) in runs.Select((r, i) => (r, i))) yield return plot.Dots(string.Create(CultureInfo.InvariantCulture, $"{key}-line-{i + 1}"), line, run);
        yield return plot.Dots(key, new Mark("point") { Shape = Shapes[index % Shapes.Length], Filled = true, Color = Colour(index), Size = 60, Opacity = 1 }, runs.SelectMany(r => r));
    }

    private static IEnumerable<View> End(Plot plot, string name, CohortPoint point, int index, double y, CohortMeasure measure, double unit, bool wide)
    {
        var (x, ownY) = (plot.AtX(point.FiscalYear), plot.AtY(point.Value!.Value / unit));
        var text = wide ? $"{Wrap.Cut(name, 22)} {Say(measure, point.Value.Value)}" : Wrap.Cut(name, 16);
        var at = plot.Width + (wide ? 14 : 8);
        if (at - x > 12 || Math.Abs(y - ownY) > 3) yield return Marks.Line(new Mark("rule") { Color = Colour(index), StrokeWidth = 0.8 }, x + 6, ownY, at - 3, y);
        yield return Marks.Words(text, at, y, "left", Colour(index), "bold", wide ? 12 : 11);
    }

    private static string AxisTitle(CohortMeasure measure) => measure switch
    {
        CohortMeasure.Salary => "Median salary, $ thousands a year",
        CohortMeasure.CompaRatio => "Median compa-ratio",
        _ => "Median salary as a share of the market",
    };

    private static string Say(CohortMeasure measure, double value) => measure switch
    {
        CohortMeasure.Salary => Display.Brief((long)Math.Round(value * 100, MidpointRounding.AwayFromZero)),
        CohortMeasure.CompaRatio => value.ToString("0.00", CultureInfo.InvariantCulture),
        _ => Display.WholePercent(value),
    };

    private static string Noun(CohortMeasure measure) => measure switch
    {
        CohortMeasure.Salary => "median salary",
        CohortMeasure.CompaRatio => "median compa-ratio",
        _ => "median share of the market",
    };

    private static ChartWords Words(CohortLinesInput input, IReadOnlyList<(string Name, List<CohortPoint> Points)> lines)
    {
        var noun = Noun(input.Measure);
        string Value(CohortPoint point) => Say(input.Measure, point.Value!.Value);
        var last = lines.Max(l => l.Points[^1].FiscalYear);
        var there = lines.Where(l => l.Points[^1].FiscalYear == last).OrderBy(l => l.Points[^1].Value).ToList();
        var (lowest, highest) = (there[0], there[^1]);
        var title = there.Count == 1
            ? highest.Points.Count == 1
                ? $"{Wrap.Cut(highest.Name, 50)} has a {noun} of {Value(highest.Points[^1])} in {Display.FiscalYear(last)}"
                : $"{Wrap.Cut(highest.Name, 50)}: {noun} {Value(highest.Points[0])} in {Display.FiscalYear(highest.Points[0].FiscalYear)}, {Value(highest.Points[^1])} in {Display.FiscalYear(last)}"
            : Value(lowest.Points[^1]) == Value(highest.Points[^1])
                ? $"Every cohort has a {noun} of {Value(highest.Points[^1])} in {Display.FiscalYear(last)}"
                : $"In {Display.FiscalYear(last)} the {noun} goes from {Value(lowest.Points[^1])} ({Wrap.Cut(lowest.Name, 32)}) to {Value(highest.Points[^1])} ({Wrap.Cut(highest.Name, 32)})";
        var years = input.Cohorts.SelectMany(c => c.Points.Select(p => p.FiscalYear)).Distinct().Order().ToList();
        string Cell(Cohort cohort, int year) => cohort.Points.FirstOrDefault(p => p.FiscalYear == year) is not { } p ? "\u2013" : p.Value is { } v ? (input.Measure == CohortMeasure.Salary ? Display.Rate(v) : Say(input.Measure, v)) + (p.People is { } n ? $" (n={Display.Count(n)})" : "") : "withheld";
        var withheld = input.Cohorts.Any(c => c.Points.Any(p => p.Value is null));
        var description = $"Lines by fiscal year, one for each cohort. {string.Join("; ", lines.Select(l => $"{l.Name}: {string.Join(", ", l.Points.Select(p => $"{Display.FiscalYear(p.FiscalYear)} {Value(p)}"))}"))}.";
        var table = new ChartTable(
            $"{Sentence.Capital(noun)} by cohort and fiscal year{(input.Measure == CohortMeasure.Salary ? ", " + input.Basis.Dollars + " a year" : "")}",
            ["Cohort", .. years.Select(Display.FiscalYear)],
            [.. input.Cohorts.Select(c => (IReadOnlyList<string>)[c.Name, .. years.Select(y => Cell(c, y))])]);
        var reading = "The axis does not start at zero." + (withheld ? " A gap is withheld, so that no group of fewer than five can be told." : "");
        return new ChartWords(Name, title, input.Basis.Subtitle($"{Sentence.Capital(noun)} of people by year of entry, {Display.FiscalYears(years)}", money: input.Measure == CohortMeasure.Salary, reading), description, table);
    }
}
