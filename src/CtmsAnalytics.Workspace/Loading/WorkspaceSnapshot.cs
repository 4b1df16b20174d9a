using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Workspace.Reference;
using CtmsAnalytics.Workspace.Scenarios;

namespace CtmsAnalytics.Workspace.Loading;

/// <summary>A roster of a workspace and everything beside the scenarios that runs and studies on it are computed from, read at one time: what is computed and the digests in its manifest are of the same values.</summary>
public sealed class WorkspaceSnapshot
{
    private readonly Lazy<IReadOnlyList<ManifestInput>> _inputs;
    private readonly Lazy<ScenarioRules> _rules;

    private WorkspaceSnapshot(string folder, RosterInfo roster, ProjectionInput input)
    {
        (Folder, Roster, Input) = (folder, roster, input);
        _inputs = new(() => RunInputs.Of(roster, input));
        _rules = new(() => WorkspaceRules.Create(input));
    }

    /// <summary>Folder of the workspace, as the user named it.</summary>
    public string Folder { get; }

    /// <summary>Which roster it is.</summary>
    public RosterInfo Roster { get; }

    /// <summary>Roster, parameters, wages and markets, with what valuation and deployment need.</summary>
    public ProjectionInput Input { get; }

    /// <summary>The same with their digests, for a manifest: what <see cref="AnalystWorkspace.Inputs"/> gives.</summary>
    public IReadOnlyList<ManifestInput> Inputs => _inputs.Value;

    /// <summary>What scenario files are checked against.</summary>
    public ScenarioRules Rules => _rules.Value;

    /// <summary>Reads a workspace.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="rosterId">Number of the roster; null for the current one.</param>
    /// <returns>What it holds.</returns>
    /// <exception cref="InputException">There is no such roster, or the workspace has no market wages; the message says how to import some.</exception>
    public static WorkspaceSnapshot Read(AnalystWorkspace workspace, int? rosterId = null)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        var roster = workspace.FindRoster(rosterId);
        var valuation = workspace.LoadValuation();
        var input = new ProjectionInput(workspace.LoadRoster(roster.RosterId), workspace.LoadParameters(), workspace.LoadWages(), workspace.LoadMarkets())
        {
            Qualifications = workspace.LoadQualifications(valuation),
            Worksites = workspace.LoadCounties(),
            Valuation = valuation,
        };
        return input.Wages.Count > 0
            ? new WorkspaceSnapshot(workspace.Folder, roster, input)
            : throw new InputException($"{workspace.Folder}: The workspace has no market wages. Import some first, for example: ctms import market {Path.Combine(ShippedData.Folder, "market", "oews_national_cyber_2024.csv")} -w {workspace.Folder}");
    }
}
