using System.CommandLine;
using System.CommandLine.Parsing;
using CtmsAnalytics.Cli.Output;
using CtmsAnalytics.InternalEquity;
using CtmsAnalytics.Workspace;
using CtmsAnalytics.Workspace.Analyses;
using CtmsAnalytics.Workspace.Loading;
using CtmsAnalytics.Workspace.Scenarios;
using Spectre.Console;

namespace CtmsAnalytics.Cli.Commands;

/// <summary><c>ctms internal-equity SCENARIO.yaml [PROPOSAL.yaml]</c>: how people are paid against their ranges and one another, before and after a proposal (158.404(a)).</summary>
public static class InternalEquityCommand
{
    private static readonly EquityDimension[] Usual = [EquityDimension.Level, EquityDimension.Component, EquityDimension.Market];

    private static readonly string[] Examples =
    [
        "internal-equity data/scenarios/baseline.yaml -w work",
        "internal-equity baseline.yaml proposal.yaml -w work --by level,market",
        "internal-equity baseline.yaml proposal.yaml -w work --by specialisation --out equity.html",
    ];

    /// <summary>Creates the command.</summary>
    /// <param name="console">Where the study is printed.</param>
    /// <returns>The command.</returns>
    public static Command Create(IAnsiConsole console)
    {
        var scenario = new Argument<string>("scenario") { Description = "Scenario file, for example data/scenarios/baseline.yaml." };
        var proposal = new Argument<string?>("proposal") { Description = "Scenario file of a proposal, to tell internal equity before and after it.", Arity = ArgumentArity.ZeroOrOne };
        var workspace = WorkspaceOption.Create();
        var roster = RosterOption.Create();
        var by = new Option<EquityDimension[]>("--by")
        {
            Description = $"What people are grouped by, separated by commas: {string.Join(", ", Enum.GetNames<EquityDimension>().Select(n => n.ToLowerInvariant()))}.",
            HelpName = "A,B,...",
            CustomParser = Dimensions,
        };
        var opening = new Option<bool>("--opening-only") { Description = "Leaves the end of the horizon out." };
        var study = new StudyOptions();
        var command = new CommandWithExamples("internal-equity", "Tells how people are paid against their ranges and one another, before and after a proposal.", Examples) { scenario, proposal, workspace, roster, by, opening };
        study.AddTo(command);
        command.SetAction((parsed, cancellation) =>
        {
            study.Check(parsed);
            using var opened = AnalystWorkspace.Open(parsed.GetRequiredValue(workspace));
            var snapshot = WorkspaceSnapshot.Read(opened, parsed.GetValue(roster));
            string[] files = parsed.GetValue(proposal) is { } other ? [parsed.GetRequiredValue(scenario), other] : [parsed.GetRequiredValue(scenario)];
            var loaded = ScenarioLoading.LoadAll(files, snapshot);
            var dimensions = parsed.GetValue(by) is { Length: > 0 } asked ? asked : Usual;
            var specialisations = InternalEquityRuns.Specialisations(opened, loaded[0]);
            var result = ConsoleProgress.Run(console, !study.IsJson(parsed), "Comparing pay", progress =>
                InternalEquityRuns.Of(snapshot, loaded, specialisations, dimensions, !parsed.GetValue(opening), progress, cancellation));
            return Task.FromResult(study.Finish(console, parsed, result, opened));
        });
        return command;
    }

    private static EquityDimension[] Dimensions(ArgumentResult result)
    {
        var known = Enum.GetNames<EquityDimension>();
        var dimensions = new List<EquityDimension>();
        foreach (var name in result.Tokens.SelectMany(t => t.Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)))
        {
            if (known.FirstOrDefault(k => string.Equals(k, name, StringComparison.OrdinalIgnoreCase)) is { } dimension) dimensions.Add(Enum.Parse<EquityDimension>(dimension));
            else result.AddError($"--by {name}: right would be one or more of {string.Join(", ", known.Select(k => k.ToLowerInvariant()))}, separated by commas.");
        }

        return [.. dimensions.Distinct()];
    }
}
