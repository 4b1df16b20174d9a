namespace CtmsAnalytics.Notebooks.Sessions;

/// <summary>How a cell ended.</summary>
/// <param name="ExecutionCount">Number of the execution in the session, from 1.</param>
/// <param name="Elapsed">Wall-clock time from the request to the last output.</param>
/// <param name="Error">Why it failed; null where it did not.</param>
public sealed record CellResult(int ExecutionCount, TimeSpan Elapsed, CellError? Error)
{
    /// <summary>Whether the cell ran to its end.</summary>
    public bool Succeeded => Error is null;
}
