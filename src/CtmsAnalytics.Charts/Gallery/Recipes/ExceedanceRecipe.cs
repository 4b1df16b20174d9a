using CtmsAnalytics.Charts.Risk;

namespace CtmsAnalytics.Charts.Gallery.Recipes;

/// <summary>The code that the gallery shows.</summary>
internal static class ExceedanceRecipe
{
    public static ChartSpec Build(ChartSize size)
    {
        // Example data: 500 draws in the shape of a logistic distribution around $48.5M and $46.9M. A simulation gives them as CostByDraw.
        List<long> Draws(double center) =>
        [
            .. Enumerable.Range(0, 500)
                .Select(i => (i + 0.5) / 500)
                .Select(p => (long)Math.Round((center + (0.75 * Math.Log(p / (1 - p)))) * 100_000_000)),
        ];
        var input = new ExceedanceInput(
            "Targeted talent",
            "FY2029",
            Draws(48.5),
            [new ExceedanceBudget("Approved budget", 49_000_000_00), new ExceedanceBudget("Request", 50_500_000_00)],
            new ChartBasis(People: 204, Note: "Example data."),
            [new ExceedanceCurve("Baseline", Draws(46.9))]);
        return ExceedanceChart.Build(input, size);
    }
}
