using CtmsAnalytics.Charts.Formatting;
using CtmsAnalytics.Charts.VegaLite;

namespace CtmsAnalytics.Charts.Layout;

/// <summary>
/// Rows below one another: a name with a small note, marks along a common axis, figures at the right; a long name takes two lines.
/// In a narrow chart the name and the figures stand above the marks.
/// </summary>
internal sealed class RowPlot
{
    private const double NameSize = 12.5;
    private const double NameLine = 14;
    private const int NameRoom = 34;
    private const int NoteRoom = 40;
    private readonly IReadOnlyList<RowText> _rows;
    private readonly bool _wide;
    private readonly double _figures;
    private readonly bool _notes;
    private readonly double _rowHeight;
    private readonly bool _tall;

    /// <summary>Creates the plot.</summary>
    /// <param name="size">The place that the chart is drawn for.</param>
    /// <param name="rows">The rows, from the top.</param>
    /// <param name="axis">The common axis.</param>
    /// <param name="x">Its range.</param>
    /// <param name="figures">Characters that the figures at the right may take.</param>
    /// <param name="taller">Pixels that a row is higher than usual.</param>
    public RowPlot(ChartSize size, IReadOnlyList<RowText> rows, Axis axis, Scale x, int figures, double taller = 0)
    {
        _wide = size == ChartSize.Wide;
        _rows = rows;
        _figures = _wide ? 14 + Math.Ceiling(figures * 6.9) : 0;
        Frame = Frame.For(size);
        Left = _wide ? 232 : 4;
        _notes = rows.Any(r => r.Note.Length > 0);
        _tall = _wide && rows.Any(r => Lines(r.Name).Length > 1);
        _rowHeight = taller + (!_tall ? 0 : _notes ? NameLine : NameLine / 2) + (_wide ? (_notes ? 38 : rows.Count > 24 ? 22 : 30) : _notes ? 58 : 44);
        // In a narrow chart the words take the same pixels of a row however high it is.
        var words = _notes ? 36 : 22;
        (CentreOfRow, HalfBar) = _wide ? (0.5, _notes ? 0.27 : 0.33) : ((_rowHeight + words) / 2 / _rowHeight, ((_rowHeight - words) / 2 / _rowHeight) - (2 / _rowHeight));
        var width = _wide ? Frame.Width - Left - _figures : Frame.Width - Left - 8;
        Plot = new Plot(width, rows.Count * _rowHeight, axis, x, Axis.Hidden, new Scale([rows.Count, 0]));
    }

    public Frame Frame { get; }

    public Plot Plot { get; }

    /// <summary>Pixels of the names to the left of the plot.</summary>
    public double Left { get; }

    private double CentreOfRow { get; }

    private double HalfBar { get; }

    /// <summary>The middle of a row's marks.</summary>
    public double Centre(int row) => row + CentreOfRow;

    /// <summary>A bar of a row between two values.</summary>
    /// <param name="row">The row.</param>
    /// <param name="from">First value.</param>
    /// <param name="to">Second value.</param>
    /// <param name="part">0 for the whole height of the bar, -1 for its upper half, 1 for its lower half.</param>
    public Box Bar(int row, double from, double to, int part = 0) => new(from, to, Centre(row) - (part > 0 ? 0 : HalfBar), Centre(row) + (part < 0 ? 0 : HalfBar), _rows[row].Figures.Length == 0 ? null : $"{_rows[row].Name}: {_rows[row].Figures}");

    /// <summary>Dots of single people on a row's bar, at heights of the <see cref="GoldenSequence"/>.</summary>
    /// <param name="row">The row.</param>
    /// <param name="places">A value of the horizontal axis for each person, in ascending order.</param>
    /// <param name="part">As of <see cref="Bar"/>.</param>
    public IEnumerable<Dot> People(int row, IEnumerable<double> places, int part = 0)
    {
        var bar = Bar(row, 0, 1, part);
        return places.Select((place, i) => new Dot(place, Math.Round(bar.Y + ((0.12 + (0.76 * GoldenSequence.Place(i))) * (bar.Y2 - bar.Y)), 4)));
    }

