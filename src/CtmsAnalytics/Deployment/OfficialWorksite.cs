using CtmsAnalytics.Calendar;
using CtmsAnalytics.Rules;

namespace CtmsAnalytics.Deployment;

/// <summary>The official worksite, which the local supplement and the nonforeign allowance follow (158.704, 158.612, 158.643).</summary>
public static class OfficialWorksite
{
    /// <summary>The place of work changes the official worksite.</summary>
    public static readonly RuleReference Changed = new("change of official worksite", "158.704(c)", "reported");

    /// <summary>The place of work changes for too short a time to change the official worksite.</summary>
    public static readonly RuleReference Unchanged = new("temporary place of work", "158.704(c)", "reported");

    /// <summary>
    /// The date from which a new place of work is the official worksite: the first day there when it is expected to last long enough, and otherwise the beginning of the first work
    /// period after it has lasted so long, whatever was expected.
    /// </summary>
    /// <param name="firstDay">First day at the new place.</param>
    /// <param name="expectedLastDay">Last day that is expected there; null where no end is in sight.</param>
    /// <param name="lastDay">Last day there; null while it lasts.</param>
    /// <param name="months">Months that a change is to last, a parameter.</param>
    /// <param name="calendar">The pay calendar.</param>
    /// <returns>The date; null where the official worksite stays what it was.</returns>
    public static DateOnly? ChangesOn(DateOnly firstDay, DateOnly? expectedLastDay, DateOnly? lastDay, int months, PayCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        if (Lasts(firstDay, expectedLastDay, months)) return firstDay;
        if (!Lasts(firstDay, lastDay, months)) return null;
        var begins = calendar.PeriodStartOnOrBefore(firstDay.AddMonths(months).AddDays(calendar.PeriodDays - 1));
        return lastDay < begins ? null : begins;
    }

    private static bool Lasts(DateOnly firstDay, DateOnly? lastDay, int months) => lastDay is not { } end || end.AddDays(1) >= firstDay.AddMonths(months);
}
