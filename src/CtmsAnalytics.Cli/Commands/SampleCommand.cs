using System.CommandLine;
using CtmsAnalytics.Cli.Output;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Workspace.Reference;
using Spectre.Console;

namespace CtmsAnalytics.Cli.Commands;

/// <summary><c>ctms sample</c>: makes the synthetic roster whose aggregates are the published ones.</summary>
public static class SampleCommand
{
    /// <summary>Creates the command.</summary>
    /// <param name="console">Where it prints.</param>
    /// <returns>The command.</returns>
    public static Command Create(IAnsiConsole console)
    {
        ArgumentNullException.ThrowIfNull(console);
        var target = new Option<string>("--out", "-o") { Description = "File of the roster; it must not exist yet.", DefaultValueFactory = _ => "roster.csv" };
        var command = new Command("sample", "Make a synthetic roster whose counts, mean salaries and mean service are those that OPM publishes.") { target };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(target), console));
        return command;
    }

    private static int Run(string target, IAnsiConsole console)
    {
        if (File.Exists(target)) throw new InputException($"{target} exists already. Name another file with --out.");
        var roster = SampleRoster.Generate(ShippedData.Folder);
        File.WriteAllText(target, roster);
        console.Line($"Synthetic roster of {roster.Count(c => c == '\n') - 1} people as of {SampleRoster.AsOf}: {SafeText.Escape(target)}");
        return ExitCode.Success;
    }
}
