using CtmsAnalytics.Deployment;
using CtmsAnalytics.Projection;

namespace CtmsAnalytics.Scenarios;

/// <summary>A decision of a scenario about positions as such, in force from the first work period: work levels by another valuation (158.404), worksites (158.704) or work schedules (158.705).</summary>
public abstract record OpeningPolicy
{
    /// <summary>The part of the scenario that it belongs to, for the split of a difference by its causes.</summary>
    public abstract PolicySection Section { get; }

    /// <summary>What the policy changes.</summary>
    /// <param name="roster">The people as the policies before this one leave them.</param>
    /// <param name="scenario">The scenario.</param>
    /// <param name="input">Everything beside the scenario.</param>
    /// <returns>At most one change for a person; whoever is not named keeps the position as it is. No change adds or removes a person, or moves one to another organisation.</returns>
    public abstract IReadOnlyList<OpeningChange> Changes(IReadOnlyList<RosterPerson> roster, Scenario scenario, ProjectionInput input);
}
