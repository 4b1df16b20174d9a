using CtmsAnalytics.Charts.VegaLite;

namespace CtmsAnalytics.Charts.Layout;

/// <summary>A plot with two quantitative axes, and the layers that are drawn in it. Every layer carries its own rows and the same axes.</summary>
/// <param name="Width">Width, pixels.</param>
/// <param name="Height">Height, pixels.</param>
/// <param name="XAxis">Horizontal axis.</param>
/// <param name="X">Range of the horizontal axis.</param>
/// <param name="YAxis">Vertical axis.</param>
/// <param name="Y">Range of the vertical axis.</param>
internal sealed record Plot(double Width, double Height, Axis XAxis, Scale X, Axis YAxis, Scale Y)
{
    /// <summary>Pixels of one unit of the horizontal axis.</summary>
    public double PixelsX => Width / (X.Domain[1] - X.Domain[0]);

    /// <summary>Pixels from the left edge.</summary>
    public double AtX(double value) => (value - X.Domain[0]) * PixelsX;

    /// <summary>Pixels from the upper edge.</summary>
    public double AtY(double value) => Height - ((value - Y.Domain[0]) / (Y.Domain[1] - Y.Domain[0]) * Height);

    /// <summary>The value of the vertical axis at pixels from the upper edge.</summary>
    public double FromY(double pixels) => Y.Domain[0] + ((Height - pixels) / Height * (Y.Domain[1] - Y.Domain[0]));

    public View Boxes(string name, Mark mark, IEnumerable<Box> boxes)
    {
        List<Box> rows = [.. boxes];
        var says = rows.Exists(b => b.Says is not null);
        return new View
        {
            Name = name,
            Data = Data.Of(rows),
            Mark = says ? mark with { Aria = true } : mark,
            Encoding = new Encoding { X = OnX(nameof(Box.X)), X2 = Channel.Of(nameof(Box.X2)), Y = OnY(nameof(Box.Y)), Y2 = Channel.Of(nameof(Box.Y2)), Description = says ? Channel.Of(nameof(Box.Says)).Nominal() : null },
        };
    }

    /// <summary>Points, or a line through them in the order of X.</summary>
    public View Dots(string name, Mark mark, IEnumerable<Dot> dots)
    {
        List<Dot> rows = [.. dots];
        var says = rows.Exists(d => d.Says is not null);
        return new View
        {
            Name = name,
            Data = Data.Of(rows),
            Mark = says ? mark with { Aria = true } : mark,
            Encoding = new Encoding { X = OnX(nameof(Dot.X)), Y = OnY(nameof(Dot.Y)), Description = says ? Channel.Of(nameof(Dot.Says)).Nominal() : null },
        };
    }

    public View Bands(string name, Mark mark, IEnumerable<Band> bands) => new()
    {
        Name = name,
        Data = Data.Of(bands),
        Mark = mark,
        Encoding = new Encoding { X = OnX(nameof(Band.X)), Y = OnY(nameof(Band.Low)), Y2 = Channel.Of(nameof(Band.High)) },
    };

    public View Words(string name, Mark mark, IEnumerable<Note> notes) => new()
    {
        Name = name,
        Data = Data.Of(notes),
        Mark = mark,
        Encoding = new Encoding { X = OnX(nameof(Note.X)), Y = OnY(nameof(Note.Y)), Text = Channel.Of(nameof(Note.Text)).Nominal() },
    };

    /// <summary>Words above other marks: on a white rim of their own.</summary>
    public IEnumerable<View> WordsOnWhite(string name, Mark mark, IReadOnlyList<Note> notes) =>
    [
        Words(name + "-rim", mark with { Color = Palette.Paper, Stroke = Palette.Paper, StrokeWidth = 4 }, notes),
        Words(name, mark, notes),
    ];

    /// <summary>Words at a pixel across and a value up.</summary>
    public View WordsBeside(string name, Mark mark, double pixels, IEnumerable<Note> notes)
    {
        var view = Words(name, mark, notes);
        return view with { Encoding = view.Encoding! with { X = Channel.Pixels(pixels) } };
    }

    /// <summary>Words at a value across and a pixel down.</summary>
    public View WordsBelow(string name, Mark mark, double pixels, IEnumerable<Note> notes)
    {
        var view = Words(name, mark, notes);
        return view with { Encoding = view.Encoding! with { Y = Channel.Pixels(pixels) } };
    }

    /// <summary>A rule across the whole plot at a value of the vertical axis.</summary>
    public View Across(string name, Mark mark, double y) => new()
    {
        Name = name,
        Data = Data.One,
        Mark = mark,
        Encoding = new Encoding { X = Channel.Pixels(0), X2 = Channel.Pixels(Width), Y = Channel.At(y).Quantitative(YAxis, Y) },
    };

    /// <summary>A rule over the plot's height, or beyond it, at a value of the horizontal axis.</summary>
    /// <param name="name">Name of the layer.</param>
    /// <param name="mark">How it looks.</param>
    /// <param name="x">Where.</param>
    /// <param name="above">Pixels that it goes on above the plot.</param>
    public View Upright(string name, Mark mark, double x, double above = 0) => new()
    {
        Name = name,
        Data = Data.One,
        Mark = mark,
        Encoding = new Encoding { X = Channel.At(x).Quantitative(XAxis, X), Y = Channel.Pixels(-above), Y2 = Channel.Pixels(Height) },
    };

    private Channel OnX(string field) => Channel.Of(field).Quantitative(XAxis, X);

    private Channel OnY(string field) => Channel.Of(field).Quantitative(YAxis, Y);
}
