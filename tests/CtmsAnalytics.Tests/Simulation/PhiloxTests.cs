using CtmsAnalytics.Simulation;

namespace CtmsAnalytics.Tests.Simulation;

public sealed class PhiloxTests
{
    // The "philox4x32 10" rows of Random123's kat_vectors.
    [Theory]
    [InlineData(0u, 0u, 0u, 0u, 0u, 0u, 0x6627e8d5u, 0xe169c58du, 0xbc57ac4cu, 0x9b00dbd8u)]
    [InlineData(0xffffffffu, 0xffffffffu, 0xffffffffu, 0xffffffffu, 0xffffffffu, 0xffffffffu, 0x408f276du, 0x41c83b0eu, 0xa20bc7c6u, 0x6d5451fdu)]
    [InlineData(0x243f6a88u, 0x85a308d3u, 0x13198a2eu, 0x03707344u, 0xa4093822u, 0x299f31d0u, 0xd16cfe09u, 0x94fdcceb, 0x5001e420u, 0x24126ea1u)]
    public void Block_PublishedVector_IsReproduced(
        uint c0, uint c1, uint c2, uint c3, uint k0, uint k1, uint w0, uint w1, uint w2, uint w3)
        => Assert.Equal(new PhiloxBlock(w0, w1, w2, w3), Philox.Block(c0, c1, c2, c3, k0, k1));

    [Theory]
    [InlineData(0u, 1.0 / 8589934592.0)]
    [InlineData(0x80000000u, 0.5 + (1.0 / 8589934592.0))]
    [InlineData(uint.MaxValue, 1.0 - (1.0 / 8589934592.0))]
    public void Uniform_BoundaryWord_StaysInsideTheOpenInterval(uint word, double expected)
    {
        Assert.Equal(expected, Philox.Uniform(word));
        Assert.InRange(Philox.Uniform(word), double.Epsilon, 1 - double.Epsilon);
        Assert.NotEqual(1.0, Philox.Uniform(word));
    }

    [Fact]
    public void Block_EachCounterAndKeyWord_ChangesEveryOutputWord()
    {
        var origin = Philox.Block(1, 2, 3, 4, 5, 6);
        PhiloxBlock[] neighbours =
        [
            Philox.Block(2, 2, 3, 4, 5, 6), Philox.Block(1, 3, 3, 4, 5, 6), Philox.Block(1, 2, 4, 4, 5, 6),
            Philox.Block(1, 2, 3, 5, 5, 6), Philox.Block(1, 2, 3, 4, 6, 6), Philox.Block(1, 2, 3, 4, 5, 7),
        ];
        Assert.All(neighbours, block =>
        {
            Assert.NotEqual(origin.Word0, block.Word0);
            Assert.NotEqual(origin.Word1, block.Word1);
            Assert.NotEqual(origin.Word2, block.Word2);
            Assert.NotEqual(origin.Word3, block.Word3);
        });
    }

    [Fact]
    public void Block_ManyCounters_UniformsHaveTheMomentsOfTheUnitInterval()
    {
        const int n = 100_000;
        double sum = 0, squares = 0;
        for (var i = 0u; i < n; i++)
        {
            var u = Philox.Block(i, 0, 0, 1, 20_261_121).Uniform0;
            sum += u;
            squares += u * u;
        }

        // Five standard errors of each mean.
        Assert.InRange(sum / n, 0.5 - (5 * 0.2887 / 316.2), 0.5 + (5 * 0.2887 / 316.2));
        Assert.InRange(squares / n, (1.0 / 3) - (5 * 0.2981 / 316.2), (1.0 / 3) + (5 * 0.2981 / 316.2));
    }
}
