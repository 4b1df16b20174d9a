using CtmsAnalytics.Salaries;

namespace CtmsAnalytics.PayHistory;

/// <summary>A person's salary from a date on, and how it is built. Annual rates, whole US dollars.</summary>
/// <param name="Date">First day of the work period from which it holds.</param>
/// <param name="Reason">What changed.</param>
/// <param name="Paragraph">Paragraph that the change rests on.</param>
/// <param name="WorkLevel">Code of the work level.</param>
/// <param name="Market">Code of the local market of the official worksite.</param>
/// <param name="Minimum">Minimum of the subrange.</param>
/// <param name="Maximum">Maximum of the subrange.</param>
/// <param name="StructureSalary">Salary under the structure, after ceilings.</param>
/// <param name="Supplement">Supplement, after ceilings.</param>
/// <param name="SupplementFraction">Supplement of the market as a fraction of structure salary, before ceilings.</param>
/// <param name="Limitation">Salary limitation of the subrange; at most the upper limit of the range.</param>
/// <param name="RangeMaximum">Upper limit of the salary range that holds for the person.</param>
/// <param name="Cut">What the ceilings cut.</param>
public sealed record SalaryStep(
    DateOnly Date,
    string Reason,
    string Paragraph,
    string WorkLevel,
    string Market,
    long Minimum,
    long Maximum,
    long StructureSalary,
    long Supplement,
    double SupplementFraction,
    long Limitation,
    long RangeMaximum,
    long Cut)
{
    /// <summary>Salary: structure salary and supplement.</summary>
    public long Salary => StructureSalary + Supplement;

    /// <summary>Place in the subrange: 0 at the minimum, 1 at the maximum.</summary>
    public double RangePenetration => RangePlace.Penetration(StructureSalary, Minimum, Maximum);
}
