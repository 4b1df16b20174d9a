using System.Diagnostics;
using System.Globalization;
using CtmsAnalytics.Notebooks.Display;
using CtmsAnalytics.Workspace.Queries;

namespace CtmsAnalytics.Notebooks.Sessions;

/// <summary>
/// Runs the cells of one notebook, C# and SQL, one after the other, with what they declare kept between them. One cell at a time; <see cref="Interrupt"/> may come from any thread.
/// </summary>
public sealed partial class NotebookSession : IDisposable
{
    private readonly CSharpCells _csharp;
    private readonly SqlCells _sql;
    private readonly Lock _gate = new();
    private readonly DisplayFormatter _formatter = new();
    private CancellationTokenSource? _running;
    private readonly AsyncLocal<ICellOutput?> _output = new();
    private bool _interrupted;
    private int _executions;
    private int _displays;

    /// <summary>Starts a session; nothing is compiled yet.</summary>
    /// <param name="options">Folder and workspace.</param>
    public NotebookSession(SessionOptions? options = null)
    {
        Folder = Path.GetFullPath(options?.Folder ?? ".");
        Workspace = options?.Workspace is { } workspace ? Path.GetFullPath(workspace) : null;
        _csharp = new CSharpCells(new NotebookGlobals(this), Folder);
        _sql = new SqlCells(_csharp, this);
    }

    /// <summary>Folder that relative paths in cells are read from.</summary>
    public string Folder { get; }

    /// <summary>Folder of the workspace; null where the session was started on none.</summary>
    public string? Workspace { get; }

    /// <summary>The result of the latest SQL cell; null before the first.</summary>
    internal ResultTable? LastSqlResult { get; set; }

    /// <summary>Stops when the running cell is interrupted; never where none runs.</summary>
    internal CancellationToken Interrupted => _running?.Token ?? CancellationToken.None;

    /// <summary>Compiles a trivial cell, so that the first one of the user does not wait for the compiler to load.</summary>
    public void WarmUp() => _csharp.Submission("1", "warm-up").Compile();

    /// <summary>Runs a cell.</summary>
    /// <param name="source">Its source: C#, or SQL after a line <c>#!sql</c>.</param>
    /// <param name="output">Takes what it puts out.</param>
    /// <param name="options">Name of the cell in errors, language, and when it is to be stopped.</param>
    /// <returns>How it ended. A failing cell is a result and no exception.</returns>
    /// <exception cref="InvalidOperationException">A cell is running already.</exception>
    public CellResult Execute(string source, ICellOutput output, CellOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(output);
        var asked = options ?? new CellOptions();
        using var running = CancellationTokenSource.CreateLinkedTokenSource(asked.Cancellation);
        lock (_gate)
        {
            if (_running is not null) throw new InvalidOperationException("A cell of the session is running already.");
            (_running, _interrupted) = (running, false);
        }

        var started = Stopwatch.GetTimestamp();
        var count = ++_executions;
        var name = asked.Name ?? string.Create(CultureInfo.InvariantCulture, $"cell {count}");
        try
        {
            if (asked.Timeout is { } limit) running.CancelAfter(limit);
            var error = Run(source, name, asked, output, running.Token);
            return new CellResult(count, Stopwatch.GetElapsedTime(started), error);
        }
        finally
        {
            lock (_gate) _running = null;
        }
    }

    /// <summary>Stops the running cell. What it declared before stays; a cell that does not stop within moments can only be ended with its process.</summary>
    public void Interrupt()
    {
        lock (_gate)
        {
            _interrupted = true;
            _running?.Cancel();
        }
    }

    /// <summary>Ends the renderer of charts.</summary>
    public void Dispose() => _formatter.Dispose();

    internal DisplayedValue Display(object? value)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"display-{++_displays}");
        Show(value, id, isUpdate: false);
        return new DisplayedValue(id, later => Show(later, id, isUpdate: true));
    }

    private void Show(object? value, string id, bool isUpdate)
    {
        var bundle = _formatter.Format(value);
        lock (_gate) _output.Value?.Display(bundle, id, isUpdate);
    }

    private CellError? Run(string source, string name, CellOptions asked, ICellOutput output, CancellationToken cancellation)
    {
        CellCode cell;
        try
        {
            cell = CellCode.Of(source, asked.Language);
        }
        catch (FormatException exception)
        {
            return CellErrors.At("Option", 1, 1, exception.Message, source);
        }

        try
        {
            if (cell.Language is not { } language)
                return CellErrors.At("Language", 1, 1, $"#!{cell.Magic} is a language that this session does not run. It runs C#, and SQL after #!sql.", source);
            using var console = ConsoleCapture.Into((isError, text) =>
            {
                lock (_gate) output.Stream(isError, text);
            });
            _output.Value = output;
            MimeBundle? shown = null;
            CellThread.Run(
                () =>
                {
                    var (hasValue, value) = language == CellLanguage.Sql ? _sql.Run(cell, cancellation) : _csharp.Run(cell.Text, name, cancellation);
                    // A sequence that is worked out as it is shown can be interrupted like the cell.
                    if (hasValue) shown = _formatter.Format(value);
                },
                cancellation);
            if (shown is not null) output.Result(shown);
            return null;
        }
        catch (CellException exception)
        {
            return exception.Error;
        }
        catch (Exception) when (cancellation.IsCancellationRequested)
        {
            return _interrupted || asked.Cancellation.IsCancellationRequested || asked.Timeout is not { } limit
                ? new CellError("Interrupted", null, null, "The cell was interrupted. What the cells before it declared stays.", [])
                : new CellError("TimedOut", null, null, string.Create(CultureInfo.InvariantCulture, $"The cell ran longer than {limit.TotalSeconds:0.###} seconds and was stopped."), []);
        }
        catch (Exception exception)
        {
            return CellErrors.OfException(exception, source, name);
        }
    }
}
