using CtmsAnalytics.Deployment;
using CtmsAnalytics.Rules;

namespace CtmsAnalytics.TalentAcquisition;

/// <summary>Whether a former employee takes part in the assessment program again before a new appointment (158.525(b)-(d)). The factors are the regulation's examples, their thresholds policy.</summary>
public static class Reassessment
{
    /// <summary>A new assessment is needed.</summary>
    public static readonly RuleReference Needed = new("reassessment of a former employee", "158.525(b)(1)", "reported");

    /// <summary>The Department may determine that none is needed.</summary>
    public static readonly RuleReference Waived = new("appointment of a former employee without reassessment", "158.525(c)", "reported");

    /// <summary>A former advisory appointee is assessed, and the appointment may be coordinated with OPM.</summary>
    public static readonly RuleReference FormerAdvisory = new("appointment of a former advisory appointee", "158.525(d)", "reported");

    /// <summary>Appointment of a former employee as an advisory appointee is left to subpart J.</summary>
    public static readonly RuleReference ProspectiveAdvisory = new("appointment of a former employee as advisory appointee", "158.525(e)", "reported");

    /// <summary>The rule that decides.</summary>
    /// <param name="former">Type of the most recent appointment.</param>
    /// <param name="next">Type of the new one.</param>
    /// <param name="lastDay">Last day of the most recent appointment.</param>
    /// <param name="newDay">First day of the new one, after it.</param>
    /// <param name="workSimilarity">Similarity of cybersecurity work since then, 0 to 1 (158.525(c)(2)); null where it is not known.</param>
    /// <param name="qualificationSimilarity">Similarity of the qualifications then to those of the new assignment, 0 to 1 (158.525(c)(3)); null where it is not known.</param>
    /// <param name="years">Years within which no new assessment is needed, a parameter.</param>
    /// <param name="leastSimilarity">Similarity from which none is needed, a parameter.</param>
    /// <returns><see cref="Waived"/> where the time is short and both similarities that are known reach the threshold; otherwise the rule under which the person is assessed.</returns>
    public static RuleReference Of(
        AppointmentType former, AppointmentType next, DateOnly lastDay, DateOnly newDay, double? workSimilarity, double? qualificationSimilarity, double years, double leastSimilarity)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(newDay, lastDay);
        if (next == AppointmentType.Advisory) return ProspectiveAdvisory;
        if (former == AppointmentType.Advisory) return FormerAdvisory;
        var isRecent = newDay <= lastDay.AddMonths((int)(years * MonthsPerYear));
        return isRecent && !(workSimilarity < leastSimilarity) && !(qualificationSimilarity < leastSimilarity) ? Waived : Needed;
    }

    private const int MonthsPerYear = 12;
}
