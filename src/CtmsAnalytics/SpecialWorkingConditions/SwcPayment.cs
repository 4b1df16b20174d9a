using CtmsAnalytics.Deployment;
using CtmsAnalytics.Numerics;
using CtmsAnalytics.Rules;

namespace CtmsAnalytics.SpecialWorkingConditions;

/// <summary>Special working conditions payments (158.642). They are neither salary nor basic pay (158.642(h)) and lie inside the aggregate limit (158.642(g)).</summary>
public static class SwcPayment
{
    /// <summary>Nobody paid at or above EX-IV is eligible.</summary>
    public static readonly RuleReference SalaryLimit = new("special working conditions: salary at or above EX-IV", "158.642(e)(2)", "cut");

    /// <summary>No advisory appointee is eligible.</summary>
    public static readonly RuleReference Advisory = new("special working conditions: advisory appointee", "158.642(e)(3)", "cut");

    /// <summary>All programs together pay at most the maximum fraction of the salary computed for a work period.</summary>
    public static readonly RuleReference PeriodLimit = new("special working conditions: limit for the work period", "158.642(c)", "cut");

    /// <summary>A payment stands in the place of night, standby, hazardous duty, Sunday and holiday pay and of extended assignment incentives, none of which may be paid beside it.</summary>
    public static readonly RuleReference InLieu = new("special working conditions: in lieu of 5 U.S.C. 5545, 5546 and 5757", "158.642(j); 158.622(b)", "reported");

    /// <summary>Name of the rate that the salary is compared with.</summary>
    public const string EligibilityRate = "EX-IV";

    /// <summary>Why a person is not eligible.</summary>
    /// <param name="salary">Annual rate with the supplement, whole US dollars.</param>
    /// <param name="eligibilityRate">Annual rate at which eligibility ends, whole US dollars.</param>
    /// <param name="appointment">Type of appointment.</param>
    /// <returns>The rule that excludes the person, or null for an eligible one.</returns>
    public static RuleReference? Excludes(long salary, long eligibilityRate, AppointmentType appointment) =>
        appointment == AppointmentType.Advisory ? Advisory : salary >= eligibilityRate ? SalaryLimit : null;

    /// <summary>The payment for a work period as asked for: cents, half up (158.642(c)).</summary>
    /// <param name="workPeriodPay">Salary computed for the work period, cents.</param>
    /// <param name="fraction">Payment as a fraction of it, at most the program maximum.</param>
    /// <returns>Cents.</returns>
    public static long Amount(long workPeriodPay, double fraction) => Rounding.HalfUp(fraction * workPeriodPay);

    /// <summary>The most that may be paid on a salary: whole cents, rounded down, because the paragraph allows up to the maximum and not a cent more (158.642(c)).</summary>
    /// <param name="salary">Salary computed for a work period or a series of them, cents, 0 or more.</param>
    /// <param name="maximum">Highest payment as a fraction of that salary.</param>
    /// <returns>Cents.</returns>
    public static long Limit(long salary, double maximum) => Rounding.PartDown(salary, maximum);

    /// <summary>The payment for a work period after the limit of the paragraph.</summary>
    /// <param name="workPeriodPay">Salary computed for the work period, cents, 0 or more.</param>
    /// <param name="fraction">Payment as a fraction of it.</param>
    /// <param name="maximum">Highest payment as a fraction of it.</param>
    /// <returns>Cents.</returns>
    public static long ForPeriod(long workPeriodPay, double fraction, double maximum) =>
        Math.Min(Amount(workPeriodPay, Math.Min(fraction, maximum)), Limit(workPeriodPay, maximum));

    /// <summary>One payment for a series of work periods. The maximum holds for the series as a whole, so that the payment may lie in any of its periods (158.642(c)).</summary>
    /// <param name="salaries">Salary computed for each work period of the series, cents, 0 or more each.</param>
    /// <param name="fraction">Payment as a fraction of the series' salary.</param>
    /// <param name="maximum">Highest payment as a fraction of the series' salary.</param>
    /// <returns>Cents, half up and never above the maximum; 0 for an empty series.</returns>
    /// <remarks>Implementation note: computed in decimal on the total, so that neither the number of periods nor binary fractions move a cent.</remarks>
    public static long ForSeries(ReadOnlySpan<long> salaries, double fraction, double maximum)
    {
        long total = 0;
        foreach (var salary in salaries) total += salary;
        var asked = (long)decimal.Floor((total * (decimal)Math.Min(fraction, maximum)) + 0.5m);
        return Math.Min(asked, Limit(total, maximum));
    }

    /// <summary>What may be paid of an amount where other programs pay in the same work period already.</summary>
    /// <param name="asked">Payment that the further program asks for, cents.</param>
    /// <param name="already">Payments of other programs for the work period, cents.</param>
    /// <param name="workPeriodPay">Salary computed for the work period, cents.</param>
    /// <param name="maximum">Highest payment as a fraction of that salary, all programs together.</param>
    /// <returns>Cents; what is above is cut by <see cref="PeriodLimit"/>.</returns>
    public static long Beside(long asked, long already, long workPeriodPay, double maximum) =>
        Math.Clamp(Limit(workPeriodPay, maximum) - already, 0, asked);
}
