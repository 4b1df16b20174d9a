namespace CtmsAnalytics.Calendar;

/// <summary>One work period of the pay calendar (158.705): 14 days from a Sunday to a Saturday, also the biweekly pay period.</summary>
/// <param name="Number">Number of the period, counted from the one that began on the calendar's epoch.</param>
/// <param name="FirstDay">Its first day.</param>
/// <param name="LastDay">Its last day.</param>
/// <param name="Payday">The day on which it is paid.</param>
/// <param name="FirstFiscalYear">Fiscal year of its first weekday.</param>
/// <param name="Weekdays">Weekdays in it.</param>
/// <param name="WeekdaysInFirstFiscalYear">Weekdays of it that lie in <paramref name="FirstFiscalYear"/>; the others lie in the next one.</param>
/// <param name="CalendarYear">Calendar year of the payday: the year of the aggregate limit and of the Social Security base.</param>
/// <param name="PaydaysLeft">Paydays from this one to the end of the calendar year, this one included.</param>
public sealed record WorkPeriod(
    int Number,
    DateOnly FirstDay,
    DateOnly LastDay,
    DateOnly Payday,
    int FirstFiscalYear,
    int Weekdays,
    int WeekdaysInFirstFiscalYear,
    int CalendarYear,
    int PaydaysLeft)
{
    /// <summary>Splits an amount of this period between its fiscal years by weekdays; the odd cent goes to the earlier year.</summary>
    /// <param name="cents">Amount of the period, cents, 0 or more.</param>
    /// <returns>The part of the first fiscal year and the part of the next one, cents; they add up to the amount.</returns>
    public (long First, long Next) SplitByFiscalYear(long cents)
    {
        if (WeekdaysInFirstFiscalYear == Weekdays) return (cents, 0);
        var next = cents * (Weekdays - WeekdaysInFirstFiscalYear) / Weekdays;
        return (cents - next, next);
    }
}
