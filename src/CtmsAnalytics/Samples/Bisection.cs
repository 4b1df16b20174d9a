namespace CtmsAnalytics.Samples;

/// <summary>Finds where a non-decreasing sum meets a target.</summary>
internal static class Bisection
{
    /// <summary>Returns a point whose value does not exceed the target and next to which, within 60 halvings, it does (or the upper end).</summary>
    public static double LargestNotAbove(double low, double high, Func<double, long> sum, long target)
    {
        if (sum(high) <= target)
            return high;
        for (var i = 0; i < 60; i++)
        {
            var middle = (low + high) / 2;
            if (sum(middle) <= target)
                low = middle;
            else
                high = middle;
        }

        return low;
    }
}
