using System.CommandLine;
using System.Globalization;
using CtmsAnalytics.Cli.Output;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Workspace;
using CtmsAnalytics.Workspace.Imports;
using Spectre.Console;

namespace CtmsAnalytics.Cli.Commands;

/// <summary><c>ctms quarantine</c>: shows the rows that an import has set aside.</summary>
public static class QuarantineCommand
{
    private static readonly string[] Examples =
    [
        "quarantine -w work",
        "quarantine --import 3 --limit 0 -w work",
    ];

    private const int DefaultLimit = 50;

    /// <summary>Creates the command.</summary>
    /// <param name="console">Where it prints.</param>
    /// <returns>The command.</returns>
    public static Command Create(IAnsiConsole console)
    {
        ArgumentNullException.ThrowIfNull(console);
        var import = new Option<int?>("--import") { Description = "Number of the import; without it the latest one that set rows aside.", HelpName = "N" };
        var limit = new Option<int>("--limit") { Description = "Most entries to show; 0 for all.", HelpName = "N", DefaultValueFactory = _ => DefaultLimit };
        var workspace = WorkspaceOption.Create();
        var json = JsonOption.Create("Prints JSON instead of text; the import is null where none has set a row aside.");
        var command = new CommandWithExamples("quarantine", "Shows the rows that an import has set aside, and why.", Examples) { import, limit, workspace, json };
        command.SetAction(parsed => Run(console, parsed.GetRequiredValue(workspace), parsed.GetValue(import), parsed.GetValue(limit), parsed.GetValue(json)));
        return command;
    }

    private static int Run(IAnsiConsole console, string directory, int? import, int limit, bool json)
    {
        using var workspace = AnalystWorkspace.Open(directory, readOnly: true);
        var listing = workspace.LoadQuarantine(import);
        if (listing is null && import is { } number) throw new InputException(string.Create(CultureInfo.InvariantCulture, $"There is no import {number}. Without --import the latest one that set rows aside is shown."));
        if (json)
        {
            console.Line(JsonText.Write(new { Import = listing is null ? null : listing with { Entries = Shown(listing, limit) } }));
            return ExitCode.Success;
        }

        if (listing is null)
        {
            console.Line("No import has set a row aside.");
            return ExitCode.Success;
        }

        console.Line(string.Create(CultureInfo.InvariantCulture,
            $"Import {listing.BatchId} ({listing.Kind}) of {SafeText.Escape(listing.FileName)}, {listing.ImportedAt:yyyy-MM-dd HH:mm} UTC: {listing.Rows:N0} rows set aside."));
        var shown = Shown(listing, limit);
        if (shown.Count == 0) return ExitCode.Success;
        var table = new Table().Border(TableBorder.Simple);
        table.AddColumn(new TableColumn("row").RightAligned());
        foreach (var name in new[] { "column", "value", "reason", "paragraph" }) table.AddColumn(name);
        foreach (var entry in shown)
        {
            table.AddRow(
                new Text(entry.Row.ToString("N0", CultureInfo.InvariantCulture)),
                new Text(SafeText.Escape(entry.Column)),
                new Text(SafeText.Escape(entry.Value)),
                new Text($"{entry.Code}. {SafeText.Escape(entry.Reason)}"),
                new Text(entry.Paragraph));
        }

        console.Write(table);
        if (shown.Count < listing.Entries.Count)
            console.Line(string.Create(CultureInfo.InvariantCulture, $"{listing.Entries.Count - shown.Count:N0} more entries: --limit 0 shows all."));
        return ExitCode.Success;
    }

    private static IReadOnlyList<QuarantineEntry> Shown(QuarantineListing listing, int limit) => limit > 0 ? [.. listing.Entries.Take(limit)] : listing.Entries;
}
