using CtmsAnalytics.Numerics;
using CtmsAnalytics.Rules;

namespace CtmsAnalytics.Recognition;

/// <summary>Recognition payments: additional compensation as a fraction of salary (158.632).</summary>
/// <remarks>
/// A payment is neither salary nor basic pay (158.632(g)). So it counts toward the aggregate limit (158.632(f)) and is wages for Social Security and Medicare, but it
/// enters no retirement or savings plan contribution, no life insurance amount, no supplement, no percentage of salary and no hourly rate.
/// </remarks>
public static class RecognitionPayment
{
    /// <summary>The limit of a payment to a current employee.</summary>
    public static readonly RuleReference Limit = new("recognition payment limit", "158.632(a)", "cut");

    /// <summary>The limit of a payment in an offer of employment.</summary>
    public static readonly RuleReference OfferLimit = new("recognition payment limit in an offer", "158.632(b)", "cut");

    /// <summary>The organisation's pool, inside which payments are scaled down.</summary>
    public static readonly RuleReference Pool = new("recognition payment pool", "158.630(d)(4)", "cut");

    /// <summary>Instalments or recurring amounts that are not yet paid when the person leaves.</summary>
    public static readonly RuleReference Lapsed = new("recognition payments that lapse at separation", "158.632(c)", "forfeited");

    /// <summary>A payment may go to a former employee, to legal heirs or to an estate (5 U.S.C. 4505).</summary>
    public static readonly RuleReference FormerEmployee = new("recognition payment to a former employee, heirs or estate", "158.632(d); 5 U.S.C. 4505", "reported");

    /// <summary>A payment is not salary or basic pay, so nothing that is computed from basic pay counts it.</summary>
    public static readonly RuleReference NotBasicPay = new("recognition payment outside salary and basic pay", "158.632(g)", "reported");

    /// <summary>A payment as asked for: cents, half up.</summary>
    /// <param name="salary">Annual rate, whole US dollars.</param>
    /// <param name="fraction">Payment as a fraction of salary.</param>
    /// <returns>Cents.</returns>
    public static long Amount(long salary, double fraction) => Rounding.HalfUp(fraction * salary * 100.0);

    /// <summary>The fraction of salary that a payment may reach.</summary>
    /// <param name="offer">Whether it is part of an offer, on initial salary (158.632(b)).</param>
    /// <param name="approved">Whether the Secretary or designee approved an amount above the ordinary limit (158.632(a)).</param>
    /// <param name="ordinary">Ordinary limit, a parameter.</param>
    /// <param name="withApproval">Limit with approval, a parameter.</param>
    /// <param name="offerMaximum">Limit in an offer, a parameter: approval does not raise it.</param>
    /// <returns>Fraction of salary.</returns>
    public static double MaximumOf(bool offer, bool approved, double ordinary, double withApproval, double offerMaximum) =>
        offer ? offerMaximum : approved ? withApproval : ordinary;

    /// <summary>A payment inside its limit. The limit holds for the total of the payment, however it is paid out.</summary>
    /// <param name="asked">Total of the payment, cents, 0 or more.</param>
    /// <param name="salary">Annual rate, or initial rate in an offer, whole US dollars.</param>
    /// <param name="maximum">Fraction of salary from <see cref="MaximumOf"/>.</param>
    /// <param name="earlier">Payments under the same limit that were granted earlier in the calendar year and count toward it, cents; 0 where each payment has the whole limit, which is a parameter.</param>
    /// <returns>What is granted and what the limit cut.</returns>
    public static CappedPayment Within(long asked, long salary, double maximum, long earlier)
    {
        var room = Math.Max(0, Amount(salary, maximum) - earlier);
        return new CappedPayment(asked, Math.Min(asked, room));
    }
}

/// <summary>A recognition payment inside its limit. Cents.</summary>
/// <param name="Asked">Total asked for.</param>
/// <param name="Granted">Total that the limit leaves.</param>
public readonly record struct CappedPayment(long Asked, long Granted)
{
    /// <summary>What the limit cut.</summary>
    public long Cut => Asked - Granted;
}
