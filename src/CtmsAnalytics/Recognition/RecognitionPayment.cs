using CtmsAnalytics.Numerics;
using CtmsAnalytics.Rules;

namespace CtmsAnalytics.Recognition;

/// <summary>Recognition payments: additional compensation as a fraction of salary (158.632).</summary>
public static class RecognitionPayment
{
    /// <summary>The limit of a payment to a current employee.</summary>
    public static readonly RuleReference Limit = new("recognition payment limit", "158.632(a)", "cut");

    /// <summary>The limit of a payment in an offer of employment.</summary>
    public static readonly RuleReference OfferLimit = new("recognition payment limit in an offer", "158.632(b)", "cut");

    /// <summary>The organisation's pool, inside which payments are scaled down.</summary>
    public static readonly RuleReference Pool = new("recognition payment pool", "158.630(d)(4)", "cut");

    /// <summary>A payment as asked for: cents, half up.</summary>
    /// <param name="salary">Annual rate, whole US dollars.</param>
    /// <param name="fraction">Payment as a fraction of salary.</param>
    /// <returns>Cents.</returns>
    public static long Amount(long salary, double fraction) => Rounding.HalfUp(fraction * salary * 100.0);
}
