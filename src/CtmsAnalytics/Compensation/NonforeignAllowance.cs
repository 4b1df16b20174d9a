using CtmsAnalytics.Rules;

namespace CtmsAnalytics.Compensation;

/// <summary>
/// Nonforeign area cost-of-living allowance (158.643; 5 U.S.C. 5941; 5 CFR part 591 subpart B). It is outside the aggregate limit (158.643(c)) and not salary
/// (158.643(d)), so that nothing else is computed on it.
/// </summary>
public static class NonforeignAllowance
{
    /// <summary>The allowance of the area in which the official worksite lies.</summary>
    public static readonly RuleReference Rule = new("nonforeign area allowance", "158.643", "granted");

    /// <summary>Name of the parameter series with the rate of an area, a fraction of basic pay.</summary>
    /// <param name="area">Allowance area (5 CFR 591.207).</param>
    /// <returns>The name.</returns>
    public static string Series(string area) => $"nonforeign_allowance:{area}";

    /// <summary>The allowance for a work period: cents, half up.</summary>
    /// <param name="workPeriodSalary">Salary paid for the work period, the supplement included, cents, 0 or more.</param>
    /// <param name="fraction">Rate of the area as a fraction of basic pay.</param>
    /// <returns>Cents.</returns>
    public static long Amount(long workPeriodSalary, double fraction) => (long)decimal.Floor((workPeriodSalary * (decimal)fraction) + 0.5m);
}
