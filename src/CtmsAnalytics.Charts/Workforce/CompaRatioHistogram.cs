using System.Globalization;
using CtmsAnalytics.Charts.Formatting;
using CtmsAnalytics.Charts.Layout;
using CtmsAnalytics.Charts.VegaLite;

namespace CtmsAnalytics.Charts.Workforce;

/// <summary>Compa-ratio histogram: people by salary over the midpoint of their range, baseline beside proposal, with both medians.</summary>
public static class CompaRatioHistogram
{
    /// <summary>Name of the chart, <c>compa-ratio-histogram</c>.</summary>
    public const string Name = "compa-ratio-histogram";

    private static readonly string[] ProposalColumn = ["Proposal"];
    private static readonly Mark Baseline = new("rect") { Fill = Palette.BaselineFill, Stroke = Palette.Baseline, StrokeWidth = 1.2, StrokeDash = [3, 2] };
    private static readonly Mark Proposal = new("rect") { Fill = Palette.ProposalFill, Stroke = Palette.Proposal, StrokeWidth = 1.2 };
    private static readonly Mark Withheld = new("rect") { Fill = Palette.Paper, Stroke = Palette.Axis, StrokeWidth = 1 };
    private static readonly Mark BaselineMedian = new("rule") { Color = Palette.Baseline, StrokeWidth = 2.2, StrokeDash = [6, 4] };
    private static readonly Mark ProposalMedian = new("rule") { Color = Palette.Proposal, StrokeWidth = 2.2 };

    /// <summary>Builds the chart.</summary>
    /// <param name="input">People by bin.</param>
    /// <param name="size">The place that it is drawn for. Default wide.</param>
    /// <returns>The chart.</returns>
    /// <exception cref="ArgumentException">There is no bin, bins do not follow one another, or a median is not a number.</exception>
    public static ChartSpec Build(CompaRatioHistogramInput input, ChartSize size = ChartSize.Wide)
    {
        ArgumentNullException.ThrowIfNull(input);
        var bins = input.Bins;
        Inputs.NotEmpty(bins, "The compa-ratio histogram has no bin. Give at least one.", nameof(input));
        Inputs.Finite([.. bins.SelectMany(b => new[] { b.From, b.To }), input.BaselineMedian, input.ProposalMedian ?? 0], "the compa-ratio histogram", nameof(input));
        Inputs.Require(
            bins.All(b => b.From < b.To) && bins.Zip(bins.Skip(1)).All(p => Math.Abs(p.First.To - p.Second.From) < 1e-9),
            "The bins of the compa-ratio histogram must follow one another without a gap.",
            nameof(input));
        var wide = size == ChartSize.Wide;
        var both = input.ProposalMedian is not null;
        var frame = Frame.For(size);
        var left = wide ? 56 : 42;
        var counts = Ticks.Cover(0, Math.Max(1, bins.Max(b => Math.Max(b.Baseline ?? 0, b.Proposal ?? 0))), 5);
        double[] medians = [input.BaselineMedian, input.ProposalMedian ?? input.BaselineMedian];
        var edges = bins.Select(b => b.From).Append(bins[^1].To).ToList();
        var every = wide ? Math.Max(1, edges.Count / 16) : Math.Max(1, (int)Math.Ceiling(edges.Count / 7d));
        var plot = new Plot(
            frame.Width - left - 12,
            wide ? 260 : 220,
            new Axis { Title = "Compa-ratio: salary over the midpoint of the range", Values = [.. edges.Where((_, i) => i % every == 0)], Format = ".2f", Grid = false, TitlePadding = 8 },
            new Scale([Math.Min(edges[0], medians.Min()), Math.Max(edges[^1], medians.Max())]),
            new Axis { Title = "People", Values = [.. counts.Values.Where(v => v == Math.Round(v))], Format = ",.0f", Grid = true, TitlePadding = 8 },
            new Scale([0, counts.High * 1.1]));
        var stub = counts.High * 0.06;
        Box Place(CompaRatioBin b, bool proposal, double height)
        {
            var width = b.To - b.From;
            var (from, to) = !both ? (0.08, 0.92) : proposal ? (0.51, 0.92) : (0.08, 0.49);
            return new Box(b.From + (from * width), b.From + (to * width), 0, height, (proposal ? b.Proposal : b.Baseline) is { } people ? $"{(proposal ? "Proposal" : "Baseline")}: {Display.Count(people)} {(people == 1 ? "person" : "people")}" : "withheld");
        }

        var stubs = bins.Where(b => b.Baseline is null).Select(b => Place(b, false, stub)).Concat(both ? bins.Where(b => b.Proposal is null).Select(b => Place(b, true, stub)) : []).ToList();
        IEnumerable<View> layers =
        [
            plot.Boxes("baseline", Baseline, bins.Where(b => b.Baseline > 0).Select(b => Place(b, false, b.Baseline!.Value))),
            plot.Boxes("proposal", Proposal, bins.Where(b => both && b.Proposal > 0).Select(b => Place(b, true, b.Proposal!.Value))),
            plot.Boxes("withheld", Withheld, stubs),
            plot.Boxes("hatch", Hatch.Mark, stubs.SelectMany(b => Hatch.In(b with { Y = b.Y2, Y2 = b.Y }))),
            .. Medians(input, plot, wide),
            .. Keys(both, stubs.Count > 0).LayOut(-left, frame.Width),
        ];
        return frame.Chart(Words(input), left, plot, layers);
    }

