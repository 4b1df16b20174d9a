using System.CommandLine;
using CtmsAnalytics.Budget.Tables;
using CtmsAnalytics.Cli.Output;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Workspace;
using CtmsAnalytics.Workspace.Budgets;
using CtmsAnalytics.Workspace.Exports;
using CtmsAnalytics.Workspace.Exports.Workbooks;
using Spectre.Console;

namespace CtmsAnalytics.Cli.Commands;

/// <summary><c>ctms export RUN</c>: a stored run as a workbook, CSV files or Parquet files.</summary>
public static class ExportCommand
{
    private static readonly string[] Examples =
    [
        "export latest -w work --xlsx work/run.xlsx",
        "export latest -w work --basis mean --xlsx work/mean.xlsx --parquet work/parquet",
        "export 3f2a -w work --csv work/csv",
    ];

    /// <summary>Creates the command.</summary>
    /// <param name="console">Where it says what was written.</param>
    /// <returns>The command.</returns>
    public static Command Create(IAnsiConsole console)
    {
        var run = RunArgument.Create();
        var workspace = WorkspaceOption.Create();
        var basis = BasisOption.Create();
        var policy = PolicyOption.Create();
        var xlsx = new Option<string?>("--xlsx") { Description = "Workbook with cover, summaries as live formulas, and the cube of costs.", HelpName = "FILE.xlsx" };
        var csv = new Option<string?>("--csv") { Description = "Folder for CSV files.", HelpName = "DIR" };
        var parquet = new Option<string?>("--parquet") { Description = "Folder for Parquet files.", HelpName = "DIR" };
        var json = new Option<bool>("--json") { Description = "Prints what was written as JSON." };
        var command = new CommandWithExamples("export", "Writes a run for other tools: an Excel workbook, CSV or Parquet.", Examples) { run, workspace, basis, policy, xlsx, csv, parquet, json };
        command.Validators.Add(result =>
        {
            if (result.GetValue(xlsx) is null && result.GetValue(csv) is null && result.GetValue(parquet) is null) result.AddError("Say what to write: --xlsx FILE.xlsx, --csv DIR, --parquet DIR, or several of them.");
        });
        command.SetAction(parsed => Run(console, new ExportOptions(
            parsed.GetRequiredValue(run),
            parsed.GetRequiredValue(workspace),
            BasisOption.Of(parsed.GetRequiredValue(basis)),
            parsed.GetValue(policy),
            parsed.GetValue(xlsx),
            parsed.GetValue(csv),
            parsed.GetValue(parquet),
            parsed.GetValue(json))));
        return command;
    }

    private static int Run(IAnsiConsole console, ExportOptions options)
    {
        if (options.Xlsx is { } file)
        {
            OutputFile.Check(file, "workbook", "--xlsx", ".xlsx");
            if (!file.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase)) throw new InputException($"--xlsx {file}: A workbook has the extension .xlsx; spreadsheets refuse it under another one.");
        }

        if (options.Csv is { } csv) OutputFolder.Require(csv, "--csv");
        if (options.Parquet is { } parquet) OutputFolder.Require(parquet, "--parquet");
        using var workspace = AnalystWorkspace.Open(options.Workspace);
        var run = workspace.LoadRun(options.Run);
        var (policy, files) = BudgetPolicyFiles.Load(PolicyOption.Folder(options.Policy));
        var export = RunExport.Of(run, options.Basis, policy, files);
        List<string> written = [];
        if (options.Xlsx is { } workbook)
        {
            OutputFile.Write(workbook, RunWorkbook.Write(export));
            written.Add(Path.GetFullPath(workbook));
        }

        if (options.Csv is not null || options.Parquet is not null)
        {
            var tables = RunTables.Of(export);
            if (options.Csv is { } folder)
            {
                OutputFolder.Write(folder, f => ExportCsv.Write(tables, f));
                written.AddRange(tables.Select(t => Path.GetFullPath(Path.Combine(folder, t.Name + ".csv"))));
            }

            if (options.Parquet is { } target)
            {
                OutputFolder.Write(target, f =>
                {
                    ParquetExport.Write(tables, f);
                    ExportCsv.WriteAbout(tables, f, ".parquet");
                });
                written.AddRange(tables.Select(t => Path.GetFullPath(Path.Combine(target, t.Name + ".parquet"))));
            }
        }

        if (options.Json) console.Line(JsonText.Write(new { run.Manifest.RunId, options.Basis, Notice = RunExport.PersonalData, Files = written }));
        else
        {
            console.Line(RunExport.PersonalData);
            foreach (var path in written) console.Line(SafeText.Escape(path));
        }

        return ExitCode.Success;
    }

    private sealed record ExportOptions(string Run, string Workspace, BudgetBasis Basis, string? Policy, string? Xlsx, string? Csv, string? Parquet, bool Json);
}
