using CtmsAnalytics.Charts.Risk;

namespace CtmsAnalytics.Charts.Gallery.Recipes;

/// <summary>The code that the gallery shows.</summary>
internal static class PairedDifferenceRecipe
{
    public static ChartSpec Build(ChartSize size)
    {
        // Example data: 500 paired draws around $7.2M, in cents.
        var differences = Enumerable.Range(0, 500)
            .Select(i => (i + 0.5) / 500)
            .Select(p => (long)Math.Round((7.2 + (1.4 * Math.Log(p / (1 - p)))) * 100_000_000))
            .ToList();
        var input = new PairedDifferenceInput("Targeted talent", "the baseline", "FY2027\u201331", differences, new ChartBasis(People: 204, Note: "Example data."));
        return PairedDifferenceChart.Build(input, size);
    }
}
