using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Workspace.Loading;
using CtmsAnalytics.Workspace.Reference;
using CtmsAnalytics.Workspace.Roster;

namespace CtmsAnalytics.Workspace.Scenarios;

/// <summary>Loads scenarios as commands and notebooks name them.</summary>
public static class ScenarioLoading
{
    /// <summary>What scenarios are checked against: a workspace where one is named, and otherwise the shipped tables.</summary>
    /// <param name="workspace">Folder of a workspace, or null.</param>
    /// <returns>The rules.</returns>
    /// <exception cref="InputException">The workspace or a table cannot be read.</exception>
    public static ScenarioRules Rules(string? workspace)
    {
        if (workspace is null) return ScenarioRulesFiles.Load(ShippedData.Folder);
        using var opened = AnalystWorkspace.Open(workspace, readOnly: true);
        return WorkspaceRules.Create(new ProjectionInput(opened.LoadRoster(), opened.LoadParameters(), opened.LoadWages(), opened.LoadMarkets())
        {
            Valuation = opened.LoadValuation(),
            Worksites = opened.LoadCounties(),
        });
    }

    /// <summary>Loads a scenario. It may extend files of the present folder where it lies in it, otherwise files of its own folder, and a shipped scenario by its name alone where no file of that name lies beside it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="rules">What it is checked against.</param>
    /// <returns>The scenario.</returns>
    /// <exception cref="InputException">The file has problems.</exception>
    public static LoadedScenario Load(string path, ScenarioRules rules)
    {
        return ScenarioFiles.Load(path, rules, FolderOf(path), ShippedData.Scenarios);
    }

    /// <summary>How a new scenario file names one that it extends, so that <see cref="Load"/> finds it.</summary>
    /// <param name="file">The new file; its folder exists.</param>
    /// <param name="parent">The file that it extends.</param>
    /// <returns>A path relative to the new file with <c>/</c> between folders, or the name of a shipped scenario; null where the new file cannot extend that one.</returns>
    public static string? ExtendsText(string file, string parent)
    {
        var (folder, full) = (Path.GetDirectoryName(Path.GetFullPath(file))!, Path.GetFullPath(parent));
        if (RealPath.IsInside(RealPath.Of(full), RealPath.Of(FolderOf(file)))) return Path.GetRelativePath(folder, full).Replace(Path.DirectorySeparatorChar, '/');
        var name = Path.GetFileName(full);
        var isShipped = RealPath.Of(Path.Combine(ShippedData.Scenarios, name)) == RealPath.Of(full);
        return isShipped && Path.GetFileName(file) != name && !Path.Exists(Path.Combine(folder, name)) ? name : null;
    }

    /// <summary>The folder that a scenario may not lead out of.</summary>
    private static string FolderOf(string path)
    {
        var present = Path.TrimEndingDirectorySeparator(Environment.CurrentDirectory);
        return RealPath.IsInside(Path.GetFullPath(path), present) ? present : Path.GetDirectoryName(Path.GetFullPath(path))!;
    }

    /// <summary>Loads two scenarios and names the problems of both at once.</summary>
    /// <param name="baseline">File of the baseline.</param>
    /// <param name="proposal">File of the proposal.</param>
    /// <param name="snapshot">What they are checked against; both have a subrange for everybody of its roster.</param>
    /// <returns>The scenarios.</returns>
    /// <exception cref="InputException">A file has problems, or the roster does not fit a scenario.</exception>
    public static (LoadedScenario Baseline, LoadedScenario Proposal) LoadBoth(string baseline, string proposal, WorkspaceSnapshot snapshot) =>
        LoadAll([baseline, proposal], snapshot) is [var first, var second] ? (first, second) : default;

    /// <summary>Loads scenarios and names the problems of all of them at once.</summary>
    /// <param name="paths">The files.</param>
    /// <param name="snapshot">What they are checked against; each has a subrange for everybody of its roster.</param>
    /// <returns>The scenarios, in the order of the files.</returns>
    /// <exception cref="InputException">A file has problems, or the roster does not fit a scenario.</exception>
    public static IReadOnlyList<LoadedScenario> LoadAll(IReadOnlyList<string> paths, WorkspaceSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(paths);
        ArgumentNullException.ThrowIfNull(snapshot);
        var problems = new List<InputProblem>();
        var scenarios = new List<LoadedScenario>();
        foreach (var path in paths)
        {
            try
            {
                scenarios.Add(Load(path, snapshot.Rules));
            }
            catch (InputException exception) when (exception.Problems.Count > 0)
            {
                problems.AddRange(exception.Problems);
            }
        }

        if (problems.Count > 0) throw new InputException([.. problems.Distinct()]);
        RequireFit(scenarios, snapshot);
        return scenarios;
    }

    /// <summary>Finds a scenario by its path, and otherwise among the shipped ones.</summary>
    /// <param name="name">Path of a file, or name of a shipped one.</param>
    /// <returns>Path of the file.</returns>
    /// <exception cref="InputException">There is no such file; the message names the shipped ones.</exception>
    public static string Find(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (File.Exists(name) || Directory.Exists(name)) return name;
        var folder = ShippedData.Scenarios;
        var shipped = Path.Combine(folder, name);
        if (RealPath.IsInside(RealPath.Of(shipped), RealPath.Of(folder)) && File.Exists(shipped)) return shipped;
        var known = Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.yaml").Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal).ToList() : [];
        throw new InputException($"{name} does not exist. Name a scenario file{(known.Count > 0 ? $", or one of the shipped ones: {string.Join(", ", known)}" : "")}.");
    }

    /// <summary>Checks that scenarios have a subrange for everybody.</summary>
    /// <param name="scenarios">The scenarios.</param>
    /// <param name="snapshot">The roster.</param>
    /// <exception cref="InputException">The roster does not fit a scenario.</exception>
    public static void RequireFit(IReadOnlyList<LoadedScenario> scenarios, WorkspaceSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(scenarios);
        ArgumentNullException.ThrowIfNull(snapshot);
        var unfit = scenarios.SelectMany(s => RosterFit.Problems(snapshot.Input.Roster, s.Scenario)).Distinct().ToList();
        if (unfit.Count > 0) throw new InputException(string.Join('\n', unfit));
    }
}
