using CtmsAnalytics.Charts.Workforce;

namespace CtmsAnalytics.Charts.Gallery.Recipes;

/// <summary>The code that the gallery shows.</summary>
internal static class RangePenetrationRecipe
{
    public static ChartSpec Build(ChartSize size)
    {
        // Example data: 0 is the minimum of the range, 1 its maximum. No single person is in it.
        var input = new RangePenetrationInput(
            "end of FY2028",
            [
                new RangePenetrationRow("Executive", null, null, []),
                new RangePenetrationRow("Expert", 21, new RangePenetrationQuantiles(0.31, 0.48, 0.66, 0.81, 0.97), []),
                new RangePenetrationRow("Principal", 38, new RangePenetrationQuantiles(0.22, 0.39, 0.55, 0.70, 0.88), []),
                new RangePenetrationRow("Senior", 74, new RangePenetrationQuantiles(0.12, 0.27, 0.42, 0.58, 0.77), []),
                new RangePenetrationRow("Full performance", 51, new RangePenetrationQuantiles(0.05, 0.16, 0.33, 0.49, 0.64), []),
                new RangePenetrationRow("Entry", 17, new RangePenetrationQuantiles(0.00, 0.04, 0.15, 0.31, 0.45), []),
            ],
            new ChartBasis(People: 204, Note: "Example data."));
        return RangePenetrationChart.Build(input, size);
    }
}