    /// <summary>Names, notes and figures.</summary>
    /// <param name="heading">What the figures are; empty for none. Only the wide chart has room for it.</param>
    public IEnumerable<View> Words(string heading = "")
    {
        var longest = _rows.Max(r => r.Figures.Length);
        // In a narrow chart the figures share the line of the notes, or of the names where there are none.
        var (nameRoom, noteRoom) = _wide ? (NameRoom, NoteRoom) : (_notes ? 48 : 46 - longest, (int)((Plot.Width - (longest * 6.9) - 8) / 5.4));
        Mark Words(double size) => new("text") { Align = _wide ? "right" : "left", Baseline = "middle", FontSize = size };
        var (nameAt, at) = (_wide ? -14d : 0d, _wide ? Plot.Width + _figures : Plot.Width);
        double Line(int row, double wide, double narrow) => row + (_wide ? wide : narrow / _rowHeight);
        List<Note> Notes(Func<RowText, string> text, double wide, double narrow) =>
            [.. _rows.Select((r, i) => new Note(0, Line(i, wide, narrow), text(r))).Where(n => n.Text.Length > 0)];

        // Above the bars words may cross a rule of the plot, so they stand on white.
        foreach (var (name, mark, notes) in new[]
        {
            ("names", Words(NameSize), _tall ? TallNames() : Notes(r => Wrap.Cut(r.Name, Math.Max(12, nameRoom)), _notes ? 0.32 : 0.5, 10)),
            ("notes", Words(11) with { Color = Palette.Muted }, _tall ? TallNotes() : Notes(r => Wrap.Cut(r.Note, Math.Max(12, noteRoom)), 0.7, 26)),
        })
        {
            if (!_wide) yield return Plot.WordsBeside(name + "-rim", mark with { Color = Palette.Paper, Stroke = Palette.Paper, StrokeWidth = 4 }, nameAt, notes);
            yield return Plot.WordsBeside(name, mark, nameAt, notes);
        }

        yield return Plot.WordsBeside("figures", Words(NameSize) with { Align = "right", FontWeight = "bold" }, at, Notes(r => r.Figures, 0.5, _notes ? 26 : 10));
        if (_wide && heading.Length > 0) yield return Marks.Words(heading, at, -10, "right", Palette.Muted);
    }

    /// <summary>A name's line or two; the second is cut where even two have no room for it.</summary>
    private static string[] Lines(string name)
    {
        var lines = Wrap.Lines(name, NameRoom);
        return lines.Length <= 2 ? lines : [lines[0], Wrap.Cut(string.Join(' ', lines[1..]), NameRoom)];
    }

    /// <summary>Names of one or two lines with their note below, in the middle of their row, where some name takes two lines.</summary>
    private List<Note> TallNames() => [.. _rows.SelectMany((row, i) => Lines(row.Name).Select((line, l) => new Note(0, TallLine(row, i, l), line)))];

    private List<Note> TallNotes() => [.. _rows.Index().Where(r => r.Item.Note.Length > 0).Select(r => new Note(0, TallLine(r.Item, r.Index, Lines(r.Item.Name).Length), Wrap.Cut(r.Item.Note, NoteRoom)))];

    /// <summary>A line of a row whose lines stand around its middle.</summary>
    private double TallLine(RowText text, int row, int line) =>
        row + 0.5 + ((line - ((Lines(text.Name).Length + (text.Note.Length > 0 ? 1 : 0) - 1) / 2d)) * NameLine / _rowHeight);

    /// <summary>The chart.</summary>
    public ChartSpec Chart(ChartWords words, IEnumerable<View> layers) => Frame.Chart(words, Left, Plot, layers);
}

/// <summary>The words of a row.</summary>
/// <param name="Name">Its name; on two lines or cut where it is too long.</param>
/// <param name="Note">Small text under the name; empty for none.</param>
/// <param name="Figures">Its figures.</param>
internal sealed record RowText(string Name, string Note, string Figures);
