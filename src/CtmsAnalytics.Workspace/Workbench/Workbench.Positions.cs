using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Parameters;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Runs;
using CtmsAnalytics.Scenarios;
using CtmsAnalytics.Workspace.Scenarios;

namespace CtmsAnalytics.Workspace;

/// <content>One scenario by itself: its projection, and where everybody stands in it.</content>
public sealed partial class Workbench
{
    /// <summary>Projects one scenario on the expected path: costs, headcount, rules, reviews and capacity by fiscal year.</summary>
    /// <param name="scenario">The scenario; null for the shipped baseline.</param>
    /// <param name="progress">Receives the share of the work done, 0 to 1; null for none.</param>
    /// <param name="cancellationToken">Stops the projection.</param>
    /// <returns>The projection.</returns>
    /// <exception cref="InputException">The roster does not fit the scenario.</exception>
    /// <exception cref="ParameterException">A parameter is missing.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public ProjectionResult Project(LoadedScenario? scenario = null, IProgress<double>? progress = null, CancellationToken cancellationToken = default) =>
        PointEstimate.Run(Fitting(scenario).Scenario, Input, progress, cancellationToken);

    /// <summary>Tells where everybody of the roster stands in a scenario: in the range, in the market, under the limits.</summary>
    /// <param name="scenario">The scenario; null for the shipped baseline.</param>
    /// <param name="fiscalYear">Fiscal year inside the horizon at whose end people stand, each on the path that is assumed for the person; null for the start of the horizon.</param>
    /// <param name="progress">Receives the share of people done, 0 to 1; null for none.</param>
    /// <param name="cancellationToken">Stops the computation.</param>
    /// <returns>The position: personal data.</returns>
    /// <exception cref="InputException">The year lies outside the horizon, or the roster does not fit the scenario.</exception>
    /// <exception cref="ParameterException">A parameter is missing.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public WorkforcePosition Positions(LoadedScenario? scenario = null, int? fiscalYear = null, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        var (input, loaded) = (Input, Fitting(scenario).Scenario);
        var projection = PointEstimate.Run(loaded, input, null, cancellationToken);
        if (fiscalYear is { } asked && !projection.FiscalYears.Contains(asked))
            throw new InputException(FormattableString.Invariant($"Fiscal year {asked} lies outside the horizon of {loaded.Name}. Give one from {projection.FiscalYears[0]} to {projection.FiscalYears[^1]}."));
        var people = fiscalYear is { } year
            ? PersonPositions.Of(loaded, input, projection, year, progress, cancellationToken)
            : PersonPositions.AtStart(loaded, input, projection, progress, cancellationToken);
        return new WorkforcePosition(loaded.Name, fiscalYear ?? projection.FiscalYears[0], fiscalYear is null, Levels(loaded), input.Markets.ToDictionary(m => m.Code, m => m.Name, StringComparer.Ordinal), people);
    }

    private static List<WorkLevelName> Levels(Scenario scenario) => [.. scenario.PolicyOn(scenario.Horizon.Start).Structure.Subranges.Select(s => new WorkLevelName(s.WorkLevel, s.Title))];
}
