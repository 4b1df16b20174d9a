using CtmsAnalytics.Charts.Comparisons;
using CtmsAnalytics.Projection;
using CtmsAnalytics.TalentMarket;

namespace CtmsAnalytics.Charts.Gallery.Recipes;

/// <summary>The code that the gallery shows.</summary>
internal static class StaircaseRecipe
{
    public static ChartSpec Build(ChartSize size)
    {
        // Example data, in dollars a year: the range of a work level in both scenarios, the market beside it, incumbents spread over the range.
        static StaircaseStep Step(string level, string title, long low, long high, long proposalLow, long proposalHigh, double median, int people) => new(
            level,
            title,
            low,
            high,
            proposalLow,
            proposalHigh,
            new LevelMarket(median * 0.84, median, median * 1.22, P75Censored: false, median, 50, "example occupations", 2024),
            [.. Enumerable.Range(0, people).Select(i => low + ((high - low) * (i * 37 % 97) / 97))]);

        var comparison = ExampleComparison.Of(
            [44_669_041_00],
            [
                Step("T1", "Entry", 71_000, 99_000, 74_000, 104_000, 88_000, 24),
                Step("T2", "Full performance", 92_000, 129_000, 97_000, 137_000, 118_000, 58),
                Step("T3", "Senior", 118_000, 161_000, 124_000, 171_000, 146_000, 71),
                Step("T4", "Principal", 146_000, 189_000, 152_000, 199_000, 177_000, 36),
                Step("T5", "Expert", 168_000, 211_000, 171_000, 219_000, 203_000, 15),
            ],
            ("Salary structure", [480_000_00]));
        return StaircaseChart.Build(comparison, new StaircaseOptions(Size: size));
    }
}
