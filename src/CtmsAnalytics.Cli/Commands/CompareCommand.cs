using System.CommandLine;
using CtmsAnalytics.Charts.Report;
using CtmsAnalytics.Charts.Studies;
using CtmsAnalytics.Cli.Output;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Workspace;
using CtmsAnalytics.Workspace.Analyses;
using CtmsAnalytics.Workspace.Loading;
using CtmsAnalytics.Workspace.Scenarios;
using Spectre.Console;

namespace CtmsAnalytics.Cli.Commands;

/// <summary><c>ctms compare A.yaml B.yaml</c>: projects two scenarios on the workspace's roster and market, prints the difference, stores the run and writes the report.</summary>
public static class CompareCommand
{
    private static readonly string[] Examples =
    [
        "compare data/scenarios/baseline.yaml data/scenarios/targeted-talent.yaml -w work",
        "compare baseline.yaml proposal.yaml -w work --out report.html --no-individuals",
        "compare baseline.yaml proposal.yaml -w work --json > comparison.json",
    ];

    /// <summary>Creates the command.</summary>
    /// <param name="console">Where the tables are printed.</param>
    /// <returns>The command.</returns>
    public static Command Create(IAnsiConsole console)
    {
        var baseline = new Argument<string>("baseline") { Description = "Scenario file to compare with, for example data/scenarios/baseline.yaml." };
        var proposal = new Argument<string>("proposal") { Description = "Scenario file of the proposal." };
        var workspace = WorkspaceOption.Create();
        var roster = RosterOption.Create();
        var report = new Option<string>("--out", "-o") { Description = "File of the report.", DefaultValueFactory = _ => "report.html" };
        var aggregate = new Option<bool>("--no-individuals") { Description = "Leaves single people and groups of fewer than five out of the report." };
        var analysis = AnalysisOption.Create();
        var json = JsonOption.Create("Prints the result as JSON instead of tables.");
        var command = new CommandWithExamples("compare", "Compares two pay proposals over the fiscal years of their horizon.", Examples)
        {
            baseline, proposal, workspace, roster, report, aggregate, analysis, json,
        };
        command.SetAction((parsed, cancellation) =>
        {
            var options = new CompareOptions(
                parsed.GetRequiredValue(baseline),
                parsed.GetRequiredValue(proposal),
                parsed.GetRequiredValue(workspace),
                parsed.GetValue(roster),
                parsed.GetRequiredValue(report),
                !parsed.GetValue(aggregate),
                parsed.GetRequiredValue(analysis),
                parsed.GetValue(json));
            return Task.FromResult(Run(console, options, cancellation));
        });
        return command;
    }

    private static int Run(IAnsiConsole console, CompareOptions options, CancellationToken cancellation)
    {
        OutputFile.Check(options.Report, "report");
        using var workspace = AnalystWorkspace.Open(options.Workspace);
        var snapshot = WorkspaceSnapshot.Read(workspace, options.Roster);
        var (baseline, proposal) = ScenarioLoading.LoadBoth(options.Baseline, options.Proposal, snapshot);
        var run = ConsoleProgress.Run(console, !options.Json, "Projecting", progress =>
            ComparisonRuns.Of(snapshot, baseline, proposal, AnalysisOption.Of(options.Analysis), progress, cancellation));
        var (comparison, facts) = (run.ComparisonOf(1), run.Facts);
        if (options.Json) console.Profile.Out.Writer.WriteLine(ComparisonJson.Write(comparison));
        else Print(console, comparison, facts.Notes);
        var stored = workspace.SaveRun(comparison, facts);
        var equity = InternalEquityRuns.Between(workspace, snapshot, baseline, proposal, cancellation);
        if (equity is not null) workspace.SaveStudy(equity);
        ConsoleProgress.Run(
            console, "Drawing the report", () => OutputFile.Write(options.Report, writer => ReportWriter.Write(run, writer, new ReportOptions { ShowIndividuals = options.ShowIndividuals, Studies = equity is null ? [] : [equity] })));
        if (!options.Json)
        {
            if (equity is not null) console.Wrapped(StudyDocuments.Of(equity, options.ShowIndividuals).Finding);
            console.Remark(stored ? $"Run {comparison.Manifest.RunId} is stored in the workspace." : $"Run {comparison.Manifest.RunId} was in the workspace already; the same inputs give the same run.");
            console.Remark($"Report: {SafeText.Escape(Path.GetFullPath(options.Report))}");
        }

        return ExitCode.Success;
    }

    private static void Print(IAnsiConsole console, Comparison comparison, IReadOnlyList<string> about)
    {
        TextPage.Fit(console);
        foreach (var note in about) console.Wrapped(note);
        ComparisonTables.Print(console, comparison);
        foreach (var note in comparison.Proposal.Warnings) console.Wrapped(note);
    }

    private sealed record CompareOptions(string Baseline, string Proposal, string Workspace, int? Roster, string Report, bool ShowIndividuals, string Analysis, bool Json);
}
