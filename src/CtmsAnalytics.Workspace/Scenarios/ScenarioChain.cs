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
    /// <param name="folder">No file outside this folder is read.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <returns>The files, the one that the user named last; those before a problem are missing.</returns>
    /// <exception cref="InputException">The file does not exist.</exception>
    public static IReadOnlyList<ChainFile> Read(string path, string folder, ProblemList problems)
    {
        if (Directory.Exists(path)) throw new InputException($"{path} is a folder. Name a scenario file in it.");
        if (!File.Exists(path)) throw new InputException($"{path} does not exist. Name a scenario file.");
        var root = RealPath.Of(folder);
        var chain = new List<ChainFile>();
        var visited = new List<(string Real, string Shown)>();
        var next = (Path: Path.GetFullPath(path), Shown: path);
        while (true)
        {
            visited.Add((RealPath.Of(next.Path), next.Shown));
            if (YamlTextReader.Read(next.Path, next.Shown, FileKind.Scenario, problems) is not { } read) break;
            if (YamlTreeReader.Read(next.Shown, read.Text, FileKind.Scenario, problems) is not { } tree) break;
            chain.Add(new ChainFile(new ScenarioSource(next.Shown, Convert.ToHexStringLower(SHA256.HashData(read.Bytes))), tree));
            if (tree["extends"] is not YamlScalar { IsNull: false } extends) break;
            if (Parent(next, extends, root, visited, problems) is not { } parent) break;
            next = parent;
        }

        chain.Reverse();
        return chain;
    }

    private static (string Path, string Shown)? Parent((string Path, string Shown) child, YamlScalar extends, string root, List<(string Real, string Shown)> visited, ProblemList problems)
    {
        var name = extends.Text;
        var quoted = ProblemList.Quote(name);
        if (string.IsNullOrWhiteSpace(name) || name.Any(char.IsControl) || Path.IsPathRooted(name) || name.Contains('\\', StringComparison.Ordinal) || name.Contains(':', StringComparison.Ordinal))
        {
            problems.Add(extends.At, $"'extends' names {quoted}.", "Name a file relative to this one, with '/' between folders, for example ../baseline.yaml.");
            return null;
        }

        var path = Path.GetFullPath(name, Path.GetDirectoryName(child.Path)!);
        var real = RealPath.Of(path);
        if (!RealPath.IsInside(real, root))
        {
            problems.Add(extends.At, $"'extends' leads out of the folder that scenarios are read from: {quoted}.", "Name a file inside that folder, or start from a folder that holds both files.");
            return null;
        }

        if (!File.Exists(real))
        {
            problems.Add(extends.At, $"'extends' names {quoted}, which does not exist.", SiblingAdvice(path));
            return null;
        }

        var shown = Path.Join(Path.GetDirectoryName(child.Shown), name);
        var ring = visited.FindIndex(v => v.Real == real);
        if (ring >= 0)
        {
            var files = visited.Skip(ring).Select(v => v.Shown).Append(visited[ring].Shown);
            problems.Add(extends.At, $"The scenario extends itself: {string.Join(" -> ", files)}.", "Let one file of the ring stand on its own.");
            return null;
        }

        if (visited.Count == MostFiles)
        {
            problems.Add(extends.At, $"More than {MostFiles} files extend one another.", "Put what they say into fewer files.");
            return null;
        }

        return (path, shown);
    }

    private static string SiblingAdvice(string path)
    {
        var folder = Path.GetDirectoryName(path)!;
        if (!Directory.Exists(folder)) return "Its folder does not exist either.";
        var files = Directory.EnumerateFiles(folder, "*.yaml").Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal).ToList();
        return files.Count == 0 ? "Its folder holds no .yaml file." : TreeChecker.Nearest(Path.GetFileName(path), files);
    }
}
