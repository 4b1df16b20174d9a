using System.CommandLine;
using CtmsAnalytics.Charts.Report;
using CtmsAnalytics.Cli.Output;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Workspace;
using CtmsAnalytics.Workspace.Scenarios;
using Spectre.Console;

namespace CtmsAnalytics.Cli.Commands;

/// <summary><c>ctms compare A.yaml B.yaml</c>: projects two scenarios on the workspace's roster and market, prints the difference, stores the run and writes the report.</summary>
public static class CompareCommand
{
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
        var aggregate = new Option<bool>("--no-individuals") { Description = "Leaves the salaries of single people out of the report." };
        var json = new Option<bool>("--json") { Description = "Prints the result as JSON instead of tables." };
        var command = new Command("compare", "Compares two pay proposals over the fiscal years of their horizon.")
        {
            baseline, proposal, workspace, roster, report, aggregate, json,
        };
        foreach (var argument in new[] { baseline, proposal }) argument.RefuseOptions("compare");

        command.SetAction((parsed, cancellation) =>
        {
            var options = new CompareOptions(
                parsed.GetRequiredValue(baseline),
                parsed.GetRequiredValue(proposal),
                parsed.GetRequiredValue(workspace),
                parsed.GetValue(roster),
                parsed.GetRequiredValue(report),
                !parsed.GetValue(aggregate),
                parsed.GetValue(json));
            return Task.FromResult(Run(console, options, cancellation));
        });
        return command;
    }

    private static int Run(IAnsiConsole console, CompareOptions options, CancellationToken cancellation)
    {
        OutputFile.Check(options.Report, "report");
        using var workspace = AnalystWorkspace.Open(options.Workspace);
        var roster = workspace.FindRoster(options.Roster);
        var input = WorkspaceInput.Load(workspace, roster);
        var (baseline, proposal) = ScenarioLoading.LoadBoth(options.Baseline, options.Proposal, input);
        var inputs = Scenarios("baseline", baseline).Concat(Scenarios("proposal", proposal)).Concat(workspace.Inputs(roster.RosterId)).ToList();
        var projected = ConsoleProgress.Run(console, !options.Json, "Projecting", progress =>
            Comparer.Compare(baseline.Scenario, proposal.Scenario, input, inputs, progress, cancellation));
        var about = RosterNotes.Of(roster, baseline.Scenario.Horizon);
        var comparison = projected with
        {
            Baseline = projected.Baseline.WithAssumptionsOf(baseline).WithNotes([.. about, .. baseline.Notes]),
            Proposal = projected.Proposal.WithAssumptionsOf(proposal).WithNotes([.. about, .. proposal.Notes]),
        };
        if (options.Json) console.Profile.Out.Writer.WriteLine(ComparisonJson.Write(comparison));
        else Print(console, comparison, about);
        var stored = workspace.SaveRun(comparison);
        var report = new ReportOptions { ShowIndividuals = options.ShowIndividuals, RosterNote = RosterNotes.IsSample(roster) ? RosterNotes.Synthetic : null };
        OutputFile.Write(options.Report, writer => ReportWriter.Write(comparison, writer, report));
        if (!options.Json)
        {
            console.WriteLine(stored ? $"Run {comparison.Manifest.RunId} is stored in the workspace." : $"Run {comparison.Manifest.RunId} was in the workspace already; the same inputs give the same run.");
            console.WriteLine($"Report: {Path.GetFullPath(options.Report)}");
        }

        return ExitCode.Success;
    }

    private static IEnumerable<ManifestInput> Scenarios(string role, LoadedScenario scenario) =>
        scenario.Sources.Select(s => new ManifestInput($"scenario ({role})", Path.GetFileName(s.File), s.Sha256));

    private static void Print(IAnsiConsole console, Comparison comparison, IReadOnlyList<string> about)
    {
        foreach (var note in about) console.Line(SafeText.Escape(note));
        ComparisonTables.Print(console, comparison);
        foreach (var note in comparison.Proposal.Warnings) console.Line(SafeText.Escape(note));
    }

    private sealed record CompareOptions(string Baseline, string Proposal, string Workspace, int? Roster, string Report, bool ShowIndividuals, bool Json);
}
