using CtmsAnalytics.Projection;
using CtmsAnalytics.Scenarios;
using CtmsAnalytics.Workspace.Loading;

namespace CtmsAnalytics.Workspace.Scenarios;

/// <summary>A scenario read from files, complete and checked.</summary>
/// <param name="Scenario">What a projection computes with.</param>
/// <param name="Values">Every resolved value with the place that set it: first what holds throughout, then the policy of each date in full.</param>
/// <param name="Sources">The files, the one that the user named first.</param>
public sealed record LoadedScenario(Scenario Scenario, IReadOnlyList<ResolvedValue> Values, IReadOnlyList<ScenarioSource> Sources)
{
    /// <summary>What a reader must know about figures that the loader computed, one sentence each: a maximum that a design gives and that a limitation cuts.</summary>
    /// <value>Default empty.</value>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The files as inputs of a run or study.</summary>
    public IEnumerable<ManifestInput> Inputs => Sources.Select(s => new ManifestInput("scenario", Path.GetFileName(s.File), s.Sha256));

    /// <summary>SHA-256 of the resolved values, lower-case hexadecimal: which file set a value does not enter, nor does a comment.</summary>
    public string Sha256 => InputDigest.Of(this);
}
