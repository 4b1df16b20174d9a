using CtmsAnalytics.TalentAcquisition;
using FsCheck;
using FsCheck.Fluent;

namespace CtmsAnalytics.Tests.TalentAcquisition;

public sealed class CandidateCountTests
{
    private static readonly Arbitrary<(int Hires, int Candidates, double Rate, double Probability)> Cases =
        (from hires in Gen.Choose(1, 12)
         from more in Gen.Choose(0, 40)
         from rate in Gen.Choose(1, 19)
         from probability in Gen.Choose(1, 99)
         select (hires, hires + more, rate / 20.0, probability / 100.0)).ToArbitrary();

    // By hand: of 3 candidates at a half, at least 2 get through in 4 of 8 ways; of 4, at least 2 in 11 of 16.
    [Theory]
    [InlineData(2, 3, 0.5, 4 / 8.0)]
    [InlineData(2, 4, 0.5, 11 / 16.0)]
    [InlineData(1, 2, 0.3, 0.51)]
    [InlineData(0, 0, 0.3, 1)]
    [InlineData(1, 0, 0.3, 0)]
    [InlineData(2, 5, 0, 0)]
    [InlineData(5, 5, 1, 1)]
    [InlineData(6, 5, 1, 0)]
    public void ProbabilityOfAtLeast_SmallNumbers_IsTheBinomialByHand(int hires, int candidates, double rate, double expected) =>
        Assert.Equal(expected, CandidateCount.ProbabilityOfAtLeast(hires, candidates, rate), 14);

    [Theory]
    [InlineData(2, 0.5, 0.5, 3)]
    [InlineData(2, 0.5, 0.51, 4)]
    [InlineData(2, 0.5, 0.6875, 4)]
    [InlineData(1, 0.3, 0.9, 7)]
    [InlineData(0, 0.3, 0.9, 0)]
    [InlineData(4, 1, 0.9, 4)]
    public void ToReach_SmallNumbers_IsTheNegativeBinomialByHand(int hires, double rate, double probability, int expected) =>
        Assert.Equal(expected, CandidateCount.ToReach(hires, rate, probability));

    [Fact]
    public void ToReach_NobodyGetsThrough_HasNoAnswer() => Assert.Null(CandidateCount.ToReach(1, 0, 0.5));

    [Fact]
    public void ToReach_AnyNumbers_IsTheFewestThatAreEnough() => Prop.ForAll(Cases, c =>
    {
        var candidates = CandidateCount.ToReach(c.Hires, c.Rate, c.Probability)!.Value;
        Assert.True(Tail(c.Hires, candidates, c.Rate) >= c.Probability - 1e-9);
        Assert.True(Tail(c.Hires, candidates - 1, c.Rate) < c.Probability + 1e-9);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void ProbabilityOfAtLeast_AnyNumbers_IsTheSumOfTheBinomial() => Prop.ForAll(
        Cases, c => Assert.Equal(Tail(c.Hires, c.Candidates, c.Rate), CandidateCount.ProbabilityOfAtLeast(c.Hires, c.Candidates, c.Rate), 1e-9)).QuickCheckThrowOnFailure();

    [Fact]
    public void Hires_AnyNumbers_LeaveAtMostHalfOfTheRestOnEachSide() => Prop.ForAll(Cases, c =>
    {
        var (fewest, most) = CandidateCount.Hires(c.Candidates, c.Rate, 0.8);
        Assert.InRange(c.Candidates * c.Rate, fewest - 1, most + 1);
        Assert.True(1 - Tail(fewest, c.Candidates, c.Rate) <= 0.1 + 1e-9);
        Assert.True(Tail(most + 1, c.Candidates, c.Rate) <= 0.1 + 1e-9);
    }).QuickCheckThrowOnFailure();

    // Newcombe's example and the rule of the edges: no success of 10 leaves rates up to 1 - 0.025^(1/10).
    [Fact]
    public void RateInterval_KnownCounts_IsClopperPearson()
    {
        var (low, high) = CandidateCount.RateInterval(81, 263, 0.95);
        Assert.Equal((0.2527, 0.3676), (Math.Round(low, 4), Math.Round(high, 4)));
        Assert.Equal((0, Math.Round(1 - Math.Pow(0.025, 0.1), 10)), (CandidateCount.RateInterval(0, 10, 0.95).Low, Math.Round(CandidateCount.RateInterval(0, 10, 0.95).High, 10)));
        Assert.Equal(1, CandidateCount.RateInterval(10, 10, 0.95).High);
    }

    [Fact]
    public void ToReach_ManyHiresAtASmallRate_KeepsItsDigits()
    {
        var candidates = CandidateCount.ToReach(1000, 0.001, 0.9)!.Value;
        Assert.InRange(candidates, 1_000_000, 1_060_000);
        Assert.InRange(CandidateCount.ProbabilityOfAtLeast(1000, candidates, 0.001), 0.9, 0.9001);
    }

    private static double Tail(int hires, int candidates, double rate)
    {
        var sum = 0.0;
        for (var k = hires; k <= candidates; k++)
        {
            var ways = 1.0;
            for (var i = 1; i <= k; i++) ways = ways * (candidates - k + i) / i;
            sum += ways * Math.Pow(rate, k) * Math.Pow(1 - rate, candidates - k);
        }

        return sum;
    }
}
