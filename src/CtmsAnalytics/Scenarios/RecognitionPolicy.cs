using CtmsAnalytics.PersonnelActions;

namespace CtmsAnalytics.Scenarios;

/// <summary>Recognition adjustments, payments and time-off at the annual review (158.630-633).</summary>
/// <param name="ReviewMonth">The review is held in the first work period that begins in this calendar month, 1 to 12.</param>
/// <param name="RatingShares">Share of people by mission impact rating, lowest first (rating 0 is not eligible, 158.630(c)); sums to one.</param>
/// <param name="Guideline">Recognition adjustment as a fraction of structure salary, by rating and place in the range (lowest first).</param>
/// <param name="AdjustmentPool">Most that an organisation may spend on adjustments in a review, as a fraction of its structure salaries.</param>
/// <param name="PaymentShare">Share of people who receive a recognition payment, by rating.</param>
/// <param name="PaymentPercent">That payment as a fraction of salary, by rating (158.632(a)).</param>
/// <param name="PaymentPool">Most that an organisation may spend on payments in a review, as a fraction of its salaries.</param>
/// <param name="PaymentApproved">True where the Secretary or designee has approved payments above the ordinary limit (158.632(a)).</param>
public sealed record RecognitionPolicy(
    int ReviewMonth,
    IReadOnlyList<double> RatingShares,
    IReadOnlyList<IReadOnlyList<double>> Guideline,
    double AdjustmentPool,
    IReadOnlyList<double> PaymentShare,
    IReadOnlyList<double> PaymentPercent,
    double PaymentPool,
    bool PaymentApproved)
{
    /// <summary>Places in the range at which one column of <see cref="Guideline"/> ends and the next begins: ascending fractions above 0 and below 1, one fewer than the columns.</summary>
    /// <value>Default empty: columns of equal width, so that three are thirds.</value>
    public IReadOnlyList<double> PlaceInRangeBoundaries { get; init; } = [];

    /// <summary>How a payment is paid out, from the work period of the review on (158.632(c)). <see cref="PaymentPercent"/> is its total in every form.</summary>
    /// <value>Default a lump sum.</value>
    public PaymentForm PaymentForm { get; init; }

    /// <summary>Number of parts of a payment, 1 or more; 1 for a lump sum.</summary>
    /// <value>Default 1.</value>
    public int PaymentCount { get; init; } = 1;

    /// <summary>Work periods from one part of a payment to the next, 1 or more.</summary>
    /// <value>Default 1.</value>
    public int PaymentPeriodsBetween { get; init; } = 1;

    /// <summary>Recognition time-off that everyone with a rating receives, hours by rating, lowest first (158.633).</summary>
    /// <value>Default empty: none.</value>
    public IReadOnlyList<int> TimeOffHours { get; init; } = [];

    /// <summary>Correlation of a person's latent mission impact with that of the year before, 0 to below 1; the shares of ratings stay as given. Used by the simulation only.</summary>
    /// <value>Default 0: every year is drawn anew.</value>
    public double RatingPersistence { get; init; }

    /// <summary>Highest payment by rating, when payments are drawn: each between <see cref="PaymentPercent"/> and this is equally likely. As a fraction of salary.</summary>
    /// <value>Default empty: always <see cref="PaymentPercent"/>.</value>
    public IReadOnlyList<double> PaymentPercentHighest { get; init; } = [];

    /// <summary>Mean payment at a rating, where payments are not drawn.</summary>
    /// <param name="rating">The rating.</param>
    /// <returns>Fraction of salary.</returns>
    public double MeanPaymentPercent(int rating) =>
        PaymentPercentHighest.Count == 0 ? PaymentPercent[rating] : (PaymentPercent[rating] + PaymentPercentHighest[rating]) / 2;
}
