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
}
