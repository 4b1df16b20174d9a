using System.Globalization;
using CtmsAnalytics.Calendar;
using CtmsAnalytics.Deployment;
using CtmsAnalytics.Parameters;
using CtmsAnalytics.PayHistory;
using CtmsAnalytics.Scenarios;

namespace CtmsAnalytics.Projection;

/// <summary>
/// The positions with which a scenario opens: the roster, changed by what the scenario decides about positions as such. Every engine begins here, so that one person's trace,
/// the point estimate and the simulation start alike.
/// </summary>
public static class Opening
{
    /// <summary>The positions with which a scenario opens.</summary>
    /// <param name="scenario">A validated scenario.</param>
    /// <param name="input">The roster as imported, with everything beside it.</param>
    /// <returns>The same people in the same order, and what was changed about them.</returns>
    /// <exception cref="Diagnostics.InputException">A change names a work level that the structure lacks.</exception>
    public static OpeningRoster Of(Scenario scenario, ProjectionInput input)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(input);
        var changes = new List<OpeningChange>();
        var roster = input.Roster;
        foreach (var policy in scenario.OpeningPolicies)
        {
            var decided = policy.Changes(roster, scenario, input);
            if (decided.Count == 0) continue;
            var after = decided.ToDictionary(c => c.PersonId, StringComparer.Ordinal);
            List<RosterPerson> next = [.. roster.Select(p => after.GetValueOrDefault(p.PersonId)?.After ?? p)];
            changes.AddRange(decided);
            changes.AddRange(RaisedToMinimum(scenario, input, roster, next));
            roster = next;
        }

        return new OpeningRoster(roster, changes);
    }

    /// <summary>The input with the positions with which a scenario opens.</summary>
    internal static ProjectionInput Apply(Scenario scenario, ProjectionInput input)
    {
        if (scenario.OpeningPolicies.Count == 0) return input;
        var (roster, changes) = Of(scenario, input);
        return input with { Roster = roster, OpeningChanges = changes };
    }

    /// <summary>Whoever enters another work level is raised to the minimum of its subrange, as at any other move between levels.</summary>
    private static List<OpeningChange> RaisedToMinimum(Scenario scenario, ProjectionInput input, IReadOnlyList<RosterPerson> before, List<RosterPerson> after)
    {
        var raised = new List<OpeningChange>();
        PolicyYear? policy = null;
        for (var i = 0; i < after.Count; i++)
        {
            var person = after[i];
            if (person.WorkLevel == before[i].WorkLevel) continue;
            policy ??= AtStart(scenario, input);
            var minimum = policy.Subrange(person.WorkLevel, StructureMember.Of(person)).Minimum;
            if (person.StructureSalary >= minimum) continue;
            after[i] = person with { StructureSalary = minimum };
            raised.Add(new OpeningChange(
                person.PersonId,
                after[i],
                string.Create(CultureInfo.InvariantCulture, $"The subrange of {person.WorkLevel} begins at ${minimum:N0}: a recognition adjustment raises the structure salary of ${person.StructureSalary:N0} to it."),
                PersonPath.WorkLevelMove));
        }

        return raised;
    }

    private static PolicyYear AtStart(Scenario scenario, ProjectionInput input)
    {
        var parameters = new ParameterReader(input.Parameters, scenario.Economy);
        return new PolicyTimeline(scenario, parameters).For(new PayCalendar(parameters).Periods(scenario.Horizon.Start, 1)[0]);
    }
}

/// <summary>The positions with which a scenario opens.</summary>
/// <param name="Roster">The people of the imported roster in its order, with the changed positions.</param>
/// <param name="Changes">What was changed, in the order in which it was; a person may have several.</param>
public sealed record OpeningRoster(IReadOnlyList<RosterPerson> Roster, IReadOnlyList<OpeningChange> Changes);
