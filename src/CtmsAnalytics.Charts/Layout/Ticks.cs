namespace CtmsAnalytics.Charts.Layout;

/// <summary>Round axis values that cover the data. Charts set their own, because they place labels by them.</summary>
internal sealed record Ticks(double Low, double High, IReadOnlyList<double> Values)
{
    private static readonly double[] RoundSteps = [1, 2, 2.5, 5, 10];

    /// <summary>About <paramref name="count"/> steps of 1, 2, 2.5 or 5 times a power of ten, from at or below the lowest to at or above the highest value.</summary>
    /// <param name="low">Lowest value.</param>
    /// <param name="high">Highest value.</param>
    /// <param name="count">About how many steps.</param>
    /// <param name="least">Room on both sides of a single value, at the least: half a unit, or less where the unit is coarse.</param>
    public static Ticks Cover(double low, double high, int count, double least = 0.5)
    {
        if (high - low < 1e-9)
        {
            var room = Math.Max(Math.Abs(high) * 0.05, least);
            (low, high) = (low - room, high + room);
        }

        var raw = (high - low) / count;
        var power = Math.Pow(10, Math.Floor(Math.Log10(raw)));
        var step = RoundSteps.First(m => m * power >= raw * 0.85) * power;
        var first = (long)Math.Floor((low / step) + 1e-9);
        var last = (long)Math.Ceiling((high / step) - 1e-9);
        var values = Enumerable.Range(0, (int)(last - first) + 1).Select(i => Math.Round((first + i) * step, 9)).ToArray();
        return new Ticks(values[0], values[^1], values);
    }

    /// <summary>Number format with as many decimals as the values need, six at most.</summary>
    /// <param name="signed">Whether a plus sign is written.</param>
    public string Format(bool signed = false)
    {
        var decimals = 0;
        while (decimals < 6 && Values.Any(v => Math.Abs((v * Math.Pow(10, decimals)) - Math.Round(v * Math.Pow(10, decimals))) > 1e-6)) decimals++;
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{(signed ? "+" : "")},.{decimals}f");
    }

    /// <summary>Distance of two values on an axis of that length, in the length's unit.</summary>
    public double Distance(double a, double b, double length) => (b - a) / (High - Low) * length;
}
