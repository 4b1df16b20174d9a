using CtmsAnalytics.TalentMarket;
using CtmsAnalytics.Tests.Projection;

namespace CtmsAnalytics.Tests.TalentMarket;

public sealed class SamplingErrorTests
{
    private static readonly OccupationWage Analysts = TestWorld.Wages[0];

    [Fact]
    public void PercentileFactor_MedianOfANarrowDistribution_IsTheRootOfHalfPi() => Assert.Equal(Math.Sqrt(Math.PI / 2), SamplingError.PercentileFactor(50, null), 9);

    [Fact]
    public void PercentileFactor_Median_IsThatOfTheLognormal()
    {
        // sqrt(p(1-p)) / phi(0) x sigma / sqrt(exp(sigma^2) - 1) with sigma 0.4.
        var expected = 0.5 * Math.Sqrt(2 * Math.PI) * 0.4 / Math.Sqrt(Math.Exp(0.16) - 1);
        Assert.Equal(expected, SamplingError.PercentileFactor(50, 0.4), 12);
        Assert.True(SamplingError.PercentileFactor(90, 0.4) > SamplingError.PercentileFactor(75, 0.4));
    }

    [Fact]
    public void RatioToMedianFactor_MedianItself_IsNothing()
    {
        Assert.Equal(0, SamplingError.RatioToMedianFactor(50, 0.4), 7);
        // p = 0.75: 3/16 / f^2 + 1/4 / m^2 - 2 (1/8) / (f m), f = 0.317777, m = 0.398942.
        var (f, m) = (0.3177766, 0.3989423);
        Assert.Equal(Math.Sqrt((3.0 / 16 / (f * f)) + (0.25 / (m * m)) - (0.25 / (f * m))), SamplingError.RatioToMedianFactor(75, null), 5);
    }

    [Fact]
    public void LogDeviation_Quartiles_IsTheirDistanceInStandardDeviations() =>
        Assert.Equal(Math.Log(125_000.0 / 80_000) / (2 * 0.6744897502), SamplingError.LogDeviation(Analysts)!.Value, 8);

    [Fact]
    public void LogDeviation_MedianAndMeanAlone_IsThatOfTheLognormal()
    {
        var local = TestWorld.Wages[1];
        Assert.Null(SamplingError.LogDeviation(local));
        Assert.Null(SamplingError.LogDeviation(local with { Mean = 100_000 }));
        Assert.Equal(Math.Sqrt(2 * Math.Log(1.1)), SamplingError.LogDeviation(local with { Mean = 121_000 })!.Value, 9);
    }

    [Fact]
    public void Relation_FromTwoFigures_MeetsBoth()
    {
        var relation = ErrorRelation.From(0.2, 0.25);
        Assert.Equal(0.2, relation.Of(1), 12);
        Assert.Equal(0.1, relation.Of(16), 12);
        Assert.Throws<ArgumentOutOfRangeException>(() => relation.Of(0));
    }

    [Fact]
    public void Fit_ExactRelation_IsFound()
    {
        var truth = new ErrorRelation(-1.8, -0.25);
        var rows = Enumerable.Range(1, 12).Select(i => Analysts with { Employment = 100.0 * i * i, MeanError = truth.Of(100.0 * i * i) });
        var found = ErrorRelation.Fit(rows.Append(Analysts with { MeanError = null }).Append(Analysts with { Employment = null, MeanError = 0.1 }));
        Assert.Equal(truth.Intercept, found.Intercept, 9);
        Assert.Equal(truth.Slope, found.Slope, 9);
    }

    [Fact]
    public void Fit_TooFewRowsOrOneEmployment_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => ErrorRelation.Fit(Enumerable.Repeat(Analysts with { MeanError = 0.01 }, 9)));
        Assert.Throws<ArgumentException>(() => ErrorRelation.Fit(Enumerable.Repeat(Analysts with { MeanError = 0.01 }, 20)));
    }
}
