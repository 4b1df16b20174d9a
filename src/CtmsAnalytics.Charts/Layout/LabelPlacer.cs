namespace CtmsAnalytics.Charts.Layout;

/// <summary>Finds places for labels beside points where they touch no other label and no point.</summary>
internal sealed class LabelPlacer
{
    private const double Height = 15;
    private const double Radius = 8;
    private readonly double _width;
    private readonly double _height;
    private readonly double _character;
    private readonly List<Area> _taken = [];

    /// <summary>Creates a placer.</summary>
    /// <param name="width">Width that labels stay in, pixels.</param>
    /// <param name="height">Height that labels stay in, pixels.</param>
    /// <param name="character">Width of a character, pixels.</param>
    /// <param name="points">Every point that is drawn, pixels from the upper left corner.</param>
    public LabelPlacer(double width, double height, double character, IEnumerable<(double X, double Y)> points)
    {
        (_width, _height, _character) = (width, height, character);
        _taken.AddRange(points.Select(p => new Area(p.X - Radius, p.X + Radius, p.Y - Radius, p.Y + Radius)));
    }

    /// <summary>Keeps labels off a line.</summary>
    /// <param name="left">Its left end, pixels across.</param>
    /// <param name="right">Its right end, pixels across.</param>
    /// <param name="top">Its upper end, pixels down.</param>
    /// <param name="bottom">Its lower end, pixels down.</param>
    public void Avoid(double left, double right, double top, double bottom) => _taken.Add(new Area(left - 1, right + 1, top - 1, bottom + 1));

    /// <summary>A place for a label, or none: right, left, above or below its point, or at a corner of it.</summary>
    /// <param name="x">The point, pixels across.</param>
    /// <param name="y">The point, pixels down.</param>
    /// <param name="text">The label.</param>
    /// <returns>The place of the label, its middle line in pixels down; null where nothing is free.</returns>
    public (double X, double Y, string Align)? Place(double x, double y, string text)
    {
        var length = text.Length * _character;
        (double, double, string)[] candidates =
        [
            (x + 12, y, "left"), (x - 12, y, "right"), (x - 9, y - 13, "right"), (x + 9, y + 13, "left"),
            (x, y - 17, "center"), (x, y + 17, "center"), (x + 9, y - 13, "left"), (x - 9, y + 13, "right"),
            (x, y - 31, "center"), (x, y + 31, "center"),
        ];
        foreach (var (atX, atY, align) in candidates)
        {
            var from = align switch { "left" => atX, "right" => atX - length, _ => atX - (length / 2) };
            var area = new Area(from, from + length, atY - (Height / 2), atY + (Height / 2));
            if (area.Left < 0 || area.Right > _width || area.Top < 0 || area.Bottom > _height || _taken.Exists(area.Meets)) continue;
            _taken.Add(area);
            return (atX, atY, align);
        }

        return null;
    }

    private readonly record struct Area(double Left, double Right, double Top, double Bottom)
    {
        public bool Meets(Area other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;
    }
}
