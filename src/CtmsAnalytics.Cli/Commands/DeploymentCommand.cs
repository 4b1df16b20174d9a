using System.CommandLine;
using CtmsAnalytics.Cli.Output;
using CtmsAnalytics.Deployment;
using CtmsAnalytics.Workspace;
using CtmsAnalytics.Workspace.Analyses;
using CtmsAnalytics.Workspace.Loading;
using CtmsAnalytics.Workspace.Reference;
using CtmsAnalytics.Workspace.Scenarios;
using Spectre.Console;

namespace CtmsAnalytics.Cli.Commands;

/// <summary><c>ctms deployment match|hours|directed|details|designate</c>: the deployment program (158.701-709).</summary>
public static class DeploymentCommand
{
    /// <summary>Creates the command.</summary>
    /// <param name="console">Where the studies are printed.</param>
    /// <returns>The command with its subcommands.</returns>
    public static Command Create(IAnsiConsole console) =>
        new("deployment", "Staffs assignments, looks at hours, directed assignments and details, and prices positions before they are designated.") { Match(console), Hours(console), Directed(console), Details(console), Designate(console) };

    private static CommandWithExamples Match(IAnsiConsole console)
    {
        var qualifications = new Option<string?>("--qualifications") { Description = "File with person_id, qualification and proficiency that is used in place of the workspace's qualifications.", HelpName = "FILE" };
        var asOf = DateOption.Create("--as-of", "Day that the matching looks from; without it the roster's.");
        var all = new Option<bool>("--everybody") { Description = "Matches everybody, also people whose assignment goes on." };
        var stay = new Option<bool>("--stay") { Description = "Matches nobody with an assignment at another location than his official worksite." };
        var common = new Common("match", "Matches people with open assignments by their qualifications and says why (158.703).", ["deployment match -w work", "deployment match -w work --everybody --stay", "deployment match --qualifications data/sample/qualifications.csv -w work"]);
        common.Command.Options.Add(qualifications);
        common.Command.Options.Add(asOf);
        common.Command.Options.Add(all);
        common.Command.Options.Add(stay);
        return common.Runs(console, (parsed, _, studies, cancellation) => studies.Match(
            new MatchOptions { AsOf = parsed.GetValue(asOf), Everybody = parsed.GetValue(all), Stay = parsed.GetValue(stay), QualificationsFile = parsed.GetValue(qualifications) }, cancellation));
    }

    private static CommandWithExamples Hours(IAnsiConsole console)
    {
        var common = new Common("hours", "Sets hours worked against minimum hours, finds schedules to change and evidence for special working conditions (158.705, 158.642(d)).", ["deployment hours -w work", "deployment hours -w work --no-individuals --out hours.html"]);
        return common.Runs(console, (_, _, studies, _) => studies.Hours());
    }

    private static CommandWithExamples Directed(IAnsiConsole console)
    {
        var file = new Argument<string>("plan") { Description = "Directed assignments: person_id, worksite_fips, effective, expected_last, consultation, notice, consents (.csv, .xlsx)." };
        var common = new Common("directed", "Says by which day directed assignments need notice and what they cost in travel and relocation (158.708).", ["deployment directed data/sample/directed.csv -w work"]);
        common.Command.Arguments.Add(file);
        return common.Runs(console, (parsed, _, studies, _) => studies.Directed(parsed.GetRequiredValue(file)));
    }

    private static CommandWithExamples Details(IAnsiConsole console)
    {
        var file = new Argument<string>("plan") { Description = "Details: person_id, destination, from, to, reimbursed_share, approved (.csv, .xlsx)." };
        var common = new Common("details", "Says what details outside the Department take in capacity, what is reimbursed, and who may be detailed (158.707).", ["deployment details data/sample/details.csv -w work"]);
        common.Command.Arguments.Add(file);
        return common.Runs(console, (parsed, _, studies, _) => studies.Details(parsed.GetRequiredValue(file)));
    }

    private static CommandWithExamples Designate(IAnsiConsole console)
    {
        var scenario = new Argument<string?>("scenario") { Description = "Scenario that the positions would be added to; without it the shipped baseline.", Arity = ArgumentArity.ZeroOrOne };
        var positions = new Option<int>("--positions", "-n") { Description = "Number of positions.", HelpName = "N", Required = true };
        var level = new Option<string>("--level") { Description = "Work level.", HelpName = "CODE", Required = true };
        var organisation = new Option<string>("--organisation") { Description = "Organisation that requires the positions, one of the roster's.", HelpName = "CODE", Required = true };
        var market = new Option<string>("--market") { Description = "Local market of the worksite.", HelpName = "CODE", Required = true };
        var from = DateOption.Create("--from", "Day from which the positions are established; without it the scenario's start.");
        var common = new Common("designate", "Prices qualified positions before they are designated: by year, component, position and FTE (158.702(d)).", ["deployment designate -n 10 --level TEC --organisation CSD --market DCB -w work"]);
        common.Command.Arguments.Add(scenario);
        foreach (var option in new Option[] { positions, level, organisation, market, from }) common.Command.Options.Add(option);
        positions.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > 1000) result.AddError("--positions is a number of positions, 1 to 1,000.");
        });
        return common.Runs(console, (parsed, workspace, studies, cancellation) =>
        {
            var snapshot = WorkspaceSnapshot.Read(workspace, common.Roster(parsed));
            var loaded = ScenarioLoading.LoadAll([parsed.GetValue(scenario) ?? ShippedData.Baseline], snapshot)[0];
            var asked = new DesignationOptions(parsed.GetRequiredValue(positions), parsed.GetRequiredValue(level), parsed.GetRequiredValue(organisation), parsed.GetRequiredValue(market)) { From = parsed.GetValue(from) };
            var line = DeploymentStudies.Line(snapshot, loaded, asked);
            return ConsoleProgress.Run(console, !common.Study.IsJson(parsed), "Pricing the positions", progress => studies.Designate(snapshot, loaded, line, progress, cancellation));
        });
    }

    /// <summary>What the subcommands share: the workspace, the roster, and how a study is made and finished.</summary>
    private sealed class Common
    {
        private readonly Option<string> _workspace = WorkspaceOption.Create();
        private readonly Option<int?> _roster = RosterOption.Create();

        public Common(string name, string description, string[] examples)
        {
            Command = new CommandWithExamples(name, description, examples) { _workspace, _roster };
            Study.AddTo(Command);
        }

        public delegate DeploymentStudy Work(ParseResult parsed, AnalystWorkspace workspace, DeploymentStudies studies, CancellationToken cancellation);

        public CommandWithExamples Command { get; }

        public StudyOptions Study { get; } = new();

        public int? Roster(ParseResult parsed) => parsed.GetValue(_roster);

        public CommandWithExamples Runs(IAnsiConsole console, Work work)
        {
            Command.SetAction((parsed, cancellation) =>
            {
                Study.Check(parsed);
                using var workspace = AnalystWorkspace.Open(parsed.GetRequiredValue(_workspace));
                return Task.FromResult(Study.Finish(console, parsed, work(parsed, workspace, new DeploymentStudies(workspace, Roster(parsed)), cancellation), workspace));
            });
            return Command;
        }
    }
}
