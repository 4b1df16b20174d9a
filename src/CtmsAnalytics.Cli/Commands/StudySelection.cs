using System.CommandLine;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Studies;
using CtmsAnalytics.Workspace;

namespace CtmsAnalytics.Cli.Commands;

/// <summary>The options that say which studies a report tells.</summary>
internal sealed class StudySelection
{
    private const string None = "none";

    private readonly Option<string[]> _studies = new("--study")
    {
        Description = "Tells this study in the report (identifier, may be repeated), or 'none'. Without it: the latest of each kind and topic that rests on the run's roster and market.",
        HelpName = "ID|none",
    };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command) => command.Options.Add(_studies);

    /// <summary>The studies that are asked for, or those that fit the run.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="workspace">Where they are stored.</param>
    /// <param name="run">What the run was computed from.</param>
    /// <returns>The studies, by kind.</returns>
    public IReadOnlyList<Study> Read(ParseResult parsed, AnalystWorkspace workspace, RunManifest run)
    {
        var asked = parsed.GetValue(_studies) ?? [];
        if (asked is [None]) return [];
        var ids = asked.Length > 0 ? asked : [.. workspace.Studies().Where(s => s.Fits(run)).GroupBy(s => (s.Kind, s.Topic)).Select(g => g.First().StudyId)];
        return [.. ids.Select(workspace.LoadStudy).OrderBy(s => s.Kind).ThenBy(s => s.Topic, StringComparer.Ordinal)];
    }
}
