using CtmsAnalytics.Charts.Workforce;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Recognition;
using CtmsAnalytics.Scenarios;

namespace CtmsAnalytics.Charts.Tests.Workforce;

public sealed class RecognitionTablesTests
{
    private static readonly RecognitionPolicy Policy = new(1, [0.2, 0.5, 0.3], [[0, 0], [0.03, 0.02], [0.06, 0.04]], 0.03, [0, 0.1, 0.5], [0, 0.04, 0.08], 0.015, false) { PlaceInRangeBoundaries = [0.4] };

    [Fact]
    public void Guideline_Policy_HasARowForEachRatingAndAColumnForEachBand()
    {
        var table = RecognitionTables.Guideline(Policy);

        Assert.Equal(["Rating", "People with it", "0% to 40% of range", "40% to 100% of range", "Of them paid", "Payment"], table.Columns);
        Assert.Equal(["0 (lowest)", "1", "2 (highest)"], table.Rows.Select(r => r[0]));
        Assert.Equal(["2 (highest)", "30%", "6.0%", "4.0%", "50%", "8.0%"], table.Rows[2]);
        Assert.Equal(["Time-off, hours", "16"], Last(RecognitionTables.Guideline(Policy with { TimeOffHours = [0, 8, 16] })));

        static string[] Last(ChartTable with) => [with.Columns[^1], with.Rows[^1][^1]];
    }

    [Fact]
    public void Pools_OneThatBinds_GrantsLessThanAllInItsRowAndInTheTotal()
    {
        var table = RecognitionTables.Pools([
            new ReviewPool(new DateOnly(2027, 1, 10), "CISA", "IOD", new RecognitionPool(9_000, 10_000), new RecognitionPool(5_000_00, 4_000_00)),
            new ReviewPool(new DateOnly(2027, 1, 10), "CISA", "CSD", new RecognitionPool(20_000, 10_000), new RecognitionPool(0, 0)),
        ]);

        Assert.Equal(["CISA IOD", "$10,000", "$9,000", "90.0%", "$4,000", "$5,000", "100.0%"], table.Rows[0]);
        Assert.Equal("", table.Rows[1][^1]);
        Assert.Equal(["Total", "$20,000", "$29,000", "95.0%", "$4,000", "$5,000", "100.0%"], table.Rows[2]);
    }
}
