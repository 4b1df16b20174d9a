using CtmsAnalytics.Charts.Workforce;

namespace CtmsAnalytics.Charts.Gallery.Recipes;

/// <summary>The code that the gallery shows.</summary>
internal static class HeadcountFlowRecipe
{
    public static ChartSpec Build(ChartSize size)
    {
        // Example data: means over 500 draws.
        var input = new HeadcountFlowInput(
            "Targeted talent",
            [
                new HeadcountYear(2027, 204, 24.3, 23.1, 205.2, 200, 210),
                new HeadcountYear(2028, 205.2, 29.8, 21.4, 213.6, 206, 221),
                new HeadcountYear(2029, 213.6, 30.2, 22.6, 221.2, 212, 230),
                new HeadcountYear(2030, 221.2, 27.5, 24.9, 223.8, 213, 234),
                new HeadcountYear(2031, 223.8, 26.1, 25.3, 224.6, 213, 236),
            ],
            new ChartBasis(Draws: 500, Note: "Example data."));
        return HeadcountFlowChart.Build(input, size);
    }
}
