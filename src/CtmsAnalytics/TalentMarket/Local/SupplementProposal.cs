using CtmsAnalytics.Calendar;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Parameters;
using CtmsAnalytics.Scenarios;

namespace CtmsAnalytics.TalentMarket.Local;

/// <summary>A scenario with other supplements from a date on, and nothing else changed.</summary>
public static class SupplementProposal
{
    /// <summary>The first work period that begins in the second fiscal year of a horizon, or where there is no second its first.</summary>
    /// <param name="horizon">The horizon.</param>
    /// <param name="parameters">The parameters of the pay calendar.</param>
    /// <returns>First day of the work period.</returns>
    public static DateOnly DefaultDate(Horizon horizon, ParameterReader parameters)
    {
        ArgumentNullException.ThrowIfNull(horizon);
        var calendar = new PayCalendar(parameters);
        var second = calendar.FirstDayOf(calendar.FirstFiscalYear(horizon.Start) + 1, 1);
        return horizon.FiscalYears == 1 ? horizon.Start : calendar.Periods(horizon.Start, horizon.FiscalYears).First(p => p.FirstDay >= second).FirstDay;
    }

    /// <summary>Checks that a date lies in the horizon.</summary>
    /// <param name="horizon">The horizon.</param>
    /// <param name="date">First day of the proposal.</param>
    /// <param name="parameters">The parameters of the pay calendar.</param>
    /// <exception cref="InputException">It lies outside.</exception>
    public static void Check(Horizon horizon, DateOnly date, ParameterReader parameters)
    {
        ArgumentNullException.ThrowIfNull(horizon);
        var calendar = new PayCalendar(parameters);
        var end = calendar.LastDayOf(calendar.FirstFiscalYear(horizon.Start) + horizon.FiscalYears - 1);
        if (date < horizon.Start || date > end)
            throw new InputException(FormattableString.Invariant($"--effective {date:yyyy-MM-dd} lies outside the scenario's horizon, which goes from {horizon.Start:yyyy-MM-dd} to {end:yyyy-MM-dd}. Name a day inside it."));
    }

    /// <summary>The scenario with the proposal: from its date on every later policy has its supplements.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="supplements">Proposed supplements by market, those without one at 0.</param>
    /// <param name="effective">First day of the proposal.</param>
    /// <param name="name">Name of the new scenario.</param>
    /// <returns>The scenario.</returns>
    public static Scenario Apply(Scenario scenario, IReadOnlyDictionary<string, double> supplements, DateOnly effective, string name)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        IEnumerable<DatedPolicy> policies = scenario.Policies;
        if (scenario.Policies.All(p => p.Effective != effective)) policies = policies.Append(new DatedPolicy(effective, scenario.PolicyOn(effective)));
        return scenario with
        {
            Name = name,
            Policies = [.. policies.OrderBy(p => p.Effective).Select(p => p.Effective < effective ? p : p with { Policy = p.Policy with { Supplements = supplements } })],
        };
    }

    /// <summary>The days on which a file that extends the scenario must set the supplements: the first day, and those of later policies that would set others again.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="effective">First day of the proposal.</param>
    /// <returns>The days, ascending.</returns>
    public static IReadOnlyList<DateOnly> Dates(Scenario scenario, DateOnly effective)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var policies = scenario.Policies;
        return [effective, .. Enumerable.Range(1, policies.Count - 1).Where(i => policies[i].Effective > effective && Differ(policies[i - 1].Policy.Supplements, policies[i].Policy.Supplements)).Select(i => policies[i].Effective)];
    }

    private static bool Differ(IReadOnlyDictionary<string, double> a, IReadOnlyDictionary<string, double> b) => a.Keys.Concat(b.Keys).Any(k => a.GetValueOrDefault(k) != b.GetValueOrDefault(k));
}
