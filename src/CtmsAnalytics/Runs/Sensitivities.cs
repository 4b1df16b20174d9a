using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Parameters;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Scenarios;

namespace CtmsAnalytics.Runs;

/// <summary>Finds what assumed figures weigh: each is moved alone, and the scenarios are projected again on the expected path.</summary>
public static class Sensitivities
{
    /// <summary>Moves every assumed figure that the scenarios read and that can be moved: by a tenth to both sides, a yes or no to the other answer, shares of ratings by a tenth of each to its neighbour.</summary>
    /// <param name="scenarios">Validated scenarios of the same horizon, the baseline first.</param>
    /// <param name="input">Roster, parameters, wages and markets.</param>
    /// <param name="projections">The scenarios' projections as they are.</param>
    /// <param name="progress">Receives the share of the work done, 0 to 1; null for none.</param>
    /// <param name="cancellationToken">Stops the computation.</param>
    /// <returns>For each scenario the weights, the heaviest first: in its cost for the baseline, in its difference from the baseline for any other.</returns>
    /// <exception cref="InputException">The roster does not fit a scenario.</exception>
    /// <exception cref="ParameterException">A parameter is missing.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static IReadOnlyList<IReadOnlyList<Sensitivity>> Of(
        IReadOnlyList<Scenario> scenarios,
        ProjectionInput input,
        IReadOnlyList<ProjectionResult> projections,
        IProgress<double>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scenarios);
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(projections);
        var levers = AssumptionLever.OfScenarios.Where(l => scenarios.Any(l.Moves))
            .Concat(Catalogued(projections, input.Parameters).Select(AssumptionLever.OfParameter).OfType<AssumptionLever>())
            .ToList();
        var found = new Sensitivity[]?[levers.Count];
        var done = 0;
        SideBySide.Run(
            levers.Count,
            i =>
            {
                found[i] = TryWeigh(levers[i], scenarios, input, projections, cancellationToken);
                progress?.Report((double)Interlocked.Increment(ref done) / levers.Count);
            },
            cancellationToken);
        return [.. scenarios.Select((_, s) => (IReadOnlyList<Sensitivity>)[.. found.OfType<Sensitivity[]>().Select(f => f[s]).OrderByDescending(f => f.Weight).ThenBy(f => f.Name, StringComparer.Ordinal)])];
    }

    /// <summary>The unsettled figures of the catalogue that a scenario reads; a rate that is carried forward along the scenario's raises moves with them.</summary>
    private static IEnumerable<Parameter> Catalogued(IReadOnlyList<ProjectionResult> projections, ParameterSet parameters) =>
        projections.SelectMany(p => p.AssumedParameters)
            .Where(p => parameters.Has(p.Name) && parameters.Latest(p.Name).Mark is ParameterMark.Assumed or ParameterMark.Derived or ParameterMark.LowConfidence)
            .DistinctBy(p => p.Name)
            .OrderBy(p => p.Name, StringComparer.Ordinal);

    /// <summary>The weights; null for a figure that the rules take with this value only.</summary>
    private static Sensitivity[]? TryWeigh(
        AssumptionLever lever, IReadOnlyList<Scenario> scenarios, ProjectionInput input, IReadOnlyList<ProjectionResult> projections, CancellationToken cancellationToken)
    {
        try
        {
            return Weigh(lever, scenarios, input, projections, cancellationToken);
        }
        catch (ParameterException)
        {
            return null;
        }
    }

    private static Sensitivity[] Weigh(
        AssumptionLever lever, IReadOnlyList<Scenario> scenarios, ProjectionInput input, IReadOnlyList<ProjectionResult> projections, CancellationToken cancellationToken)
    {
        var (low, high) = (Totals(lever.Low), Totals(lever.High));
        return
        [
            .. scenarios.Select((_, s) => new Sensitivity(
                lever.Name,
                lever.Title,
                lever.LowChange,
                lever.HighChange,
                low[s] - (s == 0 ? 0 : low[0]),
                high[s] - (s == 0 ? 0 : high[0]))),
        ];

        // How each scenario's total moves; a scenario that the figure does not touch is not projected again.
        long[] Totals(Func<Scenario, ProjectionInput, (Scenario Scenario, ProjectionInput Input)> move) =>
        [
            .. scenarios.Select((scenario, s) =>
            {
                var (moved, with) = move(scenario, input);
                return ReferenceEquals(moved, scenario) && ReferenceEquals(with, input)
                    ? 0
                    : PointEstimate.Run(moved, with, null, cancellationToken).Costs.Total - projections[s].Costs.Total;
            }),
        ];
    }
}
