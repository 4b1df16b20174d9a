using CtmsAnalytics.Parameters;
using CtmsAnalytics.Projection;
using CtmsAnalytics.TalentAcquisition;
using CtmsAnalytics.Workspace.Loading;
using CtmsAnalytics.Workspace.Scenarios;
using CtmsAnalytics.Workspace.Studies;

namespace CtmsAnalytics.Workspace.Analyses;

/// <summary>Talent acquisition (158.501-525): what <c>ctms funnel</c> stores.</summary>
internal static class AcquisitionStudies
{
    /// <summary>The probability that a level reaches its hires with where none is asked for, from the parameters.</summary>
    public static double DefaultProbability(WorkspaceSnapshot snapshot, LoadedScenario scenario) => new ParameterReader(snapshot.Input.Parameters, scenario.Scenario.Economy).Constant("acquisition_probability");

    /// <summary>Says which funnel a number of hires needs.</summary>
    public static AcquisitionStudy Of(WorkspaceSnapshot snapshot, LoadedScenario scenario, AcquisitionOptions options, IProgress<double>? progress, CancellationToken cancellation)
    {
        var analysis = new AcquisitionAnalysis(scenario.Scenario, snapshot.Input, options);
        List<ManifestInput> inputs = [.. scenario.Inputs, .. snapshot.Inputs, StudyInputs.Options(options.ToString())];
        var study = analysis.Run(inputs, progress, cancellation);
        return study with { AssumedParameters = [.. study.AssumedParameters, .. ScenarioAssumptions.Of(scenario)] };
    }
}
