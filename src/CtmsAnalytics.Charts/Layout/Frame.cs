using CtmsAnalytics.Charts.Formatting;
using CtmsAnalytics.Charts.VegaLite;

namespace CtmsAnalytics.Charts.Layout;

/// <summary>What is around the plot: the title with its lines, sized for the place that the chart is drawn for.</summary>
/// <param name="Width">Whole width, pixels.</param>
/// <param name="TitleWidth">Characters of a line of the title.</param>
/// <param name="SubtitleWidth">Characters of a line of the subtitle.</param>
/// <param name="TitleSize">Size of the title, pixels.</param>
internal sealed record Frame(double Width, int TitleWidth, int SubtitleWidth, double TitleSize)
{
    private static readonly Frame Wide = new(890, 100, 150, 17);
    private static readonly Frame Narrow = new(340, 40, 54, 15);

    public static Frame For(ChartSize size) => size == ChartSize.Wide ? Wide : Narrow;

    /// <summary>A chart of one plot.</summary>
    /// <param name="words">Its name, title and other text.</param>
    /// <param name="left">Pixels that the chart reaches to the left of the plot; the title starts there.</param>
    /// <param name="plot">The plot.</param>
    /// <param name="layers">What is drawn in it.</param>
    public ChartSpec Chart(ChartWords words, double left, Plot plot, IEnumerable<View> layers)
    {
        var spec = new Spec
        {
            Description = words.Description,
            Title = Title(words) with { Dx = -left },
            Padding = new Padding(6, 8, 6, 8),
            Width = plot.Width,
            Height = plot.Height,
            Layer = [.. layers],
        };
        return new ChartSpec(words.Name, words.Title, words.Description, spec.ToJson(), words.Table);
    }

    /// <summary>A chart of plots below one another.</summary>
    /// <param name="words">Its name, title and other text.</param>
    /// <param name="spacing">Pixels between the plots.</param>
    /// <param name="plots">The plots with their layers.</param>
    public ChartSpec Stack(ChartWords words, double spacing, params IReadOnlyList<(Plot Plot, IReadOnlyList<View> Layers)> plots)
    {
        var spec = new Spec
        {
            Description = words.Description,
            Title = Title(words) with { Frame = "bounds" },
            Padding = new Padding(6, 8, 6, 8),
            Spacing = spacing,
            Vconcat = [.. plots.Select(p => new View { Width = p.Plot.Width, Height = p.Plot.Height, Layer = p.Layers })],
        };
        return new ChartSpec(words.Name, words.Title, words.Description, spec.ToJson(), words.Table);
    }

    private Title Title(ChartWords words) => new(Wrap.Lines(words.Title, TitleWidth), Wrap.Lines(words.Subtitle, SubtitleWidth)) { FontSize = TitleSize };
}

/// <summary>The text of a chart.</summary>
/// <param name="Name">Name of the kind of chart.</param>
/// <param name="Title">The finding.</param>
/// <param name="Subtitle">What is drawn, its unit, base year and number of observations.</param>
/// <param name="Description">What is drawn, for a reader who cannot see it.</param>
/// <param name="Table">The figures.</param>
internal sealed record ChartWords(string Name, string Title, string Subtitle, string Description, ChartTable Table);
