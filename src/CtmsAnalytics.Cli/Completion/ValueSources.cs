using System.CommandLine;
using System.CommandLine.Completions;
using System.Data.Common;
using System.Globalization;
using CtmsAnalytics.Calendar;
using CtmsAnalytics.Cli.Commands;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Parameters;
using CtmsAnalytics.Workspace;
using CtmsAnalytics.Workspace.Reference;
using CtmsAnalytics.Workspace.Scenarios;

namespace CtmsAnalytics.Cli.Completion;

/// <summary>Values that a shell offers: scenario files, and what the workspace of the command line holds. What cannot be read offers nothing, and nothing is changed by asking.</summary>
internal static class ValueSources
{
    private const string ScenarioPattern = "*.y*ml";
    private static readonly string[] ScenarioNames = ["baseline", "proposal", "scenario", "files", "file", "a", "b", "--scenario", "--beside", "--used-by", "--actions"];

    /// <summary>Adds the sources to every option and argument of a command and of those under it, by their names.</summary>
    /// <param name="command">The command.</param>
    public static void AddTo(Command command)
    {
        foreach (var option in command.Options) Add(option.Name, option.CompletionSources);
        foreach (var argument in command.Arguments)
        {
            // Without a name of its own the help would show the words that complete it.
            argument.HelpName ??= argument.Name;
            Add(argument.Name, argument.CompletionSources);
        }

        foreach (var under in command.Subcommands) AddTo(under);
    }

    private static void Add(string name, List<Func<CompletionContext, IEnumerable<CompletionItem>>> sources)
    {
        if (ScenarioNames.Contains(name, StringComparer.Ordinal)) sources.Add(context => Files(context.WordToComplete));
        else if (name == "--roster") sources.Add(context => Of(context, w => w.Rosters().Select(r => r.RosterId.ToString(CultureInfo.InvariantCulture))));
        else if (name == "--person") sources.Add(context => Of(context, w => w.LoadRoster(context.ParseResult.GetValue<int?>("--roster")).Select(p => p.PersonId)));
        else if (name.TrimStart('-').Equals("run", StringComparison.OrdinalIgnoreCase)) sources.Add(context => Of(context, w => w.Runs().Select(r => r.RunId).Distinct(StringComparer.Ordinal)));
        else if (name == "--year") sources.Add(Years);
    }

    /// <summary>Scenario files and folders that begin as the word does.</summary>
    private static IEnumerable<string> Files(string word) => Quietly(() =>
    {
        var folder = word[..(word.LastIndexOf('/') + 1)];
        var place = folder.Length == 0 ? "." : folder;
        if (!Directory.Exists(place)) return [];
        var files = Directory.EnumerateFiles(place, ScenarioPattern).Select(f => folder + Path.GetFileName(f));
        var folders = Directory.EnumerateDirectories(place).Select(d => Path.GetFileName(d)).Where(d => !d.StartsWith('.')).Select(d => $"{folder}{d}/");
        return [.. files.Order(StringComparer.Ordinal), .. folders.Order(StringComparer.Ordinal)];
    });

    /// <summary>Fiscal years of the first scenario of the command line, and of the shipped baseline where it names none.</summary>
    private static IEnumerable<string> Years(CompletionContext context) => Quietly(() =>
    {
        var named = context.ParseResult.Tokens.Select(t => t.Value).FirstOrDefault(t => t.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) && File.Exists(t));
        var rules = ScenarioLoading.Rules(null);
        var scenario = ScenarioLoading.Load(named ?? ShippedData.Baseline, rules).Scenario;
        var first = new PayCalendar(new ParameterReader(rules.Parameters, scenario.Economy)).FirstFiscalYear(scenario.Horizon.Start);
        return [.. Enumerable.Range(first, scenario.Horizon.FiscalYears).Select(y => y.ToString(CultureInfo.InvariantCulture))];
    });

    private static IEnumerable<string> Of(CompletionContext context, Func<AnalystWorkspace, IEnumerable<string>> values) => Quietly(() =>
    {
        var folder = context.ParseResult.CommandResult.Command.Options.FirstOrDefault(o => o.Name == WorkspaceOption.Name) is Option<string> option ? context.ParseResult.GetValue(option) ?? "." : ".";
        if (!AnalystWorkspace.Exists(folder) || AnalystWorkspace.VersionOf(folder) != AnalystWorkspace.SchemaVersion) return [];
        using var workspace = AnalystWorkspace.Open(folder, readOnly: true);
        return [.. values(workspace)];
    });

    private static IReadOnlyList<string> Quietly(Func<IReadOnlyList<string>> values)
    {
        try
        {
            return values();
        }
        catch (Exception exception) when (exception is InputException or IOException or UnauthorizedAccessException or DbException or DllNotFoundException or InvalidOperationException)
        {
            return [];
        }
    }
}
