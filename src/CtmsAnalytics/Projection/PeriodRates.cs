using CtmsAnalytics.Deployment;
using CtmsAnalytics.Numerics;
using CtmsAnalytics.Parameters;
using CtmsAnalytics.Scenarios;

namespace CtmsAnalytics.Projection;

/// <summary>Rates of the calendar year in which a work period is paid. Cents.</summary>
internal sealed class PeriodRates
{
    public PeriodRates(int calendarYear, ParameterReader parameters, AggregateLimitPolicy limit)
    {
        CalendarYear = calendarYear;
        AggregateLimit = parameters.PayRate(limit.Rate, calendarYear) * 100;
        WageBase = Rounding.HalfUp(parameters.WageBase(calendarYear) * 100);
        HealthPremium = new Dictionary<HealthPlan, double>
        {
            [HealthPlan.None] = 0,
            [HealthPlan.SelfOnly] = parameters.HealthPremium("fehb_self_only", calendarYear),
            [HealthPlan.SelfPlusOne] = parameters.HealthPremium("fehb_self_plus_one", calendarYear),
            [HealthPlan.SelfAndFamily] = parameters.HealthPremium("fehb_self_and_family", calendarYear),
        };
    }

    public int CalendarYear { get; }

    /// <summary>Aggregate limit of the calendar year (158.604).</summary>
    public long AggregateLimit { get; }

    /// <summary>Social Security wage base.</summary>
    public long WageBase { get; }

    /// <summary>Government premium share of a work period by enrolment, US dollars.</summary>
    public IReadOnlyDictionary<HealthPlan, double> HealthPremium { get; }
}
