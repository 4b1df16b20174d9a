using CtmsAnalytics.Deployment;
using CtmsAnalytics.Parameters;

namespace CtmsAnalytics.Calendar;

/// <summary>
/// Legal public holidays (158.650; 5 U.S.C. 6103) from their rules, which are parameters: <c>holiday_date:NAME</c> is month x 100 + day,
/// <c>holiday_weekday:NAME</c> is month x 100 + week x 10 + weekday (week 1 to 4, 5 for the last; Monday 1 to Sunday 7), <c>holiday_inauguration:NAME</c> is a date
/// every <c>inauguration_interval_years</c> years from the row's first year on, in the Inauguration Day area, whose counties are <c>inauguration_area:FIPS</c>.
/// </summary>
public sealed class FederalHolidays
{
    private const string DateRule = "holiday_date:";
    private const string WeekdayRule = "holiday_weekday:";
    private const string InaugurationRule = "holiday_inauguration:";
    private const string AreaRule = "inauguration_area:";
    private const string IntervalName = "inauguration_interval_years";
    private const int LastWeek = 5;

    private readonly ParameterReader _parameters;
    private readonly int _hoursPerDay;
    private readonly Dictionary<int, IReadOnlyList<Holiday>> _years = [];
    private readonly Dictionary<int, Holiday?> _inaugurations = [];
    private readonly HashSet<string> _area;

    /// <summary>Creates the holidays from their rules.</summary>
    /// <param name="parameters">Parameters; those of holidays may be absent, then there are none.</param>
    /// <exception cref="ParameterException">There is no parameter <c>hours_per_day</c>.</exception>
    public FederalHolidays(ParameterReader parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        _parameters = parameters;
        _hoursPerDay = (int)parameters.Constant("hours_per_day");
        _area = [.. parameters.Names(AreaRule).Select(n => n[AreaRule.Length..])];
    }

    /// <summary>Whether a county lies in the Inauguration Day area (5 U.S.C. 6103(c)).</summary>
    /// <param name="worksiteFips">Five-digit county code of the official worksite.</param>
    /// <returns>True for the District of Columbia and the counties and cities around it that the statute names.</returns>
    public bool IsInaugurationArea(string worksiteFips) => _area.Contains(worksiteFips);

    /// <summary>The holidays whose legal day lies in a calendar year, by day, without Inauguration Day.</summary>
    /// <param name="year">Calendar year.</param>
    /// <returns>The holidays.</returns>
    /// <exception cref="ParameterException">A rule names no day.</exception>
    public IReadOnlyList<Holiday> InYear(int year)
    {
        if (_years.TryGetValue(year, out var known)) return known;
        var holidays = new List<Holiday>();
        foreach (var name in _parameters.Names(DateRule))
        {
            if (_parameters.TryInForce(name, year) is { } rule) holidays.Add(Observed(name[DateRule.Length..], Day(year, (int)rule.Value, name), true));
        }

        foreach (var name in _parameters.Names(WeekdayRule))
        {
            if (_parameters.TryInForce(name, year) is { } rule) holidays.Add(Observed(name[WeekdayRule.Length..], Weekday(year, (int)rule.Value, name), true));
        }

        return _years[year] = [.. holidays.OrderBy(h => h.Legal)];
    }

    /// <summary>Inauguration Day of a calendar year: every fourth year after 1965. It has no day in lieu on a Saturday, and moves from a Sunday to the Monday.</summary>
    /// <param name="year">Calendar year.</param>
    /// <returns>The day; null in other years.</returns>
    public Holiday? Inauguration(int year)
    {
        if (_inaugurations.TryGetValue(year, out var known)) return known;
        Holiday? found = null;
        foreach (var name in _parameters.Names(InaugurationRule))
        {
            if (_parameters.TryInForce(name, year) is { } rule && (year - rule.EffectiveYear) % (int)_parameters.Constant(IntervalName) == 0)
                found = Observed(name[InaugurationRule.Length..], Day(year, (int)rule.Value, name), false);
        }

        return _inaugurations[year] = found;
    }

    /// <summary>Holiday hours of a work period for someone who works every weekday.</summary>
    /// <param name="period">The work period.</param>
    /// <param name="inInaugurationArea">Whether the official worksite lies in the Inauguration Day area.</param>
    /// <returns>Hours: the observed holidays that fall on weekdays of the period, times the hours of a day.</returns>
    public int Hours(WorkPeriod period, bool inInaugurationArea)
    {
        ArgumentNullException.ThrowIfNull(period);
        var days = new HashSet<DateOnly>();

        // New Year's Day on a Saturday is observed on the last day of the year before.
        for (var year = period.FirstDay.Year; year <= period.LastDay.Year + 1; year++)
        {
            foreach (var holiday in InYear(year)) Count(holiday);
            if (inInaugurationArea && Inauguration(year) is { } inauguration) Count(inauguration);
        }

        return days.Count * _hoursPerDay;

        void Count(Holiday holiday)
        {
            if (holiday.Observed >= period.FirstDay && holiday.Observed <= period.LastDay && holiday.Observed.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
                days.Add(holiday.Observed);
        }
    }

    /// <summary>Holiday hours that a person is excused from in a work period: the share of a full-time person's that the schedule has; none on a contingent schedule, which has no regular days.</summary>
    /// <param name="holidayHours">Holiday hours of the period for full time.</param>
    /// <param name="schedule">Work schedule.</param>
    /// <param name="paidHours">Paid hours of the period.</param>
    /// <param name="fullTimeHours">Hours of a full-time work period.</param>
    /// <returns>Hours.</returns>
    public static double ForPerson(int holidayHours, WorkSchedule schedule, int paidHours, int fullTimeHours) =>
        schedule == WorkSchedule.Contingent ? 0 : (double)holidayHours * paidHours / fullTimeHours;

    private static Holiday Observed(string name, DateOnly legal, bool inLieuOfSaturday) => new(name, legal, legal.DayOfWeek switch
    {
        DayOfWeek.Saturday when inLieuOfSaturday => legal.AddDays(-1),
        DayOfWeek.Sunday => legal.AddDays(1),
        _ => legal,
    });

    private static DateOnly Day(int year, int monthAndDay, string name)
    {
        var (month, day) = Math.DivRem(monthAndDay, 100);
        if (month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            throw new ParameterException($"Parameter '{name}' is {monthAndDay}, which is no day of {year}. Write month x 100 + day, for example 704 for 4 July.");
        return new DateOnly(year, month, day);
    }

    private static DateOnly Weekday(int year, int rule, string name)
    {
        var (month, rest) = Math.DivRem(rule, 100);
        var (week, weekday) = Math.DivRem(rest, 10);
        if (month is < 1 or > 12 || week is < 1 or > LastWeek || weekday is < 1 or > 7)
            throw new ParameterException($"Parameter '{name}' is {rule}, which is no weekday of a month. Write month x 100 + week x 10 + weekday, for example 131 for the third Monday in January.");
        var wanted = (DayOfWeek)(weekday % 7);
        if (week == LastWeek)
        {
            var last = new DateOnly(year, month, DateTime.DaysInMonth(year, month));
            return last.AddDays(-(((int)last.DayOfWeek - (int)wanted + 7) % 7));
        }

        var first = new DateOnly(year, month, 1);
        return first.AddDays((((int)wanted - (int)first.DayOfWeek + 7) % 7) + (7 * (week - 1)));
    }
}
