using CtmsAnalytics.Charts.Workforce;

namespace CtmsAnalytics.Charts.Gallery.Recipes;

/// <summary>The code that the gallery shows.</summary>
internal static class CompaRatioHeatMapRecipe
{
    public static ChartSpec Build(ChartSize size)
    {
        // Example data: a median of null is withheld; a pair that is absent has nobody.
        string[] levels = ["Entry", "Full", "Senior", "Principal", "Expert", "Executive"];
        string[] organisations = ["Cybersecurity and Infrastructure Security Agency", "Office of the Chief Information Officer", "Coast Guard", "Customs and Border Protection", "Secret Service"];
        double?[][] medians =
        [
            [0.94, 0.99, 1.02, 1.06, 1.08, null],
            [0.91, 0.96, 1.00, 1.03, null, null],
            [null, 0.93, 0.95, 0.98, double.NaN, double.NaN],
            [0.88, 0.95, 1.01, 1.12, null, double.NaN],
            [double.NaN, 1.04, 1.09, 1.15, null, double.NaN],
        ];
        var cells = organisations.SelectMany((organisation, row) => levels
            .Select((level, column) => (Level: level, Median: medians[row][column]))
            .Where(c => c.Median is not double.NaN)
            .Select(c => new CompaRatioCell(c.Level, organisation, c.Median, c.Median is null ? null : 5 + (c.Level.Length * (5 - row))))).ToList();
        var input = new CompaRatioHeatMapInput("end of FY2028", levels, organisations, cells, new ChartBasis(Note: "Example data."));
        return CompaRatioHeatMap.Build(input, size);
    }
}
