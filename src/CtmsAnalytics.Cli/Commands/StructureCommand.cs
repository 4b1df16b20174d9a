using System.CommandLine;
using System.Text.Json;
using CtmsAnalytics.Cli.Output;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.PayStructures;
using CtmsAnalytics.Workspace.Analyses;
using Spectre.Console;

namespace CtmsAnalytics.Cli.Commands;

/// <summary><c>ctms structure design|compare|optimise</c>: pay lines, alternatives side by side, and the cheapest structure that meets goals.</summary>
public static class StructureCommand
{
    /// <summary>Creates the command.</summary>
    /// <param name="console">Where the commands print.</param>
    /// <returns>The command.</returns>
    public static Command Create(IAnsiConsole console) => new("structure", "Designs salary structures: pay lines, alternatives side by side, and the cheapest that meets goals.")
    {
        Design(console), Compare(console), Optimise(console),
    };

    private static CommandWithExamples Design(IAnsiConsole console)
    {
        var method = new Option<StructureMethod>("--method") { Description = "How midpoints are set: market, pay-line, robust-line, progression, ends or quartiles.", HelpName = "METHOD", DefaultValueFactory = _ => StructureMethod.PayLine, CustomParser = r => Method(r.Tokens.Count == 1 ? r.Tokens[0].Value : "", r.AddError) };
        var command = new CommandWithExamples("design", "Designs a structure from market wages and shows pay lines, people and cost beside the base.",
            ["structure design data/scenarios/baseline.yaml -w work", "structure design base.yaml -w work --method market --spread 0.5 --emit market.yaml"]) { method };
        Finish(console, command, parsed => [parsed.GetValue(method)], "--emit");
        return command;
    }

    private static CommandWithExamples Compare(IAnsiConsole console)
    {
        var methods = new Option<string[]>("--alternative", "-a") { Description = "A method to compare, up to three: market, pay-line, robust-line, progression, ends or quartiles.", HelpName = "METHOD" };
        var command = new CommandWithExamples("compare", "Compares up to three designed structures with the base: ranges, people, cost and competitiveness.",
            ["structure compare data/scenarios/baseline.yaml -w work", "structure compare base.yaml -w work -a market -a pay-line -a ends --out structures.html"]) { methods };
        Finish(console, command, parsed =>
        {
            var asked = parsed.GetValue(methods) is { Length: > 0 } given ? given : ["market", "pay-line", "ends"];
            if (asked.Length > 3) throw new InputException($"There are {asked.Length} alternatives. Compare up to three at once.");
            return [.. asked.Select(a => Method(a, message => throw new InputException(message))).Distinct()];
        }, "--emit");
        return command;
    }

    private static StructureMethod Method(string text, Action<string> refuse)
    {
        foreach (var method in Enum.GetValues<StructureMethod>())
        {
            if (StructureAlternatives.Name(method) == text) return method;
        }

        refuse($"'{text}' is no method. Write one of {string.Join(", ", Enum.GetValues<StructureMethod>().Select(StructureAlternatives.Name))}.");
        return default;
    }

