namespace CtmsAnalytics.Runs;

/// <summary>What one assumed figure weighs: how a cost of all years moves when the figure is lower or higher and everything else stays.</summary>
/// <param name="Name">The figure or, where several belong together, the beginning of their names, as lists of assumed parameters show it.</param>
/// <param name="Title">The figure in words for a chart.</param>
/// <param name="LowChange">What was changed to the lower side, for example <c>-10 %</c>.</param>
/// <param name="HighChange">What was changed to the higher side.</param>
/// <param name="LowCents">Change of the cost with the lower figure, cents.</param>
/// <param name="HighCents">Change of the cost with the higher figure, cents.</param>
/// <param name="StandardErrorCents">The larger standard error of the two changes, cents: they are means over draws with the same luck.</param>
public sealed record Sensitivity(string Name, string Title, string LowChange, string HighChange, long LowCents, long HighCents, long StandardErrorCents)
{
    /// <summary>The larger of the two changes without its sign, cents.</summary>
    public long Weight => Math.Max(Math.Abs(LowCents), Math.Abs(HighCents));

    /// <summary>Whether a parameter is the figure, or one of those that belong together.</summary>
    /// <param name="parameter">Name of the parameter.</param>
    /// <returns>True where it is.</returns>
    public bool Covers(string parameter)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        return parameter.StartsWith(Name, StringComparison.Ordinal) && (parameter.Length == Name.Length || parameter[Name.Length] is '.' or '[' or '_');
    }
}
