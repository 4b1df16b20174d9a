using CtmsAnalytics.Deployment;
using CtmsAnalytics.Rules;

namespace CtmsAnalytics.Compensation;

/// <summary>Student loan repayments (158.641). The text of that section was not seen: the limits are those of 5 U.S.C. 5379, taken as the title 5 analogue.</summary>
public static class StudentLoanRepayment
{
    /// <summary>The limit of a calendar year.</summary>
    public static readonly RuleReference YearLimit = new("student loan repayment: calendar year", "158.641; 5 U.S.C. 5379(b)(2)(A)", "cut");

    /// <summary>The limit of all years together.</summary>
    public static readonly RuleReference LifetimeLimit = new("student loan repayment: all years", "158.641; 5 U.S.C. 5379(b)(2)(B)", "cut");

    /// <summary>People in confidential or policy positions, which advisory appointments are, are not eligible.</summary>
    public static readonly RuleReference Advisory = new("student loan repayment: advisory appointee", "158.641; 5 U.S.C. 5379(a)(2); 158.1001", "cut");

    /// <summary>Whether an appointment type is eligible.</summary>
    /// <param name="appointment">Type of appointment.</param>
    /// <returns>False for an advisory appointee.</returns>
    public static bool IsEligible(AppointmentType appointment) => appointment != AppointmentType.Advisory;

    /// <summary>What may be repaid.</summary>
    /// <param name="asked">Repayment asked for, cents, 0 or more.</param>
    /// <param name="paidInYear">Repayments earlier in the calendar year, cents.</param>
    /// <param name="paidInAll">Repayments of all earlier years and of this one, cents.</param>
    /// <param name="yearMaximum">Limit of a calendar year, cents.</param>
    /// <param name="lifetimeMaximum">Limit of all years, cents.</param>
    /// <returns>The repayment and what each limit cut.</returns>
    public static LoanRepayment Of(long asked, long paidInYear, long paidInAll, long yearMaximum, long lifetimeMaximum)
    {
        var inYear = Math.Clamp(yearMaximum - paidInYear, 0, asked);
        var paid = Math.Clamp(lifetimeMaximum - paidInAll, 0, inYear);
        return new LoanRepayment(paid, asked - inYear, inYear - paid);
    }
}

/// <summary>A student loan repayment after its limits. Cents.</summary>
/// <param name="Paid">What is repaid.</param>
/// <param name="CutByYear">What the limit of the calendar year cut.</param>
/// <param name="CutByLifetime">What the limit of all years cut.</param>
public readonly record struct LoanRepayment(long Paid, long CutByYear, long CutByLifetime);
