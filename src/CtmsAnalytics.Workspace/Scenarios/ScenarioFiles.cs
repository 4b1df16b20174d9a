using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Workspace.Scenarios.Schema;

namespace CtmsAnalytics.Workspace.Scenarios;

/// <summary>Reads scenario files. The format is described in <c>data/scenarios/README.md</c>.</summary>
public static class ScenarioFiles
{
    /// <summary>Reads a scenario and the files that it extends, and checks all of it before anything is returned.</summary>
    /// <param name="path">The file.</param>
    /// <param name="rules">Numbers of the regulation and names of the reference data.</param>
    /// <param name="folder">No file outside this folder is read, but for the shipped ones; null for the folder of <paramref name="path"/>.</param>
    /// <param name="shipped">Folder of scenarios that are extended by their name alone where no such file lies beside the one that extends it; null for none.</param>
    /// <returns>The scenario.</returns>
    /// <exception cref="InputException">The file does not exist, or has problems; all of them are named with their places.</exception>
    /// <exception cref="IOException">The disk failed.</exception>
    public static LoadedScenario Load(string path, ScenarioRules rules, string? folder = null, string? shipped = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(rules);
        var problems = new ProblemList();
        return Resolve(ScenarioChain.Read(path, folder ?? Path.GetDirectoryName(Path.GetFullPath(path))!, shipped, problems), rules, problems);
    }

    /// <summary>Reads a scenario that is no file, and the files that it extends, and checks all of it before anything is returned.</summary>
    /// <param name="text">The scenario (YAML).</param>
    /// <param name="rules">Numbers of the regulation and names of the reference data.</param>
    /// <param name="folders">Where the file that it extends is looked for, one after the other; nothing outside the folder that has it is read. At least one.</param>
    /// <param name="name">What messages and manifests call the text.</param>
    /// <returns>The scenario.</returns>
    /// <exception cref="InputException">The text or a file has problems; all of them are named with their places.</exception>
    /// <exception cref="IOException">The disk failed.</exception>
    public static LoadedScenario LoadText(string text, ScenarioRules rules, IReadOnlyList<string> folders, string name)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(folders);
        ArgumentException.ThrowIfNullOrEmpty(name);
        var problems = new ProblemList();
        return Resolve(ScenarioChain.ReadText(name, text, folders, problems), rules, problems);
    }

    private static LoadedScenario Resolve(IReadOnlyList<ChainFile> chain, ScenarioRules rules, ProblemList problems)
    {
        // Without every file of the chain, all that the missing one says would be reported as missing.
        var complete = !problems.Any;
        var checker = new TreeChecker(rules, problems);
        foreach (var file in chain) checker.Check(file.Root, ScenarioSchema.Root);
        if (!complete) problems.ThrowIfAny();

        var tree = ResolvedTree.Resolve(chain, problems);
        var designed = StructureDesigner.Design(tree, rules, problems, out var notes);
        // Without its design a structure has no subranges, and each of them would be reported as missing.
        if (designed is null) problems.ThrowIfAny();
        tree = FiscalQuarters.ToDates(designed ?? tree, rules);
        new ScenarioChecker(rules, problems).Check(tree);
        problems.ThrowIfAny();
        return new LoadedScenario(ScenarioBinder.Bind(tree), ResolvedValues.List(tree, rules), [.. chain.Select(f => f.Source).Reverse()]) { Notes = notes };
    }
}
