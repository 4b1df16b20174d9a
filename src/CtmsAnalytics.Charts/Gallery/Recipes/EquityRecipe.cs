using CtmsAnalytics.Charts.Workforce;

namespace CtmsAnalytics.Charts.Gallery.Recipes;

/// <summary>The code that the gallery shows.</summary>
internal static class EquityRecipe
{
    public static ChartSpec Build(ChartSize size)
    {
        // Example data: coefficients of a regression of log salary, as fractions, with 95% intervals.
        var input = new EquityInput(
            "salary",
            "work level, local market, qualification and service",
            [
                new EquityRow("Women", "men", -0.008, -0.024, 0.009, 61),
                new EquityRow("Age 40 and over", "under 40", 0.021, 0.004, 0.038, 97),
                new EquityRow("Hired from industry", "hired from government", 0.034, 0.013, 0.055, 72),
                new EquityRow("Veterans", "not veterans", -0.004, -0.023, 0.015, 48),
                new EquityRow("Renewable appointment", "continuing appointment", null, null, null, null),
            ],
            new ChartBasis(People: 204, Note: "Example data."));
        return EquityChart.Build(input, size);
    }
}
