using System.CommandLine;
using System.Globalization;
using CtmsAnalytics.Cli.Output;
using CtmsAnalytics.Workspace;
using Spectre.Console;

namespace CtmsAnalytics.Cli.Commands;

/// <summary><c>ctms init DIR</c>: makes a workspace with the shipped reference tables.</summary>
public static class InitCommand
{
    private static readonly string[] Examples =
    [
        "init work",
    ];

    /// <summary>Creates the command.</summary>
    /// <param name="console">Where it prints.</param>
    /// <returns>The command.</returns>
    public static Command Create(IAnsiConsole console)
    {
        ArgumentNullException.ThrowIfNull(console);
        var folder = new Argument<string>("DIR") { Description = "Folder of the workspace; it is made where there is none." };
        var json = JsonOption.Create();
        var command = new CommandWithExamples("init", "Makes a workspace: a folder with one database file and the reference tables.", Examples) { folder, json };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(folder), parsed.GetValue(json), console));
        return command;
    }

    private static int Run(string directory, bool json, IAnsiConsole console)
    {
        var isNew = !AnalystWorkspace.Exists(directory);
        using var workspace = isNew ? AnalystWorkspace.Create(directory) : AnalystWorkspace.Open(directory, readOnly: true);
        var tables = workspace.RowCounts().Where(t => t.Value > 0 && t.Key != "workspace_version").ToList();
        if (json)
        {
            var shipped = tables.Select(t => new { Table = t.Key, Rows = t.Value });
            console.Line(JsonText.Write(new { Workspace = directory, Created = isNew, AnalystWorkspace.SchemaVersion, SchemaVersionBefore = isNew ? (int?)null : workspace.VersionBefore, Tables = shipped }));
            return ExitCode.Success;
        }

        var shown = SafeText.Escape(directory);
        if (!isNew)
        {
            console.Remark(workspace.VersionBefore == AnalystWorkspace.SchemaVersion
                ? $"{shown} holds a workspace already. Nothing was changed."
                : string.Create(CultureInfo.InvariantCulture, $"{shown} holds a workspace already; it had schema version {workspace.VersionBefore} and has version {AnalystWorkspace.SchemaVersion} now."));
            return ExitCode.Success;
        }

        console.Remark(string.Create(CultureInfo.InvariantCulture, $"Workspace made in {shown}: {tables.Count} reference tables, {tables.Sum(t => t.Value):N0} rows."));
        foreach (var (table, rows) in tables) console.Remark(string.Create(CultureInfo.InvariantCulture, $"  {rows,7:N0}  {table}"));
        console.Remark($"Next: ctms import market FILE... -w {shown}, ctms import roster FILE -w {shown}");
        return ExitCode.Success;
    }
}
