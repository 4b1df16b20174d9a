using CtmsAnalytics.Salaries;

namespace CtmsAnalytics.Compensation;

/// <summary>Salary of one person for a work period, after its ceilings, and its parts. Annual rates in whole US dollars, amounts of the work period in cents.</summary>
/// <param name="StructureSalary">Annual rate under the structure that is paid.</param>
/// <param name="Salary">Annual rate with the supplement that is paid.</param>
/// <param name="Total">Salary of the work period.</param>
/// <param name="Structure">The part of <paramref name="Total"/> under the structure; the rest is the supplement.</param>
/// <param name="Unadjusted">The part under the structure without the recognition adjustments that are counted apart.</param>
/// <param name="CutByLimitation">What the subrange's limitation cuts from the work period's salary.</param>
/// <param name="CutByRange">What the salary range cuts from it.</param>
public readonly record struct WorkPeriodSalary(
    long StructureSalary,
    long Salary,
    long Total,
    long Structure,
    long Unadjusted,
    long CutByLimitation,
    long CutByRange)
{
    /// <summary>Computes the salary of a work period (158.610-622): supplement, ceilings in their legal order, hourly rate, hours.</summary>
    /// <param name="structureSalary">Annual rate under the structure before ceilings, whole US dollars.</param>
    /// <param name="adjusted">The part of it that recognition adjustments have added and that is counted apart, whole US dollars.</param>
    /// <param name="supplement">Supplement as a fraction of structure salary (158.612).</param>
    /// <param name="limitation">Salary limitation of the subrange, whole US dollars a year (158.611(d)).</param>
    /// <param name="limitationCoversSupplement">Whether the limitation counts the supplement.</param>
    /// <param name="rangeMaximum">Upper limit of the salary range that holds for the person, whole US dollars a year (158.613).</param>
    /// <param name="hours">Paid hours of the work period (158.705).</param>
    /// <param name="divisor">Hours that a year counts for (5 U.S.C. 5504(b)).</param>
    /// <returns>The salary and its parts.</returns>
    public static WorkPeriodSalary Of(
        long structureSalary, long adjusted, double supplement, long limitation, bool limitationCoversSupplement, long rangeMaximum, int hours, long divisor)
    {
        var asked = Supplement.SalaryWith(structureSalary, supplement);
        var paid = SalaryCeilings.Apply(structureSalary, asked, limitation, limitationCoversSupplement, rangeMaximum);
        var total = HourlyRate.WorkPeriodPay(paid.Salary, hours, divisor);
        var afterLimitation = HourlyRate.WorkPeriodPay(asked - paid.CutByLimitation, hours, divisor);
        return new WorkPeriodSalary(
            paid.StructureSalary,
            paid.Salary,
            total,
            HourlyRate.WorkPeriodPay(paid.StructureSalary, hours, divisor),
            HourlyRate.WorkPeriodPay(Math.Max(0, paid.StructureSalary - adjusted), hours, divisor),
            HourlyRate.WorkPeriodPay(asked, hours, divisor) - afterLimitation,
            afterLimitation - total);
    }
}
