using CtmsAnalytics.Projection;
using CtmsAnalytics.Scenarios;

namespace CtmsAnalytics.TalentAcquisition;

/// <summary>Turns the funnel of a scenario into the hiring terms that the engines read.</summary>
public static class FunnelTerms
{
    /// <summary>The scenario with the terms that its funnel brings. Acceptance is that of the initial salary at the start of the horizon, and stays what it is there.</summary>
    /// <param name="scenario">A validated scenario.</param>
    /// <param name="input">Parameters, wages and markets.</param>
    /// <returns>A scenario without a funnel and with hiring terms; the very object where there is no funnel.</returns>
    /// <exception cref="Parameters.ParameterException">A parameter is missing.</exception>
    public static Scenario Settle(Scenario scenario, ProjectionInput input)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var workforce = scenario.Workforce;
        if (workforce.Funnel is null) return scenario;
        var hiring = new Dictionary<string, HiringTerms>(workforce.Hiring, StringComparer.Ordinal);
        foreach (var level in At(scenario, input)) hiring[level.WorkLevel] = level.Terms(workforce.EntryPlaceInRange);
        return scenario with { Workforce = workforce with { Funnel = null, Hiring = hiring } };
    }

    /// <summary>The funnels of a scenario with the acceptance that its initial salaries bring.</summary>
    /// <param name="scenario">A validated scenario.</param>
    /// <param name="input">Parameters, wages and markets.</param>
    /// <returns>The funnels, in the order of the scenario; empty without a funnel.</returns>
    /// <exception cref="Parameters.ParameterException">A parameter is missing.</exception>
    public static IReadOnlyList<LevelFunnel> At(Scenario scenario, ProjectionInput input) =>
        [.. EntryPay.Of(scenario, input).Select(pay => scenario.Workforce.Funnel!.Of(pay.WorkLevel)!.At(pay.Ratio))];
}
