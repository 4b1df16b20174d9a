using CtmsAnalytics.Compensation;
using CtmsAnalytics.Rules;

namespace CtmsAnalytics.AggregateLimit;

/// <summary>
/// What becomes of deferred compensation when a person separates. The text of 158.604 was not seen; the title 5 analogue pays it out at separation, past the
/// limit of the year (5 CFR 530.204). Cents.
/// </summary>
/// <param name="Recognition">Recognition payments that had been deferred.</param>
/// <param name="Special">Special working conditions payments that had been deferred.</param>
/// <param name="IsPaid">True when they are paid at separation; false when they are only reported as outstanding.</param>
public readonly record struct SeparationSettlement(long Recognition, long Special, bool IsPaid)
{
    /// <summary>Deferred compensation that is paid at separation.</summary>
    public static readonly RuleReference PaidOut = new("aggregate compensation limit: deferred amounts at separation", "158.604; 5 CFR 530.204", "granted");

    /// <summary>Deferred compensation that is outstanding at separation.</summary>
    public static readonly RuleReference Outstanding = new("aggregate compensation limit: deferred amounts at separation", "158.604; 5 CFR 530.204", "reported");

    /// <summary>Everything that had been deferred.</summary>
    public long Total => Recognition + Special;

    /// <summary>What is paid.</summary>
    public long Paid => IsPaid ? Total : 0;

    /// <summary>What is reported as outstanding.</summary>
    public long Reported => IsPaid ? 0 : Total;

    /// <summary>Settles a person's account at separation; nothing stays deferred in it.</summary>
    /// <param name="account">The person's account.</param>
    /// <param name="pay">Whether deferred amounts are paid at separation, a parameter.</param>
    /// <returns>What is paid or reported.</returns>
    public static SeparationSettlement Of(ref PayAccount account, bool pay)
    {
        var settlement = new SeparationSettlement(account.DeferredRecognition, account.DeferredSpecial, pay);
        account.DeferredRecognition = account.DeferredSpecial = 0;
        account.AdditionalPaid += settlement.Paid;
        return settlement;
    }
}
