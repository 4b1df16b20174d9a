using CtmsAnalytics.Rules;

namespace CtmsAnalytics.Deployment.Hours;

/// <summary>Rules on hours of work (158.705).</summary>
public static class HoursRules
{
    /// <summary>A full-time schedule is at least the full-time hours of a work period.</summary>
    public static readonly RuleReference FullTimeMinimum = new("minimum hours of a full-time schedule", "158.705(d)(2)", "reported");

    /// <summary>A part-time schedule is at least its specified hours.</summary>
    public static readonly RuleReference PartTimeMinimum = new("minimum hours of a part-time schedule", "158.705(d)(3)", "reported");

    /// <summary>A contingent appointment has a maximum of total hours.</summary>
    public static readonly RuleReference ContingentMaximum = new("maximum total hours of a contingent appointment", "158.705(d)(4)", "reported");

    /// <summary>A contingent schedule is up to the full-time hours of a work period.</summary>
    public static readonly RuleReference ContingentPeriod = new("hours of a contingent schedule in a work period", "158.705(b)(6)", "reported");

    /// <summary>Minimum hours are worked, or accounted for by time-off or a non-pay status, by the last day of the work period.</summary>
    public static readonly RuleReference Accounting = new("accounting for minimum hours", "158.705(d)(6)", "reported");

    /// <summary>Hours beyond the minimum create no pay.</summary>
    public static readonly RuleReference NoPay = new("hours beyond the minimum give no pay", "158.705(d)(1)", "reported");

    /// <summary>Work that regularly exceeds a part-time schedule.</summary>
    public static readonly RuleReference PartTimeSignal = new("part-time hours are regularly exceeded", "158.705(b)(5)", "reported");

    /// <summary>Contingent work that can be scheduled in advance.</summary>
    public static readonly RuleReference ContingentSignal = new("contingent work is regular", "158.705(b)(6)", "reported");

    /// <summary>Hours are information on which a special working conditions program is decided.</summary>
    public static readonly RuleReference Evidence = new("hours as evidence for special working conditions", "158.642(d)(1); 158.705(d)(5)", "reported");

    /// <summary>Minimum hours of work in a work period (158.705(d)(2), (3); a contingent schedule has none, 158.705(c)(1)).</summary>
    /// <param name="schedule">Work schedule.</param>
    /// <param name="specified">Specified hours of a part-time schedule.</param>
    /// <param name="fullTime">Full-time hours of a work period, a parameter.</param>
    /// <returns>Hours; null for a contingent schedule.</returns>
    public static int? Minimum(WorkSchedule schedule, int specified, int fullTime) => schedule switch
    {
        WorkSchedule.FullTime => fullTime,
        WorkSchedule.PartTime => specified,
        _ => null,
    };

    /// <summary>Minimum hours that a record does not account for (158.705(d)(6)).</summary>
    /// <param name="record">The record.</param>
    /// <param name="minimum">Minimum hours; null for a contingent schedule.</param>
    /// <returns>Hours, 0 or more.</returns>
    public static double Missing(HoursRecord record, int? minimum)
    {
        ArgumentNullException.ThrowIfNull(record);
        return minimum is { } hours ? Math.Max(0, hours - record.Accounted) : 0;
    }

    /// <summary>Hours worked beyond the minimum, which give no pay (158.705(d)(1)).</summary>
    /// <param name="record">The record.</param>
    /// <param name="minimum">Minimum hours; null for a contingent schedule, whose hours are paid as worked.</param>
    /// <returns>Hours, 0 or more.</returns>
    public static double Beyond(HoursRecord record, int? minimum)
    {
        ArgumentNullException.ThrowIfNull(record);
        return minimum is { } hours ? Math.Max(0, record.Worked - hours) : 0;
    }

    /// <summary>Whether a work period is under special working conditions by its hours: an uncommon duration, or much work at unexpected times (158.642(b)(2)).</summary>
    /// <param name="record">The record.</param>
    /// <param name="fullTime">Full-time hours of a work period.</param>
    /// <param name="policy">Limits.</param>
    /// <returns>True where a limit is reached.</returns>
    public static bool IsSpecial(HoursRecord record, int fullTime, HoursPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(policy);
        return record.Worked >= fullTime * (1 + policy.UncommonShare) || record.Unexpected >= policy.UnexpectedHours;
    }
}
