using System.Diagnostics;
using System.Globalization;
using CtmsAnalytics.Notebooks.Documents;
using CtmsAnalytics.Notebooks.Serving;
using CtmsAnalytics.Notebooks.Sessions;

namespace CtmsAnalytics.Notebooks.Running;

/// <summary>Runs notebooks from their first cell to the last, each in a session of its own.</summary>
/// <param name="program">How a session's process is started.</param>
/// <param name="time">Tells the time that is written into notebooks that keep it.</param>
public sealed class NotebookRunner(SessionProgram program, TimeProvider time)
{
    /// <summary>A cell with this tag is expected to fail, and the run goes on behind it (the convention of Jupyter's own runner).</summary>
    public const string RaisesTag = "raises-exception";

    /// <summary>Starts the session of a notebook ahead of its run, so that it loads while another one runs.</summary>
    /// <param name="path">File of the notebook.</param>
    /// <param name="options">How it is run.</param>
    /// <returns>The session, in the notebook's folder.</returns>
    public SessionProcess Prepare(string path, NotebookRunOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return SessionProcess.Start(program, new SessionOptions { Folder = Path.GetDirectoryName(Path.GetFullPath(path)), Workspace = options.Workspace });
    }

    /// <summary>Runs a notebook. Markdown, raw cells and cells in languages that nothing here runs are left alone.</summary>
    /// <param name="notebook">The notebook with its parameters put in; it is not changed.</param>
    /// <param name="session">A session that nothing was run in.</param>
    /// <param name="options">How it is run.</param>
    /// <param name="progress">Receives the number of the cell that begins; null for none.</param>
    /// <param name="cancellation">Interrupts the running cell and ends the run.</param>
    /// <returns>The notebook with its outputs, up to the cell that failed.</returns>
    public NotebookRun Run(NotebookDocument notebook, SessionProcess session, NotebookRunOptions options, IProgress<int>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(notebook);
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(options);
        var started = Stopwatch.GetTimestamp();
        var result = notebook.Clone();
        foreach (var cell in result.Cells.Where(Runs)) cell.Clear();
        var runs = new List<CellRun>();
        for (var i = 0; i < result.Cells.Count; i++)
        {
            var cell = result.Cells[i];
            if (!Runs(cell)) continue;
            progress?.Report(i + 1);
            var run = Run(cell, i + 1, session, options, result.IsStable, cancellation);
            runs.Add(run);
            if (!run.Result.Succeeded && !run.RaisedExpected) break;
        }

        return new NotebookRun(result, runs, Stopwatch.GetElapsedTime(started));
    }

    /// <summary>Whether a cell is one that a session runs: code that is not empty, in C# or SQL.</summary>
    /// <param name="cell">The cell.</param>
    /// <returns>True for cells that are run.</returns>
    public static bool Runs(NotebookCell cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        if (!cell.IsCode || string.IsNullOrWhiteSpace(cell.Source)) return false;
        try
        {
            return CellCode.Of(cell.Source, cell.Language).Language is not null;
        }
        catch (FormatException)
        {
            // The session says what is wrong with the line.
            return true;
        }
    }

    private CellRun Run(NotebookCell cell, int number, SessionProcess session, NotebookRunOptions options, bool stable, CancellationToken cancellation)
    {
        var begun = time.GetUtcNow();
        var output = new NotebookCell.OutputCollector();
        var ran = session.Execute(cell.Source, output, new CellOptions
        {
            Name = string.Create(CultureInfo.InvariantCulture, $"cell {number}"),
            Language = cell.Language,
            Timeout = options.CellTimeout,
            Cancellation = cancellation,
        });
        if (ran.Error is { } error) output.Error(error);
        output.Number(ran.ExecutionCount);
        cell.SetOutputs(output.Outputs, ran.ExecutionCount, stable ? null : (begun, ran.Elapsed));
        return new CellRun(number, cell.Id, ran, !ran.Succeeded && cell.Tags.Contains(RaisesTag));
    }
}
