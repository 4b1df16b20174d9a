using CtmsAnalytics.Numerics;
using CtmsAnalytics.Rules;

namespace CtmsAnalytics.Salaries;

/// <summary>Local cybersecurity talent market supplement (158.612).</summary>
public static class Supplement
{
    /// <summary>A supplement that starts, changes or ends.</summary>
    public static readonly RuleReference Changed = new("change of the local supplement", "158.612; 158.621(a)", "reported");

    /// <summary>Salary with the supplement of the official worksite's market: structure salary + supplement, the supplement in whole dollars, half up.</summary>
    /// <param name="structureSalary">Annual rate under the structure, whole US dollars.</param>
    /// <param name="fraction">Supplement as a fraction of structure salary, 0 or more, counted in billionths.</param>
    /// <returns>Annual rate, whole US dollars.</returns>
    public static long SalaryWith(long structureSalary, double fraction) => structureSalary + Rounding.Part(structureSalary, fraction);
}
