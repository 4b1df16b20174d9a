using System.CommandLine;
using System.Globalization;
using CtmsAnalytics.Cli.Output;
using CtmsAnalytics.Workspace;
using Spectre.Console;
using static CtmsAnalytics.Cli.Output.ColumnKind;
using static CtmsAnalytics.Cli.Output.TextPage;

namespace CtmsAnalytics.Cli.Commands;

/// <summary><c>ctms runs</c>: lists the stored runs, which reports, budgets and exports are made of.</summary>
public static class RunsCommand
{
    private static readonly string[] Examples = ["runs -w work", "runs -w work --json"];

    /// <summary>Creates the command.</summary>
    /// <param name="console">Where the table is printed.</param>
    /// <returns>The command.</returns>
    public static Command Create(IAnsiConsole console)
    {
        var workspace = WorkspaceOption.Create();
        var json = JsonOption.Create("Prints the runs as JSON instead of a table.");
        var command = new CommandWithExamples("runs", "Lists the runs of a workspace, the latest first.", Examples) { workspace, json };
        command.SetAction(parsed =>
        {
            using var opened = AnalystWorkspace.Open(parsed.GetRequiredValue(workspace), readOnly: true);
            var runs = opened.Runs();
            if (parsed.GetValue(json))
            {
                console.Line(JsonText.Write(runs));
                return ExitCode.Success;
            }

            Fit(console);
            if (runs.Count == 0)
            {
                console.Line("No run yet. Make one with ctms compare or ctms simulate.");
                return ExitCode.Success;
            }

            var table = Table(("Run", Code), ("Draws", Figure), ("Stored (UTC)", Code), ("Scenarios", Words), ("Report", Code));
            foreach (var run in runs)
            {
                Row(
                    table,
                    run.RunId,
                    run.Draws == 0 ? "none" : run.Draws.ToString("N0", CultureInfo.InvariantCulture),
                    run.SavedAt.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
                    string.Join(" / ", run.Scenarios),
                    run.HasFacts ? "yes" : "run again");
            }

            console.Write(table);
            return ExitCode.Success;
        });
        return command;
    }
}
