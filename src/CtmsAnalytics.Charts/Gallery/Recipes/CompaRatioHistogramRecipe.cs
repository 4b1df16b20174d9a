using CtmsAnalytics.Charts.Workforce;

namespace CtmsAnalytics.Charts.Gallery.Recipes;

/// <summary>The code that the gallery shows.</summary>
internal static class CompaRatioHistogramRecipe
{
    public static ChartSpec Build(ChartSize size)
    {
        // Example data: people by compa-ratio at the end of a fiscal year.
        int?[] baseline = [0, 6, 14, 27, 38, 41, 32, 21, 13, 7, 5, null];
        int?[] proposal = [0, 5, 9, 17, 29, 40, 39, 28, 17, 11, 6, null];
        var bins = baseline.Select((people, i) => new CompaRatioBin(0.75 + (0.05 * i), 0.80 + (0.05 * i), people, proposal[i])).ToList();
        var input = new CompaRatioHistogramInput("end of FY2028", bins, BaselineMedian: 1.01, ProposalMedian: 1.04, new ChartBasis(People: 204, Note: "Example data."));
        return CompaRatioHistogram.Build(input, size);
    }
}
