namespace CtmsAnalytics.DuckDb;

/// <summary>
/// Between DuckDB's storage of dates and times and .NET's: a DATE is whole days, a TIMESTAMP microseconds since 1970-01-01, a TIME microseconds since
/// midnight. For columns read or written as spans; readers, parameters and appenders convert by themselves.
/// </summary>
public static class DuckDBEpoch
{
    private const int EpochDayNumber = 719162;

    /// <summary>The date of a DATE value.</summary>
    /// <param name="days">Days since 1970-01-01, from -719162 (year 1) to 2932896 (year 9999).</param>
    /// <returns>The date.</returns>
    /// <exception cref="OverflowException">The date is infinite or outside the years 1 to 9999.</exception>
    public static DateOnly ToDateOnly(int days)
    {
        var dayNumber = (long)days + EpochDayNumber;
        if (dayNumber < DateOnly.MinValue.DayNumber || dayNumber > DateOnly.MaxValue.DayNumber)
            throw new OverflowException($"A DATE of {days} days since 1970-01-01 is infinite or outside the years 1 to 9999 that DateOnly holds.");
        return DateOnly.FromDayNumber((int)dayNumber);
    }

    /// <summary>The DATE value of a date.</summary>
    /// <param name="date">Any date.</param>
    /// <returns>Days since 1970-01-01.</returns>
    public static int FromDateOnly(DateOnly date) => date.DayNumber - EpochDayNumber;

    /// <summary>The date and time of a TIMESTAMP value.</summary>
    /// <param name="microseconds">Microseconds since 1970-01-01 00:00.</param>
    /// <param name="kind">The kind to mark it with; default <see cref="DateTimeKind.Unspecified"/>, because a TIMESTAMP has no time zone.</param>
    /// <returns>The date and time.</returns>
    /// <exception cref="OverflowException">The time is infinite or outside the years 1 to 9999.</exception>
    public static DateTime ToDateTime(long microseconds, DateTimeKind kind = DateTimeKind.Unspecified)
    {
        var ticks = (Int128)microseconds * TimeSpan.TicksPerMicrosecond + DateTime.UnixEpoch.Ticks;
        if (ticks < DateTime.MinValue.Ticks || ticks > DateTime.MaxValue.Ticks)
            throw new OverflowException($"A TIMESTAMP of {microseconds} microseconds since 1970-01-01 is infinite or outside the years 1 to 9999 that DateTime holds.");
        return new DateTime((long)ticks, kind);
    }

    /// <summary>The TIMESTAMP value of a date and time; its kind is not looked at.</summary>
    /// <param name="value">Any date and time; a part of a microsecond is cut off.</param>
    /// <returns>Microseconds since 1970-01-01 00:00.</returns>
    public static long FromDateTime(DateTime value) => Math.DivRem(value.Ticks - DateTime.UnixEpoch.Ticks, TimeSpan.TicksPerMicrosecond) switch
    {
        (var whole, < 0) => whole - 1,
        (var whole, _) => whole,
    };

    /// <summary>The time of day of a TIME value.</summary>
    /// <param name="microseconds">Microseconds since midnight, from 0 to less than 24 hours.</param>
    /// <returns>The time of day.</returns>
    /// <exception cref="OverflowException">The value is 24:00:00, which DuckDB allows and TimeOnly does not, or is no time of day.</exception>
    public static TimeOnly ToTimeOnly(long microseconds)
    {
        if (microseconds is < 0 or >= TimeSpan.TicksPerDay / TimeSpan.TicksPerMicrosecond)
            throw new OverflowException($"A TIME of {microseconds} microseconds since midnight is not before 24:00:00, the end of what TimeOnly holds.");
        return new TimeOnly(microseconds * TimeSpan.TicksPerMicrosecond);
    }

    /// <summary>The TIME value of a time of day.</summary>
    /// <param name="time">Any time of day; a part of a microsecond is cut off.</param>
    /// <returns>Microseconds since midnight.</returns>
    public static long FromTimeOnly(TimeOnly time) => time.Ticks / TimeSpan.TicksPerMicrosecond;
}
