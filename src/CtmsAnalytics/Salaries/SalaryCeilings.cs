using CtmsAnalytics.Rules;

namespace CtmsAnalytics.Salaries;

/// <summary>The ceilings of a salary in their legal order: the subrange's limitation (158.611(d)), then the salary range (158.613).</summary>
public static class SalaryCeilings
{
    /// <summary>Salary limitation of the subrange.</summary>
    public static readonly RuleReference Limitation = new("salary limitation of the subrange", "158.611(d); 158.614", "cut");

    /// <summary>Upper limit of the standard salary range.</summary>
    public static readonly RuleReference StandardRange = new("standard salary range", "158.613(b)", "cut");

    /// <summary>Applies the ceilings. What they cut comes from the supplement first and then from the structure salary.</summary>
    /// <param name="structureSalary">Annual rate under the structure, whole US dollars.</param>
    /// <param name="salary">Annual rate with the supplement, whole US dollars.</param>
    /// <param name="limitation">Salary limitation of the subrange, whole US dollars a year.</param>
    /// <param name="limitationCoversSupplement">Whether the limitation counts the supplement; if not, it holds for the structure salary alone.</param>
    /// <param name="standardRange">Upper limit of the standard range, whole US dollars a year.</param>
    /// <returns>The salary that may be paid and what each ceiling cut.</returns>
    public static CappedSalary Apply(long structureSalary, long salary, long limitation, bool limitationCoversSupplement, long standardRange)
    {
        var supplement = salary - structureSalary;
        var limited = limitationCoversSupplement ? Math.Min(salary, limitation) : Math.Min(structureSalary, limitation) + supplement;
        var ranged = Math.Min(limited, standardRange);
        var structure = limitationCoversSupplement ? Math.Min(structureSalary, ranged) : Math.Min(Math.Min(structureSalary, limitation), ranged);
        return new CappedSalary(structure, ranged, salary - limited, limited - ranged);
    }
}

/// <summary>A salary after its ceilings. Whole US dollars a year.</summary>
/// <param name="StructureSalary">Annual rate under the structure.</param>
/// <param name="Salary">Annual rate with the supplement.</param>
/// <param name="CutByLimitation">What the subrange's limitation cut.</param>
/// <param name="CutByRange">What the standard range cut.</param>
public readonly record struct CappedSalary(long StructureSalary, long Salary, long CutByLimitation, long CutByRange);
