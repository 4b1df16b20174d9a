using CtmsAnalytics.Rules;

namespace CtmsAnalytics.AggregateLimit;

/// <summary>The calendar-year limit on compensation (158.604). It never cuts salary itself; the nonforeign allowance is outside it (158.643(c)).</summary>
public static class Headroom
{
    /// <summary>Excess that is paid in the next calendar year.</summary>
    public static readonly RuleReference Deferral = new("aggregate compensation limit", "158.604", "deferred");

    /// <summary>Excess that is not paid.</summary>
    public static readonly RuleReference Forfeiture = new("aggregate compensation limit", "158.604", "forfeited");

    /// <summary>Salary alone passes the limit, which never cuts it; nothing is left for additional compensation.</summary>
    public static readonly RuleReference ReachedBySalary = new("aggregate compensation limit passed by salary alone", "158.604", "reported");

    /// <summary>The part of a work period's salary that lies above the limit: it is paid all the same.</summary>
    /// <param name="limit">The limit of the calendar year, cents.</param>
    /// <param name="salaryPaid">Salary paid earlier in the calendar year, cents.</param>
    /// <param name="workPeriodPay">Salary of the work period, cents.</param>
    /// <returns>Cents, 0 to the salary of the work period.</returns>
    public static long SalaryAbove(long limit, long salaryPaid, long workPeriodPay) => Math.Clamp(salaryPaid + workPeriodPay - limit, 0, workPeriodPay);

    /// <summary>What may still be paid beside salary in the calendar year, never below zero.</summary>
    /// <param name="limit">The limit of the calendar year, cents.</param>
    /// <param name="salaryPaid">Salary paid so far in the calendar year, cents.</param>
    /// <param name="workPeriodPay">Salary of a work period at the current rate, cents.</param>
    /// <param name="paydaysLeft">Paydays to the end of the calendar year, the present one included.</param>
    /// <param name="additionalPaid">Additional compensation paid so far in the calendar year, cents.</param>
    /// <returns>Cents.</returns>
    public static long Of(long limit, long salaryPaid, long workPeriodPay, int paydaysLeft, long additionalPaid) =>
        Math.Max(0, limit - salaryPaid - (workPeriodPay * paydaysLeft) - additionalPaid);
}
