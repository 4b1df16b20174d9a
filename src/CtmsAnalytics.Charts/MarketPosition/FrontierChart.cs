using CtmsAnalytics.Charts.Formatting;
using CtmsAnalytics.Charts.Layout;
using CtmsAnalytics.Charts.VegaLite;

namespace CtmsAnalytics.Charts.MarketPosition;

/// <summary>Frontier: cost against competitiveness. A candidate is on the frontier when no other is at least as competitive for less, or more competitive for as much.</summary>
public static class FrontierChart
{
    /// <summary>Name of the chart, <c>frontier</c>.</summary>
    public const string Name = "frontier";

    private static readonly int[] Cuts = [30, 18, 11];
    private static readonly Mark Line = new("line") { Color = Palette.Proposal, StrokeWidth = 1.8, Interpolate = "step-after" };
    private static readonly Mark OnFrontier = new("point") { Shape = "square", Filled = true, Color = Palette.Proposal, Size = 80, Opacity = 1 };
    private static readonly Mark Dominated = new("point") { Shape = "circle", Filled = false, Fill = Palette.Paper, Stroke = Palette.Baseline, StrokeWidth = 1.8, Size = 60, Opacity = 1 };
    private static readonly Mark Chosen = new("point") { Shape = "diamond", Filled = false, Stroke = Palette.Increase, StrokeWidth = 2.2, Size = 420, Opacity = 1 };

    /// <summary>Builds the chart.</summary>
    /// <param name="input">The candidates.</param>
    /// <param name="size">The place that it is drawn for. Default wide.</param>
    /// <returns>The chart.</returns>
    /// <exception cref="ArgumentException">There is no candidate, more than one is chosen, or a value is not a number.</exception>
    public static ChartSpec Build(FrontierInput input, ChartSize size = ChartSize.Wide)
    {
        ArgumentNullException.ThrowIfNull(input);
        Inputs.NotEmpty(input.Points, "The frontier has no candidate. Give at least one.", nameof(input));
        Inputs.Finite(input.Points.Select(p => p.Competitiveness), "the frontier", nameof(input));
        Inputs.Require(input.Points.Count(p => p.Chosen) <= 1, "More than one candidate of the frontier is chosen. Choose one.", nameof(input));
        var wide = size == ChartSize.Wide;
        var frame = Frame.For(size);
        var sorted = input.Points.OrderBy(p => p.CostCents).ThenByDescending(p => p.Competitiveness).ThenBy(p => p.Name, StringComparer.Ordinal).ToList();
        var frontier = sorted.Where(p => !sorted.Exists(o => Beats(o, p))).ToList();
        var money = MoneyAxis.Cover(sorted[0].CostCents, sorted[^1].CostCents, wide ? 7 : 4);
        var ticks = Ticks.Cover(sorted.Min(p => p.Competitiveness), sorted.Max(p => p.Competitiveness), 5, 0.02);
        var left = wide ? 72 : 52;
        var plot = new Plot(
            frame.Width - left - 14,
            wide ? 340 : 300,
            money.Axis($"Cost, {Wrap.Cut(input.Span, 30)}"),
            money.Scale,
            new Axis { Title = Wrap.Cut(input.Measure, wide ? 60 : 48), Values = ticks.Values, Format = ticks.Values.All(v => Math.Abs((v * 100) - Math.Round(v * 100)) < 1e-6) ? ".0%" : ".1%", Grid = true, TitlePadding = 10 },
            new Scale([ticks.Low, ticks.High]));
        Dot At(FrontierPoint p) => new(money.At(p.CostCents), p.Competitiveness);
        var dominated = sorted.Except(frontier).ToList();
        var key = new Key().Add("On the frontier", (x, y) => [Marks.Point(OnFrontier, x, y)]);
        if (dominated.Count > 0) key.Add("Dominated: another gives as much for less", (x, y) => [Marks.Point(Dominated, x, y)]);
        if (sorted.Exists(p => p.Chosen)) key.Add("Chosen", (x, y) => [Marks.Point(Chosen with { Size = 200 }, x, y)]);
        IEnumerable<View> layers =
        [
            plot.Dots("frontier-line", Line, frontier.Select(At)),
            plot.Dots("dominated", Dominated, dominated.Select(At)),
            plot.Dots("frontier", OnFrontier, frontier.Select(At)),
            plot.Dots("chosen", Chosen, sorted.Where(p => p.Chosen).Select(At)),
            .. Labels(plot, money, frontier, [.. sorted.Where(p => p.Chosen), .. frontier.Where(p => !p.Chosen), .. dominated.Where(p => !p.Chosen)], wide),
            .. key.LayOut(-left, frame.Width),
        ];
        return frame.Chart(Words(input, sorted, frontier), left, plot, layers);
    }

