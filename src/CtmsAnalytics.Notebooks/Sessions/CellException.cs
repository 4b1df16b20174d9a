namespace CtmsAnalytics.Notebooks.Sessions;

/// <summary>A cell that cannot be run, with its error as the user reads it.</summary>
/// <param name="error">The error.</param>
internal sealed class CellException(CellError error) : Exception(error.Message)
{
    public CellError Error => error;
}
