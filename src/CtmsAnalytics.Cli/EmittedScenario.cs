using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Workspace.Scenarios;

namespace CtmsAnalytics.Cli;

/// <summary>A scenario file that a study writes with <c>--emit</c>, which extends the scenario that the study started from.</summary>
internal static class EmittedScenario
{
    /// <summary>Checks before any work that the file can be written and can extend the baseline.</summary>
    /// <param name="file">The file.</param>
    /// <param name="baseline">File of the scenario that it extends.</param>
    /// <exception cref="InputException">Its folder does not exist, it is the baseline itself, or it cannot extend it.</exception>
    public static void Check(string file, string baseline)
    {
        OutputFile.Check(file, "scenario", "--emit", ".yaml");
        if (Path.GetFullPath(file) == Path.GetFullPath(baseline)) throw new InputException($"--emit {file}: This is the baseline itself. Name another file.");
        Extends(file, baseline);
    }

    /// <summary>What the file says after <c>extends:</c>.</summary>
    /// <param name="file">The file.</param>
    /// <param name="baseline">File of the scenario that it extends.</param>
    /// <returns>A path relative to the file, or the name of a shipped scenario.</returns>
    /// <exception cref="InputException">No folder that scenarios are read from holds both.</exception>
    public static string Extends(string file, string baseline) => ScenarioLoading.ExtendsText(file, baseline) ?? throw new InputException(
        $"--emit {file}: A scenario there cannot extend {baseline}. Name a file beside it, start from a folder that holds both, or copy {Path.GetFileName(baseline)} beside {file} and name the copy as the baseline.");

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
}
