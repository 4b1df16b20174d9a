using System.CommandLine;
using System.Globalization;
using CtmsAnalytics.Cli.Output;
using CtmsAnalytics.Deployment;
using CtmsAnalytics.Deployment.Assignments;
using CtmsAnalytics.Deployment.Hours;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Parameters;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Scenarios;
using CtmsAnalytics.Workspace;
using CtmsAnalytics.Workspace.Loading;
using CtmsAnalytics.Workspace.Studies;
using CtmsAnalytics.WorkValuation;
using Spectre.Console;

namespace CtmsAnalytics.Cli.Commands;

/// <summary><c>ctms deployment match|hours|directed|details|designate</c>: the deployment program (158.701-709).</summary>
public static class DeploymentCommand
{
    private const string National = "99";

    /// <summary>Creates the command.</summary>
    /// <param name="console">Where the studies are printed.</param>
    /// <returns>The command with its subcommands.</returns>
    public static Command Create(IAnsiConsole console) =>
        new("deployment", "Staffs assignments, looks at hours, directed assignments and details, and prices positions before they are designated.") { Match(console), Hours(console), Directed(console), Details(console), Designate(console) };

    private static CommandWithExamples Match(IAnsiConsole console)
    {
        var qualifications = new Option<string?>("--qualifications") { Description = "File with person_id, qualification and proficiency that is used in place of the workspace's qualifications.", HelpName = "FILE" };
        var asOf = Day("--as-of", "Day that the matching looks from; without it the roster's.");
        var all = new Option<bool>("--everybody") { Description = "Matches everybody, also people whose assignment goes on." };
        var stay = new Option<bool>("--stay") { Description = "Matches nobody with an assignment at another location than his official worksite." };
        var common = new Common("match", "Matches people with open assignments by their qualifications and says why (158.703).", ["deployment match -w work", "deployment match -w work --everybody --stay", "deployment match --qualifications data/sample/qualifications.csv -w work"]);
        common.Command.Options.Add(qualifications);
        common.Command.Options.Add(asOf);
        common.Command.Options.Add(all);
        common.Command.Options.Add(stay);
        return common.Runs(console, (parsed, workspace, roster, parameters, cancellation) =>
        {
            var (assignments, holdings) = (workspace.LoadAssignments(), workspace.LoadHoldings());
            if (assignments.Count == 0) throw new InputException($"{workspace.Folder}: The workspace has no assignments. Import some first: ctms import assignments FILE -w {workspace.Folder}");
            var day = parsed.GetValue(asOf) ?? roster.AsOf;
            var (held, input) = Held(workspace, parsed.GetValue(qualifications));
            var people = workspace.LoadRoster(roster.RosterId);
            var policy = MatchPolicy.From(parameters, day.Year);
            if (parsed.GetValue(stay)) policy = policy with { IsLocationRequired = true };
            var window = (int)parameters.InYear("deployment_window_days", day.Year);
            var everybody = parsed.GetValue(all);
            var matching = DeploymentAnalysis.Match(people, assignments, holdings, held, policy, day, everybody, window, cancellation);
            var qualified = held.Select(h => h.PersonId).ToHashSet(StringComparer.Ordinal);
            var without = people.Count(p => !qualified.Contains(p.PersonId));
            List<string> notes = ["A person's clearance is taken from the assignments that the person holds or has held: the highest personnel security requirement among them."];
            if (without > 0) notes.Add(string.Create(CultureInfo.InvariantCulture, $"{without:N0} people have no qualifications on record and align with nothing."));
            return (day, [AnalystWorkspace.AssignmentInput(assignments, holdings), input, StudyInputs.Options(FormattableString.Invariant($"match {day:yyyy-MM-dd} {everybody} {policy}"))],
                s => s with { Matching = matching, Notes = [.. s.Notes, .. notes] });
        });
    }

    /// <summary>What people hold, from a file or else from the workspace, and which of the two it was.</summary>
    private static (IReadOnlyList<PersonQualifications> Held, ManifestInput Input) Held(AnalystWorkspace workspace, string? file)
    {
        if (file is not null) return AnalystWorkspace.ReadQualifications(file);
        List<PersonQualifications> held = [.. workspace.LoadQualifications().Where(p => p.Proficiency.Count > 0)];
        return held.Count > 0
            ? (held, workspace.QualificationInput(held))
            : throw new InputException($"{workspace.Folder}: The workspace has no qualifications. Import some first: ctms import qualifications FILE -w {workspace.Folder}");
    }

