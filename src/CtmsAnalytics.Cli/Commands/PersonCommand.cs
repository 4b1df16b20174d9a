using System.CommandLine;
using CtmsAnalytics.Cli.Output;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Parameters;
using CtmsAnalytics.Records;
using CtmsAnalytics.Scenarios;
using CtmsAnalytics.TalentAcquisition;
using CtmsAnalytics.Workspace;
using CtmsAnalytics.Workspace.Roster;
using Spectre.Console;

namespace CtmsAnalytics.Cli.Commands;

/// <summary><c>ctms person ID</c>: the documentation of one qualified position, as of any day and as known on any day (158.706).</summary>
public static class PersonCommand
{
    private static readonly string[] Examples =
    [
        "person S0071 -w work",
        "person S0071 --as-of 2025-06-30 -w work",
        "person S0071 --as-of 2025-06-30 --known 2025-07-01 --history -w work",
    ];

    /// <summary>Creates the command.</summary>
    /// <param name="console">Where the record is printed.</param>
    /// <returns>The command.</returns>
    public static Command Create(IAnsiConsole console)
    {
        ArgumentNullException.ThrowIfNull(console);
        var person = new Argument<string>("person") { Description = "Identifier of the person." };
        var asOf = DateOption.Create("--as-of", "Day on which the record is to hold; the latest day of recording when it is not given.");
        var known = DateOption.Create("--known", "Shows only what was recorded by this day; everything when it is not given.");
        var history = new Option<bool>("--history") { Description = "Lists every row of the record as well, those that were replaced among them." };
        var workspace = WorkspaceOption.Create();
        var json = JsonOption.Create("Prints JSON instead of text.");
        var command = new CommandWithExamples("person", "Shows the record of one qualified position as of any day, and as known on any day.", Examples) { person, asOf, known, history, workspace, json };
        command.SetAction(parsed => Run(
            console, parsed.GetRequiredValue(person), parsed.GetValue(asOf), parsed.GetValue(known), parsed.GetValue(history), parsed.GetRequiredValue(workspace), parsed.GetValue(json)));
        return command;
    }

    private static int Run(IAnsiConsole console, string person, DateOnly? asOf, DateOnly? known, bool withHistory, string folder, bool json)
    {
        using var workspace = AnalystWorkspace.Open(folder, readOnly: true);
        var last = workspace.LastRecorded() ?? throw new InputException($"{folder}: The workspace has no records. A roster opens them: ctms import roster FILE");
        var rows = workspace.LoadHistory(person);
        if (rows.Count == 0)
            throw new InputException($"{folder}: Nobody with the identifier '{person}' has a record. The nearest are {string.Join(", ", RosterSearch.NearestIdentifiers(workspace.RecordedPeople(), person))}.");
        var knowledge = known ?? DateOnly.MaxValue;
        var record = PositionRecord.Of(person, rows, asOf ?? (known < last ? known.Value : last), knowledge);
        var spans = withHistory ? PositionHistory.Spans(rows, knowledge) : null;
        var parameters = new ParameterReader(workspace.LoadParameters(), EconomyPath.None);
        var service = record.Begins is not { } begins || begins > record.Day ? null : RecordedService.Of(record, AppointmentPolicy.Of(parameters, record.Day.Year), (int)parameters.InYear("full_time_hours", record.Day.Year));
        if (json) console.Line(PersonRecordJson.Write(record, known, spans, service));
        else PersonRecordText.Print(console, record, known, spans, workspace.LoadCountyNames(), service);
        return ExitCode.Success;
    }
}
