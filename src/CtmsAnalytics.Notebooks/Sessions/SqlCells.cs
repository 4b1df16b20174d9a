namespace CtmsAnalytics.Notebooks.Sessions;

internal sealed class SqlCells(CSharpCells csharp, NotebookSession session)
{
    public (bool HasValue, object? Value) Run(CellCode cell, CancellationToken cancellation) => (session is null || csharp is null || cell is null || cancellation.IsCancellationRequested, null);
}
