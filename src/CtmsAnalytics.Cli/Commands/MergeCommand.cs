using System.CommandLine;
using CtmsAnalytics.Cli.Output;
using CtmsAnalytics.Workspace.Simulations;
using Spectre.Console;

namespace CtmsAnalytics.Cli.Commands;

/// <summary><c>ctms merge partials/</c>: puts the shards of a simulation together, prints the same as the whole simulation would, and stores the run.</summary>
public static class MergeCommand
{
    private static readonly string[] Examples =
    [
        "merge partials -w work",
        "merge partials/a.ctms partials/b.ctms -w work --out merged --budget 2027=42M",
    ];

    /// <summary>Creates the command.</summary>
    /// <param name="console">Where the page is printed.</param>
    /// <returns>The command.</returns>
    public static Command Create(IAnsiConsole console)
    {
        var paths = new Argument<string[]>("path") { Description = "Folders that ctms simulate --out has written, or single files of them. Shards carry no budgets: give --budget here.", Arity = ArgumentArity.OneOrMore };
        var workspace = WorkspaceOption.Create();
        var output = new Option<string?>("--out", "-o") { Description = "Folder for the file of all draws.", HelpName = "DIR" };
        var report = new SimulationReport();
        var command = new CommandWithExamples("merge", "Puts the shards of a simulation together: the same report, the same bytes.", Examples) { paths, workspace, output };
        report.AddTo(command);
        command.SetAction((parsed, cancellation) => Task.Run(
            () =>
            {
                var asked = report.Read(parsed);
                var folder = parsed.GetValue(output);
                if (folder is not null) OutputFolder.Require(folder, "--out");
                var shards = ShardSet.Open(parsed.GetRequiredValue(paths));
                var tallies = ConsoleProgress.Run(console, show: true, "Merging", progress => shards.Merge(progress, cancellation));
                asked.CheckYears(tallies[0].Layout.FiscalYears);
                if (folder is not null) ShardFile.Write(Path.Combine(folder, shards.Whole.FileName + ShardHeader.Extension), shards.Whole, tallies);
                asked.Finish(console, SimulatedRun.Create(shards.Whole, tallies), parsed.GetRequiredValue(workspace), null);
                return ExitCode.Success;
            },
            cancellation));
        return command;
    }
}
