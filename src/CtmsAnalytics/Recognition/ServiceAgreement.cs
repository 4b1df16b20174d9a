using CtmsAnalytics.Rules;

namespace CtmsAnalytics.Recognition;

/// <summary>A service agreement: required for a recognition payment in an offer, otherwise a condition that the Department may set (158.632(a)-(b)); one may also be required for recognition time-off (158.633).</summary>
/// <param name="Start">First day of the agreed service.</param>
/// <param name="Months">Length in months.</param>
public readonly record struct ServiceAgreement(DateOnly Start, int Months)
{
    /// <summary>Without an agreement no payment in an offer.</summary>
    public static readonly RuleReference Required = new("service agreement required for an offer", "158.632(b)", "cut");

    /// <summary>An agreement is neither shorter nor longer than the regulation allows.</summary>
    public static readonly RuleReference Length = new("length of a service agreement", "158.632(a)-(b)", "cut");

    /// <summary>What a person who leaves before the end owes.</summary>
    public static readonly RuleReference Owed = new("repayment under a service agreement", "158.632(a)-(b)", "reported");

    /// <summary>First day after the agreed service.</summary>
    public DateOnly End => Start.AddMonths(Months);

    /// <summary>Which rule an agreement, or the lack of one, offends.</summary>
    /// <param name="months">Length in months; null for no agreement.</param>
    /// <param name="required">Whether one is required.</param>
    /// <param name="minimum">Shortest length in months, a parameter.</param>
    /// <param name="maximum">Longest length in months, a parameter.</param>
    /// <returns>The rule, or null where nothing is wrong.</returns>
    public static RuleReference? Offends(int? months, bool required, int minimum, int maximum) =>
        months is not { } length ? (required ? Required : null) : length < minimum || length > maximum ? Length : null;

    /// <summary>What the person repays on leaving before the end. Parts that are not yet paid lapse and are not counted here.</summary>
    /// <param name="awarded">Total of the payment that the agreement goes with, cents.</param>
    /// <param name="paid">The part of it that was paid, cents, at most <paramref name="awarded"/>.</param>
    /// <param name="left">First day that is not served.</param>
    /// <param name="terms">What leaving early means.</param>
    /// <returns>Cents, 0 to <paramref name="paid"/>; 0 when the agreement is served to its end.</returns>
    public long Repayment(long awarded, long paid, DateOnly left, RepaymentTerms terms)
    {
        if (left >= End) return 0;
        switch (terms)
        {
            case RepaymentTerms.None: return 0;
            case RepaymentTerms.Whole: return paid;
            case RepaymentTerms.ProRata:
                Int128 days = End.DayNumber - Start.DayNumber;
                var served = Math.Max(0, left.DayNumber - Start.DayNumber);
                var earned = (long)(((2 * (Int128)awarded * served) + days) / (2 * days));
                return Math.Max(0, paid - earned);
            default: throw new ArgumentOutOfRangeException(nameof(terms), terms, "Give none, pro rata or whole.");
        }
    }
}

/// <summary>What leaving before the end of a service agreement means. The values are those of the parameter <c>service_agreement_repayment</c>.</summary>
/// <remarks>The text of part 158 that was seen says nothing of it. Title 5's analogue for recruitment incentives (5 CFR 575.111) is pro rata for a person who leaves, none where the agency ends the agreement for its own needs.</remarks>
public enum RepaymentTerms
{
    /// <summary>Nothing is repaid.</summary>
    None = 0,

    /// <summary>What was paid beyond the part that the completed service has earned: the award times the days served over the days agreed, half a cent up.</summary>
    ProRata = 1,

    /// <summary>Everything that was paid.</summary>
    Whole = 2,
}
