using CtmsAnalytics.Charts.VegaLite;

namespace CtmsAnalytics.Charts.Layout;

/// <summary>Diagonal lines that say: there is something here, and it is withheld.</summary>
internal static class Hatch
{
    public static readonly Mark Mark = new("rule") { Color = Palette.Axis, StrokeWidth = 1 };

    /// <summary>What the key says of it.</summary>
    public const string Words = "withheld: a group of fewer than five, or one that would reveal it";

    /// <summary>The lines in a box, from its lower left to its upper right.</summary>
    /// <param name="box">The box; its Y is the upper edge.</param>
    public static IEnumerable<Box> In(Box box)
    {
        var (width, height) = (box.X2 - box.X, box.Y2 - box.Y);
        foreach (var at in new[] { 0.5, 1, 1.5 })
        {
            var (from, to) = (Math.Max(0, at - 1), Math.Min(1, at));
            yield return new Box(box.X + (from * width), box.X + (to * width), box.Y + ((at - from) * height), box.Y + ((at - to) * height));
        }
    }

    /// <summary>The symbol of the key.</summary>
    public static View[] Symbol(double x, double y) =>
    [
        Marks.Box(new Mark("rect") { Fill = Palette.Paper, Stroke = Palette.Axis, StrokeWidth = 1 }, x, y, 8, 6),
        Marks.Line(Mark, x - 8, y, x, y - 6),
        Marks.Line(Mark, x - 8, y + 6, x + 8, y - 6),
        Marks.Line(Mark, x, y + 6, x + 8, y),
    ];
}
