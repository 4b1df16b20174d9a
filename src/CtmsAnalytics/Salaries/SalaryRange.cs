using CtmsAnalytics.Deployment;
using CtmsAnalytics.Numerics;
using CtmsAnalytics.Rules;

namespace CtmsAnalytics.Salaries;

/// <summary>
/// The salary range (158.613): the standard range for everyone, and past it the extended range for a renewable appointee whom the Secretary or designee has approved by name.
/// </summary>
/// <remarks>
/// Where a subrange's limitation is a named rate (the Vice President's or one of the Executive Schedule), the extended range takes its place for an approved person, because an
/// approval under such a limitation would otherwise allow nothing; a limitation in dollars is the Department's own and stays. The text of 158.613(d) and 158.614 was not seen,
/// so this is the assumed parameter <c>extended_range_replaces_limitation</c>.
/// </remarks>
public static class SalaryRange
{
    /// <summary>Upper limit of the extended range.</summary>
    public static readonly RuleReference ExtendedRange = new("extended salary range", "158.613(c)", "cut");

    /// <summary>A salary above the standard range, paid to a person approved by name.</summary>
    public static readonly RuleReference PaidInExtendedRange = new("paid in the extended range", "158.613(c)", "reported");

    /// <summary>An approval for a person who has no renewable appointment: it has no effect.</summary>
    public static readonly RuleReference NotRenewable = new("extended range without a renewable appointment", "158.613(c)", "refused");

    /// <summary>A change to another type of appointment while paid in the extended range: it is not made.</summary>
    public static readonly RuleReference AppointmentChange = new("change of appointment in the extended range", "158.613(c)(1); 158.523(a)", "refused");

    /// <summary>The part of a recognition adjustment that would enter the extended range without it having been invoked.</summary>
    public static readonly RuleReference AdjustmentWithoutInvocation = new("recognition adjustment into the extended range", "158.631(b)", "cut");

    /// <summary>Upper limit of the extended range.</summary>
    /// <param name="exI">Rate of level I of the Executive Schedule, whole US dollars a year.</param>
    /// <param name="multiple">Multiple of it that the range ends at, a parameter.</param>
    /// <returns>Whole US dollars a year.</returns>
    public static long ExtendedMaximum(long exI, double multiple) => Rounding.Part(exI, multiple);

    /// <summary>Whether the extended range holds for a person.</summary>
    /// <param name="appointment">Type of appointment.</param>
    /// <param name="approvedByName">Whether the Secretary or designee approved the person by name.</param>
    /// <returns>True for a renewable appointee with an approval.</returns>
    public static bool IsExtended(AppointmentType appointment, bool approvedByName) => approvedByName && appointment == AppointmentType.Renewable;

    /// <summary>Upper limit of the salary range that holds for a person.</summary>
    /// <param name="appointment">Type of appointment.</param>
    /// <param name="approvedByName">Whether the Secretary or designee approved the person by name.</param>
    /// <param name="standardMaximum">The Vice President's rate, whole US dollars a year (158.613(b)).</param>
    /// <param name="extendedMaximum">Upper limit of the extended range, whole US dollars a year.</param>
    /// <returns>Whole US dollars a year.</returns>
    public static long UpperLimit(AppointmentType appointment, bool approvedByName, long standardMaximum, long extendedMaximum) =>
        IsExtended(appointment, approvedByName) ? Math.Max(standardMaximum, extendedMaximum) : standardMaximum;

    /// <summary>The limitation that holds for a person in a subrange.</summary>
    /// <param name="limitation">Limitation of the subrange, whole US dollars a year (158.611(d), 158.614).</param>
    /// <param name="isNamedRate">Whether it is a named rate rather than dollars.</param>
    /// <param name="isExtended">Whether the extended range holds for the person.</param>
    /// <param name="upperLimit">Upper limit of the range that holds for the person, whole US dollars a year.</param>
    /// <param name="replaces">Whether the extended range takes the place of a named limitation, a parameter.</param>
    /// <returns>Whole US dollars a year.</returns>
    public static long Limitation(long limitation, bool isNamedRate, bool isExtended, long upperLimit, bool replaces) =>
        isExtended && isNamedRate && replaces ? Math.Max(limitation, upperLimit) : limitation;

    /// <summary>Why an approval has no effect.</summary>
    /// <param name="appointment">Type of appointment of the person who was approved.</param>
    /// <returns>The rule that refuses it; null where it holds.</returns>
    public static RuleReference? Refusal(AppointmentType appointment) => appointment == AppointmentType.Renewable ? null : NotRenewable;

    /// <summary>Why a change of the appointment's type is not made. It can be made once the salary is in the standard range.</summary>
    /// <param name="to">The new type.</param>
    /// <param name="salary">Salary with the supplement, whole US dollars a year.</param>
    /// <param name="standardMaximum">The Vice President's rate, whole US dollars a year (158.613(b)).</param>
    /// <returns>The rule that refuses it; null where it can be made.</returns>
    public static RuleReference? RefusalOfChange(AppointmentType to, long salary, long standardMaximum) =>
        to != AppointmentType.Renewable && salary > standardMaximum ? AppointmentChange : null;

    /// <summary>Holds a recognition adjustment to the range (158.631(b)). A salary that is above the limit already is not lowered.</summary>
    /// <param name="before">Salary before, whole US dollars a year.</param>
    /// <param name="raised">Salary that the adjustment asks for, whole US dollars a year.</param>
    /// <param name="isExtended">Whether the extended range was invoked for the person.</param>
    /// <param name="upperLimit">Upper limit of the range that holds for the person, whole US dollars a year.</param>
    /// <returns>The salary that may be paid, and the rule that cut the adjustment; null where none did.</returns>
    public static RangedAdjustment Adjust(long before, long raised, bool isExtended, long upperLimit)
    {
        var allowed = Math.Max(before, Math.Min(raised, upperLimit));
        return new RangedAdjustment(allowed, allowed == raised ? null : isExtended ? ExtendedRange : AdjustmentWithoutInvocation);
    }
}

/// <summary>A recognition adjustment inside the salary range.</summary>
/// <param name="Salary">Salary that may be paid, whole US dollars a year.</param>
/// <param name="CutBy">The rule that cut the adjustment; null where none did.</param>
public readonly record struct RangedAdjustment(long Salary, RuleReference? CutBy);
