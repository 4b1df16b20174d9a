namespace CtmsAnalytics.Workspace.Scenarios;

/// <summary>A value that two scenarios do not share from a date on.</summary>
/// <param name="Path">Path of the value.</param>
/// <param name="Effective">Date from which the two values stand against each other; null for a value outside policy, which holds throughout.</param>
/// <param name="A">The first scenario's value; null where it has none.</param>
/// <param name="B">The second scenario's value; null where it has none. Equal to the first one's where an earlier difference ends.</param>
public sealed record ScenarioDifference(string Path, DateOnly? Effective, ResolvedValue? A, ResolvedValue? B)
{
    private const string Share = "fraction";
    private const int Percent = 100;
    private const int Places = 6;

    /// <summary>True where a difference that began earlier ends on this date.</summary>
    public bool Ends => A?.Text == B?.Text;

    /// <summary>(B - A) / |A|, as a fraction; null where one of the values is no number, or A is 0.</summary>
    public double? Relative => A?.Number is { } a && B?.Number is { } b && a != 0 ? (b - a) / Math.Abs(a) : null;

    /// <summary>B - A in percentage points; null where one of the values is no fraction of a whole, such as a share, a rate or a probability.</summary>
    public double? Points => A is { Number: { } a, Key.Type: Share } && B is { Number: { } b, Key.Type: Share } ? Math.Round((b - a) * Percent, Places) : null;
}
