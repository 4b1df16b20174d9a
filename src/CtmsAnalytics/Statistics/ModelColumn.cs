namespace CtmsAnalytics.Statistics;

/// <summary>One column of a regression's design.</summary>
/// <param name="Name">Name for tables, for example <c>work level TEC</c>.</param>
/// <param name="Values">One entry for each row, finite.</param>
public sealed record ModelColumn(string Name, double[] Values)
{
    /// <summary>Name of the intercept's column.</summary>
    public const string InterceptName = "(intercept)";

    /// <summary>A column of ones.</summary>
    /// <param name="rows">Number of rows.</param>
    /// <returns>The column.</returns>
    public static ModelColumn Intercept(int rows)
    {
        var ones = new double[rows];
        Array.Fill(ones, 1);
        return new ModelColumn(InterceptName, ones);
    }
}
