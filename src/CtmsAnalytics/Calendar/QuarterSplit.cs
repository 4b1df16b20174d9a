namespace CtmsAnalytics.Calendar;

/// <summary>The one or two fiscal quarters that a work period lies in.</summary>
/// <param name="FirstYear">Fiscal year of the first weekday.</param>
/// <param name="FirstQuarter">Quarter of the first weekday, 1 to 4.</param>
/// <param name="LastYear">Fiscal year of the last weekday.</param>
/// <param name="LastQuarter">Quarter of the last weekday, 1 to 4.</param>
/// <param name="Weekdays">Weekdays in the period.</param>
/// <param name="WeekdaysInFirst">Weekdays of it in the first quarter; the others lie in the last one.</param>
public sealed record QuarterSplit(int FirstYear, int FirstQuarter, int LastYear, int LastQuarter, int Weekdays, int WeekdaysInFirst)
{
    /// <summary>Splits an amount of the period between its quarters by weekdays; the odd cent goes to the earlier quarter. Quarters of two fiscal years get what <see cref="WorkPeriod.SplitByFiscalYear"/> gives the years.</summary>
    /// <param name="cents">Amount of the period, cents, 0 or more.</param>
    /// <returns>The part of the first quarter and the part of the last one, cents; they add up to the amount.</returns>
    public (long First, long Last) Split(long cents)
    {
        if (WeekdaysInFirst == Weekdays) return (cents, 0);
        var last = cents * (Weekdays - WeekdaysInFirst) / Weekdays;
        return (cents - last, last);
    }
}
