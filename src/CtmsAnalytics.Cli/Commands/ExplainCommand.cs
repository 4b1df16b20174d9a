using System.CommandLine;
using CtmsAnalytics.Charts.Explanations;
using CtmsAnalytics.Cli.Output;
using CtmsAnalytics.PayHistory;
using CtmsAnalytics.Simulation;
using CtmsAnalytics.Workspace;
using CtmsAnalytics.Workspace.Analyses;
using CtmsAnalytics.Workspace.Loading;
using CtmsAnalytics.Workspace.Reference;
using CtmsAnalytics.Workspace.Roster;
using CtmsAnalytics.Workspace.Scenarios;
using Spectre.Console;

namespace CtmsAnalytics.Cli.Commands;

/// <summary><c>ctms explain --person ID --year Y</c>: the whole story of one person's pay in a year, every dollar to its paragraph.</summary>
public static class ExplainCommand
{
    private static readonly string[] Examples =
    [
        "explain --person S0071 --year 2028 -w work",
        "explain --person S0071 --year 2028 --scenario proposal.yaml --out S0071.html -w work",
        "explain --person S0071 --year 2028 --actions data/actions/example.yaml -w work",
        "explain --person S0071 --year 2028 --draw 7 -w work",
    ];

    /// <summary>Creates the command.</summary>
    /// <param name="console">Where the page is printed.</param>
    /// <returns>The command.</returns>
    public static Command Create(IAnsiConsole console)
    {
        var person = new Option<string>("--person", "-p") { Description = "Identifier of the person in the roster.", HelpName = "ID", Required = true };
        var year = new Option<int>("--year", "-y") { Description = "Fiscal year inside the scenario's horizon; a calendar year with --calendar-year.", Required = true };
        var calendar = CalendarYearOption.Create();
        var scenario = new Option<string?>("--scenario", "-s") { Description = "Scenario file. Without it the shipped baseline is used: today's structure and programs carried forward.", HelpName = "FILE.yaml" };
        var actions = new Option<string?>("--actions", "-a") { Description = "Personnel actions of the person, a YAML file as data/actions/README.md describes it. Without it nothing happens but the annual review.", HelpName = "FILE.yaml" };
        var draw = new Option<int?>("--draw", "-d") { Description = "Replays a draw of a simulation: chance decides as in it, for the person and for who is hired into the position after that.", HelpName = "N" };
        var seed = new Option<uint?>("--seed") { Description = "Seed of that simulation; 1 when it is not given.", HelpName = "S" };
        var beside = new Option<string[]>("--beside") { Description = "Other scenario files of that simulation: whom programs call depends on the names of all its programs.", HelpName = "FILE.yaml", AllowMultipleArgumentsPerToken = true };
        draw.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() < 0) result.AddError("Draws are counted from 0: give --draw 0 or more.");
        });
        var workspace = WorkspaceOption.Create();
        var roster = RosterOption.Create();
        var page = new Option<string?>("--out", "-o") { Description = "Writes the explanation as an HTML page as well.", HelpName = "FILE.html" };
        var json = JsonOption.Create("Prints JSON instead of text, every amount in cents.");
        var command = new CommandWithExamples("explain", "Tells the whole story of one person's pay in a year, every dollar to its paragraph.", Examples)
        {
            person, year, scenario, workspace, roster, calendar, actions, draw, seed, beside, page, json,
        };
        command.Validators.Add(result =>
        {
            if (result.GetResult(draw) is not null && result.GetResult(actions) is not null) result.AddError("In a draw chance decides: leave out --actions or --draw.");
            if (result.GetResult(draw) is null && (result.GetResult(seed) is not null || result.GetResult(beside) is not null)) result.AddError("--seed and --beside say which simulation a draw is of: give --draw as well.");
        });
        command.SetAction((parsed, cancellation) =>
        {
            var options = new ExplainOptions(
                parsed.GetRequiredValue(person),
                parsed.GetRequiredValue(year),
                parsed.GetValue(calendar) ? YearBasis.Calendar : YearBasis.Fiscal,
                parsed.GetValue(scenario) ?? ShippedData.Baseline,
                parsed.GetValue(actions),
                parsed.GetRequiredValue(workspace),
                parsed.GetValue(roster),
                parsed.GetValue(page),
                parsed.GetValue(json))
            {
                Draw = parsed.GetValue(draw),
                Seed = parsed.GetValue(seed) ?? new SimulationOptions().Seed,
                Beside = parsed.GetValue(beside) ?? [],
            };
            return Task.FromResult(Run(console, options, cancellation));
        });
        return command;
    }

    private static int Run(IAnsiConsole console, ExplainOptions options, CancellationToken cancellation)
    {
        if (options.Page is { } target) OutputFile.Check(target, "page");
        using var workspace = AnalystWorkspace.Open(options.Workspace, readOnly: true);
        var snapshot = WorkspaceSnapshot.Read(workspace, options.Roster);
        PersonPaths.RequirePerson(snapshot, options.Person, options.Year, options.Draw);
        var scenario = ScenarioLoading.Load(options.Scenario, snapshot.Rules);
        ScenarioLoading.RequireFit([scenario], snapshot);
        var notes = RosterNotes.Of(snapshot.Roster, scenario.Scenario.Horizon);
        if (options.Draw is { } draw) return Replayed(console, options, draw, scenario, snapshot, notes, cancellation);
        var actions = options.Actions is { } file ? PersonPaths.Actions(workspace, snapshot, file, options.Person, scenario) : [];
        var explanation = ConsoleProgress.Run(
            console, $"Following {SafeText.Escape(options.Person)}", () => PersonPaths.Explain(snapshot, scenario, options.Person, options.Year, options.Basis, actions, cancellation));
        if (options.Json) console.Profile.Out.Writer.WriteLine(ExplanationJson.Write(explanation, actions, notes));
        else ExplanationText.Print(console, explanation, actions, notes);
        WritePage(console, options, writer => new ExplanationPage(explanation, new ExplanationOptions { Given = actions, RosterNotes = notes }).Write(writer));
        return ExitCode.Success;
    }

    /// <summary>Explains the year of everybody who holds the person's position in a draw.</summary>
    private static int Replayed(
        IAnsiConsole console, ExplainOptions options, int draw, LoadedScenario scenario, WorkspaceSnapshot snapshot, IReadOnlyList<string> notes, CancellationToken cancellation)
    {
        LoadedScenario[] scenarios = [scenario, .. options.Beside.Select(file => ScenarioLoading.Load(file, snapshot.Rules))];
        var (replay, explanations) = ConsoleProgress.Run(
            console, "Replaying the draw", () => PersonPaths.Replay(snapshot, scenarios, options.Person, options.Year, draw, options.Seed, options.Basis, cancellation));
        if (options.Json) console.Profile.Out.Writer.WriteLine(ReplayJson.Write(replay, explanations, notes));
        else ReplayText.Print(console, replay, explanations, notes);
        WritePage(console, options, writer => new ReplayPage(replay, explanations, new ExplanationOptions { RosterNotes = notes }).Write(writer));
        return ExitCode.Success;
    }

    private static void WritePage(IAnsiConsole console, ExplainOptions options, Action<TextWriter> write)
    {
        if (options.Page is not { } page) return;
        OutputFile.Write(page, write);
        if (!options.Json) console.Remark($"Page: {SafeText.Escape(Path.GetFullPath(page))}");
    }

    private sealed record ExplainOptions(string Person, int Year, YearBasis Basis, string Scenario, string? Actions, string Workspace, int? Roster, string? Page, bool Json)
    {
        public int? Draw { get; init; }

        public uint Seed { get; init; }

        public IReadOnlyList<string> Beside { get; init; } = [];
    }
}
