using System.Globalization;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Parameters;
using CtmsAnalytics.PayHistory;
using CtmsAnalytics.PersonnelActions;
using CtmsAnalytics.Simulation;
using CtmsAnalytics.Simulation.Replays;
using CtmsAnalytics.Workspace.Loading;
using CtmsAnalytics.Workspace.PersonnelActions;
using CtmsAnalytics.Workspace.Roster;
using CtmsAnalytics.Workspace.Scenarios;

namespace CtmsAnalytics.Workspace.Analyses;

/// <summary>People of a workspace one by one: what <c>ctms explain</c> and <c>ctms whom</c> tell.</summary>
internal static class PersonPaths
{
    // What one person's pay rests on; the rest of a scenario's assumptions is about the workforce.
    private static readonly string[] SectionsOfOnePerson = ["economy.", "employer_cost.", "aggregate_limit."];

    /// <summary>Explains a person's pay of a year on the assumed path.</summary>
    public static PersonExplanation Explain(
        WorkspaceSnapshot snapshot, LoadedScenario scenario, string person, int year, YearBasis basis, IReadOnlyList<PersonnelAction> actions, CancellationToken cancellation) =>
        WithAssumptions(PersonPath.Explain(scenario.Scenario, snapshot.Input, person, year, basis, actions, cancellation), scenario);

    /// <summary>Explains the year of everybody who holds a person's position in a draw.</summary>
    /// <param name="snapshot">The workspace.</param>
    /// <param name="scenarios">The scenarios of the simulation, the one to replay first.</param>
    /// <param name="person">Identifier of the person.</param>
    /// <param name="year">The year.</param>
    /// <param name="draw">Number of the draw, from 0.</param>
    /// <param name="seed">Seed of the simulation.</param>
    /// <param name="basis">Which year it is.</param>
    /// <param name="cancellation">Stops the replay.</param>
    public static (PersonReplay Replay, IReadOnlyList<PersonExplanation> Explanations) Replay(
        WorkspaceSnapshot snapshot, IReadOnlyList<LoadedScenario> scenarios, string person, int year, int draw, uint seed, YearBasis basis, CancellationToken cancellation)
    {
        var replay = Simulation.Replays.Replay.Of([.. scenarios.Select(s => s.Scenario)], 0, snapshot.Input, new SimulationOptions { Seed = seed }, person, draw, cancellation);
        return (replay, [.. replay.Explain(year, basis).Select(e => WithAssumptions(e, scenarios[0]))]);
    }

    /// <summary>The people whose pay of a year differs between two scenarios.</summary>
    public static Moves Moves(
        WorkspaceSnapshot snapshot, LoadedScenario baseline, LoadedScenario proposal, int year, YearBasis basis, IProgress<double>? progress, CancellationToken cancellation)
    {
        baseline.Scenario.RequireSameHorizon(proposal.Scenario);
        var before = PersonPath.ExplainAll(baseline.Scenario, snapshot.Input, year, basis, Half(progress, 0), cancellation);
        return PayHistory.Moves.Between(before, PersonPath.ExplainAll(proposal.Scenario, snapshot.Input, year, basis, Half(progress, 1), cancellation));
    }

    /// <summary>Reads the personnel actions of a person.</summary>
    public static IReadOnlyList<PersonnelAction> Actions(AnalystWorkspace workspace, WorkspaceSnapshot snapshot, string file, string person, LoadedScenario scenario) =>
        ActionsFile.Load(file, new ActionsContext(person, scenario.Scenario, snapshot.Rules, workspace.LoadWorksites()));

    /// <summary>Checks that a person is in the roster.</summary>
    /// <param name="snapshot">The workspace.</param>
    /// <param name="person">The identifier.</param>
    /// <param name="year">The year that is asked for, for the message.</param>
    /// <param name="draw">The draw that is asked for, for the message; null for none.</param>
    /// <exception cref="InputException">The person is not; the message names the nearest identifiers.</exception>
    public static void RequirePerson(WorkspaceSnapshot snapshot, string person, int year, int? draw)
    {
        var (roster, people) = (snapshot.Roster, snapshot.Input.Roster);
        if (people.Any(p => p.PersonId == person)) return;
        if (people.Where(p => person.StartsWith(p.PersonId + " ", StringComparison.Ordinal)).MaxBy(p => p.PersonId.Length) is { } holder)
        {
            throw new InputException(string.Create(
                CultureInfo.InvariantCulture,
                $"'{person}' is nobody of the roster. Whoever is hired in a draw has the position of somebody who is: ctms explain --person {holder.PersonId} --year {year} --draw {draw?.ToString(CultureInfo.InvariantCulture) ?? "N"} tells the year of everybody who holds the position of {holder.PersonId} in the draw, one after the other."));
        }

        throw new InputException(string.Create(
            CultureInfo.InvariantCulture,
            $"Roster {roster.RosterId} ({roster.Name}) has no person '{person}'. It has {people.Count:N0} people; the nearest identifiers are {string.Join(", ", RosterSearch.Nearest(people, person))}."));
    }

    private static PersonExplanation WithAssumptions(PersonExplanation explanation, LoadedScenario scenario) =>
        explanation with { Parameters = [.. explanation.Parameters, .. ScenarioAssumptions.Of(scenario).Where(IsOfOnePerson)] };

    private static bool IsOfOnePerson(Parameter parameter) => SectionsOfOnePerson.Any(s => parameter.Name.StartsWith(s, StringComparison.Ordinal));

    private static HalfProgress? Half(IProgress<double>? whole, int index) => whole is null ? null : new HalfProgress(whole, index);

    /// <summary>The scenarios are followed one after the other, each on all processors.</summary>
    private sealed class HalfProgress(IProgress<double> whole, int index) : IProgress<double>
    {
        public void Report(double value) => whole.Report((index + value) / 2);
    }
}
