using CtmsAnalytics.Projection;

namespace CtmsAnalytics.Simulation.Engine;

/// <summary>Rates of the calendar year in which work periods are paid. Cents; limits that follow a drawn pay raise are kept for each draw.</summary>
internal sealed class PayYear
{
    /// <summary>Calendar year.</summary>
    public required int Year { get; init; }

    /// <summary>Row of the aggregate limit among the drawn rates, whole US dollars.</summary>
    public required int LimitRow { get; init; }

    /// <summary>Social Security wage base.</summary>
    public required double WageBase { get; init; }

    /// <summary>Government premium share of a work period by health plan.</summary>
    public required double[] HealthPremium { get; init; }

    /// <summary>The rates as the scalar rules read them.</summary>
    public required PeriodRates Rates { get; init; }
}
