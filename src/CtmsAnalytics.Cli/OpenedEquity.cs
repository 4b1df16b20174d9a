using CtmsAnalytics.Cli.Output;
using CtmsAnalytics.InternalEquity;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Records;
using CtmsAnalytics.Workspace;
using CtmsAnalytics.Workspace.Loading;
using CtmsAnalytics.Workspace.Scenarios;
using CtmsAnalytics.Workspace.Studies;

namespace CtmsAnalytics.Cli;

/// <summary>Internal equity of a workspace's people (158.404(a)).</summary>
internal static class OpenedEquity
{
    /// <summary>What a study of internal equity is made with.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="roster">The roster.</param>
    /// <param name="scenarios">The scenarios, the baseline first.</param>
    /// <param name="dimensions">What people are grouped by.</param>
    /// <param name="withEnd">Whether the end of the horizon is told as well.</param>
    public static InternalEquityOptions Options(AnalystWorkspace workspace, RosterInfo roster, IReadOnlyList<LoadedScenario> scenarios, IReadOnlyList<EquityDimension> dimensions, bool withEnd)
    {
        var specialisations = Specialisations(workspace, scenarios[0].Scenario.Horizon.Start);
        return new InternalEquityOptions(
            [
                .. scenarios.SelectMany(s => s.Inputs),
                .. workspace.Inputs(roster.RosterId),
                StudyInputs.Options(JsonText.WriteLine(new { dimensions, WithEnd = withEnd, Specialisations = specialisations.OrderBy(s => s.Key, StringComparer.Ordinal) })),
            ])
        {
            Dimensions = dimensions,
            Specialisations = specialisations,
            RosterId = roster.RosterId,
            WithEnd = withEnd,
        };
    }

    /// <summary>Internal equity before and after a proposal that changes positions as such.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="roster">The roster.</param>
    /// <param name="input">Everything beside the scenarios.</param>
    /// <param name="baseline">The baseline.</param>
    /// <param name="proposal">The proposal.</param>
    /// <param name="cancellation">Stops the computation.</param>
    /// <returns>The study; null where both scenarios open with the roster as imported, or nobody is paid.</returns>
    public static InternalEquityStudy? Between(AnalystWorkspace workspace, RosterInfo roster, ProjectionInput input, LoadedScenario baseline, LoadedScenario proposal, CancellationToken cancellation)
    {
        if (input.Roster.All(p => p.IsUncompensated)) return null;
        if (Opening.Of(baseline.Scenario, input).Changes.Count + Opening.Of(proposal.Scenario, input).Changes.Count == 0) return null;
        var study = InternalEquityStudies.Of(
            baseline.Scenario, proposal.Scenario, input, Options(workspace, roster, [baseline, proposal], [EquityDimension.Level], withEnd: false), cancellationToken: cancellation);
        return study with { Notes = [.. RosterNotes.Of(roster), .. study.Notes] };
    }

    /// <summary>Specialisations as they are on record on the day when the horizon opens.</summary>
    private static Dictionary<string, string> Specialisations(AnalystWorkspace workspace, DateOnly day) => workspace.LoadPositions(day, DateOnly.MaxValue)
        .Where(r => r.Item == RecordItems.Specialisation && r.Value is not null).ToDictionary(r => r.PersonId, r => r.Value!, StringComparer.Ordinal);
}
