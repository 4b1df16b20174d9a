using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Studies;
using CtmsAnalytics.Workspace.Reference;
using CtmsAnalytics.Workspace.Scenarios;
using CtmsAnalytics.Workspace.Studies;

namespace CtmsAnalytics.Workspace;

/// <content>Studies: what is kept of them.</content>
public sealed partial class Workbench
{
    /// <summary>Stores a study in the workspace, where <c>ctms report</c> tells it beside the runs on the same roster and market. One that is there already gets the new content.</summary>
    /// <param name="study">The study.</param>
    /// <exception cref="InputException">Another process holds the workspace.</exception>
    /// <exception cref="IOException">The disk is full; nothing was stored.</exception>
    public void Save(Study study)
    {
        ArgumentNullException.ThrowIfNull(study);
        Write(workspace =>
        {
            workspace.SaveStudy(study);
            return true;
        });
    }

    /// <summary>The stored studies, the latest first.</summary>
    /// <returns>The studies.</returns>
    /// <exception cref="InputException">Another process holds the workspace.</exception>
    public IReadOnlyList<StudyInfo> Studies() => Read(workspace => workspace.Studies());

    /// <summary>A stored study.</summary>
    /// <param name="which">Its identifier or the beginning of it.</param>
    /// <returns>The study.</returns>
    /// <exception cref="InputException">There is no such study, there are several, or another process holds the workspace.</exception>
    public Study LoadStudy(string which) => Read(workspace => workspace.LoadStudy(which));

    /// <summary>A scenario that fits the roster; the shipped baseline where none is given.</summary>
    private LoadedScenario Fitting(LoadedScenario? scenario)
    {
        if (scenario is null) return ScenarioLoading.LoadAll([ShippedData.Baseline], Snapshot())[0];
        ScenarioLoading.RequireFit([scenario], Snapshot());
        return scenario;
    }
}
