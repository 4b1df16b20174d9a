using CtmsAnalytics.Deployment;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Workspace.Loading;
using CtmsAnalytics.Workspace.Roster;
using CtmsAnalytics.Workspace.Scenarios;
using CtmsAnalytics.Workspace.Studies;
using CtmsAnalytics.WorkValuation;

namespace CtmsAnalytics.Workspace.Analyses;

/// <summary>Valuation of a roster's people (158.404): what <c>ctms valuation</c> stores.</summary>
/// <param name="Roster">Which roster it is.</param>
/// <param name="People">Its people with what they hold.</param>
/// <param name="Inputs">What the workspace gives to the study.</param>
internal sealed record ValuationStudies(RosterInfo Roster, ValuedRoster People, IReadOnlyList<ManifestInput> Inputs)
{
    /// <summary>The change that options ask for; null for none.</summary>
    public static ValuationPolicy? PolicyOf(ValuationOptions options) => new ValuationPolicy(options.Weights, options.CutPoints) is { IsNone: false } policy ? policy : null;

    /// <summary>Reads what is valued. Without a change of the scheme nothing needs market wages.</summary>
    /// <exception cref="InputException">There is no such roster, or the workspace has no library.</exception>
    public static ValuationStudies Read(AnalystWorkspace workspace, int? rosterId)
    {
        var found = workspace.FindRoster(rosterId);
        return Of(workspace.Folder, found, workspace.LoadRoster(found.RosterId), workspace.LoadQualifications(), workspace.LoadValuation(), workspace.Inputs(found.RosterId));
    }

    /// <summary>What is valued, from a workspace that is read already.</summary>
    /// <exception cref="InputException">The workspace has no library.</exception>
    public static ValuationStudies Of(WorkspaceSnapshot snapshot) =>
        Of(snapshot.Folder, snapshot.Roster, snapshot.Input.Roster, snapshot.Input.Qualifications, snapshot.Input.Valuation, snapshot.Inputs);

    /// <summary>Values everybody and studies what is asked for.</summary>
    /// <param name="options">What is asked for.</param>
    /// <param name="pricing">The workspace and the scenario that a change is priced on; null where no change is asked for.</param>
    /// <param name="progress">Receives the share of the work done, 0 to 1; null for none.</param>
    /// <param name="cancellation">Stops the computation.</param>
    /// <exception cref="InputException">The person is not in the roster, or the change is unsound.</exception>
    public ValuationStudy Make(ValuationOptions options, (WorkspaceSnapshot Snapshot, LoadedScenario Scenario)? pricing, IProgress<double>? progress, CancellationToken cancellation)
    {
        var policy = PolicyOf(options);
        List<ManifestInput> inputs =
        [
            .. pricing is var (_, priced) ? priced.Inputs : [],
            .. Inputs,
            StudyInputs.OptionsOf(new
            {
                policy?.Weights,
                policy?.CutPoints,
                options.Person,
                options.Folds,
                Deviation = options.Noise,
                Draws = options.Noise is null ? (int?)null : options.Draws,
                options.Seed,
            }),
        ];
        var made = ValuationAnalysis.Of(People, Roster.Name, inputs);
        if (options.Person is { } id) made = made with { Person = Person(id) };
        if (policy is not null && pricing is var (snapshot, scenario))
            made = made with { WhatIf = ValuationAnalysis.WhatIf(People, policy, scenario.Scenario, snapshot.Input, inputs, progress, cancellation), AssumedParameters = [.. ScenarioAssumptions.Of(scenario)] };
        if (options.Folds is { } folds) made = made with { Calibration = SchemeCalibration.Of(People, null, folds, options.Seed, cancellation) };
        if (options.Noise is { } deviation) made = made with { Noise = ProficiencyNoise.Of(People, People.Basis.Scheme, deviation, options.Draws, options.Seed, cancellation) };
        return RosterNotes.IsSample(Roster) ? made with { Notes = [RosterNotes.Synthetic, .. made.Notes] } : made;
    }

    private static ValuationStudies Of(
        string folder, RosterInfo roster, IReadOnlyList<RosterPerson> people, IReadOnlyList<PersonQualifications> held, ValuationBasis? basis, IReadOnlyList<ManifestInput> inputs) =>
        basis is null
            ? throw new InputException($"{folder}: The workspace has no qualifications library. Import one first: ctms import library DIR")
            : new ValuationStudies(roster, ValuedRoster.Of(people, held, basis), inputs);

    private Valuation Person(string id)
    {
        var at = People.People.ToList().FindIndex(p => p.PersonId == id);
        if (at >= 0) return Valuer.Of(People.Qualifications[at], People.People[at].Track, People.Basis.Scheme, People.Basis.Library);
        throw new InputException(People.Unvalued.Any(p => p.PersonId == id)
            ? $"No qualification of {id} is recorded, and the valuation is based on them (158.404(b)(1)). Import them: ctms import qualifications FILE"
            : $"There is nobody with the identifier '{id}' in the roster.");
    }
}
