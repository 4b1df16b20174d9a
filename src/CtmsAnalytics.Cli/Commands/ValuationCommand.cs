using System.CommandLine;
using CtmsAnalytics.Cli.Output;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Workspace;
using CtmsAnalytics.Workspace.Studies;
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
            var scenario = parsed.GetValue(baseline) ?? Path.Combine(ShippedData.Folder, "scenarios", "baseline.yaml");
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
        var found = opened.FindRoster(rosterId);
        var (policy, noise) = (asked.Policy(parsed), asked.Noise(parsed));
        var input = policy is null ? null : WorkspaceInput.Load(opened, found);
        var basis = opened.LoadValuation() ?? throw new InputException($"{opened.Folder}: The workspace has no qualifications library. Import one first: ctms import library DIR");
        var roster = ValuedRoster.Of(input?.Roster ?? opened.LoadRoster(found.RosterId), opened.LoadQualifications(), basis);
        var loaded = input is null ? null : ScenarioLoading.LoadAll([scenario], input)[0];
        List<ManifestInput> inputs =
        [
            .. loaded?.Sources.Select(s => new ManifestInput("scenario", Path.GetFileName(s.File), s.Sha256)) ?? [],
            .. opened.Inputs(found.RosterId),
            StudyInputs.Options(JsonText.WriteLine(new { policy?.Weights, policy?.CutPoints, Person = asked.Person(parsed), Folds = asked.Folds(parsed), noise?.Deviation, noise?.Draws, Seed = asked.Seed(parsed) })),
        ];
        return ConsoleProgress.Run(console, !study.IsJson(parsed), "Valuing", progress =>
        {
            var made = ValuationAnalysis.Of(roster, found.Name, inputs);
            if (asked.Person(parsed) is { } id) made = made with { Person = Person(roster, id) };
            if (policy is not null) made = made with { WhatIf = ValuationAnalysis.WhatIf(roster, policy, loaded!.Scenario, input!, inputs, progress, cancellation), AssumedParameters = [.. ScenarioAssumptions.Of(loaded)] };
            if (asked.Folds(parsed) is { } folds) made = made with { Calibration = SchemeCalibration.Of(roster, null, folds, asked.Seed(parsed), cancellation) };
            if (noise is { } n) made = made with { Noise = ProficiencyNoise.Of(roster, basis.Scheme, n.Deviation, n.Draws, asked.Seed(parsed), cancellation) };
            return RosterNotes.IsSample(found) ? made with { Notes = [RosterNotes.Synthetic, .. made.Notes] } : made;
        });
    }

    private static Valuation Person(ValuedRoster roster, string id)
    {
        var at = roster.People.ToList().FindIndex(p => p.PersonId == id);
        if (at >= 0) return Valuer.Of(roster.Qualifications[at], roster.People[at].Track, roster.Basis.Scheme, roster.Basis.Library);
        throw new InputException(roster.Unvalued.Any(p => p.PersonId == id)
            ? $"No qualification of {id} is recorded, and the valuation is based on them (158.404(b)(1)). Import them: ctms import qualifications FILE"
            : $"There is nobody with the identifier '{id}' in the roster.");
    }

    private static void Emit(string file, string baseline, ValuationStudy study, AnalystWorkspace workspace, int? roster)
    {
        var policy = study.WhatIf is { } what ? new ValuationPolicy(what.Weights, what.CutPoints) : study.Calibration!.Policy;
        if (policy.IsNone) throw new InputException($"--emit {file}: The calibration changes nothing, so that there is nothing to write.");
        ValuationFile.Write(file, baseline, policy, study, WorkspaceRules.Create(WorkspaceInput.Load(workspace, workspace.FindRoster(roster))));
    }
}
