using System.CommandLine;
using System.Globalization;
using CtmsAnalytics.Cli.Output;
using CtmsAnalytics.Workspace;
using Spectre.Console;

namespace CtmsAnalytics.Cli.Commands;

/// <summary><c>ctms init DIR</c>: makes a workspace with the shipped reference tables.</summary>
public static class InitCommand
{
    /// <summary>Creates the command.</summary>
    /// <param name="console">Where it prints.</param>
    /// <returns>The command.</returns>
    public static Command Create(IAnsiConsole console)
    {
        ArgumentNullException.ThrowIfNull(console);
        var folder = new Argument<string>("DIR") { Description = "Folder of the workspace; it is made where there is none." };
        var command = new Command("init", "Make a workspace: a folder with one database file and the shipped reference tables.") { folder };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(folder), console));
        return command;
    }

    private static int Run(string directory, IAnsiConsole console)
    {
        var shown = SafeText.Escape(directory);
        if (AnalystWorkspace.Exists(directory))
        {
            using var existing = AnalystWorkspace.Open(directory, readOnly: true);
            console.Line($"{shown} holds a workspace already. Nothing was changed.");
            return ExitCode.Success;
        }

        using var workspace = AnalystWorkspace.Create(directory);
        var tables = workspace.RowCounts().Where(t => t.Value > 0 && t.Key != "workspace_version").ToList();
        console.Line(string.Create(CultureInfo.InvariantCulture, $"Workspace made in {shown}: {tables.Count} reference tables, {tables.Sum(t => t.Value):N0} rows."));
        foreach (var (table, rows) in tables) console.Line(string.Create(CultureInfo.InvariantCulture, $"  {rows,7:N0}  {table}"));
        console.Line($"Next: ctms import market FILE... -w {shown}, ctms import roster FILE -w {shown}");
        return ExitCode.Success;
    }
}
