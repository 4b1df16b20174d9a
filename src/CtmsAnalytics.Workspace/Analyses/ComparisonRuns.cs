using CtmsAnalytics.Projection;
using CtmsAnalytics.Runs;
using CtmsAnalytics.Workspace.Loading;
using CtmsAnalytics.Workspace.Runs;
using CtmsAnalytics.Workspace.Scenarios;

namespace CtmsAnalytics.Workspace.Analyses;

/// <summary>Comparisons on the expected path: what <c>ctms compare</c> stores.</summary>
internal static class ComparisonRuns
{
    /// <summary>Projects a baseline and a proposal.</summary>
    /// <param name="snapshot">The workspace.</param>
    /// <param name="baseline">The baseline.</param>
    /// <param name="proposal">The proposal.</param>
    /// <param name="level">What is computed beside the costs.</param>
    /// <param name="progress">Receives the share of the work done, 0 to 1; null for none.</param>
    /// <param name="cancellation">Stops the computation.</param>
    /// <returns>The run.</returns>
    public static RunRecord Of(
        WorkspaceSnapshot snapshot, LoadedScenario baseline, LoadedScenario proposal, AnalysisLevel level, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        var facts = RunAnalysis.Of([baseline.Scenario, proposal.Scenario], snapshot.Input, AnalysisLevels.Of(level, snapshot.Input.Roster.Count), progress, cancellation)
            .With([baseline, proposal], snapshot.Roster);
        List<ManifestInput> inputs = [.. Files("baseline", baseline), .. Files("proposal", proposal), .. snapshot.Inputs];
        return new RunRecord(RunManifest.Create(inputs, PointEstimate.Method), facts.Scenarios[0].Projection.FiscalYears, facts, null);
    }

    private static IEnumerable<ManifestInput> Files(string role, LoadedScenario scenario) => scenario.Inputs.Select(i => i with { Role = $"scenario ({role})" });
}
