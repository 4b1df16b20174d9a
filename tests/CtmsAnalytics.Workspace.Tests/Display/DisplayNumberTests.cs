using CtmsAnalytics.Workspace.Display;

namespace CtmsAnalytics.Workspace.Tests;

/// <summary>Numbers of a shown table.</summary>
public sealed class DisplayNumberTests
{
    [Fact]
    public void Numbers_OfAColumn_HaveSeparatorsAndTheSameDecimals()
    {
        var table = DisplayTable.Of(new[]
        {
            new { Year = 2027, People = 1204, Salary = 98_765.432, Ratio = 0.95153, Share = 0.0019634, Expected = 12.5m, Missing = (double?)null },
            new { Year = 2028, People = 7, Salary = 1_204_000d, Ratio = 1d, Share = 0.0002, Expected = 3m, Missing = (double?)0.5 },
        })!;

        Assert.Equal(["2027", "1,204", "98,765", "0.952", "0.001963", "12.50", null], table.Rows[0]);
        Assert.Equal(["2028", "7", "1,204,000", "1.000", "0.000200", "3.00", "0.5000"], table.Rows[1]);
        Assert.All(table.Columns, c => Assert.True(c.IsNumeric));
    }

    [Fact]
    public void Numbers_ThatAreNoneOrMixedWithText_StayAsTheyAre()
    {
        var table = DisplayTable.Of(new[] { new { Code = "06037", Value = double.NaN }, new { Code = "11001", Value = double.PositiveInfinity } })!;

        Assert.Equal(["06037", "NaN"], table.Rows[0]);
        Assert.Equal(["11001", "Infinity"], table.Rows[1]);
        Assert.Equal([["People", "12,345"], ["Name", "A"]], DisplayTable.Of(new { People = 12345, Name = "A" })!.Rows);
    }
}
