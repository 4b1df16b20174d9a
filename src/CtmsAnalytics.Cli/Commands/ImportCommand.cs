using System.CommandLine;
using System.Globalization;
using CtmsAnalytics.Cli.Output;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Workspace;
using CtmsAnalytics.Workspace.Imports;
using Spectre.Console;

namespace CtmsAnalytics.Cli.Commands;

/// <summary>
/// <c>ctms import market|survey|index|jobs</c> for the talent market, <c>ctms import roster|records</c> for people, <c>ctms import qualifications|framework|library</c> for work valuation,
/// <c>ctms import assignments|hours</c> for deployment.
/// </summary>
public static partial class ImportCommand
{
    /// <summary>Creates the command.</summary>
    /// <param name="console">Where it prints.</param>
    /// <returns>The command with its subcommands.</returns>
    public static Command Create(IAnsiConsole console)
    {
        ArgumentNullException.ThrowIfNull(console);
        return new Command("import", "Brings wage surveys, rosters, records, qualifications, frameworks, assignments or hours into the workspace.")
        {
            Market(console), Survey(console), Index(console), Jobs(console), Roster(console), Records(console),
            Qualifications(console), Framework(console), Library(console), Assignments(console), Hours(console),
        };
    }

    private static CommandWithExamples Market(IAnsiConsole console)
    {
        var files = new Argument<string[]>("FILE") { Description = "Workbooks or CSV files of the BLS wage survey, as published.", Arity = ArgumentArity.OneOrMore };
        var year = new Option<int?>("--year") { Description = "Survey year, where neither the file nor its name says it.", HelpName = "YEAR" };
        var replace = new Option<bool>("--replace") { Description = "Let figures that differ from the ones in the workspace take their place." };
        var strict = Strict();
        var workspace = WorkspaceOption.Create();
        var json = JsonOption.Create("Prints JSON instead of text: one report for each file that was imported.");
        var command = new CommandWithExamples("market", "Imports wage survey files (BLS OEWS, survey years 2010 to 2024).", ["import market data/market/oews_national_cyber_2024.csv -w work", "import market all_data_M_2024.xlsx --year 2024 --replace -w work"]) { files, year, replace, strict, workspace, json };
        command.SetAction((parsed, cancellation) => Task.Run(
            () =>
            {
                var options = new MarketImportOptions { Year = parsed.GetValue(year), Replace = parsed.GetValue(replace) };
                return RunEach(console, parsed.GetRequiredValue(workspace), parsed.GetRequiredValue(files), parsed.GetValue(strict), parsed.GetValue(json),
                    (w, file, progress) => w.ImportMarket(file, options, progress, cancellation));
            },
            cancellation));
        return command;
    }

    private static CommandWithExamples Survey(IAnsiConsole console)
    {
        var file = new Argument<string>("FILE") { Description = "Percentiles by job, or single answers; .csv, .xlsx or .xls." };
        var name = new Option<string?>("--name") { Description = "Name of the survey, for a file without a column that says it.", HelpName = "NAME" };
        var year = new Option<int?>("--year") { Description = "Survey year, for a file without a column that says it.", HelpName = "YEAR" };
        var map = Map("Median Base=p50");
        var replace = new Option<bool>("--replace") { Description = "Let published figures that differ from the ones in the workspace take their place." };
        var strict = Strict();
        var workspace = WorkspaceOption.Create();
        var json = JsonOption.Create("Prints JSON instead of text: one report for each file that was imported.");
        var command = new CommandWithExamples("survey", "Imports a survey of another publisher: percentiles by job, or single answers.", ["import survey infosec_salaries.csv --name infosec -w work", "import survey vendor.xlsx --name Vendor --year 2025 --map \"Median Base=p50\" -w work"]) { file, name, year, map, replace, strict, workspace, json };
        command.SetAction((parsed, cancellation) => Task.Run(
            () =>
            {
                var options = new SurveyImportOptions { Name = parsed.GetValue(name), Year = parsed.GetValue(year), Map = Mappings(parsed.GetValue(map) ?? []), Replace = parsed.GetValue(replace) };
                return RunEach(console, parsed.GetRequiredValue(workspace), [parsed.GetRequiredValue(file)], parsed.GetValue(strict), parsed.GetValue(json),
                    (w, path, progress) => w.ImportSurvey(path, options, progress, cancellation));
            },
            cancellation));
        return command;
    }

