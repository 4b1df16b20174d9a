namespace CtmsAnalytics.Charts.Layout;

/// <summary>Checks of what a chart is given.</summary>
internal static class Inputs
{
    /// <summary>Refuses an empty list.</summary>
    /// <param name="rows">The list.</param>
    /// <param name="message">What is missing and what would be right.</param>
    /// <param name="parameter">Name of the builder's parameter.</param>
    /// <exception cref="ArgumentException">The list is empty.</exception>
    public static void NotEmpty<T>(IReadOnlyCollection<T> rows, string message, string parameter)
    {
        ArgumentNullException.ThrowIfNull(rows, parameter);
        if (rows.Count == 0) throw new ArgumentException(message, parameter);
    }

    /// <summary>Refuses what does not hold.</summary>
    /// <param name="holds">Whether it holds.</param>
    /// <param name="message">What is wrong and what would be right.</param>
    /// <param name="parameter">Name of the builder's parameter.</param>
    /// <exception cref="ArgumentException">It does not hold.</exception>
    public static void Require(bool holds, string message, string parameter)
    {
        if (!holds) throw new ArgumentException(message, parameter);
    }

    /// <summary>Refuses numbers that are not finite, which no axis can hold.</summary>
    /// <param name="values">The numbers.</param>
    /// <param name="what">What they are.</param>
    /// <param name="parameter">Name of the builder's parameter.</param>
    /// <exception cref="ArgumentException">One is infinite or not a number.</exception>
    public static void Finite(IEnumerable<double> values, string what, string parameter) =>
        Require(values.All(double.IsFinite), $"A value of {what} is infinite or not a number. Leave out what is not known.", parameter);

    /// <summary>Refuses fiscal years that do not ascend.</summary>
    /// <param name="years">The years.</param>
    /// <param name="parameter">Name of the builder's parameter.</param>
    /// <exception cref="ArgumentException">A year is there twice or after a later one.</exception>
    public static void Ascending(IReadOnlyList<int> years, string parameter) =>
        Require(years.Zip(years.Skip(1)).All(p => p.First < p.Second), "Fiscal years must ascend, each once.", parameter);
}
