namespace CtmsAnalytics.Notebooks.Sessions;

/// <summary>How a cell is run.</summary>
public sealed record CellOptions
{
    /// <summary>Name of the cell in errors and stack traces.</summary>
    /// <value>Default <c>cell N</c> with the number of the execution.</value>
    public string? Name { get; init; }

    /// <summary>Language that the notebook names for the cell; a line <c>#!sql</c> or <c>#!csharp</c> in the source goes before it.</summary>
    /// <value>Default null: C#.</value>
    public string? Language { get; init; }

    /// <summary>Longest time that the cell may run.</summary>
    /// <value>Default null: no limit.</value>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Stops the cell.</summary>
    /// <value>Default none.</value>
    public CancellationToken Cancellation { get; init; }
}