    private static void Finish(IAnsiConsole console, CommandWithExamples command, Func<ParseResult, IReadOnlyList<StructureMethod>> methods, string emitName)
    {
        var source = new StructureSource();
        var study = new StudyOptions();
        var file = new StructureFile();
        var spread = new Option<double?>("--spread") { Description = "Range spread of every level; without it each level's own.", HelpName = "F" };
        var rounding = new Option<double?>("--rounding") { Description = "Unit that figures are rounded to, dollars.", HelpName = "USD" };
        var weights = new Option<PayLineWeights>("--weights") { Description = "What weighs the levels of a pay line: incumbents, employment or equal.", DefaultValueFactory = _ => PayLineWeights.Incumbents };
        var pick = new Option<string?>("--pick") { Description = $"The alternative that {emitName} writes; without it the first.", HelpName = "METHOD" };
        source.AddTo(command);
        foreach (var option in new Option[] { spread, rounding, weights }) command.Options.Add(option);
        if (command.Name == "compare") command.Options.Add(pick);
        file.AddTo(command);
        study.AddTo(command);
        command.SetAction((parsed, cancellation) =>
        {
            study.Check(parsed);
            var asked = methods(parsed);
            using var work = source.Open(parsed);
            file.Check(parsed, work.File);
            var chosen = parsed.CommandResult.Command.Name == "compare" && parsed.GetValue(pick) is { } picked ? Method(picked, message => throw new InputException(message)) : asked[0];
            if (!asked.Contains(chosen)) throw new InputException($"--pick {StructureAlternatives.Name(chosen)}: It is not among the alternatives {string.Join(", ", asked.Select(StructureAlternatives.Name))}.");
            var designed = work.Studies.Design(new StructureOptions { Methods = asked, Spread = parsed.GetValue(spread), RoundingUnit = parsed.GetValue(rounding), Weights = parsed.GetValue(weights) });
            var costed = ConsoleProgress.Run(console, !study.IsJson(parsed), "Simulating the alternatives", progress => work.Studies.Cost(designed, progress, cancellation));
            var result = work.Studies.Study(designed, costed, cancellation);
            var selected = designed.Alternatives[asked.ToList().IndexOf(chosen)];
            var written = file.Write(parsed, work, selected.Proposal, $"{work.Studies.Situation.Base.Name}, {selected.Name}", selected.Words + ".", [$"Written by ctms structure {command.Name}: {selected.Words.ToLowerInvariant()}. Study {result.Manifest.RunId}."]);
            return Task.FromResult(End(console, parsed, study, result, work, written));
        });
    }

    private static CommandWithExamples Optimise(IAnsiConsole console)
    {
        var source = new StructureSource();
        var goals = new StructureGoalOptions();
        var study = new StudyOptions();
        var file = new StructureFile();
        var command = new CommandWithExamples("optimise", "Finds the cheapest structure, supplements and pool that meet goals, says which goal binds, and draws cost against competitiveness.",
        [
            "structure optimise data/scenarios/baseline.yaml -w work --emit proposal.yaml",
            "structure optimise base.yaml -w work --share 1 --market-ratio 0.95 --out optimum.html",
            "structure optimise data/scenarios/baseline.yaml -w work --budget 240M --pool-floor 0.025",
        ]);
        source.AddTo(command);
        goals.AddTo(command);
        file.AddTo(command);
        study.AddTo(command);
        command.SetAction((parsed, cancellation) =>
        {
            study.Check(parsed);
            using var work = source.Open(parsed);
            file.Check(parsed, work.File);
            var asked = work.Studies.Goals(goals.Read(parsed));
            var found = ConsoleProgress.Run(console, !study.IsJson(parsed), "Searching for the cheapest structure", progress => work.Studies.Optimise(asked, progress, cancellation));
            var result = work.Studies.Study(asked, found, cancellation);
            var written = file.Write(
                parsed, work, found.Proposal, $"{work.Studies.Situation.Base.Name}, optimised", "Cheapest structure, supplements and pool found that meet the goals of a structure study.",
                [$"Written by ctms structure optimise, study {result.Manifest.RunId}. Goals: {JsonSerializer.Serialize(asked)}"]);
            return Task.FromResult(End(console, parsed, study, result, work, written));
        });
        return command;
    }

    private static int End(IAnsiConsole console, ParseResult parsed, StudyOptions options, StructureStudy study, StructureWork work, string? written)
    {
        var code = options.Finish(console, parsed, study, work.Workspace);
        if (written is not null && !options.IsJson(parsed)) console.Remark($"Proposal: {SafeText.Escape(Path.GetFullPath(written))}. ctms compare and ctms simulate take it.");
        return code;
    }
}
