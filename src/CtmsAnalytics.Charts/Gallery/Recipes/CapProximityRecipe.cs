using CtmsAnalytics.Charts.Workforce;

namespace CtmsAnalytics.Charts.Gallery.Recipes;

/// <summary>The code that the gallery shows.</summary>
internal static class CapProximityRecipe
{
    public static ChartSpec Build(ChartSize size)
    {
        // Example data: people by salary as a share of the cap; null where a group is smaller than five or would reveal one.
        var input = new CapProximityInput(
            "Salary",
            "the Vice President\u2019s rate",
            [new CapBin(0, 0.7), new CapBin(0.7, 0.75), new CapBin(0.75, 0.8), new CapBin(0.8, 0.85), new CapBin(0.85, 0.9), new CapBin(0.9, 0.95), new CapBin(0.95, 1), new CapBin(1, 1)],
            [
                new CapRow("Expert", [0, 0, 6, 9, 14, 11, 8, 7]),
                new CapRow("Principal", [8, 9, 12, 15, 10, 6, null, null]),
                new CapRow("Senior", [31, 18, 11, 7, 5, 0, 0, 0]),
                new CapRow("Full performance", [22, null, null, 0, 0, 0, 0, 0]),
            ],
            new ChartBasis(People: 204, Note: "Example data."));
        return CapProximityChart.Build(input, size);
    }
}
