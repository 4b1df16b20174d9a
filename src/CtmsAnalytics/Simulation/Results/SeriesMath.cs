namespace CtmsAnalytics.Simulation.Results;

/// <summary>Arithmetic of values that are known in every draw.</summary>
internal static class SeriesMath
{
    public static void AddTo(long[] to, long[] values)
    {
        for (var i = 0; i < to.Length; i++) to[i] = checked(to[i] + values[i]);
    }

    public static long[] Difference(long[] values, long[] from)
    {
        var difference = new long[values.Length];
        for (var i = 0; i < values.Length; i++) difference[i] = checked(values[i] - from[i]);
        return difference;
    }

    /// <summary>Exact quantiles.</summary>
    /// <param name="values">One value for each draw, one or more.</param>
    /// <param name="unit">What the values are divided by.</param>
    public static Quantiles Quantiles(long[] values, double unit = 1)
    {
        var ordered = (long[])values.Clone();
        Array.Sort(ordered);
        return Results.Quantiles.Of(ordered.Length, place => ordered[place - 1] / unit);
    }

    /// <summary>Standard error of the mean as a share of it; null with fewer than two draws or a mean of zero.</summary>
    public static double? RelativeError(long[] values)
    {
        if (values.Length < 2) return null;
        var (mean, error, _) = Moments.Of(values).Estimate(values.Length);
        return mean == 0 ? null : error / mean;
    }
}
