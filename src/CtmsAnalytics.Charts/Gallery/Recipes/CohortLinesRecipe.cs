using CtmsAnalytics.Charts.MarketPosition;

namespace CtmsAnalytics.Charts.Gallery.Recipes;

/// <summary>The code that the gallery shows.</summary>
internal static class CohortLinesRecipe
{
    public static ChartSpec Build(ChartSize size)
    {
        // Example data: median salary, dollars a year. A value of null is withheld and leaves a gap.
        static Cohort Entered(string name, int first, params double?[] values) => new(name, [.. values.Select((v, i) => new CohortPoint(first + i, v))]);
        var input = new CohortLinesInput(
            CohortMeasure.Salary,
            [
                Entered("Before FY2025", 2026, 171_400, 175_200, 179_900, 184_300, 188_600, 193_100),
                Entered("FY2025\u201326", 2026, 152_800, 157_900, 163_600, 168_900, 174_400, 179_800),
                Entered("FY2027", 2027, 149_700, 155_100, 161_800, 167_200, 172_900),
                Entered("FY2028", 2028, 151_900, null, 164_700, 171_800),
                Entered("FY2029", 2029, 156_300, 162_500, 169_200),
            ],
            new ChartBasis(Draws: 500, Note: "Example data."));
        return CohortLinesChart.Build(input, size);
    }
}