    /// <summary>Names beside their points, the chosen one and the frontier first. A dominated candidate without room has none; the table has all.</summary>
    private static IEnumerable<View> Labels(Plot plot, MoneyAxis money, List<FrontierPoint> frontier, IReadOnlyList<FrontierPoint> byImportance, bool wide)
    {
        var places = byImportance.Select(p => (Point: p, X: plot.AtX(money.At(p.CostCents)), Y: plot.AtY(p.Competitiveness))).ToList();
        var placer = new LabelPlacer(plot.Width + 8, plot.Height, wide ? 6.6 : 6.1, places.Select(p => (p.X, p.Y)));
        foreach (var (from, to) in frontier.Zip(frontier.Skip(1)))
        {
            var (x1, y1, x2, y2) = (plot.AtX(money.At(from.CostCents)), plot.AtY(from.Competitiveness), plot.AtX(money.At(to.CostCents)), plot.AtY(to.Competitiveness));
            placer.Avoid(x1, x2, y1, y1);
            placer.Avoid(x2, x2, y2, y1);
        }

        var notes = new List<(Note Note, string Align, bool Bold)>();
        foreach (var (point, x, y) in places)
        {
            // A name that has no room in full may have it when it is cut; the chosen one is cut further than others.
            var texts = Cuts.Where(c => (wide || c <= 18) && (point.Chosen || c >= 18)).Select(c => Wrap.Cut(point.Name, c)).ToList();
            if (texts.Select(t => (Text: t, At: placer.Place(x, y, t))).FirstOrDefault(t => t.At is not null) is not { Text: { } text, At: { } place }) continue;
            notes.Add((new Note(plot.X.Domain[0] + (place.X / plot.PixelsX), plot.FromY(place.Y), text), place.Align, point.Chosen));
        }

        return notes.GroupBy(n => (n.Align, n.Bold)).OrderBy(g => g.Key.Align, StringComparer.Ordinal).ThenBy(g => g.Key.Bold).SelectMany(g => plot.WordsOnWhite(
            $"names-{g.Key.Align}{(g.Key.Bold ? "-chosen" : "")}",
            new Mark("text") { Align = g.Key.Align, Baseline = "middle", FontSize = wide ? 12 : 11, FontWeight = g.Key.Bold ? "bold" : null },
            [.. g.Select(n => n.Note)]));
    }

    private static bool Beats(FrontierPoint one, FrontierPoint other) =>
        one.CostCents <= other.CostCents && one.Competitiveness >= other.Competitiveness && (one.CostCents < other.CostCents || one.Competitiveness > other.Competitiveness);

    private static ChartWords Words(FrontierInput input, List<FrontierPoint> sorted, List<FrontierPoint> frontier)
    {
        static string Say(FrontierPoint p) => $"{Display.Percent(p.Competitiveness)} for {Display.Brief(p.CostCents)}";
        string title;
        if (sorted.Find(p => p.Chosen) is not { } chosen)
        {
            title = sorted.Count == 1
                ? $"{Wrap.Cut(sorted[0].Name, 50)} reaches {Say(sorted[0])}"
                : $"{Sentence.Capital(Display.Word(frontier.Count))} of {Display.Word(sorted.Count)} candidates {(frontier.Count == 1 ? "is" : "are")} on the frontier, from {Say(frontier[0])}{(frontier.Count == 1 ? "" : $" to {Say(frontier[^1])}")}";
        }
        else if (sorted.Where(p => Beats(p, chosen)).OrderByDescending(p => p.Competitiveness).ThenBy(p => p.CostCents).FirstOrDefault() is { } better)
        {
            title = $"{Wrap.Cut(chosen.Name, 40)} is not on the frontier: {Wrap.Cut(better.Name, 40)} reaches {Say(better)} against {Say(chosen)}";
        }
        else
        {
            title = $"{Wrap.Cut(chosen.Name, 50)} is on the frontier: {Say(chosen)}, and nothing reaches as much for less";
        }

        var what = $"Cost, {input.Span}, against {LowerFirst(Wrap.Cut(input.Measure, 90))} of {Display.Word(sorted.Count)} {(sorted.Count == 1 ? "candidate" : "candidates")}";
        var description = $"Points of cost across and competitiveness up; a stepped line joins the frontier. {string.Join("; ", sorted.Select(p => $"{p.Name} {Say(p)}, {State(p)}"))}.";
        var table = new ChartTable(
            $"Candidates by cost, {input.Basis.Dollars}",
            ["Candidate", "Cost", "Competitiveness", "Position"],
            [.. sorted.Select(p => (IReadOnlyList<string>)[p.Name, Display.Dollars(p.CostCents), Display.Percent(p.Competitiveness), State(p)])]);
        return new ChartWords(Name, title, input.Basis.Subtitle(what, money: true, "Better is up and to the left. The axes do not start at zero."), description, table);

        string State(FrontierPoint p) => (frontier.Contains(p) ? "on the frontier" : "dominated") + (p.Chosen ? ", chosen" : "");
    }

    private static string LowerFirst(string text) => text.Length > 1 && char.IsLower(text[1]) ? char.ToLowerInvariant(text[0]) + text[1..] : text;
}
