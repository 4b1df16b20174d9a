using CtmsAnalytics.Salaries;
using FsCheck;
using FsCheck.Fluent;

namespace CtmsAnalytics.Tests.Salaries;

public sealed class StructureDesignTests
{
    [Fact]
    public void FromMidpoints_HalfSpread_IsTheTextbookRange()
    {
        // 100,000 at a spread of 50 %: minimum 100,000 / 1.25, maximum 80,000 x 1.5.
        Assert.Equal([new DesignedRange(80_000, 100_000, 120_000)], StructureDesign.FromMidpoints([100_000], [0.5]));
    }

    [Fact]
    public void FromMidpoints_SpreadPerLevel_UsesEachLevelsOwn()
    {
        var ranges = StructureDesign.FromMidpoints([100_000, 130_000], [0.5, 0.6]);

        Assert.Equal([new(80_000, 100_000, 120_000), new(100_000, 130_000, 160_000)], ranges);
    }

    [Fact]
    public void FromLowestMidpoint_Progression_CompoundsWithoutRoundingDrift()
    {
        var ranges = StructureDesign.FromLowestMidpoint(4, 100_000, [0.10], [0.5], 1_000);

        Assert.Equal([100_000, 110_000, 121_000, 133_000], ranges.Select(r => r.Midpoint));
        Assert.Equal([80_000, 88_000, 97_000, 106_000], ranges.Select(r => r.Minimum));
        Assert.Equal([120_000, 132_000, 145_000, 160_000], ranges.Select(r => r.Maximum));
    }

    [Fact]
    public void FromLowestMidpoint_ExactHalfOfTheUnit_GoesUp() =>
        Assert.Equal(196_000, StructureDesign.FromLowestMidpoint(2, 170_000, [0.15], [0.5], 1_000)[1].Midpoint);

    [Fact]
    public void FromLowestMidpoint_ProgressionPerLevel_CountsFromTheLevelBelow()
    {
        var ranges = StructureDesign.FromLowestMidpoint(3, 100_000, [9, 0.10, 0.20], [0]);

        Assert.Equal([100_000, 110_000, 132_000], ranges.Select(r => r.Midpoint));
        Assert.All(ranges, r => Assert.Equal((r.Midpoint, r.Midpoint), (r.Minimum, r.Maximum)));
    }

    [Fact]
    public void FromMarket_TargetWage_IsTheMidpoint()
    {
        var occupations = new Dictionary<string, double> { ["15-1212"] = 1 };
        var ranges = StructureDesign.FromMarket([new(50, occupations), new(75, occupations)], m => m.TargetPercentile * 2_000, [0.5], 100);

        Assert.Equal([100_000, 150_000], ranges.Select(r => r.Midpoint));
        Assert.Equal([80_000, 120_000], ranges.Select(r => r.Minimum));
    }

    [Fact]
    public void FromMinimumsAndMaximums_GivenFigures_AreRoundedToTheUnit()
    {
        var ranges = StructureDesign.FromMinimumsAndMaximums([60_049, 79_950], [90_050, 120_149.99], 100);

        Assert.Equal([new(60_000, 75_000, 90_100), new(80_000, 100_000, 120_100)], ranges);
    }

    [Fact]
    public void FromEndMidpoints_Between_IsAGeometricProgression()
    {
        var ranges = StructureDesign.FromEndMidpoints(4, 80_000, 270_000, [0.4]);

        Assert.Equal([80_000, 120_000, 180_000, 270_000], ranges.Select(r => r.Midpoint));
    }

    [Fact]
    public void FromEndMidpoints_HighestNotAboveTheLowest_IsRefused()
    {
        Assert.StartsWith("The highest midpoint is 80000, not above the lowest of 80000.", Assert.Throws<ArgumentException>(() => StructureDesign.FromEndMidpoints(2, 80_000, 80_000, [0.5])).Message, StringComparison.Ordinal);
        Assert.Equal(80_001, StructureDesign.FromEndMidpoints(2, 80_000, 80_001, [0.5])[1].Midpoint);
    }

    [Fact]
    public void FromMinimumsAndMaximums_SameMinimumOrMaximumAsTheLevelBelow_AscendByTheMidpoint()
    {
        Assert.Equal([55_000L, 60_000L], StructureDesign.FromMinimumsAndMaximums([50_000, 50_000], [60_000, 70_000]).Select(r => r.Midpoint));
        Assert.Equal([60_000L, 61_000L], StructureDesign.FromMinimumsAndMaximums([50_000, 52_000], [70_000, 70_000]).Select(r => r.Midpoint));
        Assert.Throws<ArgumentException>(() => StructureDesign.FromMinimumsAndMaximums([50_000, 50_000], [70_000, 70_000]));
    }

    [Fact]
    public void FromMidpoints_OneDollar_IsTheSmallestRange() => Assert.Equal([new DesignedRange(1, 1, 1)], StructureDesign.FromMidpoints([1], [0]));

    [Fact]
    public void Spread_IsAFractionOfTheMinimum() => Assert.Equal(0.5, new DesignedRange(80_000, 100_000, 120_000).Spread);

