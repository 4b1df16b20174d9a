using System.CommandLine;
using CtmsAnalytics.Cli.Output;
using CtmsAnalytics.Parameters;
using CtmsAnalytics.Projection;
using CtmsAnalytics.TalentMarket.Local;
using CtmsAnalytics.Workspace;
using CtmsAnalytics.Workspace.Studies;
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
            var found = opened.FindRoster(parsed.GetValue(roster));
            var input = WorkspaceInput.Load(opened, found);
            var loaded = ScenarioLoading.LoadAll([scenario], input)[0];
            var options = asked.Read(parsed, new ParameterReader(input.Parameters, loaded.Scenario.Economy));
            var data = opened.LoadLocalMarketData();
            var analysis = new SupplementAnalysis(loaded.Scenario, input, data, options);
            List<ManifestInput> inputs =
            [
                .. loaded.Inputs,
                .. opened.Inputs(found.RosterId),
                AnalystWorkspace.LocalMarketInput(data),
                StudyInputs.Options(options.ToString()),
            ];
            var result = ConsoleProgress.Run(console, !study.IsJson(parsed), "Measuring markets and costing the proposal", progress => analysis.Run(inputs, progress, cancellation)) with { RosterId = found.RosterId };
            result = result with { AssumedParameters = [.. result.AssumedParameters, .. ScenarioAssumptions.Of(loaded)] };
            if (file is not null) SupplementFile.Write(file, scenario, loaded.Scenario, analysis, result, WorkspaceRules.Create(input));
            var code = study.Finish(console, parsed, result, opened);
            if (file is not null && !study.IsJson(parsed)) console.Remark($"Scenario: {SafeText.Escape(Path.GetFullPath(file))}; ctms compare {SafeText.Escape(scenario)} {SafeText.Escape(file)} -w {SafeText.Escape(parsed.GetRequiredValue(workspace))} gives the same difference.");
            return Task.FromResult(code);
        });
        return command;
    }
}
