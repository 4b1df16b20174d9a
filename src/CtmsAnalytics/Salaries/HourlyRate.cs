namespace CtmsAnalytics.Salaries;

/// <summary>Conversion of an annual rate for paying it (158.622(d)).</summary>
public static class HourlyRate
{
    /// <summary>Hourly rate: the annual rate divided by the divisor, half a cent up (5 U.S.C. 5504(b)).</summary>
    /// <param name="annualRate">Annual rate, whole US dollars, 0 or more.</param>
    /// <param name="divisor">Hours that a year counts for, a parameter.</param>
    /// <returns>Cents an hour.</returns>
    public static long FromAnnual(long annualRate, long divisor) => ((annualRate * 200) + divisor) / (2 * divisor);

    /// <summary>Salary for a work period: hours times the hourly rate (158.705).</summary>
    /// <param name="annualRate">Annual rate, whole US dollars, 0 or more.</param>
    /// <param name="hours">Regular hours of the work period.</param>
    /// <param name="divisor">Hours that a year counts for, a parameter.</param>
    /// <returns>Cents.</returns>
    public static long WorkPeriodPay(long annualRate, int hours, long divisor) => hours * FromAnnual(annualRate, divisor);
}
