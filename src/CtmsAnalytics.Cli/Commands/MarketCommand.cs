using System.CommandLine;
using System.CommandLine.Parsing;
using CtmsAnalytics.Cli.Output;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.TalentMarket;
using CtmsAnalytics.Workspace;
using CtmsAnalytics.Workspace.Analyses;
using CtmsAnalytics.Workspace.Loading;
using CtmsAnalytics.Workspace.Reference;
using CtmsAnalytics.Workspace.Scenarios;
using Spectre.Console;

namespace CtmsAnalytics.Cli.Commands;

/// <summary><c>ctms market</c>: where the salaries of a roster stand in the talent market, and what it costs to bring everybody up to it (158.403).</summary>
public static class MarketCommand
{
    private static readonly string[] Examples =
    [
        "market -w work",
        "market -w work --target P75 --date 2026-10-01 --out market.html --no-individuals",
        "market -w work --index series --csv position.csv",
        "market -w work --index ECI --then 3.5%",
    ];

    /// <summary>Creates the command.</summary>
    /// <param name="console">Where the study is printed.</param>
    /// <returns>The command.</returns>
    public static Command Create(IAnsiConsole console)
    {
        var workspace = WorkspaceOption.Create();
        var roster = RosterOption.Create();
        var scenario = new Option<string?>("--scenario") { Description = "Scenario file whose market matches, subranges and limitations hold; without it data/scenarios/baseline.yaml.", HelpName = "FILE.yaml" };
        var target = new Option<MarketReferencePoint>("--target") { Description = "What salaries are compared with: each level's target, P50 or P75 of its market.", HelpName = "target|P50|P75", DefaultValueFactory = _ => MarketReferencePoint.Target, CustomParser = ReadTarget };
        var date = DateOption.Create("--date", "Day that market wages are aged to; without it the day of the roster.");
        var ageing = new AgeingOptions();
        var blend = new BlendOptions();
        var csv = new Option<string?>("--csv") { Description = "Writes everybody's position as a CSV file.", HelpName = "FILE.csv" };
        var study = new StudyOptions();
        var command = new CommandWithExamples("market", "Shows where salaries stand in the talent market, and what catching up costs.", Examples) { workspace, roster, scenario, target, date, csv };
        ageing.AddTo(command);
        blend.AddTo(command);
        study.AddTo(command);
        command.Subcommands.Add(MarketSurveyCommand.Create(console));
        command.SetAction((parsed, cancellation) => Task.Run(
            () =>
            {
                study.Check(parsed);
                if (parsed.GetValue(csv) is not null && !study.ShowsIndividuals(parsed)) throw new InputException("--csv writes single people. Leave it out, or leave out --no-individuals.");
                if (parsed.GetValue(csv) is { } file) OutputFile.Check(file, "table", "--csv", ".csv");
                using var opened = AnalystWorkspace.Open(parsed.GetRequiredValue(workspace));
                var snapshot = WorkspaceSnapshot.Read(opened, parsed.GetValue(roster));
                var loaded = ScenarioLoading.LoadAll([parsed.GetValue(scenario) ?? ShippedData.Baseline], snapshot)[0];
                var options = blend.Read(parsed, ageing.Read(parsed, new MarketOptions { Reference = parsed.GetRequiredValue(target), Date = parsed.GetValue(date), Individuals = study.ShowsIndividuals(parsed) }));
                var asked = MarketStudies.Prepare(opened, snapshot, loaded, options);
                var made = ConsoleProgress.Run(console, !study.IsJson(parsed), "Placing everybody in the market", progress => MarketStudies.Of(snapshot, loaded, asked, progress, cancellation));
                if (parsed.GetValue(csv) is { } table) OutputFile.Write(table, writer => MarketCsv.Write(made, writer));
                return study.Finish(console, parsed, study.ShowsIndividuals(parsed) ? made : made.WithoutIndividuals(), opened);
            },
            cancellation));
        return command;
    }

    private static MarketReferencePoint ReadTarget(ArgumentResult result)
    {
        var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
        if (text.Equals("P50", StringComparison.OrdinalIgnoreCase)) return MarketReferencePoint.P50;
        if (text.Equals("P75", StringComparison.OrdinalIgnoreCase)) return MarketReferencePoint.P75;
        if (!text.Equals("target", StringComparison.OrdinalIgnoreCase)) result.AddError($"--target {text}: write target, P50 or P75.");
        return MarketReferencePoint.Target;
    }
}
