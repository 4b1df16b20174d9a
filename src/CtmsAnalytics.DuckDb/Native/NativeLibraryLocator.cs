using System.Reflection;
using System.Runtime.InteropServices;

namespace CtmsAnalytics.DuckDb.Native;

/// <summary>Finds the DuckDB library: beside the application, beside this assembly, then where the system looks.</summary>
internal static class NativeLibraryLocator
{
    private static readonly Lock Gate = new();
    private static nint _library;

    internal static void Register() => NativeLibrary.SetDllImportResolver(typeof(NativeLibraryLocator).Assembly, Resolve);

    /// <summary>The files that are tried, in order, for an application folder and an assembly folder.</summary>
    internal static IReadOnlyList<string> Candidates(string applicationFolder, string? assemblyFolder)
    {
        var found = new List<string>();
        foreach (var folder in new[] { applicationFolder, assemblyFolder })
        {
            if (string.IsNullOrEmpty(folder)) continue;
            AddOnce(found, Path.Combine(folder, "runtimes", Platform, "native", FileName));
            AddOnce(found, Path.Combine(folder, FileName));
        }
        return found;
    }

    /// <summary>What a person reads when the library is nowhere: what happened, where it was looked for, what to do.</summary>
    internal static string NotFoundMessage(IEnumerable<string> tried) =>
        $"The DuckDB library '{FileName}' for {Platform} was not found. Looked for: {string.Join("; ", tried)}; and where the system finds libraries. " +
        "Build the project once with access to the npm registry (the build fetches the library), or put the file in one of these places.";

    internal static string Platform
    {
        get
        {
            var system = OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux";
            return $"{system}-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}";
        }
    }

    private static string FileName =>
        OperatingSystem.IsWindows() ? "duckdb.dll" : OperatingSystem.IsMacOS() ? "libduckdb.dylib" : "libduckdb.so";

    private static void AddOnce(List<string> paths, string path)
    {
        if (!paths.Contains(path, StringComparer.Ordinal)) paths.Add(path);
    }

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? searchPath)
    {
        if (name != NativeMethods.Library) return 0;
        lock (Gate)
        {
            if (_library != 0) return _library;
            // A single-file application has no assembly location; its files are unpacked to the base directory.
            var location = assembly.Location;
            var candidates = Candidates(AppContext.BaseDirectory, location.Length == 0 ? null : Path.GetDirectoryName(location));
            foreach (var candidate in candidates)
            {
                if (File.Exists(candidate) && NativeLibrary.TryLoad(candidate, out _library)) return _library;
            }
            if (NativeLibrary.TryLoad(FileName, out _library)) return _library;
            throw new DllNotFoundException(NotFoundMessage(candidates));
        }
    }
}
