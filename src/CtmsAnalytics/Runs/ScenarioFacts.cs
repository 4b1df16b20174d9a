using CtmsAnalytics.Budget;
using CtmsAnalytics.Projection;

namespace CtmsAnalytics.Runs;

/// <summary>What is known of one scenario of a run beside its draws.</summary>
/// <param name="Projection">The point estimate on the expected path.</param>
/// <param name="Drivers">What the scenario costs more than the baseline, split by the part of policy that causes it; empty for the baseline.</param>
/// <param name="Staircase">The scenario's salary structures beside the baseline's and the market.</param>
/// <param name="People">Where each person of the roster stands on the assumed path, in the same order in every scenario. Holds no identifier, and is personal data all the same.</param>
/// <param name="Sensitivities">What assumed figures weigh, the heaviest first: in the cost for the baseline, in the difference from the baseline for any other scenario.</param>
public sealed record ScenarioFacts(
    ProjectionResult Projection,
    IReadOnlyList<CostDriver> Drivers,
    IReadOnlyList<StaircaseStep> Staircase,
    IReadOnlyList<PersonPosition> People,
    IReadOnlyList<Sensitivity> Sensitivities)
{
    /// <summary>What each January raise and review costs by fiscal year; empty where it was not computed.</summary>
    /// <value>Default empty.</value>
    public IReadOnlyList<RaiseEffect> Raises { get; init; } = [];

    /// <summary>What the scenario states otherwise than the baseline: first what holds throughout, then by date; empty for the baseline.</summary>
    /// <value>Default empty: not known, or no difference.</value>
    public IReadOnlyList<ProposedChange> Changes { get; init; } = [];

    /// <summary>People of the roster whose pay differs from the baseline's, in the year of <see cref="People"/> or at the end of the horizon.</summary>
    /// <value>Default null: not computed.</value>
    public int? Moved { get; init; }
}
