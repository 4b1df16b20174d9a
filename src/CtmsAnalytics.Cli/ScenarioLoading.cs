using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Workspace;
using CtmsAnalytics.Workspace.Roster;
using CtmsAnalytics.Workspace.Scenarios;

namespace CtmsAnalytics.Cli;

/// <summary>Loads scenario files for a command.</summary>
public static class ScenarioLoading
{
    /// <summary>What scenarios are checked against: a workspace where one is named, and otherwise the shipped tables.</summary>
    /// <param name="workspace">Folder of a workspace, or null.</param>
    /// <returns>The rules.</returns>
    /// <exception cref="InputException">The workspace or a table cannot be read.</exception>
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
    /// <exception cref="InputException">The file has problems.</exception>
    public static LoadedScenario Load(string path, ScenarioRules rules)
    {
        var present = Path.TrimEndingDirectorySeparator(Environment.CurrentDirectory);
        var inside = Path.GetFullPath(path).StartsWith(present + Path.DirectorySeparatorChar, StringComparison.Ordinal);
        return ScenarioFiles.Load(path, rules, inside ? present : null);
    }

    /// <summary>Loads two scenarios and names the problems of both at once.</summary>
    /// <param name="baseline">File of the baseline.</param>
    /// <param name="proposal">File of the proposal.</param>
    /// <param name="input">What they are checked against; both have a subrange for everybody of its roster.</param>
    /// <returns>The scenarios.</returns>
    /// <exception cref="InputException">A file has problems, or the roster does not fit a scenario.</exception>
    public static (LoadedScenario Baseline, LoadedScenario Proposal) LoadBoth(string baseline, string proposal, ProjectionInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var rules = WorkspaceRules.Create(input);
        var problems = new List<InputProblem>();
        var first = Try(baseline);
        var second = Try(proposal);
        if (problems.Count > 0) throw new InputException([.. problems.Distinct()]);
        var unfit = RosterFit.Problems(input.Roster, first!.Scenario).Concat(RosterFit.Problems(input.Roster, second!.Scenario)).ToList();
        return unfit.Count > 0 ? throw new InputException(string.Join('\n', unfit)) : (first, second);

        LoadedScenario? Try(string path)
        {
            try
            {
                return Load(path, rules);
            }
            catch (InputException exception) when (exception.Problems.Count > 0)
            {
                problems.AddRange(exception.Problems);
                return null;
            }
        }
    }
}
