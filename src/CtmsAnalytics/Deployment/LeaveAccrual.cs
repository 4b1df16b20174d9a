using CtmsAnalytics.Calendar;

namespace CtmsAnalytics.Deployment;

/// <summary>Annual and sick leave (158.651). A contingent schedule has no regular tour of duty and accrues none (5 U.S.C. 6301(2)(ii)).</summary>
public static class LeaveAccrual
{
    /// <summary>Whether a work period is the last full one of its calendar year, in which the middle class accrues more (5 U.S.C. 6303(a)(2)).</summary>
    /// <param name="period">A work period.</param>
    /// <returns>True when the next period ends in another year.</returns>
    public static bool IsLastOfYear(WorkPeriod period)
    {
        ArgumentNullException.ThrowIfNull(period);
        var days = period.LastDay.DayNumber - period.FirstDay.DayNumber + 1;
        return period.LastDay.AddDays(days).Year != period.LastDay.Year;
    }

    /// <summary>Completed years of service on a day.</summary>
    /// <param name="entryOnDuty">Day from which service counts.</param>
    /// <param name="day">A day; one before the entry gives 0.</param>
    /// <returns>Whole years.</returns>
    public static int YearsOfService(DateOnly entryOnDuty, DateOnly day)
    {
        var years = day.Year - entryOnDuty.Year;
        return Math.Max(0, entryOnDuty.AddYears(years) > day ? years - 1 : years);
    }

    /// <summary>Annual leave that accrues in a work period (5 U.S.C. 6303(a); 5 CFR 630.303).</summary>
    /// <param name="yearsOfService">Completed years of service when the period begins.</param>
    /// <param name="schedule">Work schedule.</param>
    /// <param name="paidHours">Paid hours of the period.</param>
    /// <param name="isLastOfYear">Whether it is the last full period of the calendar year.</param>
    /// <param name="rates">Figures of leave.</param>
    /// <returns>Hours. Parts of an hour of a part-time schedule are carried forward in time keeping, so that they count here.</returns>
    public static double Annual(int yearsOfService, WorkSchedule schedule, int paidHours, bool isLastOfYear, in LeaveRates rates)
    {
        if (schedule == WorkSchedule.Contingent || paidHours == 0) return 0;
        var isLong = yearsOfService >= rates.LongYears;
        var isMiddle = !isLong && yearsOfService >= rates.MiddleYears;
        if (schedule == WorkSchedule.PartTime) return (double)paidHours / (isLong ? rates.LongPaidHours : isMiddle ? rates.MiddlePaidHours : rates.ShortPaidHours);
        return isLong ? rates.LongHours : isMiddle ? rates.MiddleHours + (isLastOfYear ? rates.MiddleExtra : 0) : rates.ShortHours;
    }

    /// <summary>Sick leave that accrues in a work period (5 U.S.C. 6307(a); 5 CFR 630.402).</summary>
    /// <param name="schedule">Work schedule.</param>
    /// <param name="paidHours">Paid hours of the period.</param>
    /// <param name="rates">Figures of leave.</param>
    /// <returns>Hours. It accumulates without a ceiling (5 U.S.C. 6307(b)).</returns>
    public static double Sick(WorkSchedule schedule, int paidHours, in LeaveRates rates) => schedule switch
    {
        WorkSchedule.Contingent => 0,
        WorkSchedule.PartTime => (double)paidHours / rates.SickPaidHours,
        _ => paidHours == 0 ? 0 : rates.SickHours,
    };

    /// <summary>Annual leave that is carried into a new year (5 U.S.C. 6304).</summary>
    /// <param name="balance">Hours at the end of the year, 0 or more.</param>
    /// <param name="isSenior">Whether 5 U.S.C. 6304(f) is applied to the person (158.651(c)).</param>
    /// <param name="rates">Figures of leave.</param>
    /// <returns>Hours; the rest is forfeited.</returns>
    public static double Carried(double balance, bool isSenior, in LeaveRates rates) => Math.Min(balance, isSenior ? rates.SeniorCeiling : rates.Ceiling);
}
