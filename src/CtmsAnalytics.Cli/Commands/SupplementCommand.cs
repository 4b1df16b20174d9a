using System.CommandLine;
using CtmsAnalytics.Cli.Output;
using CtmsAnalytics.Workspace;
using CtmsAnalytics.Workspace.Analyses;
using CtmsAnalytics.Workspace.Loading;
using CtmsAnalytics.Workspace.Reference;
using CtmsAnalytics.Workspace.Scenarios;
using Spectre.Console;

namespace CtmsAnalytics.Cli.Commands;

/// <summary><c>ctms supplement [BASE.yaml]</c>: studies local talent market supplements and proposes a percentage for each market (158.612).</summary>
public static class SupplementCommand
{
    private static readonly string[] Examples =
    [
        "supplement -w work",
        "supplement data/scenarios/baseline.yaml -w work --ceiling 0.20 --hold --emit proposal.yaml",
        "supplement -w work --market SF --market SEA --draws 1000 --out supplements.html",
    ];

    /// <summary>Creates the command.</summary>
    /// <param name="console">Where the study is printed.</param>
    /// <returns>The command.</returns>
    public static Command Create(IAnsiConsole console)
    {
        var baseline = new Argument<string?>("baseline") { Description = "Scenario whose supplements are the present ones; without it the shipped baseline.", Arity = ArgumentArity.ZeroOrOne };
        var workspace = WorkspaceOption.Create();
        var roster = RosterOption.Create();
        var asked = new SupplementCommandOptions();
        var emit = new Option<string?>("--emit") { Description = "Writes a scenario that extends the baseline with the proposed supplements.", HelpName = "FILE.yaml" };
        var study = new StudyOptions();
        var command = new CommandWithExamples("supplement", "Measures what talent costs in every local market and proposes a supplement for each, with its cost by worksite.", Examples) { baseline, workspace, roster };
        asked.AddTo(command);
        command.Options.Add(emit);
        study.AddTo(command);
        command.SetAction((parsed, cancellation) =>
        {
            study.Check(parsed);
            var file = parsed.GetValue(emit);
            var scenario = parsed.GetValue(baseline) ?? ShippedData.Baseline;
            if (file is not null) EmittedScenario.Check(file, scenario);
            using var opened = AnalystWorkspace.Open(parsed.GetRequiredValue(workspace));
            var snapshot = WorkspaceSnapshot.Read(opened, parsed.GetValue(roster));
            var loaded = ScenarioLoading.LoadAll([scenario], snapshot)[0];
            var options = asked.Read(parsed, SupplementStudies.Defaults(snapshot, loaded));
            var data = opened.LoadLocalMarketData();
            var (result, analysis) = ConsoleProgress.Run(console, !study.IsJson(parsed), "Measuring markets and costing the proposal", progress => SupplementStudies.Of(snapshot, loaded, data, options, progress, cancellation));
            if (file is not null) SupplementFile.Write(file, scenario, loaded.Scenario, analysis, result, snapshot.Rules);
            var code = study.Finish(console, parsed, result, opened);
            if (file is not null && !study.IsJson(parsed)) console.Remark($"Scenario: {SafeText.Escape(Path.GetFullPath(file))}; ctms compare {SafeText.Escape(scenario)} {SafeText.Escape(file)} -w {SafeText.Escape(parsed.GetRequiredValue(workspace))} gives the same difference.");
            return Task.FromResult(code);
        });
        return command;
    }
}
