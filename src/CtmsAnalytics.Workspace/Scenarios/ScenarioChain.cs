using System.Security.Cryptography;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Workspace.Scenarios.Yaml;

namespace CtmsAnalytics.Workspace.Scenarios;

/// <summary>A file of a chain of scenarios that extend one another.</summary>
/// <param name="Source">The file.</param>
/// <param name="Root">Its content.</param>
internal sealed record ChainFile(ScenarioSource Source, YamlMap Root);

/// <summary>Reads a scenario file and the files that it extends.</summary>
internal static class ScenarioChain
{
    private const int MostFiles = 16;

    /// <summary>Reads the chain.</summary>
    /// <param name="path">File that the user named.</param>
    /// <param name="folder">No file outside this folder is read, but for the shipped ones.</param>
    /// <param name="shipped">Folder of scenarios that are extended by their name alone where no such file lies beside the one that extends it; null for none.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <returns>The files, the one that the user named last; those before a problem are missing.</returns>
    /// <exception cref="InputException">The file does not exist.</exception>
    public static IReadOnlyList<ChainFile> Read(string path, string folder, string? shipped, ProblemList problems)
    {
        if (Directory.Exists(path)) throw new InputException($"{path} is a folder. Name a scenario file in it.");
        if (!File.Exists(path)) throw new InputException($"{path} does not exist. Name a scenario file.");
        var chain = new List<ChainFile>();
        Follow(chain, (Path.GetFullPath(path), path), RealPath.Of(folder), shipped, problems);
        chain.Reverse();
        return chain;
    }

    /// <summary>Reads the chain of a scenario that is no file.</summary>
    /// <param name="name">What messages call the text.</param>
    /// <param name="text">The scenario.</param>
    /// <param name="folders">Where the file that it extends is looked for, one after the other; it and those that it extends lie in one of them.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <returns>The files, the text last; those before a problem are missing.</returns>
    public static IReadOnlyList<ChainFile> ReadText(string name, string text, IReadOnlyList<string> folders, ProblemList problems)
    {
        var chain = new List<ChainFile>();
        if (YamlTextReader.Check(name, text, FileKind.Scenario, problems) is { } bytes && YamlTreeReader.Read(name, text, FileKind.Scenario, problems) is { } tree)
        {
            chain.Add(new ChainFile(new ScenarioSource(name, Convert.ToHexStringLower(SHA256.HashData(bytes))), tree));
            if (tree["extends"] is YamlScalar { IsNull: false } extends && Extended(extends, folders, problems) is var (file, root)) Follow(chain, file, root, null, problems);
        }

        chain.Reverse();
        return chain;
    }

    /// <summary>Adds a file and those that it extends.</summary>
    private static void Follow(List<ChainFile> chain, (string Path, string Shown) next, string root, string? shipped, ProblemList problems)
    {
        var visited = new List<(string Real, string Shown)>();
        while (true)
        {
            visited.Add((RealPath.Of(next.Path), next.Shown));
            if (YamlTextReader.Read(next.Path, next.Shown, FileKind.Scenario, problems) is not { } read) break;
            if (YamlTreeReader.Read(next.Shown, read.Text, FileKind.Scenario, problems) is not { } tree) break;
            chain.Add(new ChainFile(new ScenarioSource(next.Shown, Convert.ToHexStringLower(SHA256.HashData(read.Bytes))), tree));
            if (tree["extends"] is not YamlScalar { IsNull: false } extends) break;
            if (!IsRelative(extends, "Name a file relative to this one, with '/' between folders, for example ../baseline.yaml.", problems)) break;
            // From a shipped scenario on, the shipped folder is the one that is not left.
            if (Shipped(next.Path, extends.Text, shipped) is { } found) (next, root, shipped) = (found, RealPath.Of(shipped!), null);
            else if (Parent(next, extends, root, shipped, problems) is { } parent) next = parent;
            else break;
            if (!IsNew(next, extends, visited, problems)) break;
        }
    }

