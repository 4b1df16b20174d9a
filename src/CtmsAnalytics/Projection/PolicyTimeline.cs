using CtmsAnalytics.Calendar;
using CtmsAnalytics.Parameters;
using CtmsAnalytics.Scenarios;

namespace CtmsAnalytics.Projection;

/// <summary>The policies of a scenario over its horizon, each compiled once for a calendar year.</summary>
internal sealed class PolicyTimeline(Scenario scenario, ParameterReader parameters)
{
    private readonly Dictionary<(PayPolicy Policy, int Year), PolicyYear> _compiled = new(SamePolicy.Instance);
    private readonly Dictionary<int, PayConstants> _constants = [];

    /// <summary>The policy in force for a work period: the latest one that has taken effect by its first day, with the rates of that day's calendar year.</summary>
    public PolicyYear For(WorkPeriod period)
    {
        var key = (scenario.PolicyOn(period.FirstDay), period.FirstDay.Year);
        if (!_compiled.TryGetValue(key, out var compiled))
            _compiled[key] = compiled = new PolicyYear(key.Item1, key.Year, scenario.Horizon.Start.Year, parameters);
        return compiled;
    }

    /// <summary>The parameters of the pay rules in the calendar year of a day.</summary>
    public PayConstants Constants(DateOnly day)
    {
        if (!_constants.TryGetValue(day.Year, out var constants)) _constants[day.Year] = constants = new PayConstants(parameters, scenario, day.Year);
        return constants;
    }

    /// <summary>Whether an annual review is held in a period: the first one that begins in the review month.</summary>
    public static bool IsReview(WorkPeriod period, WorkPeriod? previous, PolicyYear year) =>
        period.FirstDay.Month == year.Policy.Recognition.ReviewMonth && previous is not null && previous.FirstDay.Month != period.FirstDay.Month;

    /// <summary>Whether a work period is the first that begins in a fiscal year of the horizon: loans are repaid and training is bought then.</summary>
    public static bool OpensFiscalYear(PayCalendar calendar, Horizon horizon, WorkPeriod period, WorkPeriod? previous)
    {
        var year = calendar.FiscalYearOf(period.FirstDay);
        var first = calendar.FirstFiscalYear(horizon.Start);
        return year >= first && year < first + horizon.FiscalYears && (previous is null || calendar.FiscalYearOf(previous.FirstDay) != year);
    }

    /// <summary>Policies are told apart as objects: comparing their contents would cost more than compiling them.</summary>
    private sealed class SamePolicy : IEqualityComparer<(PayPolicy Policy, int Year)>
    {
        public static readonly SamePolicy Instance = new();

        public bool Equals((PayPolicy Policy, int Year) x, (PayPolicy Policy, int Year) y) => ReferenceEquals(x.Policy, y.Policy) && x.Year == y.Year;

        public int GetHashCode((PayPolicy Policy, int Year) obj) => HashCode.Combine(System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(obj.Policy), obj.Year);
    }
}