    private static CommandWithExamples Hours(IAnsiConsole console)
    {
        var common = new Common("hours", "Sets hours worked against minimum hours, finds schedules to change and evidence for special working conditions (158.705, 158.642(d)).", ["deployment hours -w work", "deployment hours -w work --no-individuals --out hours.html"]);
        return common.Runs(console, (_, workspace, roster, parameters, _) =>
        {
            var hours = workspace.LoadHours();
            if (hours.Count == 0) throw new InputException($"{workspace.Folder}: The workspace has no hours. Import some first: ctms import hours FILE -w {workspace.Folder}");
            var year = hours.Max(h => h.PeriodStart).Year;
            var review = new HoursAnalysis(workspace.LoadRoster(roster.RosterId), HoursPolicy.From(parameters, year), parameters, year).Review(hours)
                ?? throw new InputException($"The hours of the workspace belong to nobody of roster {roster.RosterId}. Import the hours of its people.");
            return (review.Last, [AnalystWorkspace.HoursInput(hours), StudyInputs.Options("hours")], s => s with { Hours = review });
        });
    }

    private static CommandWithExamples Directed(IAnsiConsole console)
    {
        var file = new Argument<string>("plan") { Description = "Directed assignments: person_id, worksite_fips, effective, expected_last, consultation, notice, consents (.csv, .xlsx)." };
        var common = new Common("directed", "Says by which day directed assignments need notice and what they cost in travel and relocation (158.708).", ["deployment directed data/sample/directed.csv -w work"]);
        common.Command.Arguments.Add(file);
        return common.Runs(console, (parsed, workspace, roster, parameters, _) =>
        {
            var people = workspace.LoadRoster(roster.RosterId);
            var (plan, input) = workspace.ReadDirected(parsed.GetRequiredValue(file), people);
            var rest = workspace.LoadMarkets().Where(m => m.SurveyArea is null or National).Select(m => m.Code).ToHashSet(StringComparer.Ordinal);
            var lines = DeploymentAnalysis.Directed(plan, people, workspace.LoadWorksites(), rest, parameters);
            return (roster.AsOf, [input, StudyInputs.Options("directed")], s => s with
            {
                Directed = lines,
                Notes = [.. s.Notes, "The commuting area (5 CFR 550.703) is taken to be the local market of the official worksite, and its county where that is the rest of the country.", "A directed assignment of less than six months leaves the official worksite as it is, unless it lasts six months or more after all (158.704(c))."],
            });
        });
    }

    private static CommandWithExamples Details(IAnsiConsole console)
    {
        var file = new Argument<string>("plan") { Description = "Details: person_id, destination, from, to, reimbursed_share, approved (.csv, .xlsx)." };
        var common = new Common("details", "Says what details outside the Department take in capacity, what is reimbursed, and who may be detailed (158.707).", ["deployment details data/sample/details.csv -w work"]);
        common.Command.Arguments.Add(file);
        return common.Runs(console, (parsed, workspace, roster, parameters, _) =>
        {
            var people = workspace.LoadRoster(roster.RosterId);
            var (plan, input) = AnalystWorkspace.ReadDetails(parsed.GetRequiredValue(file), people);
            var lines = DeploymentAnalysis.Details(plan, people, parameters);
            return (roster.AsOf, [input, StudyInputs.Options("details")], s => s with { Details = lines, Notes = [.. s.Notes, "Nobody from outside the service is detailed to a qualified position (158.707(b)): details bring no capacity in."] });
        });
    }

