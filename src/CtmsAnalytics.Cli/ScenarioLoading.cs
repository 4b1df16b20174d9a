using CtmsAnalytics.Projection;
using CtmsAnalytics.Workspace;
using CtmsAnalytics.Workspace.Scenarios;

namespace CtmsAnalytics.Cli;

/// <summary>Loads scenario files for a command.</summary>
public static class ScenarioLoading
{
    /// <summary>What scenarios are checked against: a workspace where one is named, and otherwise the shipped tables.</summary>
    /// <param name="workspace">Folder of a workspace, or null.</param>
    /// <returns>The rules.</returns>
    /// <exception cref="Diagnostics.InputException">The workspace or a table cannot be read.</exception>
    public static ScenarioRules Rules(string? workspace)
    {
        if (workspace is null) return ScenarioRulesFiles.Load(ShippedData.Folder);
        using var opened = AnalystWorkspace.Open(workspace);
        return WorkspaceRules.Create(new ProjectionInput(opened.LoadRoster(), opened.LoadParameters(), opened.LoadWages(), opened.LoadMarkets()));
    }

    /// <summary>Loads a scenario. It may extend files of the present folder where it lies in it, and otherwise files of its own folder.</summary>
    /// <param name="path">The file.</param>
    /// <param name="rules">What it is checked against.</param>
    /// <returns>The scenario.</returns>
    /// <exception cref="Diagnostics.InputException">The file has problems.</exception>
    public static LoadedScenario Load(string path, ScenarioRules rules)
    {
        var present = Path.TrimEndingDirectorySeparator(Environment.CurrentDirectory);
        var inside = Path.GetFullPath(path).StartsWith(present + Path.DirectorySeparatorChar, StringComparison.Ordinal);
        return ScenarioFiles.Load(path, rules, inside ? present : null);
    }
}
