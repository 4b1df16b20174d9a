using CtmsAnalytics.Simulation;

namespace CtmsAnalytics.TalentAcquisition;

/// <summary>
/// Probability that a selectee accepts an offer, by the initial salary relative to the market target: a logistic curve through a stated probability at a ratio of 1. Both figures are assumed;
/// nothing of the kind is published for the service.
/// </summary>
/// <param name="AtMarket">Probability at pay equal to the market target, above 0 and at most 1.</param>
/// <param name="Slope">Change of the log odds for a change of the ratio by 1, 0 or more; 0.1 of the market target more multiplies the odds by e to the power of a tenth of it.</param>
public sealed record AcceptanceCurve(double AtMarket, double Slope)
{
    /// <summary>Lowest probability of the curve, the lowest that a scenario may state: below it a vacancy would never be filled.</summary>
    public const double Lowest = 0.01;

    /// <summary>The probability at a ratio.</summary>
    /// <param name="ratio">Initial salary / market target, 0 or more.</param>
    /// <returns>The probability, <see cref="Lowest"/> to 1; it never falls as the ratio rises.</returns>
    public double At(double ratio)
    {
        if (AtMarket >= 1) return 1;
        if (Slope == 0 || ratio == 1) return Math.Max(Lowest, AtMarket);
        var odds = Deterministic.Log(AtMarket / (1 - AtMarket)) + (Slope * (ratio - 1));
        // Both forms keep their digits on their own side.
        var probability = odds >= 0 ? 1 / (1 + Deterministic.Exp(-odds)) : Deterministic.Exp(odds) / (1 + Deterministic.Exp(odds));
        return Math.Clamp(probability, Lowest, 1);
    }
}
