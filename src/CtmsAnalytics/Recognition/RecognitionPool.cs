namespace CtmsAnalytics.Recognition;

/// <summary>What an organisation may spend in a review and what the guideline asks for (158.630(d)(4)). When the guideline asks for more, every amount is scaled down alike, whatever the order of the people.</summary>
/// <param name="Pool">Most that may be spent, in whole dollars of annual rate for adjustments or cents for payments.</param>
/// <param name="Asked">What the guideline asks for after every other ceiling, in the same unit.</param>
public readonly record struct RecognitionPool(long Pool, long Asked)
{
    /// <summary>Whether the guideline asks for more than the pool holds.</summary>
    public bool Binds => Asked > Pool;

    /// <summary>Part of an amount that the pool allows, rounded down so that the pool is never overspent.</summary>
    /// <param name="amount">Amount that the guideline asks for one person, in the unit of the pool, 0 or more.</param>
    /// <returns>The amount that is granted.</returns>
    public long Allows(long amount) => Binds ? (long)((Int128)amount * Pool / Asked) : amount;
}