    private static CommandWithExamples Index(IAnsiConsole console)
    {
        var file = new Argument<string>("FILE") { Description = "A column of days or years, and one of levels or of raises in percent." };
        var name = new Option<string?>("--name") { Description = "Name of the index; without it the name of its column.", HelpName = "NAME" };
        var raises = new Option<bool>("--raises") { Description = "The file holds raises in percent, each from its day on." };
        var strict = Strict();
        var workspace = WorkspaceOption.Create();
        var json = JsonOption.Create("Prints JSON instead of text: one report for each file that was imported.");
        var command = new CommandWithExamples("index", "Imports an index that market wages are aged by, in the place of one of the same name.", ["import index eci.csv --name ECI -w work"]) { file, name, raises, strict, workspace, json };
        command.SetAction((parsed, cancellation) => Task.Run(
            () =>
            {
                var options = new IndexImportOptions { Name = parsed.GetValue(name), IsRaises = parsed.GetValue(raises) ? true : null };
                return RunEach(console, parsed.GetRequiredValue(workspace), [parsed.GetRequiredValue(file)], parsed.GetValue(strict), parsed.GetValue(json), (w, path, _) => w.ImportIndex(path, options, cancellation));
            },
            cancellation));
        return command;
    }

    private static CommandWithExamples Jobs(IAnsiConsole console)
    {
        var file = new Argument<string>("FILE") { Description = "Job matches with the columns of data/reference/survey_jobs.csv." };
        var workspace = WorkspaceOption.Create();
        var json = JsonOption.Create("Prints JSON instead of text: one report for each file that was imported.");
        var command = new CommandWithExamples("jobs", "Imports what the jobs of a survey are matched to, in the place of that survey's matches.", ["import jobs data/reference/survey_jobs.csv -w work"]) { file, workspace, json };
        command.SetAction(parsed => RunEach(console, parsed.GetRequiredValue(workspace), [parsed.GetRequiredValue(file)], strict: false, parsed.GetValue(json), (w, path, _) => w.ImportJobs(path)));
        return command;
    }

    private static CommandWithExamples Roster(IAnsiConsole console)
    {
        var file = new Argument<string>("FILE") { Description = "The roster, .csv or .xlsx." };
        var map = Map("Emp No=person_id");
        var asOf = DateOption.Create("--as-of", "Day that the roster describes, for a file without a column as_of.");
        var strict = Strict();
        var workspace = WorkspaceOption.Create();
        var json = JsonOption.Create("Prints JSON instead of text: one report for each file that was imported.");
        var command = new CommandWithExamples("roster", "Imports a roster; it becomes the current one where no later one is there.", ["import roster data/sample/roster.csv -w work", "import roster staff.xlsx --map \"Emp No=person_id\" --as-of 2026-09-30 -w work"]) { file, map, asOf, strict, workspace, json };
        command.SetAction((parsed, cancellation) => Task.Run(
            () =>
            {
                var options = new RosterImportOptions { Map = Mappings(parsed.GetValue(map) ?? []), AsOf = parsed.GetValue(asOf) };
                return RunEach(console, parsed.GetRequiredValue(workspace), [parsed.GetRequiredValue(file)], parsed.GetValue(strict), parsed.GetValue(json),
                    (w, path, progress) => w.ImportRoster(path, options, progress, cancellation));
            },
            cancellation));
        return command;
    }

    private static CommandWithExamples Records(IAnsiConsole console)
    {
        var file = new Argument<string>("FILE") { Description = "Changes with the columns person_id, effective, item, value, reason and, where it is not today, recorded; .csv or .xlsx." };
        var map = Map("Emp No=person_id");
        var strict = Strict();
        var workspace = WorkspaceOption.Create();
        var json = JsonOption.Create("Prints JSON instead of text: one report for each file that was imported.");
        var command = new CommandWithExamples("records", "Adds changes to the records of qualified positions (158.706(c)); nothing is overwritten.", ["import records data/sample/records.csv -w work", "import records changes.xlsx --map \"Emp No=person_id\" -w work"]) { file, map, strict, workspace, json };
        command.SetAction((parsed, cancellation) => Task.Run(
            () => RunEach(console, parsed.GetRequiredValue(workspace), [parsed.GetRequiredValue(file)], parsed.GetValue(strict), parsed.GetValue(json), (w, path, progress) => w.ImportRecords(path, new RecordImportOptions { Map = Mappings(parsed.GetValue(map) ?? []) }, progress, cancellation)),
            cancellation));
        return command;
    }

    private static CommandWithExamples Qualifications(IAnsiConsole console)
    {
        var files = new Argument<string[]>("FILE") { Description = "Tables person_id,qualification,proficiency,determined or person_id,work_factor,rating,determined.", Arity = ArgumentArity.OneOrMore };
        var map = Map("Emp No=person_id");
        var strict = Strict();
        var workspace = WorkspaceOption.Create();
        var json = JsonOption.Create("Prints JSON instead of text: one report for each file that was imported.");
        var command = new CommandWithExamples("qualifications", "Imports what was determined about people; the later determination holds.", ["import qualifications data/sample/qualifications.csv data/sample/work.csv -w work"]) { files, map, strict, workspace, json };
        command.SetAction((parsed, cancellation) => Task.Run(
            () => RunEach(console, parsed.GetRequiredValue(workspace), parsed.GetRequiredValue(files), parsed.GetValue(strict), parsed.GetValue(json), (w, path, _) => w.ImportQualifications(path, new RecordImportOptions { Map = Mappings(parsed.GetValue(map) ?? []) }, cancellation)),
            cancellation));
        return command;
    }

