using CtmsAnalytics.Runs;

namespace CtmsAnalytics.Workspace.Analyses;

/// <summary>What a level of analysis computes.</summary>
internal static class AnalysisLevels
{
    /// <summary>Rosters up to this size are analysed in full unless something else is asked for: some seconds.</summary>
    private const int MostForAll = 2_000;

    /// <summary>Everybody of rosters up to this size is followed unless something else is asked for.</summary>
    private const int MostForPeople = 20_000;

    /// <summary>What to compute.</summary>
    /// <param name="level">The level.</param>
    /// <param name="people">People of the roster.</param>
    public static RunAnalysisOptions Of(AnalysisLevel level, int people) => level switch
    {
        AnalysisLevel.All => RunAnalysisOptions.Default,
        AnalysisLevel.None => new RunAnalysisOptions(false, false, false),
        _ => new RunAnalysisOptions(people <= MostForPeople, people <= MostForAll, people <= MostForAll),
    };
}
