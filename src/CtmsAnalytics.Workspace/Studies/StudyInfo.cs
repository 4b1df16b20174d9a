using CtmsAnalytics.Projection;
using CtmsAnalytics.Studies;

namespace CtmsAnalytics.Workspace.Studies;

/// <summary>A stored study.</summary>
/// <param name="StudyId">Its identifier: the same inputs and options give the same one.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="Title">Its short name.</param>
/// <param name="SavedAt">When it was stored last, UTC.</param>
/// <param name="Inputs">What it was computed from.</param>
public sealed record StudyInfo(string StudyId, StudyKind Kind, string Title, DateTime SavedAt, IReadOnlyList<ManifestInput> Inputs)
{
    /// <summary>What tells the study apart from others of its kind, as <see cref="Study.Topic"/> does.</summary>
    public string Topic => Kind == StudyKind.Deployment ? Title : "";

    /// <summary>Whether the study rests on the same roster and market as a run, every input that both have being the same and one at least shared, and on no scenario that the run has not.</summary>
    /// <param name="run">What the run was computed from.</param>
    /// <returns>True when the study may stand behind the run's numbers.</returns>
    public bool Fits(RunManifest run)
    {
        ArgumentNullException.ThrowIfNull(run);
        var shared = Inputs.Where(i => i.Role is "roster" or "market").Join(run.Inputs, i => i.Role, i => i.Role, (mine, other) => mine.Sha256 == other.Sha256).ToList();
        // A simulation names the resolved scenario by its digest and a comparison its files, so that a file of the same name counts as well.
        var scenarios = run.Inputs.Where(IsScenario).SelectMany(i => new[] { i.Sha256, i.Name }).ToHashSet(StringComparer.Ordinal);
        return shared.Count > 0 && shared.TrueForAll(same => same) && Inputs.Where(IsScenario).All(i => scenarios.Contains(i.Sha256) || scenarios.Contains(i.Name));

        static bool IsScenario(ManifestInput input) => input.Role.StartsWith("scenario", StringComparison.Ordinal);
    }
}
