using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Workspace.Scenarios;

namespace CtmsAnalytics.Cli.Output;

/// <summary>What a check of one file found.</summary>
/// <param name="File">File as the user named it.</param>
/// <param name="Scenario">The scenario; null where there are problems.</param>
/// <param name="Problems">The problems; empty where there is a scenario.</param>
public sealed record ScenarioCheck(string File, LoadedScenario? Scenario, IReadOnlyList<InputProblem> Problems);
