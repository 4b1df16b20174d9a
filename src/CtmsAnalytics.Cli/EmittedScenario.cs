using CtmsAnalytics.Diagnostics;

namespace CtmsAnalytics.Cli;

/// <summary>A scenario file that a study writes with <c>--emit</c>, which extends the scenario that the study started from.</summary>
internal static class EmittedScenario
{
    /// <summary>Checks before any work that the file can be written and can extend the baseline.</summary>
    /// <param name="file">The file.</param>
    /// <param name="baseline">File of the scenario that it extends.</param>
    /// <exception cref="InputException">Its folder does not exist, it is the baseline itself, or no folder holds both.</exception>
    public static void Check(string file, string baseline)
    {
        OutputFile.Check(file, "scenario", "--emit", ".yaml");
        if (Path.GetFullPath(file) == Path.GetFullPath(baseline)) throw new InputException($"--emit {file}: This is the baseline itself. Name another file.");
        // A scenario extends files of the present folder where it lies in it, and otherwise files of its own folder.
        var present = Path.TrimEndingDirectorySeparator(Environment.CurrentDirectory);
        var root = IsInside(file, present) ? present : Path.GetDirectoryName(Path.GetFullPath(file))!;
        if (!IsInside(baseline, root)) throw new InputException($"--emit {file}: A scenario there cannot extend {baseline}, which lies outside {root}. Name a file beside the baseline, or start from a folder that holds both.");
    }

    private static bool IsInside(string path, string folder) => Path.GetFullPath(path).StartsWith(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
