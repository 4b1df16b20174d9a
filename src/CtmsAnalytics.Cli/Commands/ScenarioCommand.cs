using System.CommandLine;
using CtmsAnalytics.Cli.Output;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Workspace.Scenarios;
using Spectre.Console;

namespace CtmsAnalytics.Cli.Commands;

/// <summary><c>ctms scenario check|diff|explain</c>: checks, compares and explains scenario files without running anything.</summary>
public static class ScenarioCommand
{
    private static readonly Option<bool> Json = JsonOption.Create();
    private static readonly Option<string?> Workspace = new("--workspace", "-w") { Description = "Folder of a workspace to check against: its rates, markets, occupations, counties and valuation scheme. Without it the shipped tables are used." };

    /// <summary>Creates the command.</summary>
    /// <param name="console">Where the commands print.</param>
    /// <returns>The command.</returns>
    public static Command Create(IAnsiConsole console) => new("scenario", "Checks, compares and explains scenario files.")
    {
        Check(console), Diff(console), Explain(console),
    };

    private static CommandWithExamples Check(IAnsiConsole console)
    {
        var files = new Argument<string[]>("files") { Description = "Scenario files.", Arity = ArgumentArity.OneOrMore };
        var command = new CommandWithExamples("check", "Checks scenario files and names every problem with file, line and column.", ["scenario check data/scenarios/supplements-only.yaml", "scenario check proposals/*.yaml -w work --json"]) { files, Workspace, Json };
        command.SetAction(parsed =>
        {
            var rules = ScenarioLoading.Rules(parsed.GetValue(Workspace));
            var checks = parsed.GetRequiredValue(files).Select(f => CheckFile(f, rules)).ToList();
            ScenarioText.Write(console, parsed.GetValue(Json) ? ScenarioJson.Checks(checks) : ScenarioText.Checks(checks));
            return checks.TrueForAll(c => c.Scenario is not null) ? ExitCode.Success : ExitCode.BadInput;
        });
        return command;
    }

    private static CommandWithExamples Diff(IAnsiConsole console)
    {
        var a = new Argument<string>("a") { Description = "First scenario file." };
        var b = new Argument<string>("b") { Description = "Second scenario file." };
        var command = new CommandWithExamples("diff", "Lists every value that two scenarios do not share, and where each was set.", ["scenario diff data/scenarios/baseline.yaml data/scenarios/supplements-only.yaml"]) { a, b, Workspace, Json };
        command.SetAction(parsed =>
        {
            var rules = ScenarioLoading.Rules(parsed.GetValue(Workspace));
            var first = ScenarioLoading.Load(parsed.GetRequiredValue(a), rules);
            var second = ScenarioLoading.Load(parsed.GetRequiredValue(b), rules);
            var differences = ScenarioDifferences.Find(first, second);
            ScenarioText.Write(console, parsed.GetValue(Json) ? ScenarioJson.Differences(first, second, differences) : ScenarioText.Differences(first, second, differences));
            return ExitCode.Success;
        });
        return command;
    }

    private static CommandWithExamples Explain(IAnsiConsole console)
    {
        var file = new Argument<string>("file") { Description = "Scenario file." };
        var path = new Argument<string?>("path") { Description = "Only this value or section, for example recognition or supplements.SF; changes for all that changes by date.", Arity = ArgumentArity.ZeroOrOne };
        var command = new CommandWithExamples("explain", "Says of every value where it was set, what it means, its unit, range and paragraph.", ["scenario explain data/scenarios/baseline.yaml recognition", "scenario explain data/scenarios/targeted-talent.yaml changes"]) { file, path, Workspace, Json };
        command.SetAction(parsed =>
        {
            var scenario = ScenarioLoading.Load(parsed.GetRequiredValue(file), ScenarioLoading.Rules(parsed.GetValue(Workspace)));
            if (parsed.GetValue(path) == "changes")
            {
                ScenarioText.Write(console, parsed.GetValue(Json) ? ScenarioJson.Changes(scenario) : ScenarioText.Changes(scenario));
                return ExitCode.Success;
            }

            var values = Select(scenario, parsed.GetValue(path));
            ScenarioText.Write(console, parsed.GetValue(Json) ? ScenarioJson.Values(scenario, values) : ScenarioText.Values(scenario, values));
            return ExitCode.Success;
        });
        return command;
    }

    private static ScenarioCheck CheckFile(string file, ScenarioRules rules)
    {
        try
        {
            return new ScenarioCheck(file, ScenarioLoading.Load(file, rules), []);
        }
        catch (InputException exception)
        {
            return new ScenarioCheck(file, null, exception.Problems.Count > 0 ? exception.Problems : [new InputProblem(file, null, null, exception.Message, "")]);
        }
    }

    private static List<ResolvedValue> Select(LoadedScenario scenario, string? path)
    {
        if (path is null) return [.. scenario.Values];
        var values = scenario.Values.Where(v => v.Path == path || (v.Path.StartsWith(path, StringComparison.Ordinal) && v.Path[path.Length] is ('.' or '['))).ToList();
        return values.Count > 0 ? values : throw new InputException($"The scenario has no value {path.ReplaceLineEndings(" ")}. {ScenarioPaths.Advice(scenario, path)}");
    }
}
