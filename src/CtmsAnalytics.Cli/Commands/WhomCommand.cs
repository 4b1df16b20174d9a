using System.CommandLine;
using System.Globalization;
using CtmsAnalytics.Cli.Output;
using CtmsAnalytics.PayHistory;
using CtmsAnalytics.Workspace;
using CtmsAnalytics.Workspace.Analyses;
using CtmsAnalytics.Workspace.Loading;
using CtmsAnalytics.Workspace.Roster;
using CtmsAnalytics.Workspace.Scenarios;
using Spectre.Console;

namespace CtmsAnalytics.Cli.Commands;

/// <summary><c>ctms whom A.yaml B.yaml --year Y</c>: every person of the roster whose pay of a year differs between two scenarios, by how much, and by which rule.</summary>
public static class WhomCommand
{
    private static readonly string[] Examples =
    [
        "whom data/scenarios/baseline.yaml data/scenarios/supplements-only.yaml --year 2028 -w work",
        "whom baseline.yaml proposal.yaml --year 2028 -w work --csv whom.csv --most 10",
    ];

    private const int DefaultMost = 40;

    /// <summary>Creates the command.</summary>
    /// <param name="console">Where the page is printed.</param>
    /// <returns>The command.</returns>
    public static Command Create(IAnsiConsole console)
    {
        var baseline = new Argument<string>("baseline") { Description = "Scenario file to compare with, for example data/scenarios/baseline.yaml." };
        var proposal = new Argument<string>("proposal") { Description = "Scenario file of the proposal." };
        var year = new Option<int>("--year", "-y") { Description = "Fiscal year inside the scenarios' horizon; a calendar year with --calendar-year.", Required = true };
        var calendar = CalendarYearOption.Create();
        var workspace = WorkspaceOption.Create();
        var roster = RosterOption.Create();
        var csv = new Option<string?>("--csv") { Description = "Writes everybody who is moved as a CSV file as well.", HelpName = "FILE.csv" };
        var most = new Option<int>("--most") { Description = "Most people to print; 0 for all.", HelpName = "N", DefaultValueFactory = _ => DefaultMost };
        var json = JsonOption.Create("Prints JSON instead of text: everybody who is moved, amounts in cents.");
        var command = new CommandWithExamples("whom", "Lists the people whose pay a proposal moves, by how much and by which rule.", Examples)
        {
            baseline, proposal, year, calendar, workspace, roster, csv, most, json,
        };
        most.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && int.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out var number) && number < 0) result.AddError("--most is a number of people, 0 for all; it cannot be negative.");
        });
        command.SetAction((parsed, cancellation) =>
        {
            var options = new WhomOptions(
                parsed.GetRequiredValue(baseline),
                parsed.GetRequiredValue(proposal),
                parsed.GetRequiredValue(year),
                parsed.GetValue(calendar) ? YearBasis.Calendar : YearBasis.Fiscal,
                parsed.GetRequiredValue(workspace),
                parsed.GetValue(roster),
                parsed.GetValue(csv),
                parsed.GetRequiredValue(most),
                parsed.GetValue(json));
            return Task.FromResult(Run(console, options, cancellation));
        });
        return command;
    }

    private static int Run(IAnsiConsole console, WhomOptions options, CancellationToken cancellation)
    {
        if (options.Csv is { } target) OutputFile.Check(target, "table", "--csv", ".csv");
        using var workspace = AnalystWorkspace.Open(options.Workspace, readOnly: true);
        var snapshot = WorkspaceSnapshot.Read(workspace, options.Roster);
        var (baseline, proposal) = ScenarioLoading.LoadBoth(options.Baseline, options.Proposal, snapshot);
        var moves = ConsoleProgress.Run(console, !options.Json, "Following everybody", progress => PersonPaths.Moves(snapshot, baseline, proposal, options.Year, options.Basis, progress, cancellation));
        var notes = RosterNotes.Of(snapshot.Roster, baseline.Scenario.Horizon);
        if (options.Json) console.Profile.Out.Writer.WriteLine(WhomJson.Write(moves, notes));
        else WhomText.Print(console, moves, options.Most, notes);
        if (options.Csv is { } file)
        {
            OutputFile.Write(file, writer => WhomCsv.Write(moves, writer));
            if (!options.Json) console.Remark($"Everybody who is moved: {SafeText.Escape(Path.GetFullPath(file))}");
        }

        return ExitCode.Success;
    }

    private sealed record WhomOptions(string Baseline, string Proposal, int Year, YearBasis Basis, string Workspace, int? Roster, string? Csv, int Most, bool Json);
}
