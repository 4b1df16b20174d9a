namespace CtmsAnalytics.Notebooks.Serving;

/// <summary>How a process that serves a session is started.</summary>
/// <param name="File">Program.</param>
/// <param name="Arguments">Its arguments, before those that name the workspace.</param>
public sealed record SessionProgram(string File, IReadOnlyList<string> Arguments)
{
    /// <summary>Most memory that a session may have, bytes.</summary>
    /// <value>Default null: three quarters of the machine's.</value>
    public long? MemoryLimit { get; init; }
}
