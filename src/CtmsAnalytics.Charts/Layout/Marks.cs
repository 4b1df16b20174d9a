using CtmsAnalytics.Charts.VegaLite;

namespace CtmsAnalytics.Charts.Layout;

/// <summary>Single marks at fixed pixels, relative to the plot's upper left corner.</summary>
internal static class Marks
{
    public static View Words(string text, double x, double y, string align = "left", string? color = null, string? weight = null, double? size = null) => new()
    {
        Data = Data.One,
        Mark = new Mark("text") { Align = align, Baseline = "middle", Color = color, FontWeight = weight, FontSize = size },
        Encoding = new Encoding { X = Channel.Pixels(x), Y = Channel.Pixels(y), Text = Channel.Words(text) },
    };

    public static View Point(Mark mark, double x, double y) => new()
    {
        Data = Data.One,
        Mark = mark,
        Encoding = new Encoding { X = Channel.Pixels(x), Y = Channel.Pixels(y) },
    };

    public static View Box(Mark mark, double x, double y, double halfWidth, double halfHeight) => new()
    {
        Data = Data.One,
        Mark = mark,
        Encoding = new Encoding
        {
            X = Channel.Pixels(x - halfWidth),
            X2 = Channel.Pixels(x + halfWidth),
            Y = Channel.Pixels(y - halfHeight),
            Y2 = Channel.Pixels(y + halfHeight),
        },
    };

    public static View Line(Mark mark, double x1, double y1, double x2, double y2) => new()
    {
        Data = Data.One,
        Mark = mark,
        Encoding = new Encoding { X = Channel.Pixels(x1), X2 = Channel.Pixels(x2), Y = Channel.Pixels(y1), Y2 = Channel.Pixels(y2) },
    };
}
