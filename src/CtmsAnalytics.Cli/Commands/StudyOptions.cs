using System.CommandLine;
using CtmsAnalytics.Charts.Studies;
using CtmsAnalytics.Cli.Output;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Studies;
using CtmsAnalytics.Workspace;
using Spectre.Console;

namespace CtmsAnalytics.Cli.Commands;

/// <summary>What every command that makes a study has in common: the page, JSON, whether single people are shown, and what is done with the study.</summary>
internal sealed class StudyOptions
{
    private readonly Option<string?> _page = new("--out", "-o") { Description = "Writes the study as an HTML page with its charts.", HelpName = "FILE.html" };

    private readonly Option<bool> _aggregate = new("--no-individuals") { Description = "Leaves single people and groups of fewer than five out." };

    private readonly Option<bool> _json = JsonOption.Create("Prints the study as JSON instead of text.");

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(_page);
        command.Options.Add(_aggregate);
        command.Options.Add(_json);
    }

    /// <summary>Whether JSON is asked for, so that nothing else may be printed.</summary>
    public bool IsJson(ParseResult parsed) => parsed.GetValue(_json);

    /// <summary>Whether single people and small groups may be shown.</summary>
    public bool ShowsIndividuals(ParseResult parsed) => !parsed.GetValue(_aggregate);

    /// <summary>Checks before any work that the page can be written.</summary>
    public void Check(ParseResult parsed)
    {
        if (parsed.GetValue(_page) is not { } file) return;
        if (!Path.GetExtension(file).StartsWith(".htm", StringComparison.OrdinalIgnoreCase)) throw new InputException($"--out {file}: A page is an HTML file. Name one that ends in .html.");
        OutputFile.Check(file, "page");
    }

    /// <summary>Prints a study, stores it in the workspace and writes its page.</summary>
    /// <param name="console">Where it is printed.</param>
    /// <param name="parsed">The command line.</param>
    /// <param name="study">The study.</param>
    /// <param name="workspace">Where it is stored; null for nowhere.</param>
    /// <returns>Exit code of the command.</returns>
    public int Finish(IAnsiConsole console, ParseResult parsed, Study study, AnalystWorkspace? workspace)
    {
        var showIndividuals = ShowsIndividuals(parsed);
        if (IsJson(parsed)) console.Line(showIndividuals ? JsonText.Write<object>(study) : StudyJsonText.Write(study));
        else StudyText.Print(console, study, showIndividuals);
        workspace?.SaveStudy(study);
        var file = parsed.GetValue(_page);
        if (file is not null) ConsoleProgress.Run(console, "Drawing the page", () => OutputFile.Write(file, writer => StudyPage.Write(study, writer, showIndividuals)));
        if (IsJson(parsed)) return ExitCode.Success;
        if (workspace is not null) console.RemarkWrapped($"Study {study.Manifest.RunId} is stored in the workspace; ctms report tells it beside the runs {(study.IsWhatIf ? $"of scenarios that state the change, and beside others with --study {study.Manifest.RunId}" : "on the same roster and market")}.");
        if (file is not null) console.Remark($"Page: {SafeText.Escape(Path.GetFullPath(file))}");
        return ExitCode.Success;
    }
}
