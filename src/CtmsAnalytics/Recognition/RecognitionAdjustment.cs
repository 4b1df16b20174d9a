using CtmsAnalytics.Numerics;
using CtmsAnalytics.Rules;

namespace CtmsAnalytics.Recognition;

/// <summary>Recognition adjustments: raises of salary under a structure (158.631).</summary>
public static class RecognitionAdjustment
{
    /// <summary>The subrange's maximum, past which no adjustment goes.</summary>
    public static readonly RuleReference Maximum = new("subrange maximum on recognition adjustments", "158.631(b)", "cut");

    /// <summary>The control point, past which no adjustment goes by cost-control policy.</summary>
    public static readonly RuleReference ControlPoint = new("control point on recognition adjustments", "158.611", "cut");

    /// <summary>The organisation's pool, inside which the guideline is scaled down.</summary>
    public static readonly RuleReference Pool = new("recognition adjustment pool", "158.630(d)(4)", "cut");

    /// <summary>Third of the range in which a salary stands: 0 for the lowest, 1 for the middle, 2 for the highest and beyond.</summary>
    /// <param name="structureSalary">Annual rate, whole US dollars.</param>
    /// <param name="minimum">Minimum of the subrange, whole US dollars.</param>
    /// <param name="maximum">Maximum of the subrange, whole US dollars.</param>
    /// <returns>0, 1 or 2.</returns>
    public static int ThirdOfRange(long structureSalary, long minimum, long maximum) =>
        (int)Math.Clamp(3 * (structureSalary - minimum) / Math.Max(1, maximum - minimum), 0, 2);

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
