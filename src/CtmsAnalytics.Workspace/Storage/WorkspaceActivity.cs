using System.Diagnostics;

namespace CtmsAnalytics.Workspace.Storage;

/// <summary>What the workspace does, for who listens: files read, the database opened or raised.</summary>
internal static class WorkspaceActivity
{
    private static readonly ActivitySource Source = new(AnalystWorkspace.ActivitySourceName);

    /// <summary>Begins to read a file.</summary>
    public static Activity? Reading(string file) => Start("file.read", $"read {file}");

    /// <summary>Begins a step.</summary>
    public static Activity? Start(string name, string what)
    {
        var activity = Source.StartActivity(name);
        if (activity is not null) activity.DisplayName = what;
        return activity;
    }
}
