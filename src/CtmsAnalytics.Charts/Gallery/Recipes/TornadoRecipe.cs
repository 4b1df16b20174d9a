using CtmsAnalytics.Charts.Risk;

namespace CtmsAnalytics.Charts.Gallery.Recipes;

/// <summary>The code that the gallery shows.</summary>
internal static class TornadoRecipe
{
    public static ChartSpec Build(ChartSize size)
    {
        // Example data: the five-year difference with one assumption changed at a time, effects in cents.
        var input = new TornadoInput(
            "five-year difference",
            7_226_000_00,
            [
                new TornadoRow("Separation rate", "8% a year", "14% a year", 820_000_00, -1_240_000_00),
                new TornadoRow("Market growth", "2% a year", "4.5% a year", -1_450_000_00, 1_690_000_00, Assumed: true),
                new TornadoRow("Time to fill a vacancy", "60 days", "180 days", 410_000_00, -560_000_00, Assumed: true),
                new TornadoRow("Size of the recognition pool", "3% of salary", "5% of salary", -610_000_00, 640_000_00),
                new TornadoRow("Incidents a year", "2", "6", -90_000_00, 130_000_00, Assumed: true),
                new TornadoRow("Limit on aggregate compensation", "EX-II", "Vice President", -310_000_00, -45_000_00, Assumed: true),
            ],
            new ChartBasis(Draws: 500, People: 204, Note: "Example data."));
        return TornadoChart.Build(input, size);
    }
}
