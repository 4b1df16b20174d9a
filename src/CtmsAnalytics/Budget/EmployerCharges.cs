namespace CtmsAnalytics.Budget;

/// <summary>What the employer pays beside the compensation of one work period (158.653(a)). Cents.</summary>
/// <param name="Retirement">Agency retirement contribution.</param>
/// <param name="SavingsPlan">Agency contributions to the savings plan.</param>
/// <param name="SocialSecurity">Employer's Social Security tax.</param>
/// <param name="Medicare">Employer's Medicare tax.</param>
public readonly record struct EmployerCharges(long Retirement, long SavingsPlan, long SocialSecurity, long Medicare)
{
    /// <summary>Computes the charges of one payday.</summary>
    /// <param name="salary">Salary of the work period: the basic pay that retirement and savings plan are computed on, cents.</param>
    /// <param name="wages">Salary and additional compensation of the payday that are wages for Social Security, cents.</param>
    /// <param name="wagesBefore">Such wages paid earlier in the calendar year, cents.</param>
    /// <param name="wageBase">Social Security wage base of the calendar year, cents.</param>
    /// <param name="rates">Rates of the charges.</param>
    /// <returns>The charges.</returns>
    public static EmployerCharges Of(long salary, long wages, long wagesBefore, long wageBase, in EmployerRates rates) => new(
        EmployerCost.Contribution(salary, rates.Retirement),
        EmployerCost.Contribution(salary, rates.SavingsPlan),
        EmployerCost.SocialSecurity(wages, wagesBefore, wageBase, rates.SocialSecurity),
        EmployerCost.Contribution(wages, rates.Medicare));
}

/// <summary>Rates of what the employer pays beside compensation. Fractions of pay.</summary>
/// <param name="Retirement">Agency retirement contribution, of basic pay.</param>
/// <param name="SavingsPlan">Automatic and matching contributions to the savings plan, of basic pay.</param>
/// <param name="SocialSecurity">Employer's Social Security tax, of wages inside the wage base.</param>
/// <param name="Medicare">Employer's Medicare tax, of wages.</param>
public readonly record struct EmployerRates(double Retirement, double SavingsPlan, double SocialSecurity, double Medicare);