    private static IEnumerable<View> Medians(CompaRatioHistogramInput input, Plot plot, bool wide)
    {
        yield return plot.Upright("baseline-median", BaselineMedian, input.BaselineMedian);
        if (input.ProposalMedian is { } median) yield return plot.Upright("proposal-median", ProposalMedian, median);
        // The higher median's words stand at the right of its line, the lower one's at the left, so that they never meet.
        var baselineLeft = input.ProposalMedian is { } other && input.BaselineMedian <= other;
        foreach (var view in Words("baseline-median-words", input.BaselineMedian, $"{(wide ? "baseline median" : "baseline")} {Ratio(input.BaselineMedian)}", baselineLeft, Palette.Baseline)) yield return view;
        if (input.ProposalMedian is not { } proposal) yield break;
        foreach (var view in Words("proposal-median-words", proposal, $"{(wide ? "proposal median" : "proposal")} {Ratio(proposal)}", !baselineLeft, Palette.Proposal)) yield return view;

        IEnumerable<View> Words(string name, double at, string text, bool left, string color) =>
            plot.WordsOnWhite(name, new Mark("text") { Align = left ? "right" : "left", Baseline = "middle", Dx = left ? -6 : 6, Dy = 8, Color = color, FontWeight = "bold" }, [new Note(at, plot.Y.Domain[1], text)]);
    }

    private static Key Keys(bool both, bool withheld)
    {
        var key = new Key().Add("Baseline", (x, y) => [Marks.Box(Baseline, x, y, 8, 6)]);
        if (both) key.Add("Proposal", (x, y) => [Marks.Box(Proposal, x, y, 8, 6)]);
        if (withheld) key.Add(Hatch.Words, Hatch.Symbol);
        return key;
    }

    private static string Ratio(double ratio) => ratio.ToString("0.00", CultureInfo.InvariantCulture);

    private static ChartWords Words(CompaRatioHistogramInput input)
    {
        var (baseline, both) = (Ratio(input.BaselineMedian), input.ProposalMedian is not null);
        var title = input.ProposalMedian is not { } proposal
            ? $"The median salary is {baseline} of the midpoint at the {input.Span}"
            : Ratio(proposal) == baseline
                ? $"The median compa-ratio is {baseline} in both at the {input.Span}"
                : $"The proposal {(proposal > input.BaselineMedian ? "raises" : "lowers")} the median compa-ratio from {baseline} to {Ratio(proposal)} at the {input.Span}";
        static string Cell(int? people) => people is { } count ? Display.Count(count) : "withheld";
        var withheld = input.Bins.Any(b => b.Baseline is null || (both && b.Proposal is null));
        var description = $"Histogram of people by compa-ratio. {string.Join("; ", input.Bins.Select(b => $"{Ratio(b.From)} to {Ratio(b.To)}: baseline {Cell(b.Baseline)}{(both ? $", proposal {Cell(b.Proposal)}" : "")}"))}.";
        var table = new ChartTable(
            "People by compa-ratio",
            ["Compa-ratio", "Baseline", .. both ? ProposalColumn : []],
            [.. input.Bins.Select(b => (IReadOnlyList<string>)[$"{Ratio(b.From)} to {Ratio(b.To)}", Cell(b.Baseline), .. both ? new[] { Cell(b.Proposal) } : []])]);
        return new ChartWords(Name, title, input.Basis.Subtitle($"People by compa-ratio, {input.Span}; 1.00 is the midpoint of the range", money: false, withheld ? "Hatched numbers are withheld, so that no group of fewer than five can be told." : ""), description, table);
    }
}
