using System.Runtime.CompilerServices;

namespace Benchmarks.Harness;

/// <summary>The folder of this project.</summary>
internal static class ProjectFolder
{
    internal static string Path { get; } = Find();

    /// <summary>The folder of the repository.</summary>
    internal static string Repository { get; } = System.IO.Path.GetFullPath(System.IO.Path.Combine(Path, "..", ".."));

    /// <summary>Where results are written.</summary>
    internal static string Results { get; } = System.IO.Path.Combine(Path, "results");

    private static string Find([CallerFilePath] string thisFile = "")
    {
        // The path of this file when it was compiled; on a deterministic build it may be mapped, and then the working folder serves.
        var folder = System.IO.Path.GetFullPath(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(thisFile)!, ".."));
        return Directory.Exists(folder) ? folder : Directory.GetCurrentDirectory();
    }
}
