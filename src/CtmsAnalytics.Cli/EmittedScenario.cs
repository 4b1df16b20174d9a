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

    /// <summary>The baseline as the file names it.</summary>
    /// <param name="file">The file.</param>
    /// <param name="baseline">File of the scenario that it extends.</param>
    /// <returns>Path from the folder of the file, with <c>/</c> between folders.</returns>
    public static string Extends(string file, string baseline) =>
        Path.GetRelativePath(Path.GetDirectoryName(Path.GetFullPath(file))!, Path.GetFullPath(baseline)).Replace(Path.DirectorySeparatorChar, '/');

    /// <summary>Writes beside the target and reads that back before it is put in place, so that what stands in the file is what was studied.</summary>
    /// <param name="file">The file; what it held stays where the text is refused.</param>
    /// <param name="text">The text.</param>
    /// <param name="check">Reads the file that it is given, and throws where it does not say what was studied.</param>
    /// <exception cref="InputException">The check refused the text; it was not kept.</exception>
    public static void Write(string file, string text, Action<string> check)
    {
        var partial = file + ".partial";
        try
        {
            File.WriteAllText(partial, text);
            check(partial);
            File.Move(partial, file, overwrite: true);
        }
        finally
        {
            File.Delete(partial);
        }
    }

    private static bool IsInside(string path, string folder) => Path.GetFullPath(path).StartsWith(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
