using CtmsAnalytics.Recognition;

namespace CtmsAnalytics.Tests.Recognition;

public sealed class RecognitionAdjustmentTests
{
    [Theory]
    [InlineData(60_000, 0)]
    [InlineData(79_999, 0)]
    [InlineData(80_000, 1)]
    [InlineData(99_999, 1)]
    [InlineData(100_000, 2)]
    [InlineData(120_000, 2)]
    [InlineData(150_000, 2)]
    [InlineData(59_000, 0)]
    public void ThirdOfRange_SalaryInTheRange_IsItsThird(long salary, int third) => Assert.Equal(third, RecognitionAdjustment.ThirdOfRange(salary, 60_000, 120_000));

    [Theory]
    [InlineData(100_000, 119_999, 120_000, 119_999)]
    [InlineData(100_000, 120_000, 120_000, 120_000)]
    [InlineData(100_000, 120_001, 120_000, 120_000)]
    [InlineData(125_000, 130_000, 120_000, 125_000)]
    public void Cap_AtTheCeiling_StopsThereAndNeverLowers(long before, long raised, long ceiling, long expected) =>
        Assert.Equal(expected, RecognitionAdjustment.Cap(before, raised, ceiling));

    [Fact]
    public void Raised_HalfADollar_RoundsUp() =>
        // 90,008 x 1.0625 = 95,633.5, and 0.0625 is exact in binary.
        Assert.Equal(95_634, RecognitionAdjustment.Raised(90_008, 0.0625));
}
