using CtmsAnalytics.TalentAcquisition;

namespace CtmsAnalytics.Simulation;

/// <summary>What chance decides for one person in one draw. A person is a spell in a position: who holds it at the start, or the hire who fills it for the n-th time.</summary>
/// <param name="Luck">Seed and held sources.</param>
/// <param name="Key">Key of the position.</param>
/// <param name="Spell">0 for who holds the position at the start, n for its n-th hire.</param>
/// <param name="Draw">The draw.</param>
internal readonly record struct SpellLuck(Luck Luck, uint Key, int Spell, uint Draw)
{
    /// <summary>Accumulated hazard at which the person separates, in <see cref="Luck.HazardUnit"/>.</summary>
    public double Life => Luck.Life(Key, Spell, Draw);

    /// <summary>Latent mission impact before the first review: standard normal, inside the interval of the last rating where one is known.</summary>
    /// <param name="shares">Shares of ratings, lowest first.</param>
    /// <param name="lastRating">Last rating; null where none is known.</param>
    public double OpeningImpact(IReadOnlyList<double> shares, int? lastRating)
    {
        var u = Luck.Block(LuckPurpose.OpeningImpact, Key, Spell, Draw, 0).Uniform0;
        if (lastRating is not { } rating || shares[rating] == 0) return Deterministic.NormalQuantile(u);
        var below = 0.0;
        for (var r = 0; r < rating; r++) below += shares[r];
        return Deterministic.NormalQuantile(Math.Clamp(below + (shares[rating] * u), double.Epsilon, 1 - 1e-16));
    }

    /// <summary>Latent mission impact at a review: persistence x the last one + what the year adds, so that it stays standard normal.</summary>
    /// <param name="before">Latent mission impact at the review before, or the opening one.</param>
    /// <param name="persistence">Correlation from year to year, above 0.</param>
    /// <param name="year">Calendar year of the review less that of the horizon's start.</param>
    public double Impact(double before, double persistence, int year) =>
        (persistence * before) + (Math.Sqrt(1 - (persistence * persistence)) * Deterministic.NormalQuantile(Luck.Block(LuckPurpose.Rating, Key, Spell, Draw, year).Uniform0));

    /// <summary>Rating of a review without persistence: the number of cumulated shares that the uniform number reaches.</summary>
    public int Rating(RatingScale scale, int year) => scale.OfUniform(Luck.Block(LuckPurpose.Rating, Key, Spell, Draw, year).Uniform0);

    /// <summary>The recognition payment of a review as a fraction of salary; null where the person receives none.</summary>
    /// <param name="share">Share of people with the rating who receive one.</param>
    /// <param name="lowest">Lowest payment.</param>
    /// <param name="highest">Highest payment.</param>
    /// <param name="year">Calendar year of the review less that of the horizon's start.</param>
    public double? Payment(double share, double lowest, double highest, int year)
    {
        var block = Luck.Block(LuckPurpose.Payment, Key, Spell, Draw, year);
        return block.Word0 < Luck.Threshold(share) ? lowest + ((highest - lowest) * block.Uniform1) : null;
    }

    /// <summary>Whether the person moves to the next work level at a review.</summary>
    public bool Progresses(double probability, int year) => Luck.Block(LuckPurpose.Progression, Key, Spell, Draw, year).Word0 < Luck.Threshold(probability);

    /// <summary>Whether a program calls the person, and with which percentage, inside the program's range.</summary>
    /// <param name="program">Index of the program's name among the names of all programs of the run, in ordinal order.</param>
    /// <param name="when">Index of the work period, or of the one in which the incident began.</param>
    /// <param name="probability">Share of people who are called.</param>
    /// <param name="lowest">Lowest payment as a fraction of the salary for the work period.</param>
    /// <param name="highest">Highest payment.</param>
    public double? Call(int program, int when, double probability, double lowest, double highest)
    {
        var block = Luck.Block(LuckPurpose.Special, Key, Spell, Draw, when, program);
        return block.Word0 < Luck.Threshold(probability) ? lowest + ((highest - lowest) * block.Uniform1) : null;
    }

    /// <summary>
    /// When the position that this spell is to fill is filled: work periods after it fell vacant; null where it is not filled. A declined offer adds its periods.
    /// </summary>
    /// <param name="terms">Hiring terms of the position's work level.</param>
    /// <param name="share">Share of such vacancies that are filled.</param>
    public int? PeriodsToFill(HiringTerms terms, double share)
    {
        var block = Luck.Block(LuckPurpose.Filling, Key, Spell, Draw, 0);
        if (block.Word0 >= Luck.Threshold(share)) return null;
        var periods = terms.TimeToFill.Draw(block.Uniform1);
        if (terms.OfferAcceptance >= 1 || terms.PeriodsPerDeclinedOffer == 0) return periods;
        var declined = Math.Floor(Deterministic.Log(block.Uniform2) / Deterministic.Log(1 - terms.OfferAcceptance));
        return periods + ((int)Math.Min(declined, MostDeclined) * terms.PeriodsPerDeclinedOffer);
    }

    /// <summary>Uniform number that decides the health enrolment of a hire among the roster's shares.</summary>
    public double HealthEnrolment => Luck.Block(LuckPurpose.Filling, Key, Spell, Draw, 0).Uniform3;

    /// <summary>Whether the offer of a hire holds a recognition payment.</summary>
    public bool OfferHoldsPayment(double share) => Luck.Block(LuckPurpose.Offer, Key, Spell, Draw, 0).Word0 < Luck.Threshold(share);

    /// <summary>Whether student loans of the person are repaid.</summary>
    public bool RepaysLoans(double share) => Luck.Block(LuckPurpose.Offer, Key, Spell, Draw, 0).Word1 < Luck.Threshold(share);

    private const int MostDeclined = 1000;
}
