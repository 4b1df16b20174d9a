using CtmsAnalytics.Parameters;

namespace CtmsAnalytics.Workspace.Simulations;

/// <summary>What a reader must know about a simulation beside its draws. It stands in the file of the first shard, so that whoever merges the shards needs no scenario file.</summary>
/// <param name="Notes">Sentences about the roster.</param>
/// <param name="Scenarios">One entry for each scenario, the baseline first.</param>
public sealed record SimulationFacts(IReadOnlyList<string> Notes, IReadOnlyList<ScenarioFacts> Scenarios);

/// <summary>What a reader must know about one scenario.</summary>
/// <param name="Description">What the scenario does.</param>
/// <param name="Warnings">Sentences that say where roster and scenario do not fit together.</param>
/// <param name="AssumedParameters">Parameters that the numbers rest on and that no published text settles.</param>
/// <param name="ExpectedPathCents">Cost on the expected path by fiscal year, cents: the point estimate, with shares of people in the place of chance.</param>
public sealed record ScenarioFacts(
    string Description,
    IReadOnlyList<string> Warnings,
    IReadOnlyList<Parameter> AssumedParameters,
    IReadOnlyDictionary<int, long> ExpectedPathCents);
