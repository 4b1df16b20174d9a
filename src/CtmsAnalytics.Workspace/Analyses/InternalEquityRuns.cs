using CtmsAnalytics.InternalEquity;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Records;
using CtmsAnalytics.Workspace.Loading;
using CtmsAnalytics.Workspace.Roster;
using CtmsAnalytics.Workspace.Scenarios;
using CtmsAnalytics.Workspace.Studies;

namespace CtmsAnalytics.Workspace.Analyses;

/// <summary>Internal equity of a workspace's people (158.404(a)): what <c>ctms internal-equity</c> stores, and <c>ctms compare</c> where positions change.</summary>
internal static class InternalEquityRuns
{
    /// <summary>Studies one scenario, or a baseline and a proposal.</summary>
    /// <param name="snapshot">The workspace.</param>
    /// <param name="scenarios">One scenario or two, the baseline first.</param>
    /// <param name="specialisations">Specialisation by person, from <see cref="Specialisations"/>.</param>
    /// <param name="dimensions">What people are grouped by.</param>
    /// <param name="withEnd">Whether the end of the horizon is told as well.</param>
    /// <param name="progress">Receives the share of the work done, 0 to 1; null for none.</param>
    /// <param name="cancellation">Stops the computation.</param>
    public static InternalEquityStudy Of(
        WorkspaceSnapshot snapshot,
        IReadOnlyList<LoadedScenario> scenarios,
        IReadOnlyDictionary<string, string> specialisations,
        IReadOnlyList<EquityDimension> dimensions,
        bool withEnd,
        IProgress<double>? progress,
        CancellationToken cancellation)
    {
        var study = InternalEquityStudies.Of(
            scenarios[0].Scenario, scenarios.Count > 1 ? scenarios[1].Scenario : null, snapshot.Input, Options(snapshot, scenarios, specialisations, dimensions, withEnd), progress, cancellation);
        return study with
        {
            Notes = [.. RosterNotes.Of(snapshot.Roster), .. study.Notes],
            AssumedParameters = [.. study.AssumedParameters, .. scenarios.SelectMany(ScenarioAssumptions.Of).DistinctBy(p => p.Name).Where(p => IsUsed(p.Name, withEnd))],
        };
    }

    /// <summary>Internal equity before and after a proposal that changes positions as such.</summary>
    /// <param name="workspace">The workspace, open.</param>
    /// <param name="snapshot">What it holds.</param>
    /// <param name="baseline">The baseline.</param>
    /// <param name="proposal">The proposal.</param>
    /// <param name="cancellation">Stops the computation.</param>
    /// <returns>The study; null where both scenarios open with the roster as imported, or nobody is paid.</returns>
    public static InternalEquityStudy? Between(AnalystWorkspace workspace, WorkspaceSnapshot snapshot, LoadedScenario baseline, LoadedScenario proposal, CancellationToken cancellation)
    {
        var input = snapshot.Input;
        if (input.Roster.All(p => p.IsUncompensated)) return null;
        if (Opening.Of(baseline.Scenario, input).Changes.Count + Opening.Of(proposal.Scenario, input).Changes.Count == 0) return null;
        var specialisations = Specialisations(workspace, baseline);
        var study = InternalEquityStudies.Of(
            baseline.Scenario, proposal.Scenario, input, Options(snapshot, [baseline, proposal], specialisations, [EquityDimension.Level], withEnd: false), cancellationToken: cancellation);
        return study with { Notes = [.. RosterNotes.Of(snapshot.Roster), .. study.Notes] };
    }

    /// <summary>Specialisations as they are on record on the day when a scenario's horizon opens.</summary>
    public static IReadOnlyDictionary<string, string> Specialisations(AnalystWorkspace workspace, LoadedScenario scenario) => workspace.LoadPositions(scenario.Scenario.Horizon.Start, DateOnly.MaxValue)
        .Where(r => r.Item == RecordItems.Specialisation && r.Value is not null).ToDictionary(r => r.PersonId, r => r.Value!, StringComparer.Ordinal);

    private static InternalEquityOptions Options(
        WorkspaceSnapshot snapshot, IReadOnlyList<LoadedScenario> scenarios, IReadOnlyDictionary<string, string> specialisations, IReadOnlyList<EquityDimension> dimensions, bool withEnd) =>
        new([
            .. scenarios.SelectMany(s => s.Inputs),
            .. snapshot.Inputs,
            StudyInputs.OptionsOf(new { dimensions, WithEnd = withEnd, Specialisations = specialisations.OrderBy(s => s.Key, StringComparer.Ordinal) }),
        ])
        {
            Dimensions = dimensions,
            Specialisations = specialisations,
            RosterId = snapshot.Roster.RosterId,
            WithEnd = withEnd,
        };

    /// <summary>Whether pay rests on an assumption of a scenario: none of them when its horizon opens, and on the way to its end those of raises and reviews.</summary>
    private static bool IsUsed(string name, bool withEnd) => withEnd && !name.StartsWith("employer_cost.", StringComparison.Ordinal) && !name.StartsWith("special_working_conditions.", StringComparison.Ordinal);
}
