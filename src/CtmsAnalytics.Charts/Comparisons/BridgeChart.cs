using CtmsAnalytics.Charts.Formatting;
using CtmsAnalytics.Charts.Layout;
using CtmsAnalytics.Charts.VegaLite;
using CtmsAnalytics.Projection;

namespace CtmsAnalytics.Charts.Comparisons;

/// <summary>
/// Budget bridge: from the baseline's total through the drivers to the proposal's. The axis shows differences from the baseline, so a driver of
/// half a percent of the total is still seen at its true size; both totals stand beside their rows as text.
/// </summary>
public static class BridgeChart
{
    /// <summary>Name of the chart, <c>budget-bridge</c>.</summary>
    public const string Name = "budget-bridge";

    /// <summary>Builds the chart.</summary>
    /// <param name="comparison">The comparison; its drivers add up to the difference of its totals exactly.</param>
    /// <param name="size">The place that it is drawn for. Default wide.</param>
    /// <returns>The chart.</returns>
    /// <exception cref="ArgumentException">The drivers do not add up to the difference, or the projections cover different years.</exception>
    public static ChartSpec Build(Comparison comparison, ChartSize size = ChartSize.Wide)
    {
        var totals = new Totals(comparison);
        var layout = size == ChartSize.Wide ? Layout.Wide : Layout.Narrow;
        var rows = Rows(comparison, totals);
        var thousands = rows.All(r => Math.Max(Math.Abs(r.From), Math.Abs(r.To)) < 100_000_000);
        var perUnit = thousands ? 100_000d : 100_000_000d;
        var steps = rows.Select((r, i) => new Step(i + layout.Centre, i, r.From / perUnit, r.To / perUnit, Wrap.Cut(r.Label, layout.LabelWidth), r.Value, r.Note)).ToList();
        var ticks = Ticks.Cover(steps.Min(s => Math.Min(s.From, s.To)), steps.Max(s => Math.Max(s.From, s.To)), layout.TickCount);
        var title = Finding.Cost(comparison, totals);
        var axis = new Axis
        {
            Title = $"Difference from the baseline total, $ {(thousands ? "thousands" : "millions")}",
            Values = ticks.Values,
            Format = ticks.Format(signed: true),
            LabelExpr = "datum.value === 0 ? 'Baseline' : datum.label",
            Grid = true,
            TitlePadding = 8,
        };
        var x = new Scale([ticks.Low, ticks.High]);
        var y = new Scale([rows.Count, 0]);
        Channel X(string field) => Channel.Of(field).Quantitative(axis, x);
        Channel Y(string field) => Channel.Of(field).Quantitative(Axis.Hidden, y);

        View Bars(string name, IEnumerable<Step> data, string fill, string stroke) => new()
        {
            Name = name,
            Data = Data.Of(data.Select(s => new Bar(s.Centre - layout.HalfBar, s.Centre + layout.HalfBar, s.From, s.To, $"{s.Label}: {s.Value}"))),
            Mark = new Mark("rect") { Fill = fill, Stroke = stroke, StrokeWidth = 1, Aria = true },
            Encoding = new Encoding { X = X(nameof(Bar.From)), X2 = Channel.Of(nameof(Bar.To)), Y = Y(nameof(Bar.Top)), Y2 = Channel.Of(nameof(Bar.Bottom)), Description = Channel.Of(nameof(Bar.Says)).Nominal() },
        };

        View Words(Func<Step, string> text, double at, string align, string weight, string color, string? halo = null) => new()
        {
            Data = Data.Of(steps.Where(s => text(s).Length > 0).Select(s => new Label(layout.LabelsAbove ? s.Row + 0.22 : s.Centre, text(s)))),
            Mark = new Mark("text") { Align = align, Baseline = "middle", FontWeight = weight, Color = color, Stroke = halo, StrokeWidth = halo is null ? null : 4, FontSize = 13 },
            Encoding = new Encoding { X = Channel.Pixels(at), Y = Y(nameof(Label.Y)), Text = Channel.Of(nameof(Label.Text)).Nominal() },
        };

        var drivers = steps.Skip(1).Take(steps.Count - 2).ToList();
        var links = steps.Take(steps.Count - 1).Select((s, i) => new Link(s.To, s.Centre + layout.HalfBar, steps[i + 1].Centre - layout.HalfBar));
        var spec = new Spec
        {
            Title = new Title(Wrap.Lines(title, layout.TitleWidth), Wrap.Lines(Subtitle(comparison, totals), layout.SubtitleWidth)) { Dx = layout.TitleDx, FontSize = layout.TitleSize },
            Padding = new Padding(6, 8, 6, 8),
            Width = layout.Width,
            Height = rows.Count * layout.RowHeight,
            Layer =
            [
                new View
                {
                    Name = "zero",
                    Data = Data.One,
                    Mark = new Mark("rule") { Color = Palette.Baseline, StrokeWidth = 2 },
                    Encoding = new Encoding { X = new Channel { Datum = 0, Type = "quantitative", Axis = axis, Scale = x }, Y = Channel.Pixels(0), Y2 = Channel.Pixels(rows.Count * layout.RowHeight) },
                },
                new View
                {
                    Name = "links",
                    Data = Data.Of(layout.LabelsAbove ? [] : links),
                    Mark = new Mark("rule") { Color = Palette.Axis, StrokeWidth = 1, StrokeDash = [2, 2] },
                    Encoding = new Encoding { X = X(nameof(Link.At)), Y = Y(nameof(Link.Top)), Y2 = Channel.Of(nameof(Link.Bottom)) },
                },
                Bars("increases", drivers.Where(s => s.To > s.From), Palette.IncreaseFill, Palette.Increase),
                Bars("decreases", drivers.Where(s => s.To < s.From), Palette.DecreaseFill, Palette.Decrease),
                Bars("proposal", steps.TakeLast(1), Palette.ProposalFill, Palette.Proposal),
                // Above the bars a name may cross the baseline's rule, so it stands on white.
                .. layout.LabelsAbove ? [Words(s => s.Label, layout.LabelAt, layout.LabelAlign, "normal", Palette.Paper, Palette.Paper)] : Array.Empty<View>(),
                Words(s => s.Label, layout.LabelAt, layout.LabelAlign, "normal", Palette.Ink),
                Words(s => s.Value, layout.ValueAt, layout.ValueAlign, "bold", Palette.Ink),
                .. layout.NoteAt is { } noteAt ? [Words(s => s.Note, noteAt, "left", "normal", Palette.Muted)] : Array.Empty<View>(),
            ],
        };
        var description =
            $"Bridge from the baseline total of {Display.Brief(totals.Baseline)} to the proposal total of {Display.Brief(totals.Proposal)}. The axis starts at the baseline total. "
            + string.Join("; ", comparison.Drivers.Select(d => $"{d.Title} {Display.BriefSigned(d.Total)}")) + ".";
        return new ChartSpec(Name, title, description, (spec with { Description = description }).ToJson(), Table(comparison, totals));
    }

