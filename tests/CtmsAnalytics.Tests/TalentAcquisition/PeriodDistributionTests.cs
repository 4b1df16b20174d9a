using CtmsAnalytics.Scenarios;
using CtmsAnalytics.TalentAcquisition;
using FsCheck;
using FsCheck.Fluent;

namespace CtmsAnalytics.Tests.TalentAcquisition;

public sealed class PeriodDistributionTests
{
    private static readonly Arbitrary<(PeriodRange A, PeriodRange B, double Acceptance, int Lost)> Cases =
        (from low in Gen.Choose(0, 5)
         from more in Gen.Choose(0, 6)
         from start in Gen.Choose(0, 5)
         from further in Gen.Choose(0, 6)
         from acceptance in Gen.Choose(2, 20)
         from lost in Gen.Choose(0, 5)
         select (new PeriodRange(low, low + more), new PeriodRange(start, start + further), acceptance / 20.0, lost)).ToArbitrary();

    [Fact]
    public void Plus_TwoRanges_IsTheConvolutionByHand()
    {
        // 1 or 2, and 0, 1 or 2: sums 1, 2, 3, 4 with 1, 2, 2 and 1 sixths.
        var sum = PeriodDistribution.Of(new PeriodRange(1, 2)).Plus(PeriodDistribution.Of(new PeriodRange(0, 2)));

        Assert.Equal((1, 4, 2.5), (sum.Minimum, sum.Maximum, sum.Mean));
        Assert.Equal([1 / 6.0, 2 / 6.0, 2 / 6.0, 1 / 6.0], sum.Probabilities.Select(p => Math.Round(p, 15)), (a, b) => Math.Abs(a - b) < 1e-14);
        Assert.Equal([1, 2, 3, 4, 4], new[] { 0.1, 0.5, 0.8, 0.9, 1 }.Select(sum.Quantile));
        Assert.Equal(0.5, sum.Within(2), 14);
        Assert.Equal((0.0, 1.0, 0.0), (sum.Within(0), sum.Within(9), sum.At(5)));
    }

    [Fact]
    public void WithLostOffers_HalfAccepted_IsTheGeometricSeriesByHand()
    {
        var time = PeriodDistribution.Always(3).WithLostOffers(0.5, 2);

        Assert.Equal([0.5, 0, 0.25, 0, 0.125], Enumerable.Range(3, 5).Select(time.At));
        Assert.Equal(5, time.Mean);
    }

    [Fact]
    public void WithLostOffers_EveryOfferAccepted_ChangesNothing()
    {
        var time = PeriodDistribution.Of(new PeriodRange(2, 4));

        Assert.Same(time, time.WithLostOffers(1, 3));
        Assert.Same(time, time.WithLostOffers(0.2, 0));
    }

    [Fact]
    public void Draw_Range_IsWhatOneNumberOfTheRangeWasBefore() => Prop.ForAll(Cases, c =>
    {
        var (time, range) = (PeriodDistribution.Of(c.A), c.A);
        for (var i = 0; i < 1000; i++)
        {
            var uniform = i / 1000.0;
            Assert.Equal(range.Minimum + (int)Math.Min(range.Maximum - range.Minimum, Math.Floor(uniform * (range.Maximum - range.Minimum + 1))), time.Draw(uniform));
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Sums_AnyRangesAndOffers_AreProbabilitiesWithTheirMean() => Prop.ForAll(Cases, c =>
    {
        var time = PeriodDistribution.Of(c.A).Plus(PeriodDistribution.Of(c.B)).WithLostOffers(c.Acceptance, c.Lost);
        Assert.Equal(1, time.Probabilities.Sum(), 1e-9);
        Assert.All(time.Probabilities, p => Assert.InRange(p, 0, 1));
        Assert.Equal(time.Mean, time.Probabilities.Select((p, i) => p * (time.Minimum + i)).Sum(), 1e-6);
        Assert.Equal(c.A.Mean + c.B.Mean + ((1 - c.Acceptance) / c.Acceptance * c.Lost), time.Mean, 1e-9);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Draw_EvenlySpreadNumbers_ComeOutAsOftenAsTheyAreLikely() => Prop.ForAll(Cases, c =>
    {
        var time = PeriodDistribution.Of(c.A).Plus(PeriodDistribution.Of(c.B));
        const int Count = 20_000;
        var drawn = Enumerable.Range(0, Count).Select(i => time.Draw((i + 0.5) / Count)).CountBy(x => x).ToDictionary();
        for (var periods = time.Minimum; periods <= time.Maximum; periods++) Assert.Equal(time.At(periods), drawn.GetValueOrDefault(periods) / (double)Count, 1e-3);
    }).QuickCheckThrowOnFailure();
}
