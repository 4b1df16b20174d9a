using CtmsAnalytics.Deployment;
using CtmsAnalytics.Rules;

namespace CtmsAnalytics.Salaries;

/// <summary>Paid hours of a work period by work schedule (158.622(d), 158.705). Hours beyond them give no pay (158.705(d)(1)).</summary>
public static class WorkPeriodHours
{
    /// <summary>Hours beyond those of a full-time work period.</summary>
    public static readonly RuleReference FullTimeHours = new("hours of a full-time work period", "158.705(b)", "cut");

    /// <summary>Hours of a contingent appointee beyond the appointment's maximum total.</summary>
    public static readonly RuleReference AppointmentMaximum = new("maximum total hours of a contingent appointment", "158.705(b)(6)", "cut");

    /// <summary>The hours that a work period is paid for.</summary>
    /// <param name="schedule">Work schedule.</param>
    /// <param name="hours">Fixed hours of a part-time schedule, or the hours worked on a contingent one, 0 or more; not used for a full-time schedule.</param>
    /// <param name="fullTime">Hours of a full-time work period, a parameter.</param>
    /// <param name="appointmentMaximum">Most hours that a contingent appointment allows in all; null where none is stated.</param>
    /// <param name="paidBefore">Hours of the appointment that were paid before, 0 or more.</param>
    /// <returns>The paid hours and what each rule cut.</returns>
    public static PaidHours Of(WorkSchedule schedule, int hours, int fullTime, int? appointmentMaximum, int paidBefore)
    {
        if (schedule == WorkSchedule.FullTime) return new PaidHours(fullTime, 0, 0);
        var inPeriod = Math.Clamp(hours, 0, fullTime);
        var left = schedule == WorkSchedule.Contingent && appointmentMaximum is { } maximum ? Math.Max(0, maximum - paidBefore) : inPeriod;
        var paid = Math.Min(inPeriod, left);
        return new PaidHours(paid, Math.Max(0, hours - inPeriod), inPeriod - paid);
    }
}

/// <summary>Paid hours of a work period.</summary>
/// <param name="Hours">Hours that are paid.</param>
/// <param name="CutByPeriod">Hours beyond those of a full-time work period; see <see cref="WorkPeriodHours.FullTimeHours"/>.</param>
/// <param name="CutByAppointment">Hours beyond the appointment's maximum; see <see cref="WorkPeriodHours.AppointmentMaximum"/>.</param>
public readonly record struct PaidHours(int Hours, int CutByPeriod, int CutByAppointment)
{
    /// <summary>The rule that cut first; null where none did.</summary>
    public RuleReference? CutBy => CutByPeriod > 0 ? WorkPeriodHours.FullTimeHours : CutByAppointment > 0 ? WorkPeriodHours.AppointmentMaximum : null;
}
