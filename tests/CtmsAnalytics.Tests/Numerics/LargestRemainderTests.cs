using CtmsAnalytics.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace CtmsAnalytics.Tests.Numerics;

public sealed class LargestRemainderTests
{
    [Fact]
    public void Split_EqualWeights_GivesTheOddUnitToTheFirst() => Assert.Equal([4, 3, 3], LargestRemainder.Split([1, 1, 1], 10));

    [Fact]
    public void Round_NegativeParts_GoToANeighbourAndAddUp() => Assert.Equal([2, -1, -1], LargestRemainder.Round([170, -60, -110], 100, 0));

    [Fact]
    public void Split_AnyWeights_AddUpAndStayBetweenFloorAndCeiling() => Prop.ForAll(
        Gen.Choose(0, 1_000_000).Select(w => (long)w).NonEmptyListOf().Where(w => w.Sum() > 0).ToArbitrary(),
        Gen.Choose(0, int.MaxValue).ToArbitrary(),
        (weights, total) =>
        {
            var shares = LargestRemainder.Split([.. weights], total);
            return shares.Sum() == total && shares.Zip(weights).All(s => Math.Abs(s.First - ((decimal)total * s.Second / weights.Sum())) < 1);
        }).Check(Config.QuickThrowOnFailure);
}
