using CtmsAnalytics.Deployment;
using CtmsAnalytics.Numerics;
using CtmsAnalytics.Rules;

namespace CtmsAnalytics.SpecialWorkingConditions;

/// <summary>Special working conditions payments (158.642).</summary>
public static class SwcPayment
{
    /// <summary>Nobody paid at or above EX-IV is eligible.</summary>
    public static readonly RuleReference SalaryLimit = new("special working conditions: salary at or above EX-IV", "158.642(e)(2)", "cut");

    /// <summary>No advisory appointee is eligible.</summary>
    public static readonly RuleReference Advisory = new("special working conditions: advisory appointee", "158.642(e)(3)", "cut");

    /// <summary>Name of the rate that the salary is compared with.</summary>
    public const string EligibilityRate = "EX-IV";

    /// <summary>Why a person is not eligible.</summary>
    /// <param name="salary">Annual rate with the supplement, whole US dollars.</param>
    /// <param name="eligibilityRate">Annual rate at which eligibility ends, whole US dollars.</param>
    /// <param name="appointment">Type of appointment.</param>
    /// <returns>The rule that excludes the person, or null for an eligible one.</returns>
    public static RuleReference? Excludes(long salary, long eligibilityRate, AppointmentType appointment) =>
        appointment == AppointmentType.Advisory ? Advisory : salary >= eligibilityRate ? SalaryLimit : null;

    /// <summary>The payment for a work period: cents, half up (158.642(c)).</summary>
    /// <param name="workPeriodPay">Salary computed for the work period, cents.</param>
    /// <param name="fraction">Payment as a fraction of it, at most the program maximum.</param>
    /// <returns>Cents.</returns>
    public static long Amount(long workPeriodPay, double fraction) => Rounding.HalfUp(fraction * workPeriodPay);
}
