using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Workspace;
using CtmsAnalytics.Workspace.Loading;

namespace CtmsAnalytics.Cli;

/// <summary>Loads from a workspace what a projection computes with.</summary>
public static class WorkspaceInput
{
    /// <summary>Loads the input.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="roster">One of its rosters.</param>
    /// <returns>Roster, parameters, wages and markets.</returns>
    /// <exception cref="InputException">The workspace has no market wages; the message says how to import some.</exception>
    public static ProjectionInput Load(AnalystWorkspace workspace, RosterInfo roster)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        ArgumentNullException.ThrowIfNull(roster);
        var input = new ProjectionInput(workspace.LoadRoster(roster.RosterId), workspace.LoadParameters(), workspace.LoadWages(), workspace.LoadMarkets())
        {
            Qualifications = workspace.LoadQualifications(),
            Worksites = workspace.LoadCounties(),
            Valuation = workspace.LoadValuation(),
        };
        return input.Wages.Count > 0
            ? input
            : throw new InputException($"{workspace.Folder}: The workspace has no market wages. Import some first, for example: ctms import market {Path.Combine(ShippedData.Folder, "market", "oews_national_cyber_2024.csv")} -w {workspace.Folder}");
    }
}
