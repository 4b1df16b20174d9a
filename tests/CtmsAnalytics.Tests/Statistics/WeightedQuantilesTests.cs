using CtmsAnalytics.Simulation;
using CtmsAnalytics.Statistics;

namespace CtmsAnalytics.Tests.Statistics;

public sealed class WeightedQuantilesTests
{
    [Theory]
    [InlineData(0.5, 3)]
    [InlineData(0.25, 2)]
    [InlineData(0.2, 1.5)]
    [InlineData(0, 1)]
    [InlineData(1, 5)]
    public void Of_FiveObservations_IsHyndmanAndFansSecondDefinition(double probability, double expected) => Assert.Equal(expected, WeightedQuantiles.Of([5, 1, 4, 2, 3], null, [probability])![0]);

    [Fact]
    public void Of_EvenNumber_MedianIsTheMeanOfTheMiddle() => Assert.Equal([2.5], WeightedQuantiles.Of([1, 2, 3, 4], null, [0.5])!);

    [Fact]
    public void Of_WholeWeights_AreRepetitions()
    {
        double[] probabilities = [0.9, 0.1, 0.5, 0.25, 0.75];
        for (var word = 0u; word < 50; word++)
        {
            var values = Enumerable.Range(0, 9).Select(i => Math.Round(100 * Philox.Block(word, (uint)i, 0, 0, 3).Uniform0)).ToArray();
            var weights = Enumerable.Range(0, 9).Select(i => (double)(Philox.Block(word, (uint)i, 1, 0, 3).Word0 % 4)).ToArray();
            var repeated = values.Zip(weights).SelectMany(p => Enumerable.Repeat(p.First, (int)p.Second)).ToArray();
            Assert.Equal(WeightedQuantiles.Of(repeated, null, probabilities), WeightedQuantiles.Of(values, weights, probabilities));
        }
    }

    [Fact]
    public void Of_WeightsOfZero_TakeNoPart()
    {
        Assert.Equal([7.0, 7], WeightedQuantiles.Of([1, 7, 9], [0, 2, 0], [0.1, 0.9])!);
        Assert.Null(WeightedQuantiles.Of([1, 7], [0, 0], [0.5]));
        Assert.Null(WeightedQuantiles.Of([], null, [0.5]));
    }

    [Fact]
    public void Of_UnsoundInput_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => WeightedQuantiles.Of([1, double.NaN], null, [0.5]));
        Assert.Throws<ArgumentException>(() => WeightedQuantiles.Of([1, 2], [1, -1], [0.5]));
        Assert.Throws<ArgumentException>(() => WeightedQuantiles.Of([1, 2], [1], [0.5]));
        Assert.Throws<ArgumentException>(() => WeightedQuantiles.Of([1, 2], null, [1.1]));
    }

    [Fact]
    public void Of_ManyProbabilities_NeverFall()
    {
        var values = Enumerable.Range(0, 101).Select(i => Philox.Block((uint)i, 0, 0, 0, 5).Uniform0).ToArray();
        var weights = Enumerable.Range(0, 101).Select(i => Philox.Block((uint)i, 1, 0, 0, 5).Uniform0).ToArray();
        var quantiles = WeightedQuantiles.Of(values, weights, [.. Enumerable.Range(0, 101).Select(p => p / 100.0)])!;
        Assert.Equal(quantiles.Order(), quantiles);
    }
}
