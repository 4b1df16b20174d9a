using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.PayStructures;

namespace CtmsAnalytics.Tests.PayStructures;

public sealed class PayLineTests
{
    /// <summary>By hand: logarithms 1, 2, 4 at ranks 1, 2, 3 have the line -2/3 + 1.5 x, residual squares of 1/6 and R² = 1 - (1/6) / (14/3) = 27/28.</summary>
    [Fact]
    public void Ordinary_ThreeLevels_IsTheLineComputedByHand()
    {
        var line = PayLine.Fit(Points([Math.E, Math.Pow(Math.E, 2), Math.Pow(Math.E, 4)], [1, 1, 1]), PayLineMethod.Ordinary, PayLineWeights.Equal);

        Assert.Equal(-2.0 / 3, line.Intercept, 1e-12);
        Assert.Equal(1.5, line.Slope, 1e-12);
        Assert.Equal(27.0 / 28, line.RSquared!.Value, 1e-12);
        Assert.Equal(Math.Sqrt(1.0 / 12), line.SlopeError!.Value, 1e-12);
        // The mean of three has a standard error of the residual deviation over the root of 3; Student's t with one degree of freedom is 12.7062 at 97.5 %.
        var reach = 12.7062047 * Math.Sqrt(1.0 / 6 / 3);
        Assert.Equal(Math.Exp((7.0 / 3) + reach), line.Predictions[1].Upper!.Value, line.Predictions[1].Upper!.Value * 1e-6);
    }

    [Fact]
    public void Ordinary_LevelsTenPercentApart_HasAProgressionOfTenPercent()
    {
        var line = PayLine.Fit(Points([50_000, 55_000, 60_500, 66_550], [3, 1, 0, 9]), PayLineMethod.Ordinary, PayLineWeights.Incumbents);

        Assert.Equal(0.1, line.Progression, 1e-9);
        Assert.Equal(3, line.Levels);
        Assert.Equal(60_500, line.Predictions[2].Pay, 1e-4);
    }

    [Fact]
    public void Ordinary_WholeWeights_EqualRepeatedLevels()
    {
        var weighted = PayLine.Fit(Points([50_000, 52_000, 70_000], [2, 1, 1]), PayLineMethod.Ordinary, PayLineWeights.Incumbents);
        PayLinePoint[] points = [.. Points([50_000, 52_000, 70_000], [1, 1, 1]), new("L1", 1, 50_000, 1)];

        Assert.Equal(PayLine.Fit(points, PayLineMethod.Ordinary, PayLineWeights.Incumbents).Slope, weighted.Slope, 1e-12);
    }

    [Fact]
    public void Bisquare_OneLevelFarOffTheMarket_IsNotBentByIt()
    {
        double[] pay = [.. Enumerable.Range(0, 8).Select(i => 50_000 * Math.Pow(1.1, i) * (i % 2 == 0 ? 1.001 : 0.999))];
        pay[6] *= 2;

        var robust = PayLine.Fit(Points(pay, [.. pay.Select(_ => 1d)]), PayLineMethod.Bisquare, PayLineWeights.Equal);
        var ordinary = PayLine.Fit(Points(pay, [.. pay.Select(_ => 1d)]), PayLineMethod.Ordinary, PayLineWeights.Equal);

        Assert.Equal(0.1, robust.Progression, 1e-3);
        Assert.True(ordinary.Progression > 0.13);
    }

    [Theory]
    [InlineData(PayLineMethod.Ordinary)]
    [InlineData(PayLineMethod.Huber)]
    [InlineData(PayLineMethod.Bisquare)]
    public void PayLine_OneLevel_IsLevelAndHasNoErrors(PayLineMethod method)
    {
        var line = PayLine.Fit(Points([80_000], [4]), method, PayLineWeights.Incumbents);

        Assert.Equal((0, 0, null), (line.Slope, line.Progression, line.SlopeError));
        Assert.Equal(80_000, line.Predictions[0].Pay, 1e-6);
        Assert.Null(line.Predictions[0].Lower);
    }

    [Fact]
    public void PayLine_NobodyOnAnyLevel_AsksForOtherWeights() =>
        Assert.Contains("equal weights", Assert.Throws<InputException>(() => PayLine.Fit(Points([80_000, 90_000], [0, 0]), PayLineMethod.Ordinary, PayLineWeights.Incumbents)).Message, StringComparison.Ordinal);

    [Fact]
    public void PayLine_PayOfNothing_IsRefused() =>
        Assert.Contains("L2", Assert.Throws<InputException>(() => PayLine.Fit(Points([80_000, 0], [1, 1]), PayLineMethod.Ordinary, PayLineWeights.Equal)).Message, StringComparison.Ordinal);

    private static PayLinePoint[] Points(double[] pay, double[] weights) => [.. pay.Select((p, i) => new PayLinePoint($"L{i + 1}", i + 1, p, weights[i]))];
}
