namespace CtmsAnalytics.Scenarios;

/// <summary>What a result says about the scenario that it was computed from.</summary>
/// <param name="Name">Short name for tables and charts.</param>
/// <param name="Description">What the proposal does, in one or two sentences.</param>
/// <param name="Horizon">Years that the projection covers.</param>
public sealed record ScenarioLabel(string Name, string Description, Horizon Horizon);
