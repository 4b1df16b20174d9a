using System.CommandLine;
using System.Globalization;
using CtmsAnalytics.Cli.Output;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.TalentAcquisition;
using CtmsAnalytics.Workspace;
using CtmsAnalytics.Workspace.Analyses;
using CtmsAnalytics.Workspace.Loading;
using CtmsAnalytics.Workspace.Scenarios;
using Spectre.Console;

namespace CtmsAnalytics.Cli.Commands;

/// <summary><c>ctms funnel SCENARIO.yaml</c>: the hiring funnel that a number of hires needs, its cost and time, and what other initial salaries do (158.501-525).</summary>
public static class FunnelCommand
{
    private static readonly string[] Examples =
    [
        "funnel data/scenarios/hiring-funnel.yaml -w work --hires 60",
        "funnel data/scenarios/hiring-funnel.yaml -w work --hires 9 --entry-salary 0.4,0.6",
        "funnel data/scenarios/hiring-funnel.yaml -w work --hires 60 --probability 0.95 --draws 1000",
    ];

    /// <summary>Creates the command.</summary>
    /// <param name="console">Where the study is printed.</param>
    /// <returns>The command.</returns>
    public static Command Create(IAnsiConsole console)
    {
        var file = new Argument<string>("scenario") { Description = "Scenario with a hiring funnel (workforce.funnel), for example data/scenarios/hiring-funnel.yaml." };
        var workspace = WorkspaceOption.Create();
        var roster = RosterOption.Create();
        var hires = new Option<int>("--hires") { Description = "Hires a year.", HelpName = "N", Required = true };
        var level = new Option<string?>("--level") { Description = "Work level that all of them are hired at; without it they are shared out over the levels with a funnel.", HelpName = "CODE" };
        var probability = new Option<double?>("--probability") { Description = "Probability with which each level is to reach its hires, for example 0.9.", HelpName = "P" };
        var entry = new Option<string?>("--entry-salary") { Description = "Places in the range to try as initial salary, 0 at the minimum to 1 at the maximum, for example 0.3,0.4,0.5.", HelpName = "PLACES" };
        var draws = DrawsOption.Create("Simulates the differences of cost on this many paired draws as well; 0 for the point estimate alone.", 0, least: 0);
        var seed = new Option<uint>("--seed") { Description = "Seed of the simulation.", HelpName = "S", DefaultValueFactory = _ => 1 };
        var study = new StudyOptions();
        var command = new CommandWithExamples("funnel", "Says which hiring funnel a number of hires needs, what a hire costs and how long it takes, and what a higher initial salary does.", Examples)
        {
            file, workspace, roster, hires, level, probability, entry, draws, seed,
        };
        study.AddTo(command);
        command.SetAction((parsed, cancellation) =>
        {
            study.Check(parsed);
            var places = Places(parsed.GetValue(entry));
            using var opened = AnalystWorkspace.Open(parsed.GetRequiredValue(workspace));
            var snapshot = WorkspaceSnapshot.Read(opened, parsed.GetValue(roster));
            var loaded = ScenarioLoading.LoadAll([parsed.GetRequiredValue(file)], snapshot)[0];
            var options = new AcquisitionOptions(
                parsed.GetValue(hires),
                parsed.GetValue(level),
                parsed.GetValue(probability) ?? AcquisitionStudies.DefaultProbability(snapshot, loaded),
                places,
                parsed.GetValue(draws),
                parsed.GetValue(seed));
            var made = ConsoleProgress.Run(console, !study.IsJson(parsed), "Projecting the initial salaries", progress => AcquisitionStudies.Of(snapshot, loaded, options, progress, cancellation));
            return Task.FromResult(study.Finish(console, parsed, made, opened));
        });
        return command;
    }

    private static List<double> Places(string? text)
    {
        if (text is null) return [];
        var places = new List<double>();
        foreach (var part in text.Split(','))
        {
            if (!double.TryParse(part, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var place))
                throw new InputException($"--entry-salary {text}: '{part}' is no number. Write places in the range as 0.3,0.4,0.5.");
            places.Add(place);
        }

        return places;
    }
}
