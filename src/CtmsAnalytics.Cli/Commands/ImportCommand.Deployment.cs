using System.CommandLine;
using CtmsAnalytics.Workspace.Imports;
using Spectre.Console;

namespace CtmsAnalytics.Cli.Commands;

/// <content><c>ctms import assignments FILE</c> and <c>ctms import hours FILE</c>.</content>
public static partial class ImportCommand
{
    private static CommandWithExamples Assignments(IAnsiConsole console)
    {
        var file = new Argument<string>("FILE") { Description = "Assignments with the information of 158.706(e) and who holds them, .csv or .xlsx." };
        var map = Map("Activities=statement");
        var roster = RosterOption.Create();
        var strict = Strict();
        var workspace = WorkspaceOption.Create();
        var json = JsonOption.Create("Prints JSON instead of text: one report for each file that was imported.");
        var command = new CommandWithExamples("assignments", "Imports assignments, open and held; the list becomes the current one.", ["import assignments data/sample/assignments.csv -w work"]) { file, map, roster, strict, workspace, json };
        command.SetAction((parsed, cancellation) => Task.Run(
            () =>
            {
                var options = new DeploymentImportOptions { Map = Mappings(parsed.GetValue(map) ?? []), Roster = parsed.GetValue(roster) };
                return RunEach(console, parsed.GetRequiredValue(workspace), [parsed.GetRequiredValue(file)], parsed.GetValue(strict), parsed.GetValue(json), (w, path, _) => w.ImportAssignments(path, options, cancellation));
            },
            cancellation));
        return command;
    }

    private static CommandWithExamples Hours(IAnsiConsole console)
    {
        var file = new Argument<string>("FILE") { Description = "Hours worked, one row for each person and work period, .csv or .xlsx." };
        var map = Map("Reg Hrs=worked");
        var roster = RosterOption.Create();
        var replace = new Option<bool>("--replace") { Description = "Let hours that differ from the ones in the workspace take their place." };
        var strict = Strict();
        var workspace = WorkspaceOption.Create();
        var json = JsonOption.Create("Prints JSON instead of text: one report for each file that was imported.");
        var command = new CommandWithExamples("hours", "Imports hours worked, time-off used and non-pay hours by work period (158.705).", ["import hours data/sample/hours.csv -w work"]) { file, map, roster, replace, strict, workspace, json };
        command.SetAction((parsed, cancellation) => Task.Run(
            () =>
            {
                var options = new DeploymentImportOptions { Map = Mappings(parsed.GetValue(map) ?? []), Roster = parsed.GetValue(roster), Replace = parsed.GetValue(replace) };
                return RunEach(console, parsed.GetRequiredValue(workspace), [parsed.GetRequiredValue(file)], parsed.GetValue(strict), parsed.GetValue(json), (w, path, _) => w.ImportHours(path, options, cancellation));
            },
            cancellation));
        return command;
    }
}
