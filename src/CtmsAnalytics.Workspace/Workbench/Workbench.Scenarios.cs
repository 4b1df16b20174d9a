using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Workspace.Reference;
using CtmsAnalytics.Workspace.Scenarios;

namespace CtmsAnalytics.Workspace;

/// <content>Scenarios: files, and text in a cell.</content>
public sealed partial class Workbench
{
    /// <summary>Loads a scenario and checks it against the workspace.</summary>
    /// <param name="file">Path of a file, or name of a shipped one, for example <c>targeted-talent.yaml</c>.</param>
    /// <returns>The scenario.</returns>
    /// <exception cref="InputException">There is no such file, it has problems, or the roster does not fit it.</exception>
    public LoadedScenario Scenario(string file) => ScenarioLoading.LoadAll([ScenarioLoading.Find(file)], Snapshot())[0];

    /// <summary>Loads a scenario from text.</summary>
    /// <param name="yaml">The scenario as a file has it. What it extends is looked for in the present folder and then among the shipped scenarios, and nothing outside of them is read.</param>
    /// <param name="name">What messages and manifests call the text.</param>
    /// <returns>The scenario.</returns>
    /// <exception cref="InputException">The text has problems, each named with line and column, or the roster does not fit it.</exception>
    public LoadedScenario ScenarioText(string yaml, string name = "cell text")
    {
        var snapshot = Snapshot();
        var loaded = ScenarioFiles.LoadText(yaml, snapshot.Rules, [Environment.CurrentDirectory, ShippedData.Scenarios], name);
        ScenarioLoading.RequireFit([loaded], snapshot);
        return loaded;
    }
}