    /// <summary>The file that a text extends, and the folder that it may not lead out of.</summary>
    private static ((string Path, string Shown) File, string Root)? Extended(YamlScalar extends, IReadOnlyList<string> folders, ProblemList problems)
    {
        if (!IsRelative(extends, "Name a file relative to the present folder, or one of the shipped scenarios, with '/' between folders, for example baseline.yaml.", problems)) return null;
        var name = extends.Text;
        var (inside, outside) = (false, false);
        foreach (var folder in folders)
        {
            var (path, root) = (Path.GetFullPath(name, Path.GetFullPath(folder)), RealPath.Of(folder));
            var real = RealPath.Of(path);
            var isInside = RealPath.IsInside(real, root);
            // What is there and lies outside is what was meant, although the other folder might have had a file of that name.
            (inside, outside) = (inside || isInside, outside || (!isInside && File.Exists(real)));
            if (isInside && File.Exists(real)) return ((path, folder == folders[0] ? name : Path.Join(folder, name)), root);
        }

        var quoted = ProblemList.Quote(name);
        if (inside && !outside) problems.Add(extends.At, $"'extends' names {quoted}, which does not exist.", Advice(name, folders));
        else problems.Add(extends.At, $"'extends' leads out of the folders that scenarios are read from: {quoted}.", "Name a file of the present folder, or one of the shipped scenarios by its name, for example baseline.yaml.");
        return null;
    }

    private static bool IsRelative(YamlScalar extends, string right, ProblemList problems)
    {
        var name = extends.Text;
        var isFine = !(string.IsNullOrWhiteSpace(name) || name.Any(char.IsControl) || Path.IsPathRooted(name) || name.Contains('\\', StringComparison.Ordinal) || name.Contains(':', StringComparison.Ordinal));
        if (!isFine) problems.Add(extends.At, $"'extends' names {ProblemList.Quote(name)}.", right);
        return isFine;
    }

    /// <summary>The shipped scenario that is meant by a name alone, where no such file lies beside the one that extends it.</summary>
    private static (string Path, string Shown)? Shipped(string child, string name, string? shipped)
    {
        if (shipped is null || name.Contains('/', StringComparison.Ordinal) || Path.Exists(Path.GetFullPath(name, Path.GetDirectoryName(child)!))) return null;
        var path = Path.GetFullPath(Path.Combine(shipped, name));
        return File.Exists(path) && RealPath.IsInside(RealPath.Of(path), RealPath.Of(shipped)) ? (path, Path.Combine(shipped, name)) : null;
    }

    private static (string Path, string Shown)? Parent((string Path, string Shown) child, YamlScalar extends, string root, string? shipped, ProblemList problems)
    {
        var name = extends.Text;
        var quoted = ProblemList.Quote(name);
        var path = Path.GetFullPath(name, Path.GetDirectoryName(child.Path)!);
        var real = RealPath.Of(path);
        if (!RealPath.IsInside(real, root))
        {
            var own = shipped is not null && File.Exists(Path.Combine(shipped, Path.GetFileName(name)))
                ? $"For the shipped scenario write its name alone: extends: {Path.GetFileName(name)}. For another file start from a folder that holds both files."
                : "Name a file inside that folder, or start from a folder that holds both files.";
            problems.Add(extends.At, $"'extends' leads out of the folder that scenarios are read from: {quoted}.", own);
            return null;
        }

        if (File.Exists(real)) return (path, Path.Join(Path.GetDirectoryName(child.Shown), name));
        problems.Add(extends.At, $"'extends' names {quoted}, which does not exist.", SiblingAdvice(path, shipped));
        return null;
    }

    /// <summary>Whether a file may be added to the chain: it is not in it, and there is room.</summary>
    private static bool IsNew((string Path, string Shown) next, YamlScalar extends, List<(string Real, string Shown)> visited, ProblemList problems)
    {
        var real = RealPath.Of(next.Path);
        var ring = visited.FindIndex(v => v.Real == real);
        if (ring >= 0)
        {
            var files = visited.Skip(ring).Select(v => v.Shown).Append(visited[ring].Shown);
            problems.Add(extends.At, $"The scenario extends itself: {string.Join(" -> ", files)}.", "Let one file of the ring stand on its own.");
            return false;
        }

        if (visited.Count < MostFiles) return true;
        problems.Add(extends.At, $"More than {MostFiles} files extend one another.", "Put what they say into fewer files.");
        return false;
    }

    private static string SiblingAdvice(string path, string? shipped)
    {
        var folder = Path.GetDirectoryName(path)!;
        return Directory.Exists(folder) ? Advice(Path.GetFileName(path), shipped is null ? [folder] : [folder, shipped]) : "Its folder does not exist either.";
    }

    /// <summary>The nearest scenario of some folders.</summary>
    private static string Advice(string name, IReadOnlyList<string> folders)
    {
        var files = folders.Where(Directory.Exists).SelectMany(f => Directory.EnumerateFiles(f, "*.yaml")).Select(f => Path.GetFileName(f)!).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return files.Count > 0 ? TreeChecker.Nearest(name, files) : folders.Count == 1 ? "Its folder holds no .yaml file." : "Neither that folder nor the shipped scenarios have a .yaml file.";
    }
}
