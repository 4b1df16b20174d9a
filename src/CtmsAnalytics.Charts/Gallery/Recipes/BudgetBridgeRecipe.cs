using CtmsAnalytics.Charts.Comparisons;

namespace CtmsAnalytics.Charts.Gallery.Recipes;

/// <summary>The code that the gallery shows.</summary>
internal static class BudgetBridgeRecipe
{
    public static ChartSpec Build(ChartSize size)
    {
        // Example data, in cents by fiscal year. Comparer.Compare gives such a comparison of two scenarios on a roster.
        var comparison = ExampleComparison.Of(
            [44_669_041_00, 45_692_039_00, 46_797_896_00, 48_336_158_00, 49_753_050_00],
            [],
            ("Salary structure", [0, 480_000_00, 650_000_00, 820_000_00, 970_000_00]),
            ("Local supplements", [0, 460_000_00, 620_000_00, 760_000_00, 910_000_00]),
            ("Recognition", [0, 240_000_00, 310_000_00, 370_000_00, 420_000_00]),
            ("Vacant positions held open", [0, -60_000_00, -70_000_00, -70_000_00, -80_000_00]));
        return BridgeChart.Build(comparison, size);
    }
}
