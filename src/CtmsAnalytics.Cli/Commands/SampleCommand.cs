using System.CommandLine;
using CtmsAnalytics.Cli.Output;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Workspace.Reference;
using Spectre.Console;

namespace CtmsAnalytics.Cli.Commands;

/// <summary><c>ctms sample</c>: makes the synthetic roster whose aggregates are the published ones.</summary>
public static class SampleCommand
{
    private static readonly string[] Examples =
    [
        "sample --out roster.csv",
        "sample --of qualifications --out qualifications.csv",
        "sample --of hours --out hours.csv",
    ];

    private const string Roster = "roster";
    private const string Qualifications = "qualifications";
    private const string WorkRatings = "work";
    private const string AssignmentList = "assignments";
    private const string HourList = "hours";

    /// <summary>Creates the command.</summary>
    /// <param name="console">Where it prints.</param>
    /// <returns>The command.</returns>
    public static Command Create(IAnsiConsole console)
    {
        ArgumentNullException.ThrowIfNull(console);
        var target = new Option<string>("--out", "-o") { Description = "File that is written; it must not exist yet.", HelpName = "FILE.csv", DefaultValueFactory = _ => "roster.csv" };
        var what = new Option<string>("--of") { Description = "What is made: the roster, or the qualifications, work ratings, assignments or hours of its people.", HelpName = "roster|qualifications|work|assignments|hours", DefaultValueFactory = _ => Roster };
        what.AcceptOnlyFromAmong(Roster, Qualifications, WorkRatings, AssignmentList, HourList);
        var json = JsonOption.Create();
        var command = new CommandWithExamples("sample", "Makes a synthetic roster whose counts and means are those that OPM publishes, or what is known about its people.", Examples) { target, what, json };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(target), parsed.GetRequiredValue(what), parsed.GetValue(json), console));
        return command;
    }

    private static int Run(string target, string what, bool json, IAnsiConsole console)
    {
        if (File.Exists(target)) throw new InputException($"{target} exists already. Name another file with --out.");
        if (what != Roster)
        {
            var table = what switch
            {
                Qualifications => SampleQualifications.Generate(ShippedData.Folder).Qualifications,
                WorkRatings => SampleQualifications.Generate(ShippedData.Folder).Work,
                HourList => SampleDeployment.Hours(ShippedData.Folder),
                _ => SampleDeployment.Assignments(ShippedData.Folder),
            };
            File.WriteAllText(target, table);
            var rows = table.Count(c => c == '\n') - 1;
            if (json) console.Line(JsonText.Write(new { File = target, Rows = rows, SampleRoster.AsOf }));
            else console.Remark($"Synthetic {what}, {rows} rows: {SafeText.Escape(target)}");
            return ExitCode.Success;
        }

        var roster = SampleRoster.Generate(ShippedData.Folder);
        File.WriteAllText(target, roster);
        var people = roster.Count(c => c == '\n') - 1;
        if (json) console.Line(JsonText.Write(new { File = target, People = people, SampleRoster.AsOf }));
        else console.Remark($"Synthetic roster of {people} people as of {SampleRoster.AsOf}: {SafeText.Escape(target)}");
        return ExitCode.Success;
    }
}
