using CtmsAnalytics.Budget;
using CtmsAnalytics.Deployment;
using CtmsAnalytics.PayHistory;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Scenarios;
using CtmsAnalytics.Simulation;
using CtmsAnalytics.Simulation.Replays;
using CtmsAnalytics.Tests.Projection;

namespace CtmsAnalytics.Tests.Simulation.Replays;

/// <summary>Draws of the test world.</summary>
internal static class Drawn
{
    public static readonly SimulationOptions Options = new() { Seed = 7 };

    /// <summary>The horizon's work periods in the test world.</summary>
    public static readonly IReadOnlyList<CtmsAnalytics.Calendar.WorkPeriod> Periods =
        new ScenarioDraw([TestWorld.Quiet], 0, TestWorld.Input(TestWorld.Person()), Options, 0).Periods;

    public static PersonReplay Replayed(this Scenario scenario, RosterPerson person, int draw = 0, SimulationOptions? options = null) =>
        Replay.Of([scenario], 0, TestWorld.Input(person), options ?? Options, person.PersonId, draw);

    /// <summary>Every organisation of a roster in a draw.</summary>
    public static IReadOnlyList<OrganisationReplay> Organisations(this Scenario scenario, ProjectionInput input, int draw = 0)
    {
        var of = new ScenarioDraw([scenario], 0, input, Options, (uint)draw);
        return [.. input.Roster.Select(p => (p.Agency, p.Organisation)).Distinct().Order().Select(o => OrganisationReplay.Of(of, o.Agency, o.Organisation))];
    }

    public static Scenario With(this Scenario scenario, Func<WorkforceAssumptions, WorkforceAssumptions> change) => scenario with { Workforce = change(scenario.Workforce) };

    /// <summary>The scenario in which both work levels have a hazard of separation.</summary>
    public static Scenario Leaving(this Scenario scenario, double hazard) =>
        scenario.With(w => w with { SeparationHazard = new Dictionary<string, double> { [TestWorld.Low] = hazard, [TestWorld.High] = hazard } });

    public static IEnumerable<LuckEvent> Of(this IEnumerable<LuckEvent> luck, LuckKind kind) => luck.Where(l => l.Kind == kind);

    /// <summary>Everything that is paid in the horizon, by the first day of the work period, component and amount.</summary>
    public static IReadOnlyList<PayLine> Lines(this PersonReplay replay, int spell) =>
        [.. replay.Explain(2027, YearBasis.Calendar).Concat(replay.Explain(2026, YearBasis.Calendar)).Concat(replay.Explain(2028, YearBasis.Calendar))
            .Where(e => e.Draw!.Spell == spell).SelectMany(e => e.Lines).OrderBy(l => l.Period.Number)];

    public static long Cents(this IEnumerable<PayLine> lines, Component component) => lines.Where(l => l.Component == component).Sum(l => l.Cents);
}
