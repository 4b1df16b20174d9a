using System.Globalization;
using CtmsAnalytics.Parameters;

namespace CtmsAnalytics.Calendar;

/// <summary>The pay calendar: work periods, paydays and fiscal years.</summary>
public sealed class PayCalendar
{
    /// <summary>Quarters of a fiscal year.</summary>
    public const int Quarters = 4;

    private const int MonthsInQuarter = 3;
    private readonly DateOnly _epoch;
    private readonly int _days;
    private readonly int _lag;
    private readonly double _hoursPerDay;
    private readonly int _fiscalMonth;
    private readonly int _yearsAhead;

    /// <summary>Creates the calendar from its parameters: epoch, length of a work period, payday lag, hours in a day, beginning of the fiscal year.</summary>
    /// <param name="parameters">Parameters <c>work_period_epoch</c>, <c>work_period_days</c>, <c>payday_lag_days</c>, <c>hours_per_day</c> and <c>fiscal_year_first_month</c>.</param>
    /// <exception cref="ParameterException">A parameter is missing, the epoch is not a date, or the fiscal year begins in no month.</exception>
    public PayCalendar(ParameterReader parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var text = parameters.Constant("work_period_epoch").ToString("00000000", CultureInfo.InvariantCulture);
        if (!DateOnly.TryParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _epoch))
            throw new ParameterException($"Parameter 'work_period_epoch' is {text}, which is not a date. Write it as yyyymmdd.");
        _days = (int)parameters.Constant("work_period_days");
        _lag = (int)parameters.Constant("payday_lag_days");
        _hoursPerDay = parameters.Constant("hours_per_day");
        var month = parameters.Constant("fiscal_year_first_month");
        _fiscalMonth = (int)month;
        _yearsAhead = _fiscalMonth > DateOnly.MinValue.Month ? 1 : 0;
        if (_fiscalMonth != month || _fiscalMonth < DateOnly.MinValue.Month || _fiscalMonth > DateOnly.MaxValue.Month)
            throw new ParameterException(string.Create(CultureInfo.InvariantCulture, $"Parameter 'fiscal_year_first_month' is {month}, which is no month. Give a whole number from {DateOnly.MinValue.Month} to {DateOnly.MaxValue.Month}."));
    }

    /// <summary>First day of the work period from which periods are numbered.</summary>
    public DateOnly Epoch => _epoch;

    /// <summary>Days in a work period (158.705).</summary>
    public int PeriodDays => _days;

    /// <summary>Fiscal year of a day, named by the year in which it ends: from 1 October to 30 September (31 U.S.C. 1102).</summary>
    /// <param name="day">A day.</param>
    /// <returns>The fiscal year.</returns>
    public int FiscalYearOf(DateOnly day) => day.Year + (day.Month >= _fiscalMonth ? _yearsAhead : 0);

    /// <summary>The last day of a fiscal year: the day before the first one of the next, 30 September.</summary>
    /// <param name="fiscalYear">Fiscal year.</param>
    /// <returns>The day.</returns>
    public DateOnly LastDayOf(int fiscalYear) => new DateOnly(fiscalYear + 1 - _yearsAhead, _fiscalMonth, 1).AddDays(-1);

    /// <summary>The first day of a quarter of a fiscal year.</summary>
    /// <param name="fiscalYear">Fiscal year.</param>
    /// <param name="quarter">Quarter, 1 to 4; 5 gives the first day of the next fiscal year.</param>
    /// <returns>The day.</returns>
    public DateOnly FirstDayOf(int fiscalYear, int quarter) => LastDayOf(fiscalYear - 1).AddDays(1).AddMonths(MonthsInQuarter * (quarter - 1));

    /// <summary>Calendar days of the quarters of a fiscal year.</summary>
    /// <param name="fiscalYear">Fiscal year.</param>
    /// <returns>Days, one entry for each quarter.</returns>
    public IReadOnlyList<int> QuarterDays(int fiscalYear) =>
        [.. Enumerable.Range(1, Quarters).Select(q => FirstDayOf(fiscalYear, q + 1).DayNumber - FirstDayOf(fiscalYear, q).DayNumber)];

    /// <summary>The quarter of its fiscal year that a day lies in.</summary>
    /// <param name="day">A day.</param>
    /// <returns>1 to 4.</returns>
    public int QuarterOf(DateOnly day)
    {
        var year = FiscalYearOf(day);
        return Enumerable.Range(1, Quarters).Last(q => FirstDayOf(year, q) <= day);
    }

    /// <summary>The quarters that the weekdays of a work period lie in: costs belong to quarters by weekdays, as they do to fiscal years.</summary>
    /// <param name="period">A work period.</param>
    /// <returns>The quarter of its first weekday, that of its last one, and how many of its weekdays lie in the first.</returns>
    public QuarterSplit SplitByQuarter(WorkPeriod period)
    {
        ArgumentNullException.ThrowIfNull(period);
        var weekdays = Days(period.FirstDay).Where(IsWeekday).ToArray();
        var (first, last) = (QuarterOf(weekdays[0]), QuarterOf(weekdays[^1]));
        return new QuarterSplit(FiscalYearOf(weekdays[0]), first, FiscalYearOf(weekdays[^1]), last, weekdays.Length, weekdays.Count(d => QuarterOf(d) == first));
    }

    /// <summary>Whether a work period begins on a day.</summary>
    /// <param name="day">A day.</param>
    /// <returns>True when the day is the first of a work period.</returns>
    public bool BeginsPeriod(DateOnly day) => (day.DayNumber - _epoch.DayNumber) % _days == 0;

    /// <summary>The beginning of the work period that a day lies in.</summary>
    /// <param name="day">A day.</param>
    /// <returns>The first day of its work period.</returns>
    public DateOnly PeriodStartOnOrBefore(DateOnly day)
    {
        var offset = (day.DayNumber - _epoch.DayNumber) % _days;
        return day.AddDays(-(offset < 0 ? offset + _days : offset));
    }

    /// <summary>The work periods from a first one to the last that begins in the last fiscal year.</summary>
    /// <param name="start">First day of the first work period.</param>
    /// <param name="fiscalYears">Number of fiscal years, 1 or more; the first is the fiscal year of the first period's last weekday.</param>
    /// <returns>The periods in order.</returns>
    /// <exception cref="ArgumentException">No work period begins on <paramref name="start"/>.</exception>
    public IReadOnlyList<WorkPeriod> Periods(DateOnly start, int fiscalYears)
    {
        if (!BeginsPeriod(start))
            throw new ArgumentException($"No work period begins on {start:yyyy-MM-dd}. The nearest that does begins on {PeriodStartOnOrBefore(start):yyyy-MM-dd}.", nameof(start));
        ArgumentOutOfRangeException.ThrowIfLessThan(fiscalYears, 1);
        var end = LastDayOf(FirstFiscalYear(start) + fiscalYears - 1);
        var periods = new List<WorkPeriod>();
        for (var day = start; day <= end; day = day.AddDays(_days)) periods.Add(PeriodAt(day));
        return periods;
    }

    /// <summary>The first fiscal year of a horizon that begins with a work period: the fiscal year of that period's last weekday.</summary>
    /// <param name="start">First day of the first work period.</param>
    /// <returns>The fiscal year.</returns>
    public int FirstFiscalYear(DateOnly start) => Days(start).Where(IsWeekday).Select(FiscalYearOf).Last();

    /// <summary>Paydays of the same calendar year that come before a work period's own.</summary>
    /// <param name="period">A work period.</param>
    /// <returns>The number of earlier paydays in that calendar year.</returns>
    public int PaydaysBefore(WorkPeriod period)
    {
        ArgumentNullException.ThrowIfNull(period);
        var count = 0;
        for (var payday = period.Payday.AddDays(-_days); payday.Year == period.CalendarYear; payday = payday.AddDays(-_days)) count++;
        return count;
    }

    /// <summary>Compensable hours of a fiscal year: its weekdays times the hours of a day.</summary>
    /// <param name="fiscalYear">Fiscal year.</param>
    /// <returns>Hours.</returns>
    public double CompensableHours(int fiscalYear)
    {
        var weekdays = 0;
        for (var day = LastDayOf(fiscalYear - 1).AddDays(1); day <= LastDayOf(fiscalYear); day = day.AddDays(1))
        {
            if (IsWeekday(day)) weekdays++;
        }

        return weekdays * _hoursPerDay;
    }

    private static bool IsWeekday(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    private WorkPeriod PeriodAt(DateOnly first)
    {
        var weekdays = Days(first).Where(IsWeekday).Select(FiscalYearOf).ToArray();
        var last = first.AddDays(_days - 1);
        var payday = last.AddDays(_lag);
        var left = 0;
        for (var p = payday; p.Year == payday.Year; p = p.AddDays(_days)) left++;
        return new WorkPeriod(
            (first.DayNumber - _epoch.DayNumber) / _days, first, last, payday, weekdays[0], weekdays.Length, weekdays.Count(y => y == weekdays[0]), payday.Year, left);
    }

    private IEnumerable<DateOnly> Days(DateOnly first) => Enumerable.Range(0, _days).Select(first.AddDays);
}
