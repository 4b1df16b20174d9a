using CtmsAnalytics.Calendar;
using CtmsAnalytics.Deployment;
using CtmsAnalytics.Scenarios;

namespace CtmsAnalytics.Simulation.Replays;

/// <summary>What chance decides for one person in one draw, in the terms of the pay rules.</summary>
/// <param name="draw">The draw.</param>
/// <param name="spell">The person's numbers.</param>
/// <param name="person">The person.</param>
internal sealed class DrawnLuck(ScenarioDraw draw, SpellLuck spell, RosterPerson person)
{
    private double? _impact;

    /// <summary>Whether the person is a hire of the draw.</summary>
    public bool IsHire => spell.Spell > 0;

    /// <summary>Accumulated hazard at which the person separates, in <see cref="Luck.HazardUnit"/>.</summary>
    public double Life { get; } = spell.Life;

    /// <summary>The mission impact rating of a review. The latent impact opens at the person's first review under a policy with persistence; reviews without it do not move it.</summary>
    /// <param name="recognition">The policy in force.</param>
    /// <param name="review">Work period of the review.</param>
    /// <param name="lastRating">Last rating of the roster; null where there is none.</param>
    public int Rating(RecognitionPolicy recognition, WorkPeriod review, int? lastRating)
    {
        var scale = new RatingScale(recognition.RatingShares);
        if (recognition.RatingPersistence == 0) return spell.Rating(scale, Year(review));
        var known = lastRating < recognition.RatingShares.Count ? lastRating : null;
        _impact = spell.Impact(_impact ?? spell.OpeningImpact(recognition.RatingShares, known), recognition.RatingPersistence, Year(review));
        return scale.OfImpact(_impact.Value);
    }

    /// <summary>The recognition payment of a review as a fraction of salary; null for none.</summary>
    public double? Payment(RecognitionPolicy recognition, int rating, WorkPeriod review)
    {
        var lowest = recognition.PaymentPercent[rating];
        var highest = recognition.PaymentPercentHighest.Count == 0 ? lowest : recognition.PaymentPercentHighest[rating];
        return spell.Payment(recognition.PaymentShare[rating], lowest, highest, Year(review));
    }

    /// <summary>Whether the person moves to the next work level at a review.</summary>
    public bool Progresses(LevelProgression progression, WorkPeriod review) => spell.Progresses(progression.Probability, Year(review));

    /// <summary>Whether student loans of the person are repaid.</summary>
    public bool RepaysLoans(double share) => spell.RepaysLoans(share);

    /// <summary>Whether a program calls the person in a work period, with which percentage, and the incident that calls; the one that began first goes before others.</summary>
    /// <param name="program">The program.</param>
    /// <param name="period">Index of the work period.</param>
    public (double Fraction, Incident? Incident)? CallOf(SwcProgram program, int period)
    {
        var (lowest, highest) = (program.LowestPercent, program.HighestPercent);
        var index = draw.ProgramOf(program.Name);
        if (program.Incidents is not { } process)
            return spell.Call(index, period, program.ExpectedShare, lowest, highest) is { } alone ? (alone, null) : null;
        foreach (var incident in draw.Incidents(person.Agency, person.Organisation, program.Name, process))
        {
            if (incident.Covers(period) && spell.Call(index, incident.Start, incident.Share, lowest, highest) is { } fraction) return (fraction, incident);
        }

        return null;
    }

    /// <summary>Market target of a work level in a calendar year of the draw, US dollars a year.</summary>
    public double MarketTarget(MarketMatch match, string market, int year) => draw.MarketTarget(match, market, year);

    /// <summary>Base pay raise of a calendar year in the draw, and the stated one.</summary>
    public (double Drawn, double Stated) PayRaise(int year) => draw.PayRaise(year);

    /// <summary>Growth of the talent market in a calendar year of the draw, and the stated one.</summary>
    public (double Drawn, double Stated) MarketGrowth(int year) => draw.MarketGrowth(year);

    private int Year(WorkPeriod review) => review.FirstDay.Year - draw.Scenario.Horizon.Start.Year;
}
