using CtmsAnalytics.Numerics;

namespace CtmsAnalytics.Budget;

/// <summary>What the employer pays beside compensation, for one person and work period (158.653(a)). Cents, half up.</summary>
public static class EmployerCost
{
    /// <summary>A contribution as a fraction of pay: retirement, savings plan, Medicare.</summary>
    /// <param name="pay">Pay that the contribution is computed on, cents.</param>
    /// <param name="rate">Fraction of pay.</param>
    /// <returns>Cents.</returns>
    public static long Contribution(long pay, double rate) => Rounding.HalfUp(pay * rate);

    /// <summary>Social Security tax on the part of wages that lies inside the wage base of the calendar year.</summary>
    /// <param name="wages">Wages of the payday, cents.</param>
    /// <param name="wagesBefore">Wages paid earlier in the calendar year, cents.</param>
    /// <param name="wageBase">Wage base of the calendar year, cents.</param>
    /// <param name="rate">Employer's rate, a fraction.</param>
    /// <returns>Cents.</returns>
    public static long SocialSecurity(long wages, long wagesBefore, long wageBase, double rate) =>
        Contribution(Math.Clamp(wageBase - wagesBefore, 0, wages), rate);

    /// <summary>Government share of basic life insurance: annual pay rounded up to a step, plus an addition, at a rate for each step (5 U.S.C. 8704(a)).</summary>
    /// <param name="salary">Annual rate, whole US dollars.</param>
    /// <param name="step">Step that pay is rounded up to, US dollars.</param>
    /// <param name="addition">Amount added, US dollars.</param>
    /// <param name="ratePerStep">Government premium for a work period and step of insurance, US dollars.</param>
    /// <returns>Cents for a work period.</returns>
    public static long LifeInsurance(long salary, long step, long addition, double ratePerStep)
    {
        var insurance = ((salary + step - 1) / step * step) + addition;
        return Rounding.HalfUp(insurance / (double)step * ratePerStep * 100);
    }
}
