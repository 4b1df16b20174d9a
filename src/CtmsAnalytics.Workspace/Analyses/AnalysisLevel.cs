namespace CtmsAnalytics.Workspace.Analyses;

/// <summary>How much of what a report shows is computed beside the costs of a run. The identifier of a run does not depend on it.</summary>
public enum AnalysisLevel
{
    /// <summary>Costs, drivers and staircases alone.</summary>
    None,

    /// <summary>Where everybody stands for rosters of up to 20,000 people, and everything for up to 2,000.</summary>
    Automatic,

    /// <summary>Where everybody stands, what raises cost and what the assumed figures weigh, whatever the roster's size.</summary>
    All,
}
