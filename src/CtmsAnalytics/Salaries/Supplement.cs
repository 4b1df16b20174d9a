using CtmsAnalytics.Numerics;

namespace CtmsAnalytics.Salaries;

/// <summary>Local cybersecurity talent market supplement (158.612).</summary>
public static class Supplement
{
    /// <summary>Salary with the supplement of the official worksite's market: structure salary + supplement, the supplement in whole dollars, half up.</summary>
    /// <param name="structureSalary">Annual rate under the structure, whole US dollars.</param>
    /// <param name="fraction">Supplement as a fraction of structure salary, 0 or more, counted in billionths.</param>
    /// <returns>Annual rate, whole US dollars.</returns>
    public static long SalaryWith(long structureSalary, double fraction) => structureSalary + Rounding.Part(structureSalary, fraction);
}
