using System.CommandLine;
using System.Globalization;
using CtmsAnalytics.Cli.Output;
using CtmsAnalytics.Workspace;
using Spectre.Console;
using static CtmsAnalytics.Cli.Output.ColumnKind;
using static CtmsAnalytics.Cli.Output.TextPage;

namespace CtmsAnalytics.Cli.Commands;

/// <summary><c>ctms studies</c>: lists the stored studies, or prints one.</summary>
public static class StudiesCommand
{
    private static readonly string[] Examples = ["studies -w work", "studies 4fd83f78 -w work --out study.html"];

    /// <summary>Creates the command.</summary>
    /// <param name="console">Where the table is printed.</param>
    /// <returns>The command.</returns>
    public static Command Create(IAnsiConsole console)
    {
        var which = new Argument<string?>("study") { Description = "Identifier of a study or the beginning of it, to print it; without it all are listed.", Arity = ArgumentArity.ZeroOrOne };
        var workspace = WorkspaceOption.Create();
        var study = new StudyOptions();
        var command = new CommandWithExamples("studies", "Lists the studies of a workspace, the latest first, or prints one.", Examples) { which, workspace };
        study.AddTo(command);
        command.SetAction(parsed =>
        {
            study.Check(parsed);
            using var opened = AnalystWorkspace.Open(parsed.GetRequiredValue(workspace), readOnly: true);
            if (parsed.GetValue(which) is { } id) return study.Finish(console, parsed, opened.LoadStudy(id), null);
            var studies = opened.Studies();
            if (study.IsJson(parsed))
            {
                console.Line(JsonText.Write(studies));
                return ExitCode.Success;
            }

            Fit(console);
            if (studies.Count == 0)
            {
                console.Line("No study yet. Make one with ctms market, structure, supplement, equity or deployment.");
                return ExitCode.Success;
            }

            var table = Table(("Study", Code), ("Kind", Code), ("Stored (UTC)", Code), ("Title", Words));
            foreach (var each in studies) Row(table, each.StudyId, each.Kind.ToString().ToLowerInvariant(), each.SavedAt.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), each.Title);
            console.Write(table);
            return ExitCode.Success;
        });
        return command;
    }
}