    private static CommandWithExamples Designate(IAnsiConsole console)
    {
        var scenario = new Argument<string?>("scenario") { Description = "Scenario that the positions would be added to; without it the shipped baseline.", Arity = ArgumentArity.ZeroOrOne };
        var positions = new Option<int>("--positions", "-n") { Description = "Number of positions.", HelpName = "N", Required = true };
        var level = new Option<string>("--level") { Description = "Work level.", HelpName = "CODE", Required = true };
        var organisation = new Option<string>("--organisation") { Description = "Organisation that requires the positions, one of the roster's.", HelpName = "CODE", Required = true };
        var market = new Option<string>("--market") { Description = "Local market of the worksite.", HelpName = "CODE", Required = true };
        var from = Day("--from", "Day from which the positions are established; without it the scenario's start.");
        var common = new Common("designate", "Prices qualified positions before they are designated: by year, component, position and FTE (158.702(d)).", ["deployment designate -n 10 --level TEC --organisation CSD --market DCB -w work"]);
        common.Command.Arguments.Add(scenario);
        foreach (var option in new Option[] { positions, level, organisation, market, from }) common.Command.Options.Add(option);
        positions.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > 1000) result.AddError("--positions is a number of positions, 1 to 1,000.");
        });
        return common.Runs(console, (parsed, workspace, roster, _, cancellation) =>
        {
            var input = WorkspaceInput.Load(workspace, roster);
            var loaded = ScenarioLoading.LoadAll([parsed.GetValue(scenario) ?? Path.Combine(ShippedData.Folder, "scenarios", "baseline.yaml")], input)[0];
            var line = Line(parsed.GetRequiredValue(organisation), parsed.GetRequiredValue(level), parsed.GetRequiredValue(market), parsed.GetRequiredValue(positions), parsed.GetValue(from) ?? loaded.Scenario.Horizon.Start, loaded.Scenario, input);
            var (report, assumed) = ConsoleProgress.Run(console, !common.Study.IsJson(parsed), "Pricing the positions", progress => DeploymentAnalysis.Designate(loaded.Scenario, line, input, progress, cancellation));
            List<ManifestInput> inputs = [.. loaded.Sources.Select(s => new ManifestInput("scenario", Path.GetFileName(s.File), s.Sha256)), .. workspace.Inputs(roster.RosterId).Where(i => i.Role != "roster"), StudyInputs.Options($"designate {line}")];
            return (line.From, inputs, s => s with { Designation = report, AssumedParameters = [.. s.AssumedParameters, .. assumed, .. ScenarioAssumptions.Of(loaded)] });
        });
    }

    private static HiringPlanLine Line(string organisation, string level, string market, int positions, DateOnly from, Scenario scenario, ProjectionInput input)
    {
        var there = input.Roster.Where(p => p.Organisation == organisation).ToList();
        if (there.Count == 0) throw new InputException($"--organisation {organisation}: The roster has no such organisation. It has {string.Join(", ", input.Roster.Select(p => p.Organisation).Distinct().Order(StringComparer.Ordinal))}.");
        if (!input.Markets.Any(m => m.Code == market)) throw new InputException($"--market {market}: There is no such local market. There are {string.Join(", ", input.Markets.Select(m => m.Code))}.");
        var levels = scenario.Policies.SelectMany(p => p.Policy.AllStructures()).SelectMany(s => s.WorkLevels()).Distinct().ToList();
        if (!levels.Contains(level)) throw new InputException($"--level {level}: The structures have no such work level. They have {string.Join(", ", levels)}.");
        // Pay plan and track are those that most people of the level have: they decide which structure pays the positions.
        var alike = input.Roster.Where(p => p.WorkLevel == level).GroupBy(p => (p.PayPlan, p.Track)).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).Select(g => g.Key).FirstOrDefault(("DC", "Technical"));
        return new HiringPlanLine(there.GroupBy(p => p.Agency).MaxBy(g => g.Count())!.Key, organisation, level, market, from, positions, alike.Item1, alike.Item2);
    }

    private static Option<DateOnly?> Day(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "YYYY-MM-DD",
        CustomParser = result =>
        {
            var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
            if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return date;
            result.AddError($"{name} {text}: write a date as 2026-10-04.");
            return null;
        },
    };

    /// <summary>What the subcommands share: the workspace, the roster, and how a study is made and finished.</summary>
    private sealed class Common
    {
        private const string Method = "Deployment by the rules of 158.702 to 158.708; see the paragraphs beside the figures.";
        private readonly Option<string> _workspace = WorkspaceOption.Create();
        private readonly Option<int?> _roster = RosterOption.Create();

        public Common(string name, string description, string[] examples)
        {
            Command = new CommandWithExamples(name, description, examples) { _workspace, _roster };
            Study.AddTo(Command);
        }

        public delegate (DateOnly AsOf, IReadOnlyList<ManifestInput> Inputs, Func<DeploymentStudy, DeploymentStudy> Fill) Work(
            ParseResult parsed, AnalystWorkspace workspace, RosterInfo roster, ParameterReader parameters, CancellationToken cancellation);

        public CommandWithExamples Command { get; }

        public StudyOptions Study { get; } = new();

        public CommandWithExamples Runs(IAnsiConsole console, Work work)
        {
            Command.SetAction((parsed, cancellation) =>
            {
                Study.Check(parsed);
                using var workspace = AnalystWorkspace.Open(parsed.GetRequiredValue(_workspace));
                var roster = workspace.FindRoster(parsed.GetValue(_roster));
                var parameters = new ParameterReader(workspace.LoadParameters(), new EconomyPath(new Dictionary<int, double>(), 0, 0, 0));
                var (asOf, inputs, fill) = work(parsed, workspace, roster, parameters, cancellation);
                var manifest = RunManifest.Create([.. workspace.Inputs(roster.RosterId).Where(i => i.Role == "roster"), .. inputs], Method);
                var study = fill(new DeploymentStudy(manifest, asOf) { AssumedParameters = parameters.AssumedUsed, Notes = RosterNotes.Of(roster) });
                return Task.FromResult(Study.Finish(console, parsed, study, workspace));
            });
            return Command;
        }
    }
}
