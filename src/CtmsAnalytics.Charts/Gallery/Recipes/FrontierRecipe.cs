using CtmsAnalytics.Charts.MarketPosition;

namespace CtmsAnalytics.Charts.Gallery.Recipes;

/// <summary>The code that the gallery shows.</summary>
internal static class FrontierRecipe
{
    public static ChartSpec Build(ChartSize size)
    {
        // Example data: candidates with their five-year cost in cents.
        var input = new FrontierInput(
            "FY2027\u201331",
            "Median salary as a share of the market target",
            [
                new FrontierPoint("Baseline", 235_248_000_00, 0.941),
                new FrontierPoint("Targeted talent", 242_474_000_00, 0.987, Chosen: true),
                new FrontierPoint("Supplements only", 238_902_000_00, 0.968),
                new FrontierPoint("Recognition first", 240_130_000_00, 0.952),
                new FrontierPoint("Higher ranges", 244_800_000_00, 0.979),
                new FrontierPoint("Targeted talent, all levels", 249_310_000_00, 1.012),
                new FrontierPoint("Broad raise", 251_900_000_00, 1.003),
                new FrontierPoint("Freeze", 231_050_000_00, 0.912),
            ],
            new ChartBasis(Draws: 500, People: 204, Note: "Example data."));
        return FrontierChart.Build(input, size);
    }
}
