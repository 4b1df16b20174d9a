using CtmsAnalytics.Recognition;
using FsCheck;
using FsCheck.Fluent;

namespace CtmsAnalytics.Tests.Recognition;

public sealed class RecognitionPoolTests
{
    private static readonly Arbitrary<(long Pool, long[] Asked)> Cases =
        Gen.Choose(0, int.MaxValue).Zip(Gen.Choose(0, 50_000_000).ArrayOf()).Select(c => ((long)c.Item1, c.Item2.Select(a => (long)a).ToArray())).ToArbitrary();

    [Theory]
    [InlineData(999, false)]
    [InlineData(1000, false)]
    [InlineData(1001, true)]
    public void Binds_AtThePool_OnlyAboveIt(long asked, bool binds) => Assert.Equal(binds, new RecognitionPool(1000, asked).Binds);

    [Fact]
    public void Allows_AnyPeople_NeverSpendsMoreThanThePool() => Prop.ForAll(
        Cases,
        c =>
        {
            var pool = new RecognitionPool(c.Pool, c.Asked.Sum());
            var granted = c.Asked.Sum(pool.Allows);
            return granted <= c.Pool && (pool.Binds ? granted > c.Pool - Math.Max(1, c.Asked.Length) : granted == pool.Asked);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Allows_AnyOrder_GivesEachPersonTheSame() => Prop.ForAll(
        Cases,
        c =>
        {
            var forward = new RecognitionPool(c.Pool, c.Asked.Sum());
            var backward = new RecognitionPool(c.Pool, c.Asked.Reverse().Sum());
            return c.Asked.Select(forward.Allows).SequenceEqual(c.Asked.Reverse().Select(backward.Allows).Reverse());
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Allows_LargerAmountOrPool_NeverGivesLess() => Prop.ForAll(
        Cases.Generator.Zip(Gen.Choose(0, 1_000_000)).ToArbitrary(),
        c =>
        {
            var ((held, asked), more) = c;
            var pool = new RecognitionPool(held, asked.Sum());
            var larger = pool with { Pool = held + more };
            return asked.All(a => pool.Allows(a) <= pool.Allows(a + more) && pool.Allows(a) <= larger.Allows(a) && pool.Allows(a) <= a);
        }).QuickCheckThrowOnFailure();
}
