namespace CtmsAnalytics.Notebooks.Sessions;

/// <content>What helps to write a cell.</content>
public sealed partial class NotebookSession
{
    private CellAssistance Assistance => field ??= new CellAssistance(_csharp, _sql);

    /// <summary>What may stand at a place in a cell.</summary>
    /// <param name="source">The cell.</param>
    /// <param name="position">Place in it, UTF-16 units from 0.</param>
    /// <returns>The candidates; none where nothing fits.</returns>
    public Completion Complete(string source, int position) => Assistance.Complete(source, position);

    /// <summary>What is known of the name at a place in a cell.</summary>
    /// <param name="source">The cell.</param>
    /// <param name="position">Place in it, UTF-16 units from 0.</param>
    /// <returns>Declaration, documentation and value; null where there is no name.</returns>
    public Inspection? Inspect(string source, int position) => Assistance.Inspect(source, position);

    /// <summary>Whether a cell is whole: a terminal runs it then, and otherwise asks for another line.</summary>
    /// <param name="source">The cell.</param>
    /// <returns>False where brackets, text or a statement are open.</returns>
    public static bool IsComplete(string source) => CellAssistance.IsComplete(source);
}
