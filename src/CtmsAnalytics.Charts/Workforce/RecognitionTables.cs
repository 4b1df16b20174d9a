using System.Globalization;
using CtmsAnalytics.Charts.Formatting;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Recognition;
using CtmsAnalytics.Scenarios;

namespace CtmsAnalytics.Charts.Workforce;

/// <summary>Recognition as tables: the guideline of a policy and the pools of a review (158.630-633).</summary>
public static class RecognitionTables
{
    private const string Total = "Total";

    /// <summary>What a policy gives at each mission impact rating.</summary>
    /// <param name="policy">The policy.</param>
    /// <returns>A row for each rating, the lowest first: share of people, adjustment by place in the range, who is paid how much, and time-off where there is any.</returns>
    public static ChartTable Guideline(RecognitionPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var matrix = new GuidelineMatrix(policy.Guideline, policy.PlaceInRangeBoundaries);
        double[] edges = [0, .. matrix.Boundaries, 1];
        var hasHours = policy.TimeOffHours.Count > 0;
        return new ChartTable(
            "Recognition by mission impact rating: adjustment in percent of structure salary by place in the range, payment in percent of salary",
            [
                "Rating", "People with it", .. Enumerable.Range(0, matrix.Bands).Select(b => $"{Display.WholePercent(edges[b])} to {Display.WholePercent(edges[b + 1])} of range"),
                "Of them paid", "Payment", .. hasHours ? ["Time-off, hours"] : Array.Empty<string>(),
            ],
            [
                .. Enumerable.Range(0, matrix.Ratings).Select(r => (IReadOnlyList<string>)
                [
                    Rating(r, matrix.Ratings), Display.WholePercent(policy.RatingShares[r]), .. Enumerable.Range(0, matrix.Bands).Select(b => Display.Percent(matrix[r, b])),
                    Display.WholePercent(policy.PaymentShare[r]), Display.Percent(policy.MeanPaymentPercent(r)),
                    .. hasHours ? [policy.TimeOffHours[r].ToString(CultureInfo.InvariantCulture)] : Array.Empty<string>(),
                ]),
            ]);
    }

    /// <summary>What the guideline asks for and what the pools hold (158.630(d)(4)).</summary>
    /// <param name="reviews">Pools of one review, for example those of a projection in a year.</param>
    /// <returns>A row for each organisation and one for all together; what is granted is the share of what is asked for.</returns>
    public static ChartTable Pools(IEnumerable<ReviewPool> reviews)
    {
        ArgumentNullException.ThrowIfNull(reviews);
        var pools = reviews.ToList();
        return new ChartTable(
            "Pools by organisation: adjustments in US dollars of annual rate, payments in US dollars",
            ["Organisation", "Adjustments asked", "Pool", "Granted", "Payments asked", "Pool", "Granted"],
            [
                .. pools.Select(p => Row($"{p.Agency} {p.Organisation}", [p])),
                Row(Total, pools),
            ]);
    }

    private static IReadOnlyList<string> Row(string name, IReadOnlyList<ReviewPool> pools) =>
    [
        name,
        Display.Rate(pools.Sum(p => p.Adjustments.Asked)), Display.Rate(pools.Sum(p => p.Adjustments.Pool)), Granted(pools, p => p.Adjustments),
        Display.Dollars(pools.Sum(p => p.Payments.Asked)), Display.Dollars(pools.Sum(p => p.Payments.Pool)), Granted(pools, p => p.Payments),
    ];

    private static string Granted(IEnumerable<ReviewPool> pools, Func<ReviewPool, RecognitionPool> of)
    {
        var (asked, granted) = pools.Select(of).Aggregate((Asked: 0L, Granted: 0L), (sum, p) => (sum.Asked + p.Asked, sum.Granted + p.Allows(p.Asked)));
        return asked == 0 ? "" : Display.Percent((double)granted / asked);
    }

    private static string Rating(int rating, int ratings) => rating.ToString(CultureInfo.InvariantCulture) + (rating == 0 ? " (lowest)" : rating == ratings - 1 ? " (highest)" : "");
}
