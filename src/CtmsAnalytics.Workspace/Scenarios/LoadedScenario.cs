using CtmsAnalytics.Scenarios;

namespace CtmsAnalytics.Workspace.Scenarios;

/// <summary>A scenario read from files, complete and checked.</summary>
/// <param name="Scenario">What a projection computes with.</param>
/// <param name="Values">Every resolved value with the place that set it: first what holds throughout, then the policy of each date in full.</param>
/// <param name="Sources">The files, the one that the user named first.</param>
public sealed record LoadedScenario(Scenario Scenario, IReadOnlyList<ResolvedValue> Values, IReadOnlyList<ScenarioSource> Sources);
