using System.CommandLine;
using CtmsAnalytics.Cli.Output;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Workspace;
using CtmsAnalytics.Workspace.Analyses;
using CtmsAnalytics.Workspace.Loading;
using CtmsAnalytics.Workspace.Reference;
using CtmsAnalytics.Workspace.Scenarios;
using CtmsAnalytics.WorkValuation;
using Spectre.Console;

namespace CtmsAnalytics.Cli.Commands;

/// <summary><c>ctms valuation [BASE.yaml]</c>: values the roster's people by the scheme in force, and studies changes of it, its calibration and its stability (158.404).</summary>
public static class ValuationCommand
{
    private static readonly string[] Examples =
    [
        "valuation -w work",
        "valuation -w work --person S0007",
        "valuation -w work --weight LEA=0.3 --cut ADV=560 --emit proposal.yaml",
        "valuation -w work --calibrate --noise 0.5 --out valuation.html",
    ];

    /// <summary>Creates the command.</summary>
    /// <param name="console">Where the study is printed.</param>
    /// <returns>The command.</returns>
    public static Command Create(IAnsiConsole console)
    {
        var baseline = new Argument<string?>("baseline") { Description = "Scenario that a change is priced on; without it the shipped baseline.", Arity = ArgumentArity.ZeroOrOne };
        var workspace = WorkspaceOption.Create();
        var roster = RosterOption.Create();
        var asked = new ValuationCommandOptions();
        var emit = new Option<string?>("--emit") { Description = "Writes a scenario that extends the baseline with the change, or with the calibrated scheme.", HelpName = "FILE.yaml" };
        var study = new StudyOptions();
        var command = new CommandWithExamples("valuation", "Values people by qualifications and work: levels, misfits, what a change moves and costs.", Examples) { baseline, workspace, roster };
        asked.AddTo(command);
        command.Options.Add(emit);
        study.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(emit) is not null && asked.IsEmpty(result)) result.AddError("--emit writes a change of the scheme: give --weight, --cut or --calibrate.");
        });
        command.SetAction((parsed, cancellation) =>
        {
            study.Check(parsed);
            var scenario = parsed.GetValue(baseline) ?? ShippedData.Baseline;
            if (parsed.GetValue(emit) is { } target) EmittedScenario.Check(target, scenario);
            using var opened = AnalystWorkspace.Open(parsed.GetRequiredValue(workspace));
            var made = Make(console, opened, parsed.GetValue(roster), scenario, asked, study, parsed, cancellation);
            if (parsed.GetValue(emit) is { } file) Emit(file, scenario, made, opened, parsed.GetValue(roster));
            var code = study.Finish(console, parsed, made, opened);
            if (parsed.GetValue(emit) is { } written && !study.IsJson(parsed))
                console.Remark($"Scenario: {SafeText.Escape(Path.GetFullPath(written))}; ctms compare {SafeText.Escape(scenario)} {SafeText.Escape(written)} -w {SafeText.Escape(parsed.GetRequiredValue(workspace))} prices it.");
            return Task.FromResult(code);
        });
        return command;
    }

    private static ValuationStudy Make(
        IAnsiConsole console, AnalystWorkspace opened, int? rosterId, string scenario, ValuationCommandOptions asked, StudyOptions study, ParseResult parsed, CancellationToken cancellation)
    {
        var options = asked.Read(parsed);
        if (ValuationStudies.PolicyOf(options) is null)
        {
            var valued = ValuationStudies.Read(opened, rosterId);
            return ConsoleProgress.Run(console, !study.IsJson(parsed), "Valuing", progress => valued.Make(options, null, progress, cancellation));
        }

        var snapshot = WorkspaceSnapshot.Read(opened, rosterId);
        var priced = ValuationStudies.Of(snapshot);
        var loaded = ScenarioLoading.LoadAll([scenario], snapshot)[0];
        return ConsoleProgress.Run(console, !study.IsJson(parsed), "Valuing", progress => priced.Make(options, (snapshot, loaded), progress, cancellation));
    }

    private static void Emit(string file, string baseline, ValuationStudy study, AnalystWorkspace workspace, int? roster)
    {
        var policy = study.WhatIf is { } what ? new ValuationPolicy(what.Weights, what.CutPoints) : study.Calibration!.Policy;
        if (policy.IsNone) throw new InputException($"--emit {file}: The calibration changes nothing, so that there is nothing to write.");
        ValuationFile.Write(file, baseline, policy, study, WorkspaceSnapshot.Read(workspace, roster).Rules);
    }
}
