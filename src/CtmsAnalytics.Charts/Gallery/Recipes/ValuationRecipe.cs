using CtmsAnalytics.Charts.Workforce;

namespace CtmsAnalytics.Charts.Gallery.Recipes;

/// <summary>The code that the gallery shows.</summary>
internal static class ValuationRecipe
{
    public static ChartSpec Build(ChartSize size)
    {
        // Example data: points of the people at three work levels, and the span of each level.
        var input = new ValuationInput(
            [
                new ValuationRow("ENT", "technical", 0, 300, 6, [212, 230, 251, 268, 290], [318], new ValuationQuartiles(230, 259, 290)),
                new ValuationRow("DEV", "technical", 300, 430, 7, [310, 342, 355, 371, 402, 428], [441], new ValuationQuartiles(342, 371, 428)),
                new ValuationRow("TEC", "technical", 430, 1000, 6, [452, 470, 495, 540, 571], [415], new ValuationQuartiles(452, 483, 540)),
            ],
            1000,
            new ChartBasis(People: 19, Note: "Example data."));
        return ValuationChart.Build(input, size);
    }
}
