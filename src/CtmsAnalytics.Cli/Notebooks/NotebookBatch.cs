using System.Globalization;
using CtmsAnalytics.Cli.Output;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Notebooks.Documents;
using CtmsAnalytics.Notebooks.Pages;
using CtmsAnalytics.Notebooks.Running;
using CtmsAnalytics.Notebooks.Serving;
using CtmsAnalytics.Workspace;
using Spectre.Console;

namespace CtmsAnalytics.Cli.Notebooks;

/// <summary>What <c>ctms notebook run</c> is asked for.</summary>
/// <param name="Files">Notebooks.</param>
/// <param name="Parameters">Values of parameters.</param>
internal sealed record NotebookBatchOptions(IReadOnlyList<string> Files, IReadOnlyDictionary<string, string> Parameters)
{
    /// <summary>Folder of the workspace; null for none.</summary>
    public string? Workspace { get; init; }

    /// <summary>Folder for the notebooks that were run; null to write them where they were read.</summary>
    public string? Out { get; init; }

    /// <summary>File or folder of pages; null for none.</summary>
    public string? Html { get; init; }

    /// <summary>Longest time of a cell.</summary>
    public TimeSpan CellTimeout { get; init; }

    /// <summary>Most memory of a session, bytes; null for the default.</summary>
    public long? MemoryLimit { get; init; }

    /// <summary>Whether JSON is printed.</summary>
    public bool Json { get; init; }
}

/// <summary>Runs notebooks one after the other; a failing one is kept aside and ends the batch.</summary>
/// <param name="console">Where it is told.</param>
/// <param name="options">What is asked for.</param>
internal sealed class NotebookBatch(IAnsiConsole console, NotebookBatchOptions options)
{
    private const string WorkspaceParameter = "workspace";

    private readonly NotebookRunner _runner = new(SessionPrograms.Create(options.MemoryLimit), TimeProvider.System);

    private readonly NotebookRunOptions _run = new() { Parameters = options.Parameters, Workspace = options.Workspace is { } folder ? Path.GetFullPath(folder) : null, CellTimeout = options.CellTimeout };

    /// <summary>Runs the notebooks.</summary>
    /// <returns>The exit code.</returns>
    /// <exception cref="InputException">A notebook cannot be read, or a cell failed.</exception>
    public int Run(CancellationToken cancellation)
    {
        var notebooks = options.Files.Select(Read).ToList();
        Check();
        var results = new List<object>();
        var total = TimeSpan.Zero;
        var next = _runner.Prepare(options.Files[0], _run);
        for (var i = 0; i < notebooks.Count; i++)
        {
            using var session = next;
            // The next session loads its compiler while this one runs.
            if (i + 1 < notebooks.Count) next = _runner.Prepare(options.Files[i + 1], _run);
            try
            {
                var run = RunOne(options.Files[i], notebooks[i], session, cancellation);
                total += run.Elapsed;
                if (run.Failed is { } failed)
                {
                    var kept = Keep(options.Files[i], run.Notebook);
                    if (cancellation.IsCancellationRequested) throw new WorkStoppedException($"Stopped. {kept}: The notebook as far as it was run; what its cells stored in a workspace stays.", new OperationCanceledException(cancellation));
                    throw new InputException($"{string.Join('\n', failed.Result.Error!.Lines($"{options.Files[i]}: cell {failed.Number}"))}\n{kept}: The notebook as far as it was run.");
                }

                Write(options.Files[i], run);
                results.Add(Facts(options.Files[i], run));
            }
            catch
            {
                if (i + 1 < notebooks.Count) next.Dispose();
                throw;
            }
        }

        if (options.Json) console.Line(JsonText.Write(new { Notebooks = results }));
        else if (notebooks.Count > 1) console.Remark(string.Create(CultureInfo.InvariantCulture, $"{notebooks.Count} notebooks in {total.TotalSeconds:0.0} s."));
        return ExitCode.Success;
    }

