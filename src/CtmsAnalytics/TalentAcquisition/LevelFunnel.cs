using CtmsAnalytics.Numerics;

namespace CtmsAnalytics.TalentAcquisition;

/// <summary>The hiring funnel of a work level: how many candidates of a stage reach the next one, when, and what each of them costs.</summary>
/// <param name="WorkLevel">Code of the work level.</param>
/// <param name="Track">Career track, for tables; it also decides which structure the initial salary is set in.</param>
/// <param name="Sourced">From sourced to assessed.</param>
/// <param name="Assessed">From assessed to selected.</param>
/// <param name="Selected">From selected to offered.</param>
/// <param name="Offered">From offered to accepted; with an acceptance slope the pass rate is that of an offer at the market target.</param>
/// <param name="Accepted">From accepted to entered on duty.</param>
/// <param name="Travel">Interview travel of assessed candidates.</param>
/// <param name="PeriodsPerLostOffer">Work periods that each offer adds which does not end in an entry on duty, 0 or more.</param>
public sealed record LevelFunnel(
    string WorkLevel,
    string Track,
    FunnelStep Sourced,
    FunnelStep Assessed,
    FunnelStep Selected,
    FunnelStep Offered,
    FunnelStep Accepted,
    InterviewTravel Travel,
    int PeriodsPerLostOffer)
{
    /// <summary>Slope of the acceptance curve.</summary>
    /// <value>Default 0: acceptance does not depend on pay.</value>
    public double AcceptanceSlope { get; init; }

    /// <summary>Where a hire's initial salary stands in the subrange, 0 to 1 (158.620).</summary>
    /// <value>Default null: as for every level.</value>
    public double? EntryPlaceInRange { get; init; }

    /// <summary>Stages that a candidate passes, in order; the last one is the hire.</summary>
    public static IReadOnlyList<FunnelStage> Stages { get; } = [FunnelStage.Sourced, FunnelStage.Assessed, FunnelStage.Selected, FunnelStage.Offered, FunnelStage.Accepted];

    /// <summary>The acceptance curve.</summary>
    public AcceptanceCurve Curve => new(Offered.PassRate, AcceptanceSlope);

    /// <summary>Probability that an offer leads to a hire: accepted, and entered on duty.</summary>
    public double OfferYield => Offered.PassRate * Accepted.PassRate;

    /// <summary>What happens at a stage.</summary>
    /// <param name="stage">A stage before the entry on duty.</param>
    /// <returns>The step.</returns>
    public FunnelStep Step(FunnelStage stage) => stage switch
    {
        FunnelStage.Sourced => Sourced,
        FunnelStage.Assessed => Assessed,
        FunnelStage.Selected => Selected,
        FunnelStage.Offered => Offered,
        FunnelStage.Accepted => Accepted,
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, "Nothing comes after the entry on duty."),
    };

    /// <summary>The funnel with the acceptance that an initial salary brings.</summary>
    /// <param name="ratio">Initial salary / market target.</param>
    /// <returns>The funnel, whose acceptance no longer depends on pay.</returns>
    public LevelFunnel At(double ratio) => AcceptanceSlope == 0 ? this : this with { Offered = Offered with { PassRate = Curve.At(ratio) }, AcceptanceSlope = 0 };

    /// <summary>Probability that a candidate of a stage enters on duty.</summary>
    /// <param name="stage">The stage.</param>
    /// <returns>The product of the pass rates from the stage on; 1 for the last stage.</returns>
    public double Yield(FunnelStage stage) => Stages.Where(s => s >= stage).Aggregate(1.0, (product, s) => product * Step(s).PassRate);

    /// <summary>Candidates of a stage for each hire, expected.</summary>
    /// <param name="stage">The stage.</param>
    /// <returns>1 / yield; positive infinity where nobody gets through.</returns>
    public double CandidatesPerHire(FunnelStage stage) => 1 / Yield(stage);

    /// <summary>Cost of a stage for each hire, that of candidates who are not hired included.</summary>
    /// <param name="stage">A stage before the entry on duty.</param>
    /// <returns>Cents, halves up; 0 where a candidate costs nothing.</returns>
    /// <exception cref="InvalidOperationException">Candidates cost something and a stage lets nobody pass.</exception>
    public long CostPerHire(FunnelStage stage) => Times(Step(stage).Cost, CandidatesPerHire(stage));

    /// <summary>Cost of all stages for each hire, without interview travel.</summary>
    /// <returns>Cents: the sum of the stages as each is rounded.</returns>
    public long CostPerHire() => Stages.Sum(CostPerHire);

    /// <summary>Interview travel for each hire, that of candidates who are not hired included (158.512).</summary>
    /// <returns>Cents, halves up.</returns>
    public long TravelPerHire() => Travel.Share == 0 ? 0 : Times(Travel.CostPerTrip, Travel.Share * CandidatesPerHire(FunnelStage.Assessed));

    /// <summary>Time from the opening of the vacancy to the entry on duty without lost offers: the stages one after the other.</summary>
    /// <returns>The exact distribution of the sum.</returns>
    public PeriodDistribution TimeWithoutLostOffers() => Stages.Select(s => PeriodDistribution.Of(Step(s).Time)).Aggregate((sum, time) => sum.Plus(time));

    /// <summary>Time from the opening of the vacancy to the entry on duty, lost offers included.</summary>
    /// <returns>The distribution.</returns>
    public PeriodDistribution TimeToFill() => TimeWithoutLostOffers().WithLostOffers(OfferYield, PeriodsPerLostOffer);

    /// <summary>The terms that a projection and a simulation read, at the acceptance of the funnel as it stands.</summary>
    /// <param name="entryPlaceInRange">Where the initial salary stands in the range, for a level that states none.</param>
    /// <returns>The terms.</returns>
    public HiringTerms Terms(double entryPlaceInRange) =>
        new(TimeWithoutLostOffers(), OfferYield, PeriodsPerLostOffer, EntryPlaceInRange ?? entryPlaceInRange) { InterviewTravel = TravelPerHire(), SourcingAssessment = CostPerHire() };

    private long Times(long cents, double candidates) => cents == 0 ? 0
        : double.IsInfinity(candidates) ? throw new InvalidOperationException($"A stage of the funnel of {WorkLevel} lets nobody pass, so that a hire has no cost.")
        : Rounding.HalfUp(cents * candidates);
}
