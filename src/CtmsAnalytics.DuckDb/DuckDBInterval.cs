using System.Globalization;
using System.Runtime.InteropServices;

namespace CtmsAnalytics.DuckDb;

/// <summary>
/// An INTERVAL: months, days and microseconds apart, because a month has no fixed number of days. It is not a <see cref="TimeSpan"/>; the default is the
/// empty interval.
/// </summary>
/// <param name="Months">Whole months, of either sign.</param>
/// <param name="Days">Whole days, of either sign.</param>
/// <param name="Microseconds">Microseconds, of either sign.</param>
[StructLayout(LayoutKind.Sequential)]
public readonly record struct DuckDBInterval(int Months, int Days, long Microseconds)
{
    /// <summary>The interval of a time span: whole days, and the rest in microseconds.</summary>
    /// <param name="value">Any time span; parts of a microsecond are cut off.</param>
    /// <returns>An interval without months.</returns>
    public static DuckDBInterval FromTimeSpan(TimeSpan value) =>
        new(0, value.Days, (value.Ticks - value.Days * TimeSpan.TicksPerDay) / TimeSpan.TicksPerMicrosecond);

    /// <summary>The time span of an interval without months; a day counts 24 hours.</summary>
    /// <returns>The same length of time.</returns>
    /// <exception cref="InvalidCastException">The interval has months.</exception>
    /// <exception cref="OverflowException">The interval is longer than a time span can be.</exception>
    public TimeSpan ToTimeSpan()
    {
        if (Months != 0)
            throw new InvalidCastException($"The interval '{this}' has months and a month has no fixed length; read it as DuckDBInterval.");
        return new TimeSpan(checked(Days * TimeSpan.TicksPerDay + Microseconds * TimeSpan.TicksPerMicrosecond));
    }

    /// <summary>Months, days and microseconds in words.</summary>
    /// <returns>For example <c>3 months 2 days 0 microseconds</c>.</returns>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Months} months {Days} days {Microseconds} microseconds");
}
