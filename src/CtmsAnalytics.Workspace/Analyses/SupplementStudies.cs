using CtmsAnalytics.Parameters;
using CtmsAnalytics.Projection;
using CtmsAnalytics.TalentMarket.Local;
using CtmsAnalytics.Workspace.Loading;
using CtmsAnalytics.Workspace.Scenarios;
using CtmsAnalytics.Workspace.Studies;

namespace CtmsAnalytics.Workspace.Analyses;

/// <summary>Local talent market supplements (158.612): what <c>ctms supplement</c> stores.</summary>
internal static class SupplementStudies
{
    /// <summary>The options that the parameters of the workspace give in a scenario.</summary>
    public static SupplementOptions Defaults(WorkspaceSnapshot snapshot, LoadedScenario scenario) => SupplementOptions.Read(new ParameterReader(snapshot.Input.Parameters, scenario.Scenario.Economy));

    /// <summary>Measures the markets and proposes a percentage for each.</summary>
    /// <returns>The study, and the analysis that can say what it proposes.</returns>
    public static (SupplementStudy Study, SupplementAnalysis Analysis) Of(
        WorkspaceSnapshot snapshot, LoadedScenario scenario, LocalMarketData data, SupplementOptions options, IProgress<double>? progress, CancellationToken cancellation)
    {
        var analysis = new SupplementAnalysis(scenario.Scenario, snapshot.Input, data, options);
        List<ManifestInput> inputs = [.. scenario.Inputs, .. snapshot.Inputs, AnalystWorkspace.LocalMarketInput(data), StudyInputs.Options(options.ToString())];
        var study = analysis.Run(inputs, progress, cancellation) with { RosterId = snapshot.Roster.RosterId };
        return (study with { AssumedParameters = [.. study.AssumedParameters, .. ScenarioAssumptions.Of(scenario)] }, analysis);
    }
}
