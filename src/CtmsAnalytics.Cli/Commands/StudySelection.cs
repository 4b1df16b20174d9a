using System.CommandLine;
using CtmsAnalytics.Runs;
using CtmsAnalytics.Studies;
using CtmsAnalytics.Workspace;
using CtmsAnalytics.Workspace.Studies;

namespace CtmsAnalytics.Cli.Commands;

/// <summary>The options that say which studies a report tells.</summary>
internal sealed class StudySelection
{
    private const string None = "none";

    private readonly Option<string[]> _studies = new("--study")
    {
        Description = "Tells this study in the report (identifier, may be repeated), or 'none'. Without it: the latest of each kind and topic that rests on the run's roster and market, what-ifs only where a scenario of the run states them.",
        HelpName = "ID|none",
    };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command) => command.Options.Add(_studies);

    /// <summary>The studies that are asked for, or those that fit the run.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="workspace">Where they are stored.</param>
    /// <param name="run">The run.</param>
    /// <returns>The studies that are told, by kind; and the latest what-ifs that fit the run but that none of its scenarios states.</returns>
    public (IReadOnlyList<Study> Told, IReadOnlyList<Study> LeftOut) Read(ParseResult parsed, AnalystWorkspace workspace, RunRecord run)
    {
        var asked = parsed.GetValue(_studies) ?? [];
        if (asked is [None]) return ([], []);
        if (asked.Length > 0) return (Sorted(asked.Select(workspace.LoadStudy)), []);
        var (told, leftOut) = (new List<Study>(), new List<Study>());
        foreach (var kind in workspace.Studies().Where(s => s.Fits(run.Manifest)).GroupBy(s => (s.Kind, s.Topic)))
        {
            List<Study> passed = [];
            foreach (var study in kind.Select(s => workspace.LoadStudy(s.StudyId)))
            {
                if (StatedChanges.Holds(study, run.Facts))
                {
                    told.Add(study);
                    break;
                }

                passed.Add(study);
            }

            leftOut.AddRange(passed.Take(1));
        }

        return (Sorted(told), Sorted(leftOut));
    }

    private static List<Study> Sorted(IEnumerable<Study> studies) => [.. studies.OrderBy(s => s.Kind).ThenBy(s => s.Topic, StringComparer.Ordinal)];
}
