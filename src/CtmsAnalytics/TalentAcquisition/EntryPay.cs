using CtmsAnalytics.Calendar;
using CtmsAnalytics.Parameters;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Salaries;
using CtmsAnalytics.Scenarios;
using CtmsAnalytics.TalentMarket;

namespace CtmsAnalytics.TalentAcquisition;

/// <summary>
/// The initial salary of a hire beside the talent market, at the start of the horizon: structure salary without supplement against the national market target of the level. Both are without the
/// local part, because a supplement is there to make up for it (158.612).
/// </summary>
/// <param name="WorkLevel">Code of the work level.</param>
/// <param name="PlaceInRange">Where the salary stands in the subrange, 0 to 1.</param>
/// <param name="Salary">Initial structure salary, whole US dollars a year (158.620).</param>
/// <param name="MarketTarget">National market target of the level, US dollars a year (158.403).</param>
public sealed record EntryPay(string WorkLevel, double PlaceInRange, long Salary, double MarketTarget)
{
    /// <summary>Initial salary / market target.</summary>
    public double Ratio => Salary / MarketTarget;

    /// <summary>The initial salaries of the levels that a scenario's funnel has.</summary>
    /// <param name="scenario">A validated scenario with a funnel.</param>
    /// <param name="input">Parameters, wages and markets.</param>
    /// <returns>One entry for each level of the funnel, in its order; empty without a funnel.</returns>
    /// <exception cref="ParameterException">A parameter is missing.</exception>
    public static IReadOnlyList<EntryPay> Of(Scenario scenario, ProjectionInput input)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(input);
        if (scenario.Workforce.Funnel is not { } funnel) return [];
        var parameters = new ParameterReader(input.Parameters, scenario.Economy);
        var policies = new PolicyTimeline(scenario, parameters);
        var period = new PayCalendar(parameters).Periods(scenario.Horizon.Start, scenario.Horizon.FiscalYears)[0];
        var (policy, constants) = (policies.For(period), policies.Constants(period.FirstDay));
        var market = new MarketReference(input.Wages, input.Markets, scenario.Economy.MarketGrowth, (int)parameters.Constant("survey_reference_month"));
        return [.. funnel.Levels.Select(Level)];

        EntryPay Level(LevelFunnel level)
        {
            var subrange = policy.Subrange(level.WorkLevel, new StructureMember("", level.Track, ""));
            var place = level.EntryPlaceInRange ?? scenario.Workforce.EntryPlaceInRange;
            var salary = InitialSalary.Of(subrange.Minimum, subrange.Maximum, place, 0, 0, subrange.Limitation, constants.LimitationCoversSupplement, policy.StandardRange);
            return new EntryPay(level.WorkLevel, place, salary.StructureSalary, market.ForLevel(subrange.Subrange.Market, null, scenario.Horizon.Start).Target);
        }
    }
}
