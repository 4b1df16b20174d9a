using CtmsAnalytics.Projection;
using CtmsAnalytics.Scenarios;

namespace CtmsAnalytics.Simulation;

/// <summary>Simulates scenarios on paired draws: the same luck in every scenario.</summary>
public sealed class Simulator
{
    /// <summary>Prepares a simulation.</summary>
    /// <param name="scenarios">Validated scenarios with the same horizon, one or more, the baseline first.</param>
    /// <param name="input">Roster, parameters, wages and markets; the roster has at least one person.</param>
    /// <param name="options">How it runs.</param>
    /// <exception cref="Diagnostics.InputException">The roster is empty, the horizons differ, or roster and scenario do not fit together.</exception>
    public Simulator(IReadOnlyList<Scenario> scenarios, ProjectionInput input, SimulationOptions options) => throw new NotImplementedException($"{scenarios} {input} {options}");

    /// <summary>What the rows of the results mean.</summary>
    public SimulationLayout Layout => throw new NotImplementedException(ToString());
}
