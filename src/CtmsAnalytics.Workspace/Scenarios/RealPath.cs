namespace CtmsAnalytics.Workspace.Scenarios;

/// <summary>Paths with their symbolic links followed, so that a link cannot lead out of a folder unseen.</summary>
internal static class RealPath
{
    private const int MostLinks = 40;

    /// <summary>The full path with every symbolic link on it followed.</summary>
    /// <param name="path">A path; what does not exist on it is kept as it is written.</param>
    /// <returns>The real path.</returns>
    /// <exception cref="IOException">The links run in a ring.</exception>
    public static string Of(string path)
    {
        var links = 0;
        return Follow(Path.GetFullPath(path), ref links);
    }

    /// <summary>True when a path is inside a folder.</summary>
    /// <param name="path">Full path.</param>
    /// <param name="folder">Full path of the folder.</param>
    /// <returns>Whether it is inside.</returns>
    public static bool IsInside(string path, string folder) =>
        path.StartsWith(Path.TrimEndingDirectorySeparator(folder) + (Path.GetPathRoot(folder) == folder ? "" : Path.DirectorySeparatorChar), StringComparison.Ordinal);

    private static string Follow(string full, ref int links)
    {
        var root = Path.GetPathRoot(full)!;
        var current = root;
        foreach (var part in full[root.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            var next = Path.Combine(current, part);
            if (new FileInfo(next).LinkTarget is { } target)
            {
                if (++links > MostLinks) throw new IOException($"The symbolic links on {full} run in a ring.");
                next = Follow(Path.GetFullPath(target, current), ref links);
            }

            current = next;
        }

        return current;
    }
}
