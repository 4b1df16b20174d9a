using System.CommandLine;
using System.Text.Json.Nodes;
using CtmsAnalytics.Cli.Output;
using CtmsAnalytics.Workspace.Reference;
using Spectre.Console;

namespace CtmsAnalytics.Cli.Commands;

/// <summary><c>ctms demo</c>: the whole way from an empty folder to a comparison on the shipped data, one ordinary command after the other.</summary>
public static class DemoCommand
{
    private static readonly string[] Examples =
    [
        "demo",
        "demo --into trial",
    ];

    /// <summary>Creates the command.</summary>
    /// <param name="console">Where the steps are printed.</param>
    /// <returns>The command.</returns>
    public static Command Create(IAnsiConsole console)
    {
        var into = new Option<string>("--into") { Description = "Folder of the workspace and the report; made if it is not there.", DefaultValueFactory = _ => "demo" };
        var json = JsonOption.Create("Prints JSON instead of text: each command with its result.");
        var command = new CommandWithExamples("demo", "Compares two shipped proposals on real market data and a synthetic roster.", Examples) { into, json };
        command.SetAction((parsed, cancellation) => parsed.GetValue(json)
            ? PrintJsonAsync(console, parsed.GetRequiredValue(into), cancellation)
            : PrintTextAsync(console, parsed.GetRequiredValue(into), cancellation));
        return command;
    }

    private static async Task<int> PrintTextAsync(IAnsiConsole console, string folder, CancellationToken cancellation)
    {
        foreach (var step in Steps(folder))
        {
            console.Remark($"$ ctms {string.Join(' ', step)}");
            var code = await RunAsync(console, step, cancellation);
            if (code != ExitCode.Success) return code;
            console.Remark("");
        }

        return ExitCode.Success;
    }

    private static async Task<int> PrintJsonAsync(IAnsiConsole console, string folder, CancellationToken cancellation)
    {
        var results = new List<object>();
        foreach (var step in Steps(folder))
        {
            using var result = new StringWriter();
            var code = await RunAsync(Silent(result), [.. step, JsonOption.Name], cancellation);
            if (code != ExitCode.Success) return code;
            results.Add(new { Command = $"ctms {string.Join(' ', step)}", Result = JsonNode.Parse(result.ToString()) });
        }

        console.Line(JsonText.Write(new { Workspace = folder, Report = Report(folder), Steps = results }));
        return ExitCode.Success;
    }

    private static Task<int> RunAsync(IAnsiConsole console, string[] step, CancellationToken cancellation)
    {
        var root = new RootCommand();
        foreach (var command in CommandList.Create(console)) root.Subcommands.Add(command);
        return root.Parse(step).InvokeAsync(CommandRunner.Invocation, cancellation);
    }

    private static CommandConsole Silent(TextWriter result)
    {
        var console = CommandConsole.Into(result, TextWriter.Null);
        console.IsJson = true;
        return console;
    }

    private static string Report(string folder) => Path.Combine(folder, "report.html");

    private static string[][] Steps(string folder)
    {
        var data = ShippedData.Folder;
        return
        [
            ["init", folder],
            ["import", "market", .. SampleImports.MarketIn(data), "--workspace", folder],
            ["import", "roster", SampleImports.RosterIn(data), "--workspace", folder],
            ["import", "qualifications", .. SampleImports.QualificationsIn(data), "--workspace", folder],
            ["import", "assignments", SampleImports.AssignmentsIn(data), "--workspace", folder],
            ["import", "hours", SampleImports.HoursIn(data), "--workspace", folder],
            ["compare", ShippedData.Baseline, Path.Combine(ShippedData.Scenarios, "targeted-talent.yaml"), "--workspace", folder, "--out", Report(folder)],
        ];
    }
}
