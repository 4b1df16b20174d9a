namespace CtmsAnalytics.Cli;

/// <summary>How another program starts this one at any later time.</summary>
internal static class OwnLauncher
{
    private static readonly string ClonedBuild = Path.Combine("src", "CtmsAnalytics.Cli", "bin");

    /// <summary>In a clone its launcher, which builds what has changed; elsewhere the installed program.</summary>
    public static IReadOnlyList<string> Command => Launcher() is { } launcher ? [launcher] : OwnProgram.Command;

    private static string? Launcher()
    {
        if (OperatingSystem.IsWindows() || AppContext.BaseDirectory.LastIndexOf(ClonedBuild, StringComparison.Ordinal) is not (> 0 and var end)) return null;
        var launcher = Path.Combine(AppContext.BaseDirectory[..end], "ctms");
        return File.Exists(launcher) ? launcher : null;
    }
}
