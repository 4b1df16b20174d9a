namespace CtmsAnalytics.Workspace.Scenarios;

/// <summary>What kind of choice a value of a scenario is.</summary>
public enum ScenarioMark
{
    /// <summary>Names or dates the scenario; no figure rests on it alone.</summary>
    Label,

    /// <summary>Decided by the Department: what a proposal proposes.</summary>
    Decision,

    /// <summary>Assumed by the modeller: how the world answers. Every result rests on it.</summary>
    Assumed,
}
