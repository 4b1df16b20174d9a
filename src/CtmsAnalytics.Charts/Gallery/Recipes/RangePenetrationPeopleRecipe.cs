using CtmsAnalytics.Charts.Workforce;

namespace CtmsAnalytics.Charts.Gallery.Recipes;

/// <summary>The code that the gallery shows.</summary>
internal static class RangePenetrationPeopleRecipe
{
    public static ChartSpec Build(ChartSize size)
    {
        // Example data: people spread evenly between the quantiles.
        static RangePenetrationRow Level(string name, int people, params double[] quantiles)
        {
            double[] places = [Math.Max(0, quantiles[0] - 0.05), .. quantiles, Math.Min(1, quantiles[4] + 0.05)];
            double[] shares = [0, 0.1, 0.25, 0.5, 0.75, 0.9, 1];
            var individuals = Enumerable.Range(0, people).Select(i => (i + 0.5) / people).Select(p =>
            {
                var part = Array.FindLastIndex(shares, s => s <= p);
                return places[part] + ((p - shares[part]) / (shares[part + 1] - shares[part]) * (places[part + 1] - places[part]));
            });
            return new RangePenetrationRow(name, people, new RangePenetrationQuantiles(quantiles[0], quantiles[1], quantiles[2], quantiles[3], quantiles[4]), [.. individuals]);
        }

        var input = new RangePenetrationInput(
            "end of FY2028",
            [
                Level("Expert", 21, 0.31, 0.48, 0.66, 0.81, 0.97),
                Level("Principal", 38, 0.22, 0.39, 0.55, 0.70, 0.88),
                Level("Senior", 74, 0.12, 0.27, 0.42, 0.58, 0.77),
                Level("Full performance", 51, 0.05, 0.16, 0.33, 0.49, 0.64),
                Level("Entry", 17, 0.00, 0.04, 0.15, 0.31, 0.45),
            ],
            new ChartBasis(People: 201, Note: "Example data."));
        return RangePenetrationChart.Build(input, size);
    }
}
