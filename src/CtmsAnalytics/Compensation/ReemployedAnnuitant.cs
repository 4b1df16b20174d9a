using CtmsAnalytics.Deployment;
using CtmsAnalytics.Rules;
using CtmsAnalytics.Salaries;

namespace CtmsAnalytics.Compensation;

/// <summary>
/// Reemployed annuitants (158.523(a)(1), 158.653(b); 5 U.S.C. 8344 and 8468). The annuity goes on, and the amount allocable to the period of employment is deducted
/// from pay and deposited in the Retirement Fund: the person gets less, the Department pays the whole salary. A waiver ends the deduction.
/// </summary>
public static class ReemployedAnnuitant
{
    /// <summary>The deduction from the person's pay, which the Department deposits.</summary>
    public static readonly RuleReference Offset = new("reemployed annuitant: annuity deducted from pay", "158.653(b); 5 U.S.C. 8344(a); 5 U.S.C. 8468(a)", "reported");

    /// <summary>An appointment type other than renewable.</summary>
    public static readonly RuleReference NotRenewable = new("reemployed annuitant: appointment is not renewable", "158.523(a)(1)", "reported");

    /// <summary>Whether the appointment type is the one that an annuitant must have.</summary>
    /// <param name="appointment">Type of appointment.</param>
    /// <returns>True for a renewable one.</returns>
    public static bool IsAllowed(AppointmentType appointment) => appointment == AppointmentType.Renewable;

    /// <summary>Divides the salary of a work period between the person and the Fund.</summary>
    /// <param name="salary">Salary of the work period before the deduction, cents.</param>
    /// <param name="annuityPerYear">Annuity, whole US dollars a year, 0 or more.</param>
    /// <param name="hours">Paid hours of the work period; the annuity is allocated to them at its hourly rate, as pay is.</param>
    /// <param name="divisor">Hours that a year counts for (5 U.S.C. 5504(b)).</param>
    /// <param name="isWaived">Whether the deduction is waived (5 U.S.C. 8344(i), 8468(f); 5 CFR 553.203).</param>
    /// <returns>The parts; they add up to the salary.</returns>
    public static AnnuitantPay Of(long salary, long annuityPerYear, int hours, long divisor, bool isWaived)
    {
        var deducted = isWaived ? 0 : Math.Min(salary, HourlyRate.WorkPeriodPay(annuityPerYear, hours, divisor));
        return new AnnuitantPay(salary - deducted, deducted);
    }

    /// <summary>Pay on which the agency contributes to retirement and to the savings plan: pay before the deduction (5 CFR 837.302(a)), and none under a waiver, because such a person is no employee for those chapters.</summary>
    /// <param name="salary">Salary of the work period before the deduction, cents.</param>
    /// <param name="isWaived">Whether the deduction is waived.</param>
    /// <returns>Cents.</returns>
    public static long RetirementBase(long salary, bool isWaived) => isWaived ? 0 : salary;
}

/// <summary>Salary of a work period of a reemployed annuitant. Cents.</summary>
/// <param name="ToPerson">What the person is paid: the part that is wages for Social Security.</param>
/// <param name="ToFund">What the Department deposits in the Retirement Fund.</param>
public readonly record struct AnnuitantPay(long ToPerson, long ToFund);
