using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using CtmsAnalytics.Charts.Formatting;
using CtmsAnalytics.Cli.Output;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.TalentMarket;
using CtmsAnalytics.Workspace;
using CtmsAnalytics.Workspace.Market;
using Spectre.Console;
using static CtmsAnalytics.Cli.Output.ColumnKind;
using static CtmsAnalytics.Cli.Output.TextPage;

namespace CtmsAnalytics.Cli.Commands;

/// <summary><c>ctms market survey</c>: salaries of a micro-data survey by group, with bootstrap intervals, beside the wage survey of BLS.</summary>
public static class MarketSurveyCommand
{
    private const int DefaultMost = 20;
    private static readonly double[] Probabilities = [0.10, 0.25, 0.50, 0.75, 0.90];
    private static readonly string[] Examples = ["market survey -w work", "market survey infosec -w work --group experience --country US --years 2023-2025", "market survey infosec -w work --group occupation --country US --years 2025"];

    /// <summary>Creates the command.</summary>
    /// <param name="console">Where the table is printed.</param>
    /// <returns>The command.</returns>
    public static Command Create(IAnsiConsole console)
    {
        var survey = new Argument<string?>("survey") { Description = "Name of the survey; needed where the workspace has several.", Arity = ArgumentArity.ZeroOrOne };
        var workspace = WorkspaceOption.Create();
        var group = new Option<SurveyGrouping>("--group") { Description = "Groups by none, experience, job, year, country, size, employment or occupation.", HelpName = "BY", DefaultValueFactory = _ => SurveyGrouping.None, CustomParser = ReadGroup };
        var country = new Option<string?>("--country") { Description = "Answers of one country only, as the survey codes it.", HelpName = "CODE" };
        var type = new Option<string?>("--employment") { Description = "Answers of one type of employment only, as the survey codes it; for example FT.", HelpName = "CODE" };
        var job = new Option<string?>("--job") { Description = "Answers of one job title only.", HelpName = "TITLE" };
        var occupation = new Option<string?>("--occupation") { Description = "Answers whose job is matched to this occupation only, with the weight of the match.", HelpName = "SOC" };
        var years = new YearsOption("Survey years, for example 2023-2025; without it all.");
        var seed = new Option<uint>("--seed") { Description = "Seed of the bootstrap.", HelpName = "S", DefaultValueFactory = _ => 1 };
        var most = new Option<int>("--most") { Description = "Most groups to print; 0 for all.", HelpName = "N", DefaultValueFactory = _ => DefaultMost };
        var json = JsonOption.Create("Prints JSON instead of text: every group.");
        var command = new CommandWithExamples("survey", "Shows salaries of a micro-data survey by group, with bootstrap intervals, beside the wage survey.", Examples)
        {
            survey, workspace, group, country, type, job, occupation, years.Option, seed, most, json,
        };
        command.SetAction((parsed, cancellation) => Task.Run(
            () =>
            {
                using var opened = AnalystWorkspace.Open(parsed.GetRequiredValue(workspace), readOnly: true);
                var found = opened.FindSurvey(parsed.GetValue(survey));
                if (!found.IsMicroData) throw new InputException($"Survey {found.Name} holds published tables and no single answers. ctms market --blend {found.Name}=1 uses them.");
                var jobs = opened.LoadSurveyJobs(found.Name);
                var chosen = Chosen(opened.LoadSurveyRecords(found.Name), parsed.GetValue(country), parsed.GetValue(type), parsed.GetValue(job), years.Read(parsed));
                if (parsed.GetValue(occupation) is { } code) chosen = [.. SurveyGroups.Matched(chosen, jobs).Where(m => m.Occupation == code).Select(m => m.Record with { Weight = m.Weight })];
                if (chosen.Count == 0) throw new InputException($"No answer of {found.Name} is left. Widen the country, the years, the job or the occupation.");
                var by = parsed.GetRequiredValue(group);
                var groups = ConsoleProgress.Run(console, !parsed.GetValue(json), "Drawing replicates", _ => SurveyGroups.Of(chosen, by, jobs, Probabilities, parsed.GetRequiredValue(seed), cancellationToken: cancellation));
                var beside = Beside(opened, by, parsed.GetValue(occupation), jobs, chosen);
                if (parsed.GetValue(json)) console.Line(JsonText.Write(new { Survey = found.Name, Answers = chosen.Count, By = by, Groups = groups, WageSurvey = beside }));
                else Print(console, found, by, chosen, groups, beside, parsed.GetRequiredValue(most));
                return ExitCode.Success;
            },
            cancellation));
        return command;
    }

