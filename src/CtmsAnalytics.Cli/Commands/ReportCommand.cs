using System.CommandLine;
using CtmsAnalytics.Charts.Rendering;
using CtmsAnalytics.Charts.Report;
using CtmsAnalytics.Cli.Output;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Privacy;
using CtmsAnalytics.Workspace;
using Spectre.Console;

namespace CtmsAnalytics.Cli.Commands;

/// <summary><c>ctms report RUN</c>: writes the report of a stored run as one HTML file for leadership, or for an analyst with single people.</summary>
public static class ReportCommand
{
    private static readonly string[] Examples =
    [
        "report -w work --out work/report.html",
        "report 4fd83f78 -w work --budget 2028=46M --budget total=240M --out leadership.html",
        "report latest -w work --individuals --out analyst.html",
    ];

    /// <summary>Creates the command.</summary>
    /// <param name="console">Where the place of the report is printed.</param>
    /// <returns>The command.</returns>
    public static Command Create(IAnsiConsole console)
    {
        var which = RunArgument.Create();
        var workspace = WorkspaceOption.Create();
        var output = new Option<string>("--out", "-o") { Description = "File of the report.", HelpName = "FILE", DefaultValueFactory = _ => "report.html" };
        var individuals = new Option<bool>("--individuals") { Description = "Shows single people and groups of fewer than five: an analyst's report, which holds personal data." };
        var prepared = DateOption.Create("--prepared", "Date for the head of the report; without it the same run gives the same bytes.");
        var pdf = new Option<string?>("--pdf") { Description = "Prints the report into a PDF as well; needs an installed Chromium.", HelpName = "FILE" };
        var studies = new StudySelection();
        var json = JsonOption.Create("Prints what was written as JSON.");
        var budget = new BudgetOption();
        var command = new CommandWithExamples("report", "Writes a report of a run: one HTML file that opens offline, prints, and holds no single person unless asked.", Examples)
        {
            which, workspace, output, individuals, budget.Option, prepared, pdf, json,
        };
        studies.AddTo(command);
        command.SetAction(parsed =>
        {
            var file = parsed.GetRequiredValue(output);
            OutputFile.Check(file, "report");
            var printed = parsed.GetValue(pdf);
            if (printed is not null) OutputFile.Check(printed, "report", "--pdf", ".pdf");
            using var browser = printed is null ? null : new BrowserRenderer();
            var budgets = budget.Read(parsed);
            using var opened = AnalystWorkspace.Open(parsed.GetRequiredValue(workspace), readOnly: true);
            var run = opened.LoadRun(parsed.GetRequiredValue(which));
            BudgetOption.CheckYears(budgets, run.FiscalYears);
            var (behind, leftOut) = studies.Read(parsed, opened, run);
            if (!parsed.GetValue(individuals) && behind.GroupBy(b => (b.Kind, b.Topic)).FirstOrDefault(g => g.Count() > 1) is { } twice)
            {
                throw new InputException(
                    $"--study: {string.Join(" and ", twice.Select(t => t.Manifest.RunId))} are both {twice.Key.Kind.ToString().ToLowerInvariant()} studies. What one hides the other may give back: name one of them, or add --individuals.");
            }

            var options = new ReportOptions
            {
                Studies = behind,
                ShowIndividuals = parsed.GetValue(individuals),
                PreparedOn = parsed.GetValue(prepared),
                Budgets = budgets.Where(b => b.FiscalYear is not null).ToDictionary(b => b.FiscalYear!.Value, b => b.Cents),
                TotalBudget = budgets.FirstOrDefault(b => b.FiscalYear is null)?.Cents,
            };
            ConsoleProgress.Run(console, "Drawing the report", () => OutputFile.Write(file, writer => ReportWriter.Write(run, writer, options)));
            if (printed is not null) ConsoleProgress.Run(console, "Printing the report", () => OutputFile.Write(printed, browser!.ToPdf(File.ReadAllText(file))));
            if (parsed.GetValue(json))
            {
                console.Line(JsonText.Write(new
                {
                    run.Manifest.RunId,
                    Draws = run.Drawn?.Draws ?? 0,
                    Report = Path.GetFullPath(file),
                    Pdf = printed is null ? null : Path.GetFullPath(printed),
                    HoldsPersonalData = options.ShowIndividuals || MovedPeople.AreFewInAny(run.Facts),
                    Studies = behind.Select(s => s.Manifest.RunId),
                    LeftOut = leftOut.Select(s => s.Manifest.RunId),
                }));
                return ExitCode.Success;
            }

            console.Remark($"Report of run {run.Manifest.RunId}: {SafeText.Escape(Path.GetFullPath(file))}");
            foreach (var study in behind) console.Remark($"With study {study.Manifest.RunId}: {SafeText.Escape(study.Title)}");
            foreach (var study in leftOut) console.Remark($"Left out, because no scenario of the run states it: what-if {study.Manifest.RunId}, {SafeText.Escape(study.Title)}. Add it with --study {study.Manifest.RunId}.");
            if (printed is not null) console.Remark($"PDF: {SafeText.Escape(Path.GetFullPath(printed))}");
            return ExitCode.Success;
        });
        return command;
    }
}
