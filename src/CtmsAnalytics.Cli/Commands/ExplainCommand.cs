using System.CommandLine;
using System.Globalization;
using CtmsAnalytics.Charts.Explanations;
using CtmsAnalytics.Cli.Output;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.PayHistory;
using CtmsAnalytics.PersonnelActions;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Scenarios;
using CtmsAnalytics.Simulation;
using CtmsAnalytics.Simulation.Replays;
using CtmsAnalytics.Workspace;
using CtmsAnalytics.Workspace.Loading;
using CtmsAnalytics.Workspace.PersonnelActions;
using CtmsAnalytics.Workspace.Roster;
using CtmsAnalytics.Workspace.Scenarios;
using Spectre.Console;

namespace CtmsAnalytics.Cli.Commands;

/// <summary><c>ctms explain --person ID --year Y</c>: the whole story of one person's pay in a year, every dollar to its paragraph.</summary>
public static class ExplainCommand
{
    // What one person's pay rests on; the rest of a scenario's assumptions is about the workforce.
    private static readonly string[] SectionsOfOnePerson = ["economy.", "employer_cost.", "aggregate_limit."];

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
        var roster = workspace.FindRoster(options.Roster);
        var input = WorkspaceInput.Load(workspace, roster);
        CheckPerson(options, roster, input);
        var rules = WorkspaceRules.Create(input);
        var scenario = ScenarioLoading.Load(options.Scenario, rules);
        if (RosterFit.Problems(input.Roster, scenario.Scenario) is { Count: > 0 } unfit) throw new InputException(string.Join('\n', unfit));
        var notes = RosterNotes.Of(roster, scenario.Scenario.Horizon);
        if (options.Draw is { } draw) return Replayed(console, options, draw, scenario, rules, input, notes, cancellation);
        IReadOnlyList<PersonnelAction> actions = options.Actions is { } file
            ? ActionsFile.Load(file, new ActionsContext(options.Person, scenario.Scenario, rules, workspace.LoadWorksites()))
            : [];
        var explained = ConsoleProgress.Run(
            console, $"Following {SafeText.Escape(options.Person)}", () => PersonPath.Explain(scenario.Scenario, input, options.Person, options.Year, options.Basis, actions, cancellation));
        var explanation = WithAssumptions(explained, scenario);
        if (options.Json) console.Profile.Out.Writer.WriteLine(ExplanationJson.Write(explanation, actions, notes));
        else ExplanationText.Print(console, explanation, actions, notes);
        WritePage(console, options, writer => new ExplanationPage(explanation, new ExplanationOptions { Given = actions, RosterNotes = notes }).Write(writer));
        return ExitCode.Success;
    }

    /// <summary>Explains the year of everybody who holds the person's position in a draw.</summary>
    private static int Replayed(
        IAnsiConsole console, ExplainOptions options, int draw, LoadedScenario scenario, ScenarioRules rules, ProjectionInput input, IReadOnlyList<string> notes, CancellationToken cancellation)
    {
        Scenario[] scenarios = [scenario.Scenario, .. options.Beside.Select(file => ScenarioLoading.Load(file, rules).Scenario)];
        var (replay, explanations) = ConsoleProgress.Run(console, "Replaying the draw", () =>
        {
            var replayed = Replay.Of(scenarios, 0, input, new SimulationOptions { Seed = options.Seed }, options.Person, draw, cancellation);
            return (replayed, replayed.Explain(options.Year, options.Basis).Select(e => WithAssumptions(e, scenario)).ToList());
        });
        if (options.Json) console.Profile.Out.Writer.WriteLine(ReplayJson.Write(replay, explanations, notes));
        else ReplayText.Print(console, replay, explanations, notes);
        WritePage(console, options, writer => new ReplayPage(replay, explanations, new ExplanationOptions { RosterNotes = notes }).Write(writer));
        return ExitCode.Success;
    }

    private static PersonExplanation WithAssumptions(PersonExplanation explanation, LoadedScenario scenario) =>
        explanation with { Parameters = [.. explanation.Parameters, .. ScenarioAssumptions.Of(scenario).Where(IsOfOnePerson)] };

    private static void WritePage(IAnsiConsole console, ExplainOptions options, Action<TextWriter> write)
    {
        if (options.Page is not { } page) return;
        OutputFile.Write(page, write);
        if (!options.Json) console.Remark($"Page: {SafeText.Escape(Path.GetFullPath(page))}");
    }

    private static void CheckPerson(ExplainOptions options, RosterInfo roster, ProjectionInput input)
    {
        var person = options.Person;
        if (input.Roster.Any(p => p.PersonId == person)) return;
        if (input.Roster.Where(p => person.StartsWith(p.PersonId + " ", StringComparison.Ordinal)).MaxBy(p => p.PersonId.Length) is { } holder)
        {
            throw new InputException(string.Create(
                CultureInfo.InvariantCulture,
                $"'{person}' is nobody of the roster. Whoever is hired in a draw has the position of somebody who is: ctms explain --person {holder.PersonId} --year {options.Year} --draw {options.Draw?.ToString(CultureInfo.InvariantCulture) ?? "N"} tells the year of everybody who holds the position of {holder.PersonId} in the draw, one after the other."));
        }

        throw new InputException(string.Create(
            CultureInfo.InvariantCulture,
            $"Roster {roster.RosterId} ({roster.Name}) has no person '{person}'. It has {input.Roster.Count:N0} people; the nearest identifiers are {string.Join(", ", RosterSearch.Nearest(input.Roster, person))}."));
    }

    private static bool IsOfOnePerson(Parameters.Parameter parameter) => SectionsOfOnePerson.Any(s => parameter.Name.StartsWith(s, StringComparison.Ordinal));

    private sealed record ExplainOptions(string Person, int Year, YearBasis Basis, string Scenario, string? Actions, string Workspace, int? Roster, string? Page, bool Json)
    {
        public int? Draw { get; init; }

        public uint Seed { get; init; }

        public IReadOnlyList<string> Beside { get; init; } = [];
    }
}
