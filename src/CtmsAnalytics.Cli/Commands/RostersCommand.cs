using System.CommandLine;
using System.Globalization;
using CtmsAnalytics.Cli.Output;
using CtmsAnalytics.Workspace;
using Spectre.Console;

namespace CtmsAnalytics.Cli.Commands;

/// <summary><c>ctms rosters</c>: lists the rosters of a workspace, the current one first.</summary>
public static class RostersCommand
{
    private static readonly string[] Examples =
    [
        "rosters -w work",
    ];

    /// <summary>Creates the command.</summary>
    /// <param name="console">Where it prints.</param>
    /// <returns>The command.</returns>
    public static Command Create(IAnsiConsole console)
    {
        ArgumentNullException.ThrowIfNull(console);
        var workspace = WorkspaceOption.Create();
        var json = JsonOption.Create();
        var command = new CommandWithExamples("rosters", "Lists the rosters of a workspace; the first is the one that commands take.", Examples) { workspace, json };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(workspace), parsed.GetValue(json), console));
        return command;
    }

    private static int Run(string directory, bool json, IAnsiConsole console)
    {
        using var workspace = AnalystWorkspace.Open(directory, readOnly: true);
        var rosters = workspace.Rosters();
        if (json)
        {
            console.Line(JsonText.Write(new { Rosters = rosters.Select(r => new { r.RosterId, r.Name, r.AsOf, r.People, r.RowsSetAside, r.Sha256, Current = r == rosters[0] }) }));
            return ExitCode.Success;
        }

        if (rosters.Count == 0) console.Line("The workspace has no roster. Import one: ctms import roster FILE");
        foreach (var roster in rosters)
        {
            console.Line(string.Create(
                CultureInfo.InvariantCulture,
                $"{roster.RosterId,4}  {roster.AsOf:yyyy-MM-dd}  {roster.People,7:N0} people  {roster.RowsSetAside,5:N0} rows set aside  {SafeText.Escape(roster.Name)}{(roster == rosters[0] ? "  (current)" : "")}"));
        }

        return ExitCode.Success;
    }
}
