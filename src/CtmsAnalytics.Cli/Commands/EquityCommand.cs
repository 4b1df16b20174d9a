using System.CommandLine;
using CtmsAnalytics.Cli.Output;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Parameters;
using CtmsAnalytics.Workspace;
using CtmsAnalytics.Workspace.Analyses;
using CtmsAnalytics.Workspace.Reference;
using CtmsAnalytics.Workspace.Scenarios;
using Spectre.Console;

namespace CtmsAnalytics.Cli.Commands;

/// <summary><c>ctms equity</c>: differences in pay between groups, what of them legitimate factors explain, and what remedies cost.</summary>
public static class EquityCommand
{
    private static readonly string[] Examples =
    [
        "equity -w work --classes classes.csv --group class --factors work_level,service_years",
        "equity salaries.csv --outcome Base_Salary --group Gender --factors Grade --out equity.html",
        "equity salaries.csv -y pay -g sex -x grade,age,age^2 --by unit --frozen 2026-09-30",
        "equity salaries.csv -y pay -g sex -x grade --yearly-budget 100000 --people raises.csv",
    ];

    /// <summary>Creates the command.</summary>
    /// <param name="console">Where the analysis is printed.</param>
    /// <returns>The command.</returns>
    public static Command Create(IAnsiConsole console)
    {
        var data = new Argument<string?>("people") { Description = "File of people (.csv, .xlsx), a header and one row for each; without it the workspace's roster, with --classes.", Arity = ArgumentArity.ZeroOrOne };
        var workspace = new Option<string?>(WorkspaceOption.Name, "-w") { Description = "Folder of the workspace, where the study is stored; needed for a roster.", HelpName = "DIR" };
        var roster = RosterOption.Create();
        var classes = new Option<string?>("--classes") { Description = "File with the column person_id and the protected classes of the roster's people.", HelpName = "FILE" };
        var people = new Option<string?>("--people") { Description = "Writes the benchmark and the raises of every person as a CSV file: personal data.", HelpName = "FILE.csv" };
        var what = new EquityOptions();
        var study = new StudyOptions();
        var command = new CommandWithExamples("equity", "Analyses pay equity: adjusted differences, what explains them, and what remedies cost.", Examples) { data, workspace, roster, classes };
        what.AddTo(command);
        command.Options.Add(people);
        study.AddTo(command);
        command.Validators.Add(result =>
        {
            var (file, joined) = (result.GetValue(data), result.GetValue(classes));
            if (file is null && joined is null) result.AddError("Name a file of people, or --classes with the classes of the workspace's roster.");
            if (file is not null && joined is not null) result.AddError("A file of people has its classes in it: leave out --classes, or leave out the file to analyse the workspace's roster.");
            if (joined is not null && result.GetValue(workspace) is null) result.AddError("--classes joins a roster: name its workspace with --workspace.");
        });
        command.SetAction((parsed, cancellation) =>
        {
            study.Check(parsed);
            if (parsed.GetValue(people) is { } target) CheckList(target, study.ShowsIndividuals(parsed), parsed.GetValue(data), parsed.GetValue(classes));
            using var opened = parsed.GetValue(workspace) is { } folder ? AnalystWorkspace.Open(folder) : null;
            var figures = opened?.LoadParameters() ?? ScenarioRulesFiles.Load(ShippedData.Folder).Parameters;
            var parameters = new ParameterReader(figures, CtmsAnalytics.Scenarios.EconomyPath.None);
            var source = parsed.GetValue(data) is { } file ? EquitySource.OfFile(file, cancellation) : EquitySource.OfRoster(opened!, parsed.GetValue(roster), parsed.GetValue(classes)!, cancellation);
            var specification = what.Read(parsed, parameters, source.AsOf);
            source.Require(specification);
            var (made, raises) = ConsoleProgress.Run(console, !study.IsJson(parsed), "Analysing", progress => source.Analyse(specification, parameters, progress, cancellation));
            if (parsed.GetValue(people) is { } list) OutputFile.Write(list, writer => EquityCsv.Write(source.Table, raises, writer));
            var exit = study.Finish(console, parsed, made, opened);
            if (parsed.GetValue(people) is { } written && !study.IsJson(parsed)) console.Remark($"Everybody's benchmark and raises, personal data: {SafeText.Escape(Path.GetFullPath(written))}");
            return Task.FromResult(exit);
        });
        return command;
    }

    /// <summary>Checks before any work that the list of raises may be written.</summary>
    private static void CheckList(string target, bool showsIndividuals, params string?[] inputs)
    {
        if (!showsIndividuals) throw new InputException($"--people {target}: The list names single people, which --no-individuals leaves out. Give one of the two.");
        OutputFile.Check(target, "table", "--people", ".csv");
        if (inputs.Any(i => i is not null && Path.GetFullPath(i) == Path.GetFullPath(target))) throw new InputException($"--people {target}: This file is read. Name another one to write.");
    }
}
