using System.Numerics;
using System.Runtime.Intrinsics;
using CtmsAnalytics.Numerics;
using CtmsAnalytics.Salaries;
using CtmsAnalytics.Simulation;

namespace CtmsAnalytics.Tests.Simulation;

public sealed class LaneMathTests
{
    private const long Largest = (1L << 53) - 1;
    private const int Cases = 20_000;

    [Fact]
    public void HalfUp_AnyAmount_IsTheScalarRule() => EachOf(
        i => (Number(i, 1 << 30) - (1 << 29)) / 2.0,
        LaneMath.HalfUp,
        x => Rounding.HalfUp(x));

    [Fact]
    public void Quotient_AnyWholeNumbers_IsExact()
    {
        for (var i = 0; i < Cases; i++)
        {
            var divisor = 1 + Number(i, Largest / 2, spread: true);
            var dividend = Number(i + Cases, Largest - divisor, spread: true);
            AssertQuotient(dividend, divisor);
            // The multiples of the divisor and their neighbours, where a rounded quotient could reach the next whole number.
            foreach (var near in new[] { -1, 0, 1 })
            {
                if (dividend / divisor * divisor + near is var multiple && multiple >= 0 && multiple <= Largest - divisor) AssertQuotient(multiple, divisor);
            }
        }
    }

    [Fact]
    public void Quotient_ByADivisorWithReciprocal_IsExact()
    {
        foreach (var divisor in new[] { 2L, 3, 7, 10, 26, 999, 1000, 4174, 1_000_000, 1_000_000_007, (1L << 50) - 1 }.Concat(Enumerable.Range(0, 200).Select(i => 2 + Number(i, 1L << 50, spread: true))))
        {
            for (var i = 0; i < 200; i++)
            {
                var any = Number(i, 1L << 50, spread: true);
                foreach (var dividend in new[] { any, any / divisor * divisor, Math.Max(0, (any / divisor * divisor) - 1), (1L << 50) - 1 })
                {
                    var quotient = LaneMath.Quotient(Vector512.Create((double)dividend), new LaneDivisor(divisor));
                    Assert.True(quotient == Vector512.Create((double)(dividend / divisor)), $"{dividend} / {divisor} gives {quotient[0]}");
                }
            }
        }
    }

    [Fact]
    public void Part_AnyAmountAndFraction_IsTheScalarRule()
    {
        for (var i = 0; i < Cases; i++)
        {
            var billionths = Number(i, 2_000_000_000, spread: true);
            var amount = Number(i + Cases, 9_000_000_000_000_000 / Math.Max(1, billionths), spread: true) % 40_000_000_000;
            AssertPart(amount, billionths);
        }
    }

    [Fact]
    public void Part_ExactHalves_GoUp()
    {
        AssertPart(42_670, 350_000_000);
        for (var amount = 1L; amount < 4_000_000; amount += 9_998) AssertPart(amount, 500_000_000);
        for (var amount = 2L; amount < 4_000_000; amount += 9_998) AssertPart(amount, 250_000_000);
        for (var i = 0; i < Cases; i++)
        {
            // The smallest billionths below, at and above a half of this amount.
            var amount = 1 + Number(i, 400_000);
            var half = ((Number(i + Cases, amount) * 1_000_000_000) + 500_000_000) / amount;
            foreach (var billionths in new[] { half - 1, half, half + 1 }) AssertPart(amount, Math.Max(0, billionths));
        }
    }

    [Fact]
    public void PartOfLarge_AnyAmountAndFraction_IsTheScalarRule()
    {
        for (var i = 0; i < Cases; i++)
        {
            var billionths = Number(i, 2_000_000_000, spread: true);
            var amount = Number(i + Cases, Math.Min(9_000_000_000_000_000_000 / Math.Max(1, billionths), 1L << 50), spread: true);
            AssertPartOfLarge(amount, billionths);
            AssertPartOfLarge((amount & ~1L) % 9_000_000_000, 500_000_000);
            AssertPartOfLarge((amount | 1) % 9_000_000_000, 500_000_000);
        }
    }

    [Fact]
    public void Billionths_AnyFraction_AreThoseOfTheScalarRule() => EachOf(
        i => Number(i, 1_000_000_000) / 1e9 * (i % 3 == 0 ? 1 : 1.0000000007),
        LaneMath.Billionths,
        x =>
        {
            Assert.Equal((long)Math.Round(x * 1e9), LaneMath.Billionths(x));
            return (long)Math.Round(x * 1e9);
        });

