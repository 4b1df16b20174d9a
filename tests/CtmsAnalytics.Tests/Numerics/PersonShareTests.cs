using CtmsAnalytics.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace CtmsAnalytics.Tests.Numerics;

public sealed class PersonShareTests
{
    [Fact]
    public void Of_WholePerson_IsExact() => Assert.Equal(123_456_789_01, PersonShare.Whole.Of(123_456_789_01));

    [Theory]
    [InlineData(1, 500_000, 1)]
    [InlineData(-1, 500_000, 0)]
    [InlineData(3, 500_000, 2)]
    [InlineData(1, 499_999, 0)]
    public void Of_HalfACent_RoundsUp(long cents, long millionths, long expected) => Assert.Equal(expected, new PersonShare(millionths).Of(cents));

    [Fact]
    public void Shares_AddedAndTakenAway_AreMillionths()
    {
        Assert.Equal(new PersonShare(700_000), new PersonShare(500_000) + new PersonShare(200_000));
        Assert.Equal(new PersonShare(300_000), new PersonShare(500_000) - new PersonShare(200_000));
        Assert.Equal(new PersonShare(700_000), PersonShare.Add(new PersonShare(500_000), new PersonShare(200_000)));
        Assert.Equal(new PersonShare(300_000), PersonShare.Subtract(new PersonShare(500_000), new PersonShare(200_000)));
    }

    [Fact]
    public void Part_AnyProbability_ConservesPeople() =>
        Prop.ForAll(
            Gen.Choose(0, 1_000_000).Zip(Gen.Choose(0, 10_000)).ToArbitrary(),
            t =>
            {
                var whole = new PersonShare(t.Item1);
                var part = whole.Part(t.Item2 / 10_000.0);
                return part.Millionths >= 0 && (whole - part).Millionths >= 0 && part + (whole - part) == whole;
            }).QuickCheckThrowOnFailure();
}
