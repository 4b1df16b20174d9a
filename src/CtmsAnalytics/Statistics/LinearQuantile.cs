namespace CtmsAnalytics.Statistics;

/// <summary>Quantiles of a list of values by straight lines between its order statistics: definition 7 of Hyndman and Fan, as the workspace's <c>quantile_cont</c>.</summary>
public static class LinearQuantile
{
    /// <summary>One quantile.</summary>
    /// <param name="ascending">The values in ascending order, one or more.</param>
    /// <param name="share">Which quantile (p), 0 to 1: the value at place p (n - 1), counted from 0.</param>
    /// <returns>The quantile, in units of the values.</returns>
    /// <exception cref="ArgumentException">There is no value.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The share lies outside 0 to 1.</exception>
    public static double At(IReadOnlyList<double> ascending, double share)
    {
        ArgumentNullException.ThrowIfNull(ascending);
        if (ascending.Count == 0) throw new ArgumentException("There is no value. Give one or more.", nameof(ascending));
        if (share is not (>= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(share), share, "The share of a quantile lies from 0 to 1.");
        var place = share * (ascending.Count - 1);
        var below = (int)place;
        var above = Math.Min(below + 1, ascending.Count - 1);
        return ascending[below] + ((place - below) * (ascending[above] - ascending[below]));
    }
}
