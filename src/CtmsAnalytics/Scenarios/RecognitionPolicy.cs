namespace CtmsAnalytics.Scenarios;

/// <summary>Recognition adjustments and payments at the annual review (158.630-632).</summary>
/// <param name="ReviewMonth">The review is held in the first work period that begins in this calendar month, 1 to 12.</param>
/// <param name="RatingShares">Share of people by mission impact rating, lowest first (rating 0 is not eligible, 158.630(c)); sums to one.</param>
/// <param name="Guideline">Recognition adjustment as a fraction of structure salary, by rating and third of the range (lowest first).</param>
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
    bool PaymentApproved);
