using System.CommandLine;
using System.Text.Json.Nodes;
using CtmsAnalytics.Cli.Output;
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
            ["import", "market", Path.Combine(data, "market", "oews_national_cyber_2024.csv"), Path.Combine(data, "market", "oews_metro_cyber.csv"), Path.Combine(data, "market", "oews_national_cyber_2022_2023.csv"), "--workspace", folder],
            ["import", "roster", Path.Combine(data, "sample", "roster.csv"), "--workspace", folder],
            ["import", "qualifications", Path.Combine(data, "sample", "qualifications.csv"), Path.Combine(data, "sample", "work.csv"), "--workspace", folder],
            ["import", "assignments", Path.Combine(data, "sample", "assignments.csv"), "--workspace", folder],
            ["import", "hours", Path.Combine(data, "sample", "hours.csv"), "--workspace", folder],
            ["compare", Path.Combine(data, "scenarios", "baseline.yaml"), Path.Combine(data, "scenarios", "targeted-talent.yaml"), "--workspace", folder, "--out", Report(folder)],
        ];
    }
}
