namespace CtmsAnalytics.Workspace.Reference;

/// <summary>Brings the shipped data and the sample into a workspace.</summary>
internal static class SampleImports
{
    /// <summary>The wages that the demo and the sample workspace are made with, in the order of import.</summary>
    public static IReadOnlyList<string> MarketIn(string data) =>
        [Market(data, "oews_national_cyber_2024.csv"), Market(data, "oews_metro_cyber.csv"), Market(data, "oews_national_cyber_2022_2023.csv")];

    /// <summary>The people.</summary>
    public static string RosterIn(string data) => Sample(data, "roster.csv");

    /// <summary>What they hold and how their work is rated.</summary>
    public static IReadOnlyList<string> QualificationsIn(string data) => [Sample(data, "qualifications.csv"), Sample(data, "work.csv")];

    /// <summary>Their assignments.</summary>
    public static string AssignmentsIn(string data) => Sample(data, "assignments.csv");

    /// <summary>The hours that they worked.</summary>
    public static string HoursIn(string data) => Sample(data, "hours.csv");

    /// <summary>Imports all of it.</summary>
    /// <param name="workspace">A new workspace.</param>
    /// <param name="data">The folder <c>data</c>.</param>
    /// <param name="progress">Receives the share of the imports done, 0 to 1; null for none.</param>
    /// <param name="cancellation">Stops the imports.</param>
    public static void Bring(AnalystWorkspace workspace, string data, IProgress<double>? progress, CancellationToken cancellation)
    {
        List<Action> imports =
        [
            .. MarketIn(data).Select(f => (Action)(() => workspace.ImportMarket(f, cancellation: cancellation))),
            () => workspace.ImportRoster(RosterIn(data), cancellation: cancellation),
            .. QualificationsIn(data).Select(f => (Action)(() => workspace.ImportQualifications(f, cancellation: cancellation))),
            () => workspace.ImportAssignments(AssignmentsIn(data), cancellation: cancellation),
            () => workspace.ImportHours(HoursIn(data), cancellation: cancellation),
        ];
        for (var i = 0; i < imports.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            imports[i]();
            progress?.Report((i + 1d) / imports.Count);
        }
    }

    private static string Market(string data, string file) => Path.Combine(data, "market", file);

    private static string Sample(string data, string file) => Path.Combine(data, "sample", file);
}
