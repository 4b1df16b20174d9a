using System.CommandLine;
using CtmsAnalytics.Cli.Output;
using Spectre.Console;

namespace CtmsAnalytics.Cli.Commands;

/// <summary><c>ctms demo</c>: the whole way from an empty folder to a comparison on the shipped data, one ordinary command after the other.</summary>
public static class DemoCommand
{
    /// <summary>Creates the command.</summary>
    /// <param name="console">Where the steps are printed.</param>
    /// <returns>The command.</returns>
    public static Command Create(IAnsiConsole console)
    {
        var into = new Option<string>("--into") { Description = "Folder of the workspace and the report; made if it is not there.", DefaultValueFactory = _ => "demo" };
        var command = new Command("demo", "Makes a workspace with real market data and a synthetic roster, and compares two shipped proposals.") { into };
        command.SetAction((parsed, cancellation) => RunAsync(console, parsed.GetRequiredValue(into), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(IAnsiConsole console, string folder, CancellationToken cancellation)
    {
        var data = ShippedData.Folder;
        string[][] steps =
        [
            ["init", folder],
            ["import", "market", Path.Combine(data, "market", "oews_national_cyber_2024.csv"), Path.Combine(data, "market", "oews_metro_cyber.csv"), "--workspace", folder],
            ["import", "roster", Path.Combine(data, "sample", "roster.csv"), "--workspace", folder],
            [
                "compare", Path.Combine(data, "scenarios", "baseline.yaml"), Path.Combine(data, "scenarios", "targeted-talent.yaml"),
                "--workspace", folder, "--out", Path.Combine(folder, "report.html"),
            ],
        ];
        var root = new RootCommand();
        foreach (var command in CommandList.Create(console)) root.Subcommands.Add(command);
        foreach (var step in steps)
        {
            console.Line($"$ ctms {string.Join(' ', step)}");
            var code = await root.Parse(step).InvokeAsync(CommandRunner.Invocation, cancellation);
            if (code != ExitCode.Success) return code;
            console.WriteLine();
        }

        return ExitCode.Success;
    }
}
