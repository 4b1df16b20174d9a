using System.CommandLine;
using System.Globalization;
using System.Text.RegularExpressions;
using CtmsAnalytics.Cli.Notebooks;
using CtmsAnalytics.Cli.Output;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Notebooks.Running;
using CtmsAnalytics.Notebooks.Starting;
using CtmsAnalytics.Workspace;
using Spectre.Console;

namespace CtmsAnalytics.Cli.Commands;

/// <summary><c>ctms notebook</c>: runs notebooks from their first cell to the last, and starts new ones.</summary>
public static partial class NotebookCommand
{
    private static readonly string[] RunExamples =
    [
        "notebook run notebooks/*.ipynb -w work",
        "notebook run notebooks/07-budget-with-uncertainty.ipynb --param draws=2000 --html budget.html",
        "notebook run what-if.ipynb --out runs --timeout 60",
    ];

    private static readonly string[] NewExamples = ["notebook new what-if.ipynb -w work"];

    /// <summary>Creates the command.</summary>
    /// <param name="console">Where results are printed.</param>
    /// <returns>The command.</returns>
    public static Command Create(IAnsiConsole console) => new("notebook", "Runs notebooks (.ipynb) with C# and SQL cells, and starts new ones.") { Run(console), New(console) };

    private static CommandWithExamples Run(IAnsiConsole console)
    {
        var files = new Argument<string[]>("notebook") { HelpName = "FILE.ipynb", Description = "Notebooks, run one after the other, each from a fresh start.", Arity = ArgumentArity.OneOrMore };
        var workspace = new Option<string?>(WorkspaceOption.Name, "-w")
        {
            Description = "Folder of the workspace: SQL cells ask it, and a parameter 'workspace' is set to it.",
            HelpName = "DIR",
        };
        var parameters = new Option<string[]>("--param", "-p") { Description = "Value of a parameter that the notebook declares; may be given several times.", HelpName = "NAME=VALUE", DefaultValueFactory = _ => [] };
        var output = new Option<string?>("--out", "-o") { Description = "Folder for the notebooks that were run; without it they take the place of those that were read.", HelpName = "DIR" };
        var html = new Option<string?>("--html") { Description = "Writes a page as well: a file for one notebook, a folder for several.", HelpName = "OUT" };
        var timeout = new Option<double>("--timeout") { Description = "Longest time that one cell may run.", HelpName = "SECONDS", DefaultValueFactory = _ => new NotebookRunOptions().CellTimeout.TotalSeconds };
        var memory = new Option<string?>("--memory") { Description = "Most memory of a session, for example 2G; without it three quarters of the machine's.", HelpName = "SIZE" };
        var json = JsonOption.Create("Prints JSON instead of text: each notebook with its cells, times and errors.");
        var command = new CommandWithExamples("run", "Runs every C# and SQL cell of notebooks and keeps what they show.", RunExamples) { files, workspace, parameters, output, html, timeout, memory, json };
        command.Validators.Add(result =>
        {
            if (result.GetResult(timeout) is { Implicit: false } given && !(given.GetValueOrDefault<double>() is > 0 and <= 1_000_000)) result.AddError("--timeout is a number of seconds above 0.");
        });
        command.SetAction((parsed, cancellation) => Task.Run(
            () => new NotebookBatch(console, new NotebookBatchOptions(parsed.GetRequiredValue(files), Values(parsed.GetRequiredValue(parameters)))
            {
                Workspace = parsed.GetValue(workspace),
                Out = parsed.GetValue(output),
                Html = parsed.GetValue(html),
                CellTimeout = TimeSpan.FromSeconds(parsed.GetRequiredValue(timeout)),
                MemoryLimit = parsed.GetValue(memory) is { } size ? Bytes(size) : null,
                Json = parsed.GetValue(json),
            }).Run(cancellation),
            cancellation));
        return command;
    }

    private static CommandWithExamples New(IAnsiConsole console)
    {
        var file = new Argument<string>("file") { HelpName = "FILE.ipynb", Description = "File of the notebook; it must not be there." };
        var workspace = WorkspaceOption.Create();
        var title = new Option<string?>("--title") { Description = "Heading; without it the name of the file.", HelpName = "TEXT" };
        var json = JsonOption.Create("Prints JSON instead of text: the file and the workspace.");
        var command = new CommandWithExamples("new", "Starts a notebook on a workspace: parameters, the people, a first proposal.", NewExamples) { file, workspace, title, json };
        command.SetAction(parsed =>
        {
            var path = parsed.GetRequiredValue(file);
            if (!path.EndsWith(".ipynb", StringComparison.OrdinalIgnoreCase)) throw new InputException($"{path}: The name of a notebook ends in .ipynb.");
            OutputFile.Check(path, "notebook", "another name", ".ipynb");
            if (File.Exists(path)) throw new InputException($"{path}: The file is there already. Name another one.");
            var folder = parsed.GetRequiredValue(workspace);
            using (AnalystWorkspace.Open(folder, readOnly: true))
            {
            }

            var own = Path.GetDirectoryName(Path.GetFullPath(path))!;
            var notebook = NewNotebook.Create(parsed.GetValue(title) ?? Path.GetFileNameWithoutExtension(path), Path.GetRelativePath(own, Path.GetFullPath(folder)));
            OutputFile.Write(path, writer => writer.Write(notebook.ToJson()));
            if (parsed.GetValue(json))
            {
                console.Line(JsonText.Write(new { File = Path.GetFullPath(path), Workspace = Path.GetFullPath(folder) }));
                return ExitCode.Success;
            }

            console.Remark($"Notebook: {SafeText.Escape(Path.GetFullPath(path))}");
            console.Remark($"Run it with: ctms notebook run {SafeText.Escape(path)}, or open it in Jupyter after ctms kernel install.");
            return ExitCode.Success;
        });
        return command;
    }

    private static Dictionary<string, string> Values(string[] texts)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var text in texts)
        {
            var at = text.IndexOf('=', StringComparison.Ordinal);
            if (at <= 0) throw new InputException($"--param {text}: Write the name of a parameter and its value, for example year=2029.");
            if (!values.TryAdd(text[..at].Trim(), text[(at + 1)..])) throw new InputException($"--param {text}: The parameter '{text[..at].Trim()}' has a value already.");
        }

        return values;
    }

    private static long Bytes(string text)
    {
        var match = Size().Match(text);
        const int Kilo = 10;
        if (match.Success && int.TryParse(match.Groups["number"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0)
            return (long)number << (Kilo * (match.Groups["unit"].Value.ToUpperInvariant() switch { "K" => 1, "M" => 2, _ => 3 }));
        throw new InputException($"--memory {text}: Write a whole number with its unit, for example 512M or 2G.");
    }

    [GeneratedRegex("^(?<number>[0-9]{1,7})(?<unit>[KMGkmg])B?$", RegexOptions.CultureInvariant)]
    private static partial Regex Size();
}