    [Fact]
    public void FromEndMidpoints_OneLevel_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => StructureDesign.FromEndMidpoints(1, 80_000, 90_000, [0.5]));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Designs_AnyFigures_HaveTheSpreadAndAscend(bool fromEnds)
    {
        var figures = from low in Gen.Choose(30_000, 120_000)
                      from step in Gen.Choose(1, 40)
                      from spread in Gen.Choose(0, 150)
                      from levels in Gen.Choose(2, 12)
                      select (low, step: step / 100.0, spread: spread / 100.0, levels);
        Prop.ForAll(figures.ToArbitrary(), f =>
        {
            var ranges = fromEnds
                ? StructureDesign.FromEndMidpoints(f.levels, f.low, f.low * Math.Pow(1 + f.step, f.levels - 1), [f.spread])
                : StructureDesign.FromLowestMidpoint(f.levels, f.low, [f.step], [f.spread]);
            return ranges.Count == f.levels && ranges[0].Midpoint == f.low
                && ranges.All(r => r.Minimum <= r.Midpoint && r.Midpoint <= r.Maximum && Math.Abs(r.Maximum - (r.Minimum * (1 + f.spread))) <= 2 + f.spread
                    && Math.Abs(((r.Minimum + r.Maximum) / 2.0) - r.Midpoint) <= 1)
                && ranges.Zip(ranges.Skip(1)).All(p => p.First.Midpoint < p.Second.Midpoint && p.First.Minimum <= p.Second.Minimum && p.First.Maximum <= p.Second.Maximum
                    && Math.Abs(p.Second.Midpoint - (p.First.Midpoint * (1 + f.step))) <= 2);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void FromMidpoints_NotAscending_NamesTheLevels()
    {
        var error = Assert.Throws<ArgumentException>(() => StructureDesign.FromMidpoints([100_000, 130_000, 130_000], [0.5]));
        Assert.Contains("Level 3 comes to 104000 - 130000 - 156000, not above level 2", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FromMidpoints_WideRangeAboveNarrow_MinimumFallsAndIsRefused() =>
        Assert.Contains("Level 2", Assert.Throws<ArgumentException>(() => StructureDesign.FromMidpoints([100_000, 101_000], [0.1, 1.0])).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(0)]
    [InlineData(-1)]
    public void FromMidpoints_NoAmount_IsRefused(double midpoint) =>
        Assert.Contains("The midpoint of level 1 is", Assert.Throws<ArgumentException>(() => StructureDesign.FromMidpoints([midpoint], [0.5])).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(-0.01)]
    public void FromMidpoints_NoSpread_IsRefused(double spread) =>
        Assert.Contains("range spread of level 1", Assert.Throws<ArgumentException>(() => StructureDesign.FromMidpoints([100_000], [spread])).Message, StringComparison.Ordinal);

    [Fact]
    public void FromLowestMidpoint_WrongNumberOfFigures_SaysHowMany()
    {
        var error = Assert.Throws<ArgumentException>(() => StructureDesign.FromLowestMidpoint(3, 100_000, [0.1], [0.5, 0.5]));
        Assert.Contains("There are 2 range spreads for 3 levels. Give one for all, or one per level.", error.Message, StringComparison.Ordinal);
        Assert.Contains("midpoint progression of level 2 is 0", Assert.Throws<ArgumentException>(() => StructureDesign.FromLowestMidpoint(3, 100_000, [0], [0.5])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FromMinimumsAndMaximums_MaximumBelowMinimum_IsRefused()
    {
        Assert.Equal([new DesignedRange(60_000, 60_000, 60_000)], StructureDesign.FromMinimumsAndMaximums([60_000], [60_000]));
        Assert.Contains("The maximum of level 1 is 59999, below its minimum of 60000", Assert.Throws<ArgumentException>(() => StructureDesign.FromMinimumsAndMaximums([60_000], [59_999])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Designs_NoLevelOrNoUnit_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => StructureDesign.FromMidpoints([], [0.5]));
        Assert.Throws<ArgumentOutOfRangeException>(() => StructureDesign.FromMidpoints([100_000], [0.5], 0));
        Assert.Contains("comes to 0", Assert.Throws<ArgumentException>(() => StructureDesign.FromMidpoints([100_000], [0.5], 1_000_000)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(120_001, 120_000)]
    [InlineData(120_000, 120_000)]
    [InlineData(119_999, 119_999)]
    [InlineData(80_000, 80_000)]
    public void Under_Limitation_CutsTheMaximum(long limitation, long maximum) =>
        Assert.Equal(new DesignedRange(80_000, 100_000, maximum), new DesignedRange(80_000, 100_000, 120_000).Under(limitation));

    [Fact]
    public void Under_LimitationBelowTheMinimum_IsRefused() =>
        Assert.Contains("above the limitation of 79999", Assert.Throws<ArgumentException>(() => new DesignedRange(80_000, 100_000, 120_000).Under(79_999)).Message, StringComparison.Ordinal);
}
