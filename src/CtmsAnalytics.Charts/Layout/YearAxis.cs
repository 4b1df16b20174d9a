using System.Globalization;
using CtmsAnalytics.Charts.VegaLite;

namespace CtmsAnalytics.Charts.Layout;

/// <summary>Fiscal years across, half a year of room on both sides, and rows of figures under them.</summary>
internal sealed class YearAxis
{
    private const double CharacterWidth = 6.6;
    private readonly IReadOnlyList<int> _years;
    private readonly bool _wide;

    /// <summary>Creates the axis.</summary>
    /// <param name="years">Fiscal years, ascending.</param>
    /// <param name="size">The place that the chart is drawn for.</param>
    public YearAxis(IReadOnlyList<int> years, ChartSize size)
    {
        _years = years;
        _wide = size == ChartSize.Wide;
        Scale = new Scale([years[0] - 0.5, years[^1] + 0.5]);
        Axis = new Axis
        {
            Title = "",
            Values = [.. years.Select(y => (double)y)],
            LabelExpr = _wide ? "'FY' + datum.value" : "'FY' + substring(toString(datum.value), 2)",
            Grid = false,
            Ticks = false,
        };
    }

    public Scale Scale { get; }

    public Axis Axis { get; }

    /// <summary>Pixels that the rows' names take to the left of the plot.</summary>
    public double NamesWidth(IReadOnlyList<YearFigures> rows) => _wide ? 12 + Math.Ceiling(rows.Max(r => r.Name.Length) * CharacterWidth) : 0;

    /// <summary>Rows of figures under the labels of the years. In a narrow chart a row's name stands above its figures.</summary>
    /// <param name="plot">The plot.</param>
    /// <param name="rows">The rows.</param>
    public IEnumerable<View> Figures(Plot plot, IReadOnlyList<YearFigures> rows)
    {
        var size = !_wide && plot.PixelsX < 46 ? 10d : 12d;
        var longest = rows.SelectMany(r => r.Figures).Max(f => f?.Length ?? 0);
        // Where the figures of neighbours would touch, only every second or third year has them; the table has all.
        var every = Math.Max(1, (int)Math.Ceiling(longest * size * 0.58 / plot.PixelsX));
        for (var i = 0; i < rows.Count; i++)
        {
            var (name, figures, weight) = rows[i];
            var y = plot.Height + (_wide ? 38 + (i * 19) : 48 + (i * 33));
            var color = weight == "bold" ? Palette.Ink : Palette.Muted;
            var key = string.Create(CultureInfo.InvariantCulture, $"figures-{i + 1}");
            yield return plot.WordsBelow(
                key,
                new Mark("text") { Align = "center", Baseline = "middle", FontSize = size, FontWeight = weight },
                y,
                figures.Select((f, at) => new Note(_years[at], 0, f ?? "")).Where((n, at) => n.Text.Length > 0 && at % every == (_years.Count - 1) % every));
            yield return _wide
                ? Marks.Words(name, -12, y, "right", color, weight)
                : Marks.Words(name, -38, y - 15, "left", color, weight, 11);
        }
    }
}

/// <summary>A row of figures under the years.</summary>
/// <param name="Name">What they are.</param>
/// <param name="Figures">One for each year; null or empty for none.</param>
/// <param name="Weight">Weight of the font: <c>normal</c> or <c>bold</c>.</param>
internal sealed record YearFigures(string Name, IReadOnlyList<string?> Figures, string Weight = "normal");