    private static List<SurveyRecord> Chosen(IReadOnlyList<SurveyRecord> records, string? country, string? type, string? job, (int First, int Last)? years) =>
    [
        .. records.Where(r => country is null || r.Country.Equals(country, StringComparison.OrdinalIgnoreCase))
            .Where(r => type is null || r.EmploymentType.Equals(type, StringComparison.OrdinalIgnoreCase))
            .Where(r => job is null || r.Job.Equals(job, StringComparison.OrdinalIgnoreCase))
            .Where(r => years is not var (first, last) || (r.Year >= first && r.Year <= last)),
    ];

    /// <summary>The wage survey's own national figures of the occupations that the answers are matched to, most answers first.</summary>
    private static List<OccupationWage> Beside(AnalystWorkspace workspace, SurveyGrouping by, string? occupation, IReadOnlyList<JobMatch> jobs, List<SurveyRecord> records)
    {
        var national = workspace.LoadWages().Where(w => w.Area == MarketReference.NationalArea && w.P50.Status == FigureStatus.Published).ToList();
        if (national.Count == 0) return [];
        var latest = national.Where(w => w.Year == national.Max(n => n.Year)).ToDictionary(w => w.Occupation, StringComparer.Ordinal);
        if (occupation is not null) return latest.TryGetValue(occupation, out var one) ? [one] : [];
        var all = SurveyGroups.Matched(records, jobs).GroupBy(m => m.Occupation).OrderByDescending(g => g.Sum(m => m.Weight)).ThenBy(g => g.Key, StringComparer.Ordinal).Where(g => latest.ContainsKey(g.Key)).Select(g => latest[g.Key]);
        return [.. by == SurveyGrouping.Occupation ? all : all.Take(1)];
    }

    private static void Print(IAnsiConsole console, SurveyInfo survey, SurveyGrouping by, List<SurveyRecord> chosen, IReadOnlyList<SurveyGroup> groups, List<OccupationWage> beside, int most)
    {
        Fit(console);
        console.Line(string.Create(CultureInfo.InvariantCulture, $"{SafeText.Escape(survey.Name)}: {chosen.Count:N0} answers, {chosen.Min(r => r.Year)} to {chosen.Max(r => r.Year)}. US dollars a year as answered, not aged; 95% bootstrap interval of the median, 1,000 replicates."));
        var table = Table((by == SurveyGrouping.None ? "Group" : Name(by), Code), ("Answers", Figure), ("P10", Figure), ("P25", Figure), ("Median", Figure), ("95% interval", Figure), ("P75", Figure), ("P90", Figure));
        foreach (var group in most > 0 ? groups.Take(most) : groups)
        {
            var q = group.Quantiles;
            Row(table, group.Group.Length == 0 ? "(none)" : group.Group, Display.Count(group.Answers), Display.Rate(q[0].Value), Display.Rate(q[1].Value), Display.Rate(q[2].Value),
                q[2] is { Lower: { } low, Upper: { } high } ? $"{Display.Rate(low)} to {Display.Rate(high)}" : "\u2013", Display.Rate(q[3].Value), Display.Rate(q[4].Value));
        }

        console.WriteWhole(table);
        if (most > 0 && groups.Count > most) console.Remark($"{Display.Count(groups.Count - most)} further groups; --most 0 prints all.");
        if (beside.Count == 0) return;
        console.Line("");
        console.Wrapped(SafeText.Escape(string.Create(CultureInfo.InvariantCulture, $"The wage survey beside it: BLS OEWS May {beside[0].Year}, the nation, occupations that the answers are matched to. It counts jobs of all employers; the answers are of those who chose to answer.")));
        var official = Table(("Occupation", Words), ("Employment", Figure), ("P10", Figure), ("P25", Figure), ("Median", Figure), ("P75", Figure), ("P90", Figure));
        foreach (var wage in beside) Row(official, $"{wage.Occupation} {wage.OccupationTitle}", wage.Employment is { } n ? Display.Value(n) : "\u2013", Told(wage.P10), Told(wage.P25), Told(wage.P50), Told(wage.P75), Told(wage.P90));
        console.WriteWhole(official);
    }

    private static string Told(WageFigure figure) => figure.Value is { } value ? (figure.Status == FigureStatus.Censored ? "\u2265 " : "") + Display.Rate(value) : "\u2013";

    private static string Name(SurveyGrouping by) => by.ToString();

    private static SurveyGrouping ReadGroup(ArgumentResult result)
    {
        var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
        if (Enum.TryParse<SurveyGrouping>(text, ignoreCase: true, out var by) && Enum.IsDefined(by) && !char.IsAsciiDigit(text[0])) return by;
        result.AddError($"--group {text}: write one of {string.Join(", ", Enum.GetNames<SurveyGrouping>().Select(n => n.ToLowerInvariant()))}.");
        return SurveyGrouping.None;
    }
}
