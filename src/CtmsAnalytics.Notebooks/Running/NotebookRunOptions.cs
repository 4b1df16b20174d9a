namespace CtmsAnalytics.Notebooks.Running;

/// <summary>How a notebook is run.</summary>
public sealed record NotebookRunOptions
{
    /// <summary>Values of parameters, name to text.</summary>
    /// <value>Default none.</value>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();

    /// <summary>Folder of the workspace.</summary>
    /// <value>Default null: the session is started on none.</value>
    public string? Workspace { get; init; }

    /// <summary>Longest time that one cell may run.</summary>
    /// <value>Default ten minutes.</value>
    public TimeSpan CellTimeout { get; init; } = TimeSpan.FromMinutes(10);
}