    [Theory]
    [InlineData(2087)]
    [InlineData(2080)]
    [InlineData(1)]
    public void FromAnnual_AnyRate_IsTheScalarRule(long divisor)
    {
        var twice = new LaneDivisor(2 * divisor);
        EachOf(i => Number(i, 500_000), x => LaneMath.FromAnnual(x, twice), x => HourlyRate.FromAnnual((long)x, divisor));
        EachOf(i => Number(i, 1L << 42, spread: true), x => LaneMath.FromAnnual(x, twice), x => HourlyRate.FromAnnual((long)x, divisor));
        EachOf(i => Number(i, 500_000), x => LaneMath.WorkPeriodPay(x, 80, twice), x => HourlyRate.WorkPeriodPay((long)x, 80, divisor));
        EachOf(i => Number(i, 500_000), x => LaneMath.WorkPeriodPay(x, Vector512.Create(64.0), twice), x => HourlyRate.WorkPeriodPay((long)x, 64, divisor));
    }

    [Fact]
    public void FromAnnual_PublishedExample_IsReproduced() =>
        Assert.Equal(4266.0, LaneMath.FromAnnual(Vector512.Create(89_033.0), new LaneDivisor(2 * 2087))[5]);

    [Fact]
    public void Uniform_AnyWords_AreThoseOfTheScalarRule()
    {
        uint[] words = [0, 1, uint.MaxValue, uint.MaxValue - 1, 0x80000000, 0x7fffffff, 12, 13, .. Enumerable.Range(0, 800).Select(i => (uint)Number(i, 1L << 32))];
        for (var lane = 0; lane + LaneMath.Width <= words.Length; lane++)
        {
            var uniforms = LaneMath.Uniform(words, lane);
            for (var i = 0; i < LaneMath.Width; i++) Assert.Equal(Philox.Uniform(words[lane + i]), uniforms[i]);
        }
    }

    private static void AssertQuotient(long dividend, long divisor)
    {
        var quotient = LaneMath.Quotient(Vector512.Create((double)dividend), Vector512.Create((double)divisor));
        Assert.True(quotient == Vector512.Create((double)(dividend / divisor)), $"{dividend} / {divisor} gives {quotient[0]}");
    }

    private static void AssertPart(long amount, long billionths)
    {
        var expected = (double)Rounding.Part(amount, billionths / 1e9);
        Assert.Equal((double)(long)(((BigInteger)amount * billionths + 500_000_000) / 1_000_000_000), expected);
        Assert.Equal(expected, LaneMath.Part(Vector512.Create((double)amount), billionths)[0]);
        Assert.Equal(expected, LaneMath.Part(Vector512.Create((double)amount), Vector512.Create((double)billionths))[7]);
        AssertPartOfLarge(amount, billionths);
    }

    private static void AssertPartOfLarge(long amount, long billionths)
    {
        var expected = (double)Rounding.Part(amount, billionths / 1e9);
        Assert.Equal(expected, LaneMath.PartOfLarge(Vector512.Create((double)amount), billionths)[0]);
        Assert.Equal(expected, LaneMath.PartOfLarge(Vector512.Create((double)amount), Vector512.Create((double)billionths))[7]);
    }

    private static void EachOf(Func<int, double> input, Func<Vector512<double>, Vector512<double>> lanes, Func<double, long> rule)
    {
        for (var i = 0; i < Cases; i += LaneMath.Width)
        {
            var x = Vector512.Create([.. Enumerable.Range(i, LaneMath.Width).Select(input)]);
            var result = lanes(x);
            for (var lane = 0; lane < LaneMath.Width; lane++) Assert.Equal((double)rule(x[lane]), result[lane]);
        }
    }

    /// <summary>A whole number from 0 to below a limit; spread over its magnitudes where asked.</summary>
    private static long Number(int index, long limit, bool spread = false)
    {
        var block = Philox.Block((uint)index, 0, 0, 0, 9);
        var bits = ((ulong)block.Word0 << 32) | block.Word1;
        return limit <= 0 ? 0 : (long)((spread ? bits >> (int)(block.Word2 % 53) : bits) % (ulong)limit);
    }
}
