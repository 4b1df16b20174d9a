namespace CtmsAnalytics.PayHistory;

/// <summary>Where a person stands against the aggregate limit of a calendar year (158.604). Cents.</summary>
/// <param name="CalendarYear">Calendar year of the paydays.</param>
/// <param name="Limit">The limit.</param>
/// <param name="Salary">Salary paid, which the limit never cuts.</param>
/// <param name="Additional">Additional compensation inside the limit that was paid.</param>
/// <param name="Deferred">Additional compensation deferred to the next calendar year.</param>
/// <param name="Forfeited">Additional compensation forfeited.</param>
/// <param name="Released">Additional compensation deferred from the year before and paid in this one; part of <paramref name="Additional"/>.</param>
/// <param name="Outside">Compensation that is outside the limit, such as the nonforeign allowance.</param>
public sealed record LimitPosition(int CalendarYear, long Limit, long Salary, long Additional, long Deferred, long Forfeited, long Released, long Outside)
{
    /// <summary>Additional compensation of this year and earlier ones that waits for the first payday of the next calendar year, when the year ends.</summary>
    /// <value>Default 0.</value>
    public long Waiting { get; init; }

    /// <summary>What was left under the limit at the end of the year, never below zero.</summary>
    public long Headroom => Math.Max(0, Limit - Salary - Additional);
}