    private static CommandWithExamples Framework(IAnsiConsole console)
    {
        var paths = new Argument<string[]>("PATH") { Description = "Files of the DoD Cyber Workforce Framework or of O*NET as published, or folders of them.", Arity = ArgumentArity.OneOrMore };
        var strict = Strict();
        var workspace = WorkspaceOption.Create();
        var json = JsonOption.Create("Prints JSON instead of text: one report for each file that was imported.");
        var command = new CommandWithExamples("framework", "Imports work roles, KSATs and O*NET skills, which the library's links name.", ["import framework skills/ -w work", "import framework Skills.txt Knowledge.txt -w work"]) { paths, strict, workspace, json };
        command.SetAction((parsed, cancellation) => Task.Run(
            () => RunEach(console, parsed.GetRequiredValue(workspace), [.. AnalystWorkspace.FrameworkFiles(parsed.GetRequiredValue(paths))], parsed.GetValue(strict), parsed.GetValue(json), (w, path, _) => w.ImportFramework(path, cancellation)),
            cancellation));
        return command;
    }

    private static CommandWithExamples Library(IAnsiConsole console)
    {
        var folder = new Argument<string>("DIR") { Description = "Folder of tables as data/qualifications: library, links, scale, specialisations and scheme." };
        var workspace = WorkspaceOption.Create();
        var json = JsonOption.Create();
        var command = new CommandWithExamples("library", "Puts an edited qualifications library and its valuation scheme in force.", ["import library data/qualifications -w work"]) { folder, workspace, json };
        command.SetAction(parsed =>
        {
            using var opened = AnalystWorkspace.Open(parsed.GetRequiredValue(workspace));
            var (basis, changed) = opened.ImportLibrary(parsed.GetRequiredValue(folder));
            if (parsed.GetValue(json)) console.Line(JsonText.Write(new { Scheme = basis.Scheme.Label, Qualifications = basis.Library.Qualifications.Count, Changed = changed }));
            else console.Remark(SafeText.Escape($"{basis.Scheme.Label}: {basis.Library.Qualifications.Count} qualifications, {basis.Library.Specialisations.Count} specialisations, {basis.Scheme.Levels.Count} work levels. {(changed ? "It is in force now; the former one stays in the workspace." : "It was in force already. Nothing was changed.")}"));
            return ExitCode.Success;
        });
        return command;
    }

    private static int RunEach(IAnsiConsole console, string directory, string[] files, bool strict, bool json, Func<AnalystWorkspace, string, IProgress<ImportProgress>?, ImportReport> import)
    {
        using var workspace = AnalystWorkspace.Open(directory);
        var reports = new List<ImportReport>();
        var refused = new List<InputException>();
        foreach (var file in files)
        {
            try
            {
                var report = ImportStatus.Show(console, file, progress => import(workspace, file, progress));
                if (!json) ImportReportPrinter.Print(console, report, directory);
                reports.Add(report);
            }
            catch (InputException exception)
            {
                if (!json) new CommandError(ExitCode.BadInput, exception.Message, exception.Problems).Print(console);
                refused.Add(exception);
            }
        }

        if (json && reports.Count > 0) console.Line(JsonText.Write(new { Imports = reports }));
        if (json && refused.Count > 0) new CommandError(ExitCode.BadInput, string.Join('\n', refused.Select(r => r.Message)), [.. refused.SelectMany(ProblemsOf)]).Print(console);
        if (refused.Count > 0) return ExitCode.BadInput;
        return strict && reports.Any(r => r.RowsQuarantined > 0) ? ExitCode.Quarantined : ExitCode.Success;
    }

    private static IEnumerable<InputProblem> ProblemsOf(InputException exception) =>
        exception.Problems.Count > 0 ? exception.Problems : exception.Message.Split('\n').Select(m => new InputProblem("", null, null, m, ""));

    private static Option<bool> Strict() =>
        new("--strict") { Description = string.Create(CultureInfo.InvariantCulture, $"End with exit code {ExitCode.Quarantined} when any row was set aside.") };

    private static Option<string[]> Map(string example)
    {
        var map = new Option<string[]>("--map") { Description = "A column that the file names otherwise: --map \"Their Name=known_name\". Can be given again.", HelpName = "THEIRS=KNOWN" };
        map.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(t => !IsMapping(t.Value)))
                result.AddError($"--map {token.Value}: write the file's name, an equals sign and the known name, for example --map \"{example}\".");
        });
        return map;
    }

    private static bool IsMapping(string text) => text.IndexOf('=', StringComparison.Ordinal) is > 0 and var at && at < text.Length - 1;

    private static Dictionary<string, string> Mappings(string[] texts) => texts.Select(t => t.LastIndexOf('=') is var at ? (t[..at].Trim(), t[(at + 1)..].Trim()) : default)
        .GroupBy(m => m.Item1, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Last().Item2, StringComparer.Ordinal);
}