    private static List<(string Label, long From, long To, string Value, string Note)> Rows(Comparison comparison, Totals totals)
    {
        var shares = Finding.HasShares(comparison, totals);
        var rows = new List<(string, long, long, string, string)> { ("Baseline total", 0, 0, Display.Brief(totals.Baseline), "the axis starts here") };
        var at = 0L;
        foreach (var driver in comparison.Drivers)
        {
            var share = shares && driver.Total != 0 ? Display.PercentInWords(driver.Total / (double)totals.Difference) + " of difference" : driver.Total == 0 ? "no change" : "";
            rows.Add((driver.Title, at, at + driver.Total, Display.BriefSigned(driver.Total), share));
            at += driver.Total;
        }

        rows.Add(("Proposal total", 0, at, Display.Brief(totals.Proposal), $"{Display.BriefSigned(totals.Difference)}, {Display.ChangeInWords(totals.Baseline, totals.Proposal)}"));
        return rows;
    }

    private static string Subtitle(Comparison comparison, Totals totals) =>
        $"{Finding.Named("Baseline", comparison.Baseline)} to {Finding.Named("proposal", comparison.Proposal)}, {Display.FiscalYears(totals.Years)} totals in nominal US dollars; n = {Display.PeopleBrief(totals.People)} people at the start of {Display.FiscalYear(totals.Years[0])}. "
        + "The axis starts at the baseline total, not at zero dollars. Expected path.";

    private static ChartTable Table(Comparison comparison, Totals totals) => new(
        "Budget bridge by fiscal year, US dollars",
        ["Step", .. totals.Years.Select(Display.FiscalYear), "Total"],
        [
            ["Baseline", .. totals.Years.Select(y => Display.Dollars(totals.BaselineIn(y))), Display.Dollars(totals.Baseline)],
            .. comparison.Drivers.Select(d => (IReadOnlyList<string>)[d.Title, .. totals.Years.Select(y => Display.DollarsSigned(d.CentsByYear.GetValueOrDefault(y))), Display.DollarsSigned(d.Total)]),
            ["Proposal", .. totals.Years.Select(y => Display.Dollars(totals.ProposalIn(y))), Display.Dollars(totals.Proposal)],
        ]);

    private sealed record Step(double Centre, int Row, double From, double To, string Label, string Value, string Note);

    private sealed record Bar(double Top, double Bottom, double From, double To, string Says);

    private sealed record Link(double At, double Top, double Bottom);

    private sealed record Label(double Y, string Text);

    private sealed record Layout(
        double Width,
        double RowHeight,
        double Centre,
        double HalfBar,
        bool LabelsAbove,
        double LabelAt,
        string LabelAlign,
        int LabelWidth,
        double ValueAt,
        string ValueAlign,
        double? NoteAt,
        int TickCount,
        int TitleWidth,
        int SubtitleWidth,
        double TitleDx,
        double TitleSize)
    {
        public static readonly Layout Wide = new(500, 36, 0.5, 0.3, false, -14, "right", 34, 576, "right", 588, 6, 100, 155, -226, 17);
        public static readonly Layout Narrow = new(320, 50, 0.66, 0.22, true, 6, "left", 38, 320, "right", null, 4, 40, 54, 0, 15);
    }
}
