using CtmsAnalytics.Charts.Risk;

namespace CtmsAnalytics.Charts.Gallery.Recipes;

/// <summary>The code that the gallery shows.</summary>
internal static class FanRecipe
{
    public static ChartSpec Build(ChartSize size)
    {
        // Example data: 500 draws of five years, in cents. A simulation gives the same figures as CostStatistics.Quantiles.
        static FanYear Year(int year, double median, double spread, double budget, double above)
        {
            long Cents(double share) => (long)Math.Round((median + (share * spread)) * 100_000_000);
            return new FanYear(year, Cents(-1.6), Cents(-1.25), Cents(-0.66), Cents(0), Cents(0.69), Cents(1.35), Cents(1.75), (long)(budget * 100_000_000), above, Cents(-0.4) - (long)((year - 2027) * 45_000_000));
        }

        var input = new FanInput(
            "Targeted talent",
            [
                Year(2027, 44.7, 0.6, 46.0, 0.02),
                Year(2028, 46.9, 1.0, 48.0, 0.14),
                Year(2029, 48.5, 1.3, 49.0, 0.36),
                Year(2030, 50.4, 1.6, 50.0, 0.59),
                Year(2031, 52.1, 1.9, 51.0, 0.71),
            ],
            new ChartBasis(Draws: 500, People: 204, Note: "Example data."),
            OtherScenario: "Baseline");
        return FanChart.Build(input, size);
    }
}
