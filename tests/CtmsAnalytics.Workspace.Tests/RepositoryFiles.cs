namespace CtmsAnalytics.Workspace.Tests;

/// <summary>Files of the repository, and the genuine originals that stand beside it on some machines.</summary>
public static class RepositoryFiles
{
    public static string Root { get; } = FindRoot();

    public static string Market(string name) => Path.Combine(Root, "data", "market", name);

    public static string SampleRoster => Path.Combine(Root, "data", "sample", "roster.csv");

    /// <summary>A file of ../shared/data, looked for beside the repository and beside each folder above it.</summary>
    public static string Original(string name)
    {
        for (var folder = Path.GetDirectoryName(Root); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            var path = Path.Combine(folder, "shared", "data", name);
            if (File.Exists(path)) return path;
        }

        return Path.Combine(Root, "..", "shared", "data", name);
    }

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "CtmsAnalytics.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run inside the repository.");
        return folder;
    }
}

/// <summary>A test on a genuine file that is not part of the repository; skipped, saying so, where it is absent.</summary>
public sealed class OriginalFactAttribute : FactAttribute
{
    public OriginalFactAttribute(string name)
    {
        if (!File.Exists(RepositoryFiles.Original(name))) Skip = $"The original file {name} is not on this machine.";
    }
}
