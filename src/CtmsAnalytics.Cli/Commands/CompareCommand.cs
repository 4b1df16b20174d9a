using System.CommandLine;
using CtmsAnalytics.Charts.Report;
using CtmsAnalytics.Cli.Output;
using CtmsAnalytics.Diagnostics;
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
        var workspace = new Option<string>("--workspace", "-w") { Description = "Folder of the workspace.", DefaultValueFactory = _ => "." };
        var report = new Option<string>("--out", "-o") { Description = "File of the report.", DefaultValueFactory = _ => "report.html" };
        var aggregate = new Option<bool>("--no-individuals") { Description = "Leaves the salaries of single people out of the report." };
        var json = new Option<bool>("--json") { Description = "Prints the result as JSON instead of tables." };
        var command = new Command("compare", "Compares two pay proposals over the fiscal years of their horizon.")
        {
            baseline, proposal, workspace, report, aggregate, json,
        };
        command.SetAction((parsed, cancellation) =>
        {
            var options = new CompareOptions(
                parsed.GetRequiredValue(baseline),
                parsed.GetRequiredValue(proposal),
                parsed.GetRequiredValue(workspace),
                parsed.GetRequiredValue(report),
                !parsed.GetValue(aggregate),
                parsed.GetValue(json));
            return Task.FromResult(Run(console, options, cancellation));
        });
        return command;
    }

    private static int Run(IAnsiConsole console, CompareOptions options, CancellationToken cancellation)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(options.Report))!;
        if (!Directory.Exists(folder))
            throw new InputException($"{options.Report}: The folder of the report does not exist. Make it first, or name another file with --out.");
        using var workspace = AnalystWorkspace.Open(options.Workspace);
        var input = new ProjectionInput(workspace.LoadRoster(), workspace.LoadParameters(), workspace.LoadWages(), workspace.LoadMarkets());
        var (baseline, proposal) = LoadScenarios(options, input);
        var inputs = Scenarios("baseline", baseline).Concat(Scenarios("proposal", proposal)).Concat(workspace.Inputs()).ToList();
        var projected = ConsoleProgress.Run(console, !options.Json, "Projecting", progress =>
            Comparer.Compare(baseline.Scenario, proposal.Scenario, input, inputs, progress, cancellation));
        var comparison = projected with { Baseline = projected.Baseline.WithAssumptionsOf(baseline), Proposal = projected.Proposal.WithAssumptionsOf(proposal) };
        if (options.Json) console.Profile.Out.Writer.WriteLine(ComparisonJson.Write(comparison));
        else ComparisonTables.Print(console, comparison);
        var stored = workspace.SaveRun(comparison);
        WriteReport(options, comparison);
        if (!options.Json)
        {
            console.WriteLine(stored ? $"Run {comparison.Manifest.RunId} is stored in the workspace." : $"Run {comparison.Manifest.RunId} was in the workspace already; the same inputs give the same run.");
            console.WriteLine($"Report: {Path.GetFullPath(options.Report)}");
        }

        return ExitCode.Success;
    }

    private static (LoadedScenario Baseline, LoadedScenario Proposal) LoadScenarios(CompareOptions options, ProjectionInput input)
    {
        var rules = WorkspaceRules.Create(input);
        var problems = new List<InputProblem>();
        var baseline = Load(options.Baseline);
        var proposal = Load(options.Proposal);
        return problems.Count > 0 ? throw new InputException([.. problems.Distinct()]) : (baseline!, proposal!);

        LoadedScenario? Load(string path)
        {
            try
            {
                return ScenarioLoading.Load(path, rules);
            }
            catch (InputException exception) when (exception.Problems.Count > 0)
            {
                problems.AddRange(exception.Problems);
                return null;
            }
        }
    }

    private static IEnumerable<ManifestInput> Scenarios(string role, LoadedScenario scenario) =>
        scenario.Sources.Select(s => new ManifestInput($"scenario ({role})", Path.GetFileName(s.File), s.Sha256));

    /// <summary>Writes beside the target first, so that a report that cannot be finished leaves the former one as it was.</summary>
    private static void WriteReport(CompareOptions options, Comparison comparison)
    {
        var temporary = options.Report + ".partial";
        try
        {
            using (var writer = new StreamWriter(temporary)) ReportWriter.Write(comparison, writer, new ReportOptions { ShowIndividuals = options.ShowIndividuals });
            File.Move(temporary, options.Report, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private sealed record CompareOptions(string Baseline, string Proposal, string Workspace, string Report, bool ShowIndividuals, bool Json);
}
