using System.CommandLine;
using CtmsAnalytics.Charts.Formatting;
using CtmsAnalytics.Charts.Report;
using CtmsAnalytics.Cli.Output;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Parameters;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Workspace;
using CtmsAnalytics.Workspace.Reference;
using CtmsAnalytics.Workspace.Scenarios;
using Spectre.Console;

namespace CtmsAnalytics.Cli.Commands;

/// <summary><c>ctms parameters</c>: lists every figure that the model computes with, its mark, paragraph and source, by section of part 158.</summary>
public static class ParametersCommand
{
    private static readonly string[] Examples =
    [
        "parameters",
        "parameters --mark assumed",
        "parameters -w work --used-by proposal.yaml --html > parameters.html",
    ];

    /// <summary>Creates the command.</summary>
    /// <param name="console">Where it prints.</param>
    /// <returns>The command.</returns>
    public static Command Create(IAnsiConsole console)
    {
        ArgumentNullException.ThrowIfNull(console);
        var workspace = new Option<string?>("--workspace", "-w") { Description = "Folder of a workspace whose figures are listed. Without it the shipped ones are.", HelpName = "DIR" };
        var json = JsonOption.Create("Prints JSON.");
        var markdown = new Option<bool>("--markdown") { Description = "Prints Markdown." };
        var html = new Option<bool>("--html") { Description = "Prints an HTML page." };
        var mark = new Option<string?>("--mark") { Description = "Lists only figures with this mark.", HelpName = "MARK" };
        mark.AcceptOnlyFromAmong([.. Enum.GetValues<ParameterMark>().Select(MarkName)]);
        var usedBy = new Option<string?>("--used-by") { Description = "Lists only figures that a projection of this scenario reads; needs a workspace with a roster and market wages.", HelpName = "FILE" };
        var into = new Option<string?>("--into") { Description = $"Writes the Markdown into this file, between '{MarkedSection.Begin}' and '{MarkedSection.End}'.", HelpName = "FILE" };
        var command = new CommandWithExamples("parameters", "Lists every figure of the model: value, unit, mark, paragraph, source.", Examples) { workspace, json, markdown, html, mark, usedBy, into };
        command.Validators.Add(result =>
        {
            if (new[] { json, markdown, html }.Count(o => result.GetValue(o)) > 1) result.AddError("Choose one of --json, --markdown and --html.");
            if (result.GetValue(usedBy) is not null && result.GetValue(workspace) is null) result.AddError("--used-by needs a workspace: -w DIR.");
        });
        command.SetAction(parsed =>
        {
            var catalog = Catalog(parsed.GetValue(workspace), parsed.GetValue(usedBy));
            if (parsed.GetValue(mark) is { } name) catalog = catalog.Marked(Enum.GetValues<ParameterMark>().Single(m => MarkName(m) == name));
            if (parsed.GetValue(into) is { } file)
            {
                File.WriteAllText(file, MarkedSection.Replace(file, Read(file), ParameterText.Markdown(catalog)));
                if (parsed.GetValue(json)) console.Line(JsonText.Write(new { File = file, Renewed = true }));
                else console.Remark($"{SafeText.Escape(file)}: the generated part is renewed.");
            }
            else
            {
                var output = console.Profile.Out.Writer;
                if (parsed.GetValue(html)) ParameterPage.Write(catalog, output);
                else output.Write((parsed.GetValue(json) ? ParameterText.Json(catalog) : parsed.GetValue(markdown) ? ParameterText.Markdown(catalog) : ParameterText.Plain(catalog)).TrimEnd() + "\n");
            }

            return ExitCode.Success;
        });
        return command;
    }

    private static ParameterCatalog Catalog(string? folder, string? scenario)
    {
        if (folder is null) return AnalystWorkspace.ShippedCatalog(ShippedData.Folder);
        using var workspace = AnalystWorkspace.Open(folder, readOnly: true);
        var catalog = workspace.LoadCatalog();
        if (scenario is null) return catalog;
        var input = new ProjectionInput(workspace.LoadRoster(), workspace.LoadParameters(), workspace.LoadWages(), workspace.LoadMarkets());
        return catalog.UsedBy(PointEstimate.Run(ScenarioLoading.Load(scenario, WorkspaceRules.Create(input)).Scenario, input).UsedParameters);
    }

    private static string MarkName(ParameterMark mark) => Display.Mark(mark).Replace(' ', '_');

    private static string Read(string file) => File.Exists(file)
        ? File.ReadAllText(file)
        : throw new InputException([new InputProblem(file, null, null, "There is no such file.", "Name a Markdown file with the two markers.")]);
}
