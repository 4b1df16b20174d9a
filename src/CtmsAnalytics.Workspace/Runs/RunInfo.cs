namespace CtmsAnalytics.Workspace.Runs;

/// <summary>A run of the workspace.</summary>
/// <param name="RunId">Its identifier.</param>
/// <param name="Draws">Number of draws; 0 for a comparison on the expected path.</param>
/// <param name="SavedAt">When it was stored, UTC.</param>
/// <param name="Scenarios">Names of its scenarios, the baseline first.</param>
/// <param name="HasFacts">Whether everything that a report shows is stored with it; false for a run of an earlier version of the program.</param>
public sealed record RunInfo(string RunId, int Draws, DateTime SavedAt, IReadOnlyList<string> Scenarios, bool HasFacts);
