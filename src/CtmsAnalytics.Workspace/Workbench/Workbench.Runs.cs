using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Runs;
using CtmsAnalytics.Workspace.Analyses;
using CtmsAnalytics.Workspace.Runs;
using CtmsAnalytics.Workspace.Scenarios;
using CtmsAnalytics.Workspace.Simulations;

namespace CtmsAnalytics.Workspace;

/// <content>Runs: comparisons and simulations.</content>
public sealed partial class Workbench
{
    /// <summary>Compares two scenarios on the expected path, as <c>ctms compare</c> does.</summary>
    /// <param name="baseline">The scenario to compare with.</param>
    /// <param name="proposal">The proposal.</param>
    /// <param name="analysis">What is computed beside the costs for a report.</param>
    /// <param name="store">Whether the run is stored in the workspace, and with it the study of internal equity where the proposal changes positions as such.</param>
    /// <param name="progress">Receives the share of the work done, 0 to 1; null for none.</param>
    /// <param name="cancellationToken">Stops the computation; nothing is stored.</param>
    /// <returns>The run; <see cref="RunRecord.ComparisonOf"/> has the difference.</returns>
    /// <exception cref="InputException">The horizons differ, the roster does not fit a scenario, or another process holds the workspace.</exception>
    /// <exception cref="Parameters.ParameterException">A parameter is missing.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public RunRecord Compare(
        LoadedScenario baseline, LoadedScenario proposal, AnalysisLevel analysis = AnalysisLevel.None, bool store = true, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(proposal);
        var snapshot = Snapshot();
        ScenarioLoading.RequireFit([baseline, proposal], snapshot);
        var run = ComparisonRuns.Of(snapshot, baseline, proposal, analysis, progress, cancellationToken);
        if (!store) return run;
        Write(workspace =>
        {
            workspace.SaveRun(run.ComparisonOf(1), run.Facts);
            if (InternalEquityRuns.Between(workspace, snapshot, baseline, proposal, cancellationToken) is { } equity) workspace.SaveStudy(equity);
            return true;
        });
        return run;
    }

    /// <summary>Simulates scenarios on the same luck, as <c>ctms simulate</c> does, in memory.</summary>
    /// <param name="scenarios">The scenarios, the baseline first.</param>
    /// <param name="options">Draws, seed and the rest; null for the defaults.</param>
    /// <param name="store">Whether the simulation is stored in the workspace.</param>
    /// <param name="progress">Receives the share of the draws done, 0 to 1; null for none.</param>
    /// <param name="cancellationToken">Stops the simulation; nothing is kept.</param>
    /// <returns>The run with its draws in <see cref="RunRecord.Drawn"/>.</returns>
    /// <exception cref="InputException">There is no scenario, the horizons differ, an option lies outside its range, or the roster does not fit a scenario.</exception>
    /// <exception cref="Parameters.ParameterException">A parameter is missing.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public RunRecord Simulate(
        IReadOnlyList<LoadedScenario> scenarios, DrawOptions? options = null, bool store = false, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scenarios);
        if (scenarios.Count == 0) throw new InputException("There is no scenario to simulate. Name at least one.");
        var snapshot = Snapshot();
        ScenarioLoading.RequireFit(scenarios, snapshot);
        var run = SimulationPlan.Create(snapshot, scenarios, (options ?? new DrawOptions()).Checked()).Run(progress, cancellationToken);
        if (store) Write(workspace => workspace.SaveSimulation(run));
        var facts = run.Header.Facts!;
        return new RunRecord(run.Header.Manifest, facts.Scenarios[0].Projection.FiscalYears, facts, DrawnRun.Of(run.Result, run.Header.Seed, run.RiskOf));
    }

    /// <summary>The stored runs, the latest first.</summary>
    /// <returns>Comparisons and simulations.</returns>
    /// <exception cref="InputException">Another process holds the workspace.</exception>
    public IReadOnlyList<RunInfo> Runs() => Read(workspace => workspace.Runs());

    /// <summary>A stored run.</summary>
    /// <param name="which">Its identifier or the beginning of it, or <c>latest</c>.</param>
    /// <returns>The run.</returns>
    /// <exception cref="InputException">There is no such run, there are several, or another process holds the workspace.</exception>
    public RunRecord LoadRun(string which = "latest") => Read(workspace => workspace.LoadRun(which));
}
