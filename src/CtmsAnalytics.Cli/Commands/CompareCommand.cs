using System.CommandLine;
using CtmsAnalytics.Charts.Report;
using CtmsAnalytics.Cli.Output;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Workspace;
using CtmsAnalytics.Workspace.Roster;
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
        var roster = new Option<int?>("--roster") { Description = "Number of the roster as 'ctms rosters' lists it; the current one when it is not given." };
        var report = new Option<string>("--out", "-o") { Description = "File of the report.", DefaultValueFactory = _ => "report.html" };
        var aggregate = new Option<bool>("--no-individuals") { Description = "Leaves the salaries of single people out of the report." };
        var json = new Option<bool>("--json") { Description = "Prints the result as JSON instead of tables." };
        var command = new Command("compare", "Compares two pay proposals over the fiscal years of their horizon.")
        {
            baseline, proposal, workspace, roster, report, aggregate, json,
        };
        foreach (var argument in new[] { baseline, proposal })
        {
            argument.Validators.Add(result =>
            {
                if (result.Tokens.FirstOrDefault(t => t.Value.StartsWith('-')) is { } option) result.AddError($"There is no option '{option.Value}'. See ctms compare --help.");
            });
        }

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
        var folder = Path.GetDirectoryName(Path.GetFullPath(options.Report))!;
        if (!Directory.Exists(folder))
            throw new InputException($"{options.Report}: The folder of the report does not exist. Make it first, or name another file with --out.");
        if (Directory.Exists(options.Report))
            throw new InputException($"{options.Report}: This is a folder. Name the file of the report, for example {Path.Combine(options.Report, "report.html")}.");
        using var workspace = AnalystWorkspace.Open(options.Workspace);
        var roster = workspace.FindRoster(options.Roster);
        var input = new ProjectionInput(workspace.LoadRoster(roster.RosterId), workspace.LoadParameters(), workspace.LoadWages(), workspace.LoadMarkets());
        if (input.Wages.Count == 0)
            throw new InputException($"{options.Workspace}: The workspace has no market wages. Import some first, for example: ctms import market {Path.Combine(ShippedData.Folder, "market", "oews_national_cyber_2024.csv")} -w {options.Workspace}");
        var (baseline, proposal) = LoadScenarios(options, input);
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
        WriteReport(options, comparison, RosterNotes.IsSample(roster) ? RosterNotes.Synthetic : null);
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
        if (problems.Count > 0) throw new InputException([.. problems.Distinct()]);
        var unfit = RosterFit.Problems(input.Roster, baseline!.Scenario).Concat(RosterFit.Problems(input.Roster, proposal!.Scenario)).ToList();
        return unfit.Count > 0 ? throw new InputException(string.Join('\n', unfit)) : (baseline, proposal);

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

    private static void Print(IAnsiConsole console, Comparison comparison, IReadOnlyList<string> about)
    {
        foreach (var note in about) console.Line(SafeText.Escape(note));
        ComparisonTables.Print(console, comparison);
        foreach (var note in comparison.Proposal.Warnings) console.Line(SafeText.Escape(note));
    }

    /// <summary>Writes beside the target first, so that a report that cannot be finished leaves the former one as it was.</summary>
    private static void WriteReport(CompareOptions options, Comparison comparison, string? rosterNote)
    {
        var temporary = options.Report + ".partial";
        try
        {
            using (var writer = new StreamWriter(temporary)) ReportWriter.Write(comparison, writer, new ReportOptions { ShowIndividuals = options.ShowIndividuals, RosterNote = rosterNote });
            File.Move(temporary, options.Report, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private sealed record CompareOptions(string Baseline, string Proposal, string Workspace, int? Roster, string Report, bool ShowIndividuals, bool Json);
}