    private NotebookRun RunOne(string file, NotebookDocument notebook, SessionProcess session, CancellationToken cancellation)
    {
        var cells = notebook.Cells.Count;
        var run = ConsoleProgress.Run(console, !options.Json, $"Running {SafeText.Escape(Path.GetFileName(file))}", progress =>
            _runner.Run(notebook, session, _run, progress is null ? null : new CellProgress(progress, cells), cancellation));
        if (!options.Json && run.Failed is null)
        {
            var first = run.Cells.Count == 0 ? TimeSpan.Zero : run.Cells[0].Result.Elapsed;
            console.Line(SafeText.Escape(string.Create(CultureInfo.InvariantCulture, $"{file}: {run.Cells.Count} {(run.Cells.Count == 1 ? "cell" : "cells")} in {run.Elapsed.TotalSeconds:0.0} s (the first {first.TotalSeconds:0.0} s)")));
        }

        return run;
    }

    private NotebookDocument Read(string file)
    {
        if (!File.Exists(file)) throw new InputException($"{file}: There is no such notebook.");
        var notebook = NotebookDocument.Parse(File.ReadAllText(file), file);
        if (notebook.Language is { } language && !NotebookDocument.IsRun(language)) throw new InputException($"{file}: The notebook is in {language}. C# and SQL cells are run here; Jupyter runs others.");
        var values = new Dictionary<string, string>(options.Parameters, StringComparer.Ordinal);
        // A notebook that declares its workspace takes the one of the command line.
        if (_run.Workspace is { } workspace && NotebookParameters.Declared(notebook).Any(p => p.Name == WorkspaceParameter)) values.TryAdd(WorkspaceParameter, workspace);
        NotebookParameters.Inject(notebook, values, file);
        return notebook;
    }

    /// <summary>What stands in the way is known before the first cell runs.</summary>
    private void Check()
    {
        if (options.Workspace is { } workspace)
        {
            using var opened = AnalystWorkspace.Open(workspace, readOnly: true);
        }

        if ((options.Out ?? options.Html) is { } target && options.Files.GroupBy(Path.GetFileName, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new InputException($"{(options.Out is null ? "--html" : "--out")} {target}: Two of the notebooks are called {twice.Key}. Run them into different folders.");
        if (options.Out is { } folder) OutputFolder.Require(folder, "--out");

        if (options.Html is not { } html) return;
        if (options.Files.Count == 1) OutputFile.Check(html, "page", "--html");
        else if (html.EndsWith(".html", StringComparison.OrdinalIgnoreCase) && !Directory.Exists(html)) throw new InputException($"--html {html}: Several notebooks have a page each. Name a folder for them.");
        else OutputFolder.Require(html, "--html");
    }

    private void Write(string file, NotebookRun run)
    {
        var target = options.Out is { } folder ? Path.Combine(folder, Path.GetFileName(file)) : file;
        OutputFile.Write(target, writer => writer.Write(run.Notebook.ToJson()));
        File.Delete(Aside(target));
        if (options.Html is not { } html) return;
        var name = Path.GetFileNameWithoutExtension(file);
        var page = options.Files.Count == 1 ? html : Path.Combine(html, name + ".html");
        OutputFile.Write(page, writer => writer.Write(NotebookPage.Write(run.Notebook, name)));
        if (!options.Json) console.Remark($"Page: {SafeText.Escape(Path.GetFullPath(page))}");
    }

    private string Keep(string file, NotebookDocument notebook)
    {
        var target = Aside(options.Out is { } folder ? Path.Combine(folder, Path.GetFileName(file)) : file);
        OutputFile.Write(target, writer => writer.Write(notebook.ToJson()));
        return target;
    }

    private static string Aside(string file) => Path.ChangeExtension(file, ".failed.ipynb");

    private static object Facts(string file, NotebookRun run) => new
    {
        File = file,
        Seconds = run.Elapsed.TotalSeconds,
        Cells = run.Cells.Select(c => new { c.Number, c.Id, c.Result.ExecutionCount, Milliseconds = c.Result.Elapsed.TotalMilliseconds, c.RaisedExpected }),
    };

    private sealed class CellProgress(IProgress<double> progress, int cells) : IProgress<int>
    {
        public void Report(int value) => progress.Report((value - 1.0) / cells);
    }
}
