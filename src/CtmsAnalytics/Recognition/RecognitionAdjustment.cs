using CtmsAnalytics.Deployment;
using CtmsAnalytics.Numerics;
using CtmsAnalytics.Rules;

namespace CtmsAnalytics.Recognition;

/// <summary>Recognition adjustments: raises of salary under a structure (158.631). The percentage of the local supplement stays as it is (158.631(a)), and an adjustment is not a promotion (158.631(c)).</summary>
public static class RecognitionAdjustment
{
    /// <summary>The subrange's maximum, past which no adjustment goes.</summary>
    public static readonly RuleReference Maximum = new("subrange maximum on recognition adjustments", "158.631(b)", "cut");

    /// <summary>The control point, past which no adjustment goes by cost-control policy.</summary>
    public static readonly RuleReference ControlPoint = new("control point on recognition adjustments", "158.611", "cut");

    /// <summary>The organisation's pool, inside which the guideline is scaled down.</summary>
    public static readonly RuleReference Pool = new("recognition adjustment pool", "158.630(d)(4)", "cut");

    /// <summary>Advisory appointees, for whom subpart J adds restrictions.</summary>
    public static readonly RuleReference Advisory = new("recognition adjustments: advisory appointee", "158.631(d)", "cut");

    /// <summary>Why an appointment excludes recognition adjustments.</summary>
    /// <param name="appointment">Type of appointment.</param>
    /// <param name="advisoryAllowed">Whether advisory appointees may receive adjustments, a parameter: the restrictions of subpart J were not seen.</param>
    /// <returns>The rule that excludes the person, or null.</returns>
    public static RuleReference? Excludes(AppointmentType appointment, bool advisoryAllowed) =>
        appointment == AppointmentType.Advisory && !advisoryAllowed ? Advisory : null;

    /// <summary>An adjustment through its ceilings in their order: control point, subrange maximum and limitation, salary range. The pool follows by <see cref="AdjustmentSteps.Inside"/>.</summary>
    /// <param name="structureSalary">Annual rate before, whole US dollars.</param>
    /// <param name="guideline">Adjustment as a fraction of structure salary, 0 or more.</param>
    /// <param name="controlPoint">Control point, whole US dollars a year; null where the structure uses none or the person was exempted by name.</param>
    /// <param name="subrangeMaximum">Maximum of the subrange, whole US dollars a year.</param>
    /// <param name="limitation">Salary limitation of the subrange, whole US dollars a year.</param>
    /// <param name="rangeMaximum">Upper limit of the salary range, from <see cref="Salaries.SalaryRange.UpperLimit"/>, whole US dollars a year.</param>
    /// <returns>Every step; none lowers the salary.</returns>
    public static AdjustmentSteps Guided(long structureSalary, double guideline, long? controlPoint, long subrangeMaximum, long limitation, long rangeMaximum)
    {
        var asked = Math.Max(structureSalary, Raised(structureSalary, guideline));
        var pointed = controlPoint is { } point ? Cap(structureSalary, asked, point) : asked;
        var limited = Cap(structureSalary, pointed, Math.Min(subrangeMaximum, limitation));
        var ranged = Cap(structureSalary, limited, rangeMaximum);
        return new AdjustmentSteps(structureSalary, asked, pointed, limited, ranged, ranged);
    }

    /// <summary>The raised annual rate before any ceiling: whole dollars, half up.</summary>
    /// <param name="structureSalary">Annual rate, whole US dollars.</param>
    /// <param name="guideline">Adjustment as a fraction of structure salary.</param>
    /// <returns>Annual rate, whole US dollars.</returns>
    /// <remarks>
    /// Implementation note: the product is formed in double precision as rate x (1 + guideline), the definition that the reduced workload's published answers use.
    /// Where the decimal product is exactly half a dollar, the binary one may lie just below it (90,100 at 0.025 gives 92,352).
    /// </remarks>
    public static long Raised(long structureSalary, double guideline) => Rounding.HalfUp(structureSalary * (1.0 + guideline));

    /// <summary>Applies a ceiling to a raise; a salary already above the ceiling is not lowered.</summary>
    /// <param name="before">Annual rate before the adjustment, whole US dollars.</param>
    /// <param name="raised">Annual rate that the adjustment asks for, whole US dollars.</param>
    /// <param name="ceiling">The ceiling, whole US dollars.</param>
    /// <returns>Annual rate, whole US dollars.</returns>
    public static long Cap(long before, long raised, long ceiling) => Math.Max(before, Math.Min(raised, ceiling));
}
