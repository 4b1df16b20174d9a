using CtmsAnalytics.Notebooks.Documents;
using CtmsAnalytics.Notebooks.Sessions;

namespace CtmsAnalytics.Notebooks.Running;

/// <summary>A notebook that was run.</summary>
/// <param name="Notebook">The notebook with its outputs, as far as it was run.</param>
/// <param name="Cells">The cells that were run, in order.</param>
/// <param name="Elapsed">Wall-clock time of the whole run.</param>
public sealed record NotebookRun(NotebookDocument Notebook, IReadOnlyList<CellRun> Cells, TimeSpan Elapsed)
{
    /// <summary>The cell that failed; null where all ran to their end.</summary>
    public CellRun? Failed => Cells.Count > 0 && !Cells[^1].Result.Succeeded ? Cells[^1] : null;
}

/// <summary>A cell that was run.</summary>
/// <param name="Number">Number of the cell in the file, Markdown cells counted, from 1.</param>
/// <param name="Id">The cell's id.</param>
/// <param name="Result">How it ended.</param>
/// <param name="RaisedExpected">Whether it failed and its tag <c>raises-exception</c> says that it does.</param>
public sealed record CellRun(int Number, string Id, CellResult Result, bool RaisedExpected);
