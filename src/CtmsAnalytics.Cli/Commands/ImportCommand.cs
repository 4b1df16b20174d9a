using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using CtmsAnalytics.Cli.Output;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Workspace;
using CtmsAnalytics.Workspace.Imports;
using Spectre.Console;

namespace CtmsAnalytics.Cli.Commands;

/// <summary><c>ctms import market FILE...</c> and <c>ctms import roster FILE</c>.</summary>
public static class ImportCommand
{
    /// <summary>Creates the command.</summary>
    /// <param name="console">Where it prints.</param>
    /// <returns>The command with its two subcommands.</returns>
    public static Command Create(IAnsiConsole console)
    {
        ArgumentNullException.ThrowIfNull(console);
        return new Command("import", "Brings wage survey files or a roster into the workspace.") { Market(console), Roster(console) };
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

    private static CommandWithExamples Roster(IAnsiConsole console)
    {
        var file = new Argument<string>("FILE") { Description = "The roster, .csv or .xlsx." };
        var map = new Option<string[]>("--map") { Description = "A column that the file names otherwise: --map \"Their Name=known_name\". Can be given again.", HelpName = "THEIRS=KNOWN" };
        map.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(t => !IsMapping(t.Value)))
                result.AddError($"--map {token.Value}: write the file's name, an equals sign and the known name, for example --map \"Emp No=person_id\".");
        });
        var asOf = new Option<DateOnly?>("--as-of")
        {
            Description = "Day that the roster describes, for a file without a column as_of (2025-03-31).",
            HelpName = "DATE",
            CustomParser = ParseDate,
        };
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

    private static bool IsMapping(string text) => text.IndexOf('=', StringComparison.Ordinal) is > 0 and var at && at < text.Length - 1;

    private static Dictionary<string, string> Mappings(string[] texts) => texts.Select(t => t.LastIndexOf('=') is var at ? (t[..at].Trim(), t[(at + 1)..].Trim()) : default)
        .GroupBy(m => m.Item1, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Last().Item2, StringComparer.Ordinal);

    private static DateOnly? ParseDate(ArgumentResult result)
    {
        var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return date;
        result.AddError($"--as-of {text}: write the date as year-month-day, for example 2025-03-31.");
        return null;
    }
}
