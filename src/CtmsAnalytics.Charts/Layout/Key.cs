using CtmsAnalytics.Charts.VegaLite;

namespace CtmsAnalytics.Charts.Layout;

/// <summary>The key of a chart: symbols with their words in lines above the plot, exactly as the marks look in it.</summary>
internal sealed class Key
{
    private const double LineHeight = 21;
    private const double SymbolWidth = 22;
    private const double Gap = 18;
    private const double CharacterWidth = 5.9;

    private readonly List<View> _views = [];
    private readonly List<(Func<double, double, View[]> Draw, string Words)> _items = [];

    /// <summary>Adds an item; the function gets the symbol's centre in pixels.</summary>
    public Key Add(string words, Func<double, double, View[]> draw)
    {
        _items.Add((draw, words));
        return this;
    }

    /// <summary>Lays the items out in lines of the given width, the last line just above the plot.</summary>
    /// <param name="left">Left edge, pixels from the plot's.</param>
    /// <param name="width">Width of a line, pixels.</param>
    /// <param name="above">Pixels to leave free between the last line and the plot.</param>
    /// <returns>The layers.</returns>
    public IReadOnlyList<View> LayOut(double left, double width, double above = 0)
    {
        var lines = new List<List<(double X, Func<double, double, View[]> Draw, string Words)>> { new() };
        var x = 0d;
        foreach (var (draw, words) in _items)
        {
            var room = SymbolWidth + (words.Length * CharacterWidth) + Gap;
            if (x > 0 && x + room - Gap > width)
            {
                lines.Add([]);
                x = 0;
            }

            lines[^1].Add((left + x, draw, words));
            x += room;
        }

        var height = lines.Count * LineHeight;
        for (var i = 0; i < lines.Count; i++)
        {
            var y = -above - height + (i * LineHeight);
            foreach (var (at, draw, words) in lines[i])
            {
                _views.AddRange(draw(at + 8, y));
                _views.Add(Marks.Words(words, at + SymbolWidth, y));
            }
        }

        return _views;
    }
}
