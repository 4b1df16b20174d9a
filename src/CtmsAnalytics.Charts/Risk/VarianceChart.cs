using CtmsAnalytics.Charts.Formatting;
using CtmsAnalytics.Charts.Layout;
using CtmsAnalytics.Charts.VegaLite;

namespace CtmsAnalytics.Charts.Risk;

/// <summary>Variance breakdown: the share of the variance that disappears when one source of randomness is held still, with one standard error to each side.</summary>
public static class VarianceChart
{
    /// <summary>Name of the chart, <c>variance</c>.</summary>
    public const string Name = "variance";

    private const string RemainderName = "Not one source alone";
    private static readonly Mark Bar = new("rect") { Fill = Palette.ProposalFill, Stroke = Palette.Proposal, StrokeWidth = 1 };
    private static readonly Mark RemainderBar = new("rect") { Fill = Palette.BaselineFill, Stroke = Palette.Baseline, StrokeWidth = 1, StrokeDash = [3, 2] };
    private static readonly Mark Whisker = new("rule") { Color = Palette.Ink, StrokeWidth = 1.5 };

    /// <summary>Builds the chart.</summary>
    /// <param name="input">The sources and their shares.</param>
    /// <param name="size">The place that it is drawn for. Default wide.</param>
    /// <returns>The chart.</returns>
    /// <exception cref="ArgumentException">There is no source, or a share is not a number.</exception>
    public static ChartSpec Build(VarianceInput input, ChartSize size = ChartSize.Wide)
    {
        ArgumentNullException.ThrowIfNull(input);
        Inputs.NotEmpty(input.Sources, "The variance breakdown has no source. Give at least one.", nameof(input));
        Inputs.Finite([.. input.Sources.SelectMany(s => new[] { s.Share, s.StandardError ?? 0 }), input.Remainder ?? 0, input.RemainderStandardError ?? 0], "the variance breakdown", nameof(input));
        var sources = input.Sources.OrderByDescending(s => s.Share).ThenBy(s => s.Name, StringComparer.Ordinal).ToList();
        List<VarianceSource> all = [.. sources, .. input.Remainder is { } r ? [new VarianceSource(RemainderName, r, input.RemainderStandardError)] : Array.Empty<VarianceSource>()];
        var ticks = Ticks.Cover(
            Math.Min(0, all.Min(s => s.Share - (s.StandardError ?? 0))),
            Math.Max(0, all.Max(s => s.Share + (s.StandardError ?? 0))),
            size == ChartSize.Wide ? 6 : 4);
        var axis = new Axis { Title = "Share of the variance", Values = ticks.Values, Format = ".0%", Grid = true, TitlePadding = 10 };
        var rows = new RowPlot(size, [.. all.Select(s => new RowText(s.Name, "", Figure(s)))], axis, new Scale([ticks.Low, ticks.High]), 11);
        IEnumerable<View> layers =
        [
            rows.Plot.Boxes("sources", Bar, sources.Select((s, i) => rows.Bar(i, 0, s.Share))),
            rows.Plot.Boxes("remainder", RemainderBar, all.Skip(sources.Count).Select(s => rows.Bar(sources.Count, 0, s.Share))),
            rows.Plot.Boxes("errors", Whisker, all.SelectMany((s, i) => s.StandardError is { } e ? new[] { new Box(s.Share - e, s.Share + e, rows.Centre(i), rows.Centre(i)) } : [])),
            rows.Plot.Upright("zero", new Mark("rule") { Color = Palette.Ink, StrokeWidth = 1.5 }, 0),
            .. rows.Words("Share \u00b1 s.e."),
        ];
        return rows.Chart(Words(input, sources, all), layers);
    }

    private static string Figure(VarianceSource source) => Share(source.Share) + (source.StandardError is { } e ? $" \u00b1 {Display.WholePercent(e)}" : "");

    private static string Share(double share) => share <= -0.005 ? "\u2212" + Display.WholePercent(-share) : Display.WholePercent(Math.Abs(share));

    private static ChartWords Words(VarianceInput input, List<VarianceSource> sources, List<VarianceSource> all)
    {
        var outcome = Wrap.Cut(input.Outcome, 60);
        var title = input.StandardDeviationCents == 0
            ? $"The {outcome} does not vary"
            : $"{Wrap.Cut(sources[0].Name, 60)}: {Share(sources[0].Share)} of the risk in the {outcome}";
        var what = $"Share of the variance of the {outcome} that disappears when one source of chance is held still; standard deviation {Display.Brief(input.StandardDeviationCents)}";
        var reading = "Whiskers: one standard error." + (input.Remainder is null ? "" : " The remainder is above zero where sources work together and below zero where they offset each other.");
        var description = $"Horizontal bars of the share of variance by source, the largest first. {string.Join("; ", all.Select(s => $"{s.Name} {Figure(s)}"))}.";
        var table = new ChartTable(
            $"Share of the variance of the {outcome}",
            ["Source", "Share of variance", "Standard error"],
            [.. all.Select(s => (IReadOnlyList<string>)[s.Name, Display.Percent(s.Share), s.StandardError is { } e ? Display.Percent(e) : "\u2013"])]);
        return new ChartWords(Name, title, input.Basis.Subtitle(what, money: true, reading), description, table);
    }
}
