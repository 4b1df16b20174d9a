using CtmsAnalytics.Charts.Risk;

namespace CtmsAnalytics.Charts.Gallery.Recipes;

/// <summary>The code that the gallery shows.</summary>
internal static class VarianceRecipe
{
    public static ChartSpec Build(ChartSize size)
    {
        // Example data: shares of the variance of one year's cost.
        var input = new VarianceInput(
            "cost of FY2029",
            1_310_000_00,
            [
                new VarianceSource("Separations", 0.46, 0.04),
                new VarianceSource("Time to fill a vacancy", 0.23, 0.03),
                new VarianceSource("Incidents", 0.17, 0.03),
                new VarianceSource("Mission impact ratings", 0.04, 0.02),
                new VarianceSource("Offers accepted", 0.02, 0.02),
            ],
            Remainder: 0.08,
            RemainderStandardError: 0.05,
            new ChartBasis(Draws: 500, People: 204, Note: "Example data."));
        return VarianceChart.Build(input, size);
    }
}
