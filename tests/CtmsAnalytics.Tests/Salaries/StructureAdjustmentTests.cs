using CtmsAnalytics.Salaries;

namespace CtmsAnalytics.Tests.Salaries;

public sealed class StructureAdjustmentTests
{
    [Theory]
    [InlineData(60_000, 66_000)]
    [InlineData(60_001, 66_000)]
    [InlineData(65_999, 66_000)]
    [InlineData(66_000, 66_000)]
    [InlineData(66_001, 66_001)]
    [InlineData(59_999, 59_999)]
    public void Apply_RaisedMinimum_MovesPeopleUpToIt(long salary, long expected) =>
        Assert.Equal(expected, StructureAdjustment.Apply(salary, 60_000, 66_000, raiseBetween: true));

    [Theory]
    [InlineData(60_000, 66_000)]
    [InlineData(60_001, 60_001)]
    public void Apply_OnlyTheRegulationsWords_MovesPeopleAtTheOldMinimumAlone(long salary, long expected) =>
        Assert.Equal(expected, StructureAdjustment.Apply(salary, 60_000, 66_000, raiseBetween: false));

    [Fact]
    public void Apply_LoweredMinimum_ChangesNobody() => Assert.Equal(60_000, StructureAdjustment.Apply(60_000, 60_000, 55_000, raiseBetween: true));

    [Theory]
    [InlineData(true, 4, 1, 16_000)]
    [InlineData(false, 2, 3, 12_000)]
    public void Report_Group_CountsPeopleAndDollars(bool raiseBetween, int raised, int below, long dollars)
    {
        var report = StructureAdjustment.Report([59_999, 60_000, 60_000, 62_001, 65_999, 66_000, 70_000], 60_000, 66_000, raiseBetween);

        Assert.Equal(new RaisedMinimumReport(2, 2, raised, below, dollars), report);
    }

    [Fact]
    public void Report_UnchangedMinimum_RaisesNobody() => Assert.Equal(new RaisedMinimumReport(0, 0, 0, 0, 0), StructureAdjustment.Report([60_000, 61_000], 60_000, 60_000, true));
}
