namespace CtmsAnalytics.Notebooks.Sessions;

/// <summary>What a session starts with.</summary>
public sealed record SessionOptions
{
    /// <summary>Folder that relative paths in cells are read from.</summary>
    /// <value>Default the present folder of the process.</value>
    public string? Folder { get; init; }

    /// <summary>Folder of the workspace that SQL cells ask and that <c>workspace</c> names in C# cells.</summary>
    /// <value>Default null: SQL cells need a C# variable <c>workspace</c> with the folder's path.</value>
    public string? Workspace { get; init; }
}
