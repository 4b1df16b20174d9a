using CtmsAnalytics.Statistics;
using FsCheck;
using FsCheck.Fluent;
using MathNet.Numerics.Statistics;

namespace CtmsAnalytics.Tests.Statistics;

public sealed class LinearQuantileTests
{
    private static readonly Arbitrary<List<int>> Values = Gen.Choose(-1_000_000, 1_000_000).NonEmptyListOf().Select(l => l.ToList()).ToArbitrary();

    [Theory]
    [InlineData(0, 10)]
    [InlineData(0.25, 17.5)]
    [InlineData(0.5, 25)]
    [InlineData(0.9, 37)]
    [InlineData(1, 40)]
    public void At_FourValues_IsTheHandComputedOne(double share, double expected) => Assert.Equal(expected, LinearQuantile.At([10, 20, 30, 40], share), 12);

    [Fact]
    public void At_OneValue_IsItEverywhere() => Assert.All([0, 0.1, 0.5, 1], share => Assert.Equal(7, LinearQuantile.At([7], share)));

    /// <summary>Definition 7 of another engine: to the bit at the quartiles, whose places are exact in binary, and to rounding elsewhere.</summary>
    [Fact]
    public void At_AnyValues_IsDefinitionSeven() => Prop.ForAll(Values, values =>
    {
        double[] sorted = [.. values.Select(v => v / 7d).Order()];
        foreach (var share in new[] { 0.25, 0.5, 0.75 }) Assert.Equal(SortedArrayStatistics.QuantileCustom(sorted, share, QuantileDefinition.R7), LinearQuantile.At(sorted, share));
        foreach (var share in new[] { 0.1, 0.9 }) Assert.Equal(SortedArrayStatistics.QuantileCustom(sorted, share, QuantileDefinition.R7), LinearQuantile.At(sorted, share), 6);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void At_NoValueOrNoShare_SaysSo()
    {
        Assert.Throws<ArgumentException>(() => LinearQuantile.At([], 0.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => LinearQuantile.At([1], -0.01));
        Assert.Throws<ArgumentOutOfRangeException>(() => LinearQuantile.At([1], 1.01));
        Assert.Throws<ArgumentOutOfRangeException>(() => LinearQuantile.At([1], double.NaN));
    }
}
