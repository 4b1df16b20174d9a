using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Scenarios;

namespace CtmsAnalytics.Simulation.Replays;

/// <summary>Replays one person in one draw of a simulation through the scalar rules, with a full trace.</summary>
public static class Replay
{
    /// <summary>Replays a person. The whole organisation is followed, because the pools of its reviews couple people.</summary>
    /// <param name="scenarios">The scenarios of the simulation, the baseline first: programs are told apart by the names in all of them.</param>
    /// <param name="scenario">Index of the scenario to replay.</param>
    /// <param name="input">Roster, parameters, wages and markets of the simulation.</param>
    /// <param name="options">Seed and held sources of the simulation.</param>
    /// <param name="personId">Identifier of a person of the roster, or of a position that the hiring plan opens.</param>
    /// <param name="draw">Number of the draw, 0 or more.</param>
    /// <param name="cancellationToken">Stops between two work periods.</param>
    /// <returns>Everybody who holds the person's position in the draw.</returns>
    /// <exception cref="InputException">The roster has no such person, or roster and scenario do not fit together.</exception>
    /// <exception cref="Parameters.ParameterException">A parameter is missing.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static PersonReplay Of(
        IReadOnlyList<Scenario> scenarios,
        int scenario,
        ProjectionInput input,
        SimulationOptions options,
        string personId,
        int draw,
        CancellationToken cancellationToken = default)
    {
        var (of, position) = Prepare(scenarios, scenario, input, options, personId, draw);
        var organisation = OrganisationReplay.Of(of, position.Agency, position.Organisation, cancellationToken);
        return new PersonReplay(of, organisation.Positions.First(p => p.Id == personId), organisation.Pools, options.Seed);
    }

    /// <summary>Replays a person with the pools of the draw's reviews, which are known.</summary>
    /// <param name="scenarios">The scenarios of the simulation, the baseline first.</param>
    /// <param name="scenario">Index of the scenario to replay.</param>
    /// <param name="input">Roster, parameters, wages and markets of the simulation.</param>
    /// <param name="options">Seed and held sources of the simulation.</param>
    /// <param name="personId">Identifier of a person of the roster, or of a position that the hiring plan opens.</param>
    /// <param name="draw">Number of the draw, 0 or more.</param>
    /// <param name="pools">Pools of the draw's reviews, of the person's organisation at least.</param>
    /// <param name="cancellationToken">Stops between two work periods.</param>
    /// <returns>Everybody who holds the person's position in the draw.</returns>
    /// <exception cref="InputException">The roster has no such person, or roster and scenario do not fit together.</exception>
    /// <exception cref="Parameters.ParameterException">A parameter is missing.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static PersonReplay Of(
        IReadOnlyList<Scenario> scenarios,
        int scenario,
        ProjectionInput input,
        SimulationOptions options,
        string personId,
        int draw,
        IReadOnlyList<ReviewPool> pools,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(pools);
        var (of, position) = Prepare(scenarios, scenario, input, options, personId, draw);
        var own = pools.Where(p => p.Agency == position.Agency && p.Organisation == position.Organisation).ToList();
        var replay = new PositionReplay(of, position, own);
        replay.Run(cancellationToken);
        return new PersonReplay(of, replay, own, options.Seed);
    }

    private static (ScenarioDraw Draw, Position Position) Prepare(
        IReadOnlyList<Scenario> scenarios, int scenario, ProjectionInput input, SimulationOptions options, string personId, int draw)
    {
        ArgumentNullException.ThrowIfNull(scenarios);
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfNegative(draw);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)scenario, (uint)scenarios.Count);
        foreach (var other in scenarios) scenarios[0].RequireSameHorizon(other);
        var of = new ScenarioDraw(scenarios, scenario, input, options, (uint)draw);
        var position = of.Positions.FirstOrDefault(p => p.Id == personId)
            ?? throw new InputException($"The roster has no person '{personId}'; people in it: {input.Roster.Count}.");
        return (of, position);
    }
}
