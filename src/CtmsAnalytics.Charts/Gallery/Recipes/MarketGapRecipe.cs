using CtmsAnalytics.Charts.MarketPosition;

namespace CtmsAnalytics.Charts.Gallery.Recipes;

/// <summary>The code that the gallery shows.</summary>
internal static class MarketGapRecipe
{
    public static ChartSpec Build(ChartSize size)
    {
        // Example data: market ratio less one, with a 95% interval.
        var input = new MarketGapInput(
            "median salary against the market median of the matched occupations",
            "end of FY2028",
            [
                new MarketGapRow("San Jose-Sunnyvale-Santa Clara", -0.142, -0.171, -0.109, 12),
                new MarketGapRow("Washington-Arlington-Alexandria", -0.031, -0.044, -0.018, 118),
                new MarketGapRow("New York-Newark-Jersey City", -0.087, -0.118, -0.052, 9),
                new MarketGapRow("Seattle-Tacoma-Bellevue", null),
                new MarketGapRow("Atlanta-Sandy Springs-Roswell", 0.022, -0.011, 0.058, 14),
                new MarketGapRow("Pensacola-Ferry Pass-Brent", 0.094, 0.051, 0.139, 23),
            ],
            new ChartBasis(People: 204, Note: "Market: example data."));
        return MarketGapChart.Build(input, size);
    }
}
