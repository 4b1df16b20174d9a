namespace CtmsAnalytics.InternalEquity;

/// <summary>Internal equity of one workforce on one day (158.404(a)).</summary>
/// <param name="Name">Name of the scenario.</param>
/// <param name="Date">The day.</param>
/// <param name="Everybody">Everybody together.</param>
/// <param name="Levels">Pay by work level, in the order of the structure.</param>
/// <param name="Steps">Each level against the next one of its ladder.</param>
/// <param name="Tenure">New against longer-serving people of each level.</param>
/// <param name="Groups">Groups of each dimension, by dimension and value.</param>
/// <param name="People">Everybody, by identifier.</param>
public sealed record InternalEquityPosition(
    string Name,
    DateOnly Date,
    EquityGroup Everybody,
    IReadOnlyList<LevelPay> Levels,
    IReadOnlyList<LevelStep> Steps,
    IReadOnlyList<TenureStep> Tenure,
    IReadOnlyList<EquityGroup> Groups,
    IReadOnlyList<EquityPerson> People)
{
    /// <summary>Pairs of a person and one of the next level who is paid less.</summary>
    public long LevelInverted => Steps.Sum(s => s.Inverted);

    /// <summary>Pairs of a new person and a longer-serving one of the same level with at least the same rating who is paid less.</summary>
    public long TenureInverted => Tenure.Sum(t => t.Inverted);
}
