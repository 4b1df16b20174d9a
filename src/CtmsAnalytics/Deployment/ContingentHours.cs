using CtmsAnalytics.Rules;

namespace CtmsAnalytics.Deployment;

/// <summary>Hours of a contingent schedule: as worked, up to the full-time hours in a work period and to the appointment's maximum in all (158.705(b)(6), (c)(1), (d)(4)).</summary>
public static class ContingentHours
{
    /// <summary>Hours past the maximum of the appointment.</summary>
    public static readonly RuleReference Maximum = new("maximum hours of a contingent appointment", "158.705(d)(4)", "cut");

    /// <summary>Hours that may be worked and are paid in a work period.</summary>
    /// <param name="planned">Hours planned or worked, 0 or more.</param>
    /// <param name="worked">Hours of the appointment in earlier work periods.</param>
    /// <param name="maximum">Maximum hours of the appointment; null where none is recorded.</param>
    /// <param name="fullTimeHours">Hours of a full-time work period.</param>
    /// <returns>Hours.</returns>
    public static int Paid(int planned, int worked, int? maximum, int fullTimeHours) =>
        Math.Clamp(maximum is { } most ? most - worked : fullTimeHours, 0, Math.Min(planned, fullTimeHours));
}
