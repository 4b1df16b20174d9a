namespace CtmsAnalytics.Salaries;

/// <summary>Where a salary stands in its subrange (158.611). Annual rates, whole US dollars.</summary>
internal static class RangePlace
{
    /// <summary>Compa-ratio: the salary over the midpoint of the subrange.</summary>
    /// <param name="salary">The salary.</param>
    /// <param name="minimum">Minimum of the subrange, above 0.</param>
    /// <param name="maximum">Its maximum, at least the minimum.</param>
    /// <returns>1 at the midpoint.</returns>
    public static double CompaRatio(long salary, long minimum, long maximum) => salary / ((minimum + maximum) / 2d);

    /// <summary>Range penetration: how far up the subrange the salary lies. A subrange without width counts as one dollar wide.</summary>
    /// <param name="salary">The salary.</param>
    /// <param name="minimum">Minimum of the subrange.</param>
    /// <param name="maximum">Its maximum, at least the minimum.</param>
    /// <returns>0 at the minimum, 1 at the maximum; below and above them outside.</returns>
    public static double Penetration(long salary, long minimum, long maximum) => (double)(salary - minimum) / Math.Max(1, maximum - minimum);
}
