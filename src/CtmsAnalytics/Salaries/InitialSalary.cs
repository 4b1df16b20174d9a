using CtmsAnalytics.Numerics;
using CtmsAnalytics.Rules;

namespace CtmsAnalytics.Salaries;

/// <summary>Setting a salary within a subrange at selection (158.620).</summary>
public static class InitialSalary
{
    /// <summary>What an initial salary lacks of the salary that was considered, because its subrange or a ceiling ends below it.</summary>
    public static readonly RuleReference WithinSubrange = new("initial salary within the subrange", "158.620(a)", "cut");

    /// <summary>
    /// The salary at a place in the range, raised where that is wished to meet a prior salary or a market rate. What is considered is a whole salary, so the supplement counts
    /// toward it. It never lowers the salary, and may be left out of account (158.620(b)).
    /// </summary>
    /// <param name="minimum">Minimum of the subrange, whole US dollars a year.</param>
    /// <param name="maximum">Maximum of the subrange, whole US dollars a year, at least the minimum.</param>
    /// <param name="placeInRange">Place in the range that qualifications and anticipated mission impact warrant, 0 at the minimum to 1 at the maximum (158.620(a)).</param>
    /// <param name="considered">Prior salary or market rate that the salary is to meet, whole US dollars a year; 0 for none.</param>
    /// <param name="supplement">Supplement as a fraction of structure salary, 0 or more (158.620(c), 158.612).</param>
    /// <param name="limitation">Salary limitation that holds for the person, whole US dollars a year.</param>
    /// <param name="limitationCoversSupplement">Whether the limitation counts the supplement.</param>
    /// <param name="rangeMaximum">Upper limit of the salary range that holds for the person, whole US dollars a year (158.613).</param>
    /// <returns>The salary.</returns>
    public static SetSalary Of(
        long minimum,
        long maximum,
        double placeInRange,
        long considered,
        double supplement,
        long limitation,
        bool limitationCoversSupplement,
        long rangeMaximum)
    {
        var placed = minimum + Rounding.Part(maximum - minimum, placeInRange);
        var structure = Math.Clamp(Math.Max(placed, Meeting(considered, supplement)), minimum, maximum);
        var paid = SalaryCeilings.Apply(structure, Supplement.SalaryWith(structure, supplement), limitation, limitationCoversSupplement, rangeMaximum);
        return new SetSalary(paid.StructureSalary, paid.Salary, Math.Max(0, considered - paid.Salary));
    }

    /// <summary>The lowest structure salary that comes to a salary with its supplement.</summary>
    private static long Meeting(long salary, double supplement)
    {
        var structure = (long)(salary / (1 + supplement));
        while (Supplement.SalaryWith(structure, supplement) >= salary) structure--;
        while (Supplement.SalaryWith(structure, supplement) < salary) structure++;
        return structure;
    }
}

/// <summary>An initial salary. Whole US dollars a year.</summary>
/// <param name="StructureSalary">Annual rate under the structure, inside the subrange and the ceilings.</param>
/// <param name="Salary">Annual rate with the supplement.</param>
/// <param name="Shortfall">What the salary lacks of the one that was considered.</param>
public readonly record struct SetSalary(long StructureSalary, long Salary, long Shortfall);
