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
        "sample --qualifications qualifications.csv --work work.csv",
    ];

    /// <summary>Creates the command.</summary>
    /// <param name="console">Where it prints.</param>
    /// <returns>The command.</returns>
    public static Command Create(IAnsiConsole console)
    {
        ArgumentNullException.ThrowIfNull(console);
        var target = new Option<string?>("--out", "-o") { Description = "File of the roster; it must not exist yet. Without any file named: roster.csv.", HelpName = "FILE.csv" };
        var qualifications = new Option<string?>("--qualifications") { Description = "File of the qualifications of the shipped roster's people; it must not exist yet.", HelpName = "FILE.csv" };
        var work = new Option<string?>("--work") { Description = "File of the ratings of their work; it must not exist yet.", HelpName = "FILE.csv" };
        var json = JsonOption.Create();
        var command = new CommandWithExamples("sample", "Makes a synthetic roster whose counts and means are those that OPM publishes, or qualifications of its people.", Examples) { target, qualifications, work, json };
        command.SetAction(parsed =>
        {
            var (people, items) = (parsed.GetValue(qualifications), parsed.GetValue(work));
            var roster = parsed.GetValue(target) ?? (people is null && items is null ? "roster.csv" : null);
            foreach (var (file, option) in new[] { (roster, "--out"), (people, "--qualifications"), (items, "--work") })
            {
                if (file is not null && File.Exists(file)) throw new InputException($"{file} exists already. Name another file with {option}.");
            }

            if (people is not null || items is not null) Qualifications(people, items, parsed.GetValue(json) && roster is null, console);
            return roster is null ? ExitCode.Success : Run(roster, parsed.GetValue(json), console);
        });
        return command;
    }

    private static void Qualifications(string? qualifications, string? work, bool json, IAnsiConsole console)
    {
        var made = SampleQualifications.Generate(ShippedData.Folder);
        if (qualifications is not null) File.WriteAllText(qualifications, made.Qualifications);
        if (work is not null) File.WriteAllText(work, made.Work);
        if (json) console.Line(JsonText.Write(new { Qualifications = qualifications, Work = work }));
        else console.Remark(SafeText.Escape($"Synthetic qualifications of the sample roster's people: {string.Join(", ", new[] { qualifications, work }.OfType<string>())}"));
    }

    private static int Run(string target, bool json, IAnsiConsole console)
    {
        var roster = SampleRoster.Generate(ShippedData.Folder);
        File.WriteAllText(target, roster);
        var people = roster.Count(c => c == '\n') - 1;
        if (json) console.Line(JsonText.Write(new { File = target, People = people, SampleRoster.AsOf }));
        else console.Remark($"Synthetic roster of {people} people as of {SampleRoster.AsOf}: {SafeText.Escape(target)}");
        return ExitCode.Success;
    }
}
