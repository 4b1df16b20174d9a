using CtmsAnalytics.Simulation;

namespace CtmsAnalytics.Tests.Simulation;

public sealed class PhiloxLanesTests
{
    private const uint Seed = 20_261_121;
    private const int Rounds = 60;

    private readonly uint[] _word0 = new uint[PhiloxLanes.Lanes];
    private readonly uint[] _word1 = new uint[PhiloxLanes.Lanes];
    private readonly uint[] _word2 = new uint[PhiloxLanes.Lanes];
    private readonly uint[] _word3 = new uint[PhiloxLanes.Lanes];

    // The row of Random123's kat_vectors whose second key word is 0, in a lane of each half.
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(63)]
    public void Words_PublishedVector_IsReproduced(int lane)
    {
        new PhiloxLanes(0).Words(0, DrawLanes.From(unchecked(0u - (uint)lane)), 0, 0, _word0, _word1, _word2, _word3);

        Assert.Equal(new PhiloxBlock(0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8), Block(lane));
    }

    [Fact]
    public void Words_ConsecutiveDraws_AreTheBlocksOfEach() => EachCounter((key, first, when, word, seed) =>
    {
        var lanes = new PhiloxLanes(seed);
        lanes.Words(key, DrawLanes.From(first), when, word, _word0, _word1, _word2, _word3);
        for (var i = 0; i < PhiloxLanes.Lanes; i++) Assert.Equal(Philox.Block(key, unchecked(first + (uint)i), when, word, seed), Block(i));

        var (first0, first1, only0) = (new uint[PhiloxLanes.Lanes], new uint[PhiloxLanes.Lanes], new uint[PhiloxLanes.Lanes]);
        lanes.Words(key, DrawLanes.From(first), when, word, first0, first1);
        lanes.Words(key, DrawLanes.From(first), when, word, only0);
        Assert.Equal(_word0, first0);
        Assert.Equal(_word1, first1);
        Assert.Equal(_word0, only0);
    });

    [Fact]
    public void Words_LastDraws_GoOnWithTheFirst()
    {
        new PhiloxLanes(Seed).Words(7, DrawLanes.From(uint.MaxValue - 9), 3, 5, _word0);

        Assert.Equal(Philox.Block(7, uint.MaxValue, 3, 5, Seed).Word0, _word0[9]);
        Assert.Equal(Philox.Block(7, 0, 3, 5, Seed).Word0, _word0[10]);
    }

    [Fact]
    public void Words_SourceHeldStill_AreThoseOfOneDrawInEveryLane()
    {
        var luck = new Luck(Seed, RandomSources.Ratings);
        var block = luck.Block(LuckPurpose.Rating, 12, 3, draw: 40, when: 2);
        var word = Luck.Word(LuckPurpose.Rating, 3);
        var lanes = new PhiloxLanes(Seed);

        lanes.Words(12, DrawLanes.Still, 2, word, _word0, _word1, _word2, _word3);
        Assert.All(Enumerable.Range(0, PhiloxLanes.Lanes), i => Assert.Equal(block, Block(i)));

        lanes.Words(12, DrawLanes.Still, 2, word, _word1);
        Assert.Equal(_word0, _word1);
        lanes.Words(12, DrawLanes.Still, 2, word, _word2, _word3);
        Assert.Equal(_word0, _word2);
        Assert.All(_word3, w => Assert.Equal(block.Word1, w));

        Assert.Equal(ulong.MaxValue, lanes.Below(12, DrawLanes.Still, 2, word, block.Word0 + 1ul, _word1));
        Assert.All(_word1, w => Assert.Equal(block.Word1, w));
        Assert.Equal(0ul, lanes.Below(12, DrawLanes.Still, 2, word, block.Word0, _word1));
    }

    [Fact]
    public void Words_AnyCounterInEachLane_AreTheBlocksOfEach() => EachCounter((key, first, when, word, seed) =>
    {
        var lanes = new PhiloxLanes(seed);
        var (draws, whens, words) = (Spread(first), Spread(when), Spread(word));
        for (var count = PhiloxLanes.Step; count <= PhiloxLanes.Lanes; count += PhiloxLanes.Step)
        {
            lanes.Words(key, draws.AsSpan(0, count), whens.AsSpan(0, count), words.AsSpan(0, count), _word0, _word1, _word2, _word3);
            for (var i = 0; i < count; i++) Assert.Equal(Philox.Block(key, draws[i], whens[i], words[i], seed), Block(i));
        }

        var (first0, first1) = (new uint[PhiloxLanes.Lanes], new uint[PhiloxLanes.Lanes]);
        lanes.Words(key, draws, whens, words, first0, first1);
        Assert.Equal(_word0, first0);
        Assert.Equal(_word1, first1);
    });

    [Fact]
    public void Below_AnyThreshold_IsTheComparisonOfEachLane() => EachCounter((key, first, when, word, seed) =>
    {
        var lanes = new PhiloxLanes(seed);
        var (draws, whens, words) = (Spread(first), Spread(when), Spread(word));
        var own = Philox.Block(key, first, when, word, seed).Word0;
        foreach (var threshold in new ulong[] { 1, own, own + 1ul, 1ul << 31, seed, uint.MaxValue, 1ul << 32 })
        {
            var below = lanes.Below(key, DrawLanes.From(first), when, word, threshold, _word1);
            for (var i = 0; i < PhiloxLanes.Lanes; i++) AssertLane(Philox.Block(key, unchecked(first + (uint)i), when, word, seed), i, below, threshold);

            for (var count = PhiloxLanes.Step; count <= PhiloxLanes.Lanes; count += PhiloxLanes.Step)
            {
                below = lanes.Below(key, draws.AsSpan(0, count), when, word, threshold, _word1);
                for (var i = 0; i < count; i++) AssertLane(Philox.Block(key, draws[i], when, word, seed), i, below, threshold);
                Assert.True(count == PhiloxLanes.Lanes || below >> count == 0);
            }

            below = lanes.Below(key, draws, whens, words, threshold, _word1);
            for (var i = 0; i < PhiloxLanes.Lanes; i++) AssertLane(Philox.Block(key, draws[i], whens[i], words[i], seed), i, below, threshold);
        }
    });

    [Fact]
    public void Below_ProbabilityOfZeroOrOne_IsNoLaneOrEvery()
    {
        var lanes = new PhiloxLanes(Seed);

        Assert.Equal(0ul, lanes.Below(1, DrawLanes.From(0), 2, 3, Luck.Threshold(0), _word1));
        Assert.Equal(ulong.MaxValue, lanes.Below(1, DrawLanes.From(0), 2, 3, Luck.Threshold(1), _word1));
    }

    private void AssertLane(PhiloxBlock block, int lane, ulong below, ulong threshold)
    {
        Assert.Equal(block.Word0 < threshold, ((below >> lane) & 1) == 1);
        Assert.Equal(block.Word1, _word1[lane]);
    }

    private static void EachCounter(Action<uint, uint, uint, uint, uint> check)
    {
        for (var i = 0u; i < Rounds; i++)
        {
            var block = Philox.Block(i, 0, 0, 0, Seed);
            check(block.Word0, block.Word1, block.Word2, block.Word3, unchecked(block.Word0 * 31));
        }
    }

    private static uint[] Spread(uint from) => [.. Enumerable.Range(0, PhiloxLanes.Lanes).Select(i => Philox.Block(from, (uint)i, 0, 0, 3).Word0)];

    private PhiloxBlock Block(int lane) => new(_word0[lane], _word1[lane], _word2[lane], _word3[lane]);
}
