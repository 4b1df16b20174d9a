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
        return new Command("import", "Bring wage survey files or a roster into the workspace.") { Market(console), Roster(console) };
    }

    private static Command Market(IAnsiConsole console)
    {
        var files = new Argument<string[]>("FILE") { Description = "Workbooks or CSV files of the BLS wage survey, as published.", Arity = ArgumentArity.OneOrMore };
        var year = new Option<int?>("--year") { Description = "Survey year, where neither the file nor its name says it.", HelpName = "YEAR" };
        var replace = new Option<bool>("--replace") { Description = "Let figures that differ from the ones in the workspace take their place." };
        var strict = Strict();
        var workspace = WorkspaceOption.Create();
        var command = new Command("market", "Import wage survey files (BLS OEWS, survey years 2010 to 2024).") { files, year, replace, strict, workspace };
        command.SetAction((parsed, cancellation) => Task.Run(
            () =>
            {
                var options = new MarketImportOptions { Year = parsed.GetValue(year), Replace = parsed.GetValue(replace) };
                return RunEach(console, parsed.GetRequiredValue(workspace), parsed.GetRequiredValue(files), parsed.GetValue(strict),
                    (w, file, progress) => w.ImportMarket(file, options, progress, cancellation));
            },
            cancellation));
        return command;
    }

    private static Command Roster(IAnsiConsole console)
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
        var command = new Command("roster", "Import a roster; it becomes the current one where no later one is there.") { file, map, asOf, strict, workspace };
        command.SetAction((parsed, cancellation) => Task.Run(
            () =>
            {
                var options = new RosterImportOptions { Map = Mappings(parsed.GetValue(map) ?? []), AsOf = parsed.GetValue(asOf) };
                return RunEach(console, parsed.GetRequiredValue(workspace), [parsed.GetRequiredValue(file)], parsed.GetValue(strict),
                    (w, path, progress) => w.ImportRoster(path, options, progress, cancellation));
            },
            cancellation));
        return command;
    }

    private static int RunEach(IAnsiConsole console, string directory, string[] files, bool strict, Func<AnalystWorkspace, string, IProgress<ImportProgress>?, ImportReport> import)
    {
        using var workspace = AnalystWorkspace.Open(directory);
        var failed = false;
        var quarantined = false;
        foreach (var file in files)
        {
            try
            {
                var report = ImportStatus.Show(console, file, progress => import(workspace, file, progress));
                ImportReportPrinter.Print(console, report, directory);
                quarantined |= report.RowsQuarantined > 0;
            }
            catch (InputException exception) when (files.Length > 1)
            {
                foreach (var line in exception.Message.Split('\n')) Console.Error.WriteLine($"error: {SafeText.Escape(line)}");
                failed = true;
            }
        }

        if (failed) return ExitCode.BadInput;
        return strict && quarantined ? ExitCode.Quarantined : ExitCode.Success;
    }

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
