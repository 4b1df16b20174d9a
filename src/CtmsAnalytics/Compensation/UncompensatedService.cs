using CtmsAnalytics.Deployment;
using CtmsAnalytics.Rules;

namespace CtmsAnalytics.Compensation;

/// <summary>
/// Uncompensated service (158.523(a)(2)): gratuitous, in a renewable appointment approved by name, and only for someone who would otherwise be eligible for a salary
/// at or above the amount of 158.614(a)(2). Neither salary nor additional compensation is paid, so that the employer's cost is zero as well.
/// </summary>
public static class UncompensatedService
{
    /// <summary>An appointment type other than renewable.</summary>
    public static readonly RuleReference NotRenewable = new("uncompensated service: appointment is not renewable", "158.523(a)(2)", "reported");

    /// <summary>A salary that the person would otherwise be eligible for below the amount.</summary>
    public static readonly RuleReference BelowAmount = new("uncompensated service: salary below the amount of 614(a)(2)", "158.523(a)(2); 158.614(a)(2)", "reported");

    /// <summary>Name of the parameter with the level of the Executive Schedule whose rate is that amount.</summary>
    public const string LevelParameter = "uncompensated_service_executive_level";

    private static readonly string[] Levels = ["EX-I", "EX-II", "EX-III", "EX-IV", "EX-V"];

    /// <summary>Name of the rate of a level of the Executive Schedule.</summary>
    /// <param name="level">Level, 1 to 5.</param>
    /// <returns>The name, for example <c>EX-IV</c>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such level.</exception>
    public static string RateOf(int level)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(level, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(level, Levels.Length);
        return Levels[level - 1];
    }

    /// <summary>Which condition of uncompensated service is not met.</summary>
    /// <param name="appointment">Type of appointment.</param>
    /// <param name="salary">Annual rate that the person would otherwise be eligible for, whole US dollars.</param>
    /// <param name="amount">The amount of 158.614(a)(2), whole US dollars a year.</param>
    /// <returns>The rule; null where both conditions are met.</returns>
    public static RuleReference? Breaks(AppointmentType appointment, long salary, long amount) =>
        appointment != AppointmentType.Renewable ? NotRenewable : salary < amount ? BelowAmount : null;
}
