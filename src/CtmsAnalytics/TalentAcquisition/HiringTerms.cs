using CtmsAnalytics.Numerics;
using CtmsAnalytics.Scenarios;

namespace CtmsAnalytics.TalentAcquisition;

/// <summary>How a vacancy at a work level is filled: in what time, at which initial salary and at what cost. All that a projection and a simulation need of a hiring funnel.</summary>
/// <param name="TimeToFill">Work periods from the vacancy to the entry on duty, without what lost offers add.</param>
/// <param name="OfferAcceptance">Probability that an offer leads to a hire, above 0 and at most 1.</param>
/// <param name="PeriodsPerDeclinedOffer">Work periods that each offer without a hire adds, 0 or more.</param>
/// <param name="EntryPlaceInRange">Where the initial salary stands in the subrange, 0 at the minimum to 1 at the maximum (158.620).</param>
public sealed record HiringTerms(PeriodDistribution TimeToFill, double OfferAcceptance, int PeriodsPerDeclinedOffer, double EntryPlaceInRange)
{
    /// <summary>Interview travel for each hire, that of candidates who are not hired included, cents (158.512).</summary>
    /// <value>Default 0.</value>
    public long InterviewTravel { get; init; }

    /// <summary>Sourcing, assessment and the other costs of each stage for each hire, cents (158.510 to 158.522).</summary>
    /// <value>Default 0.</value>
    public long SourcingAssessment { get; init; }

    /// <summary>The terms of a level that has none of its own.</summary>
    /// <param name="workforce">The scenario's assumptions.</param>
    /// <returns>The terms; they have no cost.</returns>
    public static HiringTerms Of(WorkforceAssumptions workforce)
    {
        ArgumentNullException.ThrowIfNull(workforce);
        var time = workforce.TimeToFill is { } range ? PeriodDistribution.Of(range) : PeriodDistribution.Always(workforce.TimeToFillPeriods);
        return new HiringTerms(time, workforce.OfferAcceptance, workforce.PeriodsPerDeclinedOffer, workforce.EntryPlaceInRange);
    }

    /// <summary>Mean time from a vacancy to the hire that fills it, lost offers included: where nothing is drawn, every vacancy takes as long.</summary>
    /// <returns>Whole work periods, half a period up.</returns>
    public int ExpectedPeriodsToFill() => (int)Rounding.HalfUp(TimeToFill.Mean + ((1 - OfferAcceptance) / OfferAcceptance * PeriodsPerDeclinedOffer));
}
