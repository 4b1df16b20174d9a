using System.Runtime.Intrinsics;
using CtmsAnalytics.Numerics;
using CtmsAnalytics.Salaries;
using CtmsAnalytics.Simulation;

namespace CtmsAnalytics.Tests.Simulation;

public sealed class LaneMathTests
{
    private const long Largest = (1L << 53) - 1;
    private const long LargestByOne = (1L << 50) - 1;
    private const int Cases = 20_000;
    private const int Width = 8;

    [Fact]
    public void HalfUp_AnyAmount_IsTheScalarRule() => EachOf(
        i => (Number(i, 1 << 30) - (1 << 29)) / 2.0,
        LaneMath.HalfUp,
        x => Rounding.HalfUp(x));

    [Fact]
    public void Quotient_AnyWholeNumbers_IsTheNextOneBelow()
    {
        for (var i = 0; i < Cases; i++)
        {
            var divisor = 1 + Number(i, Largest / 2, spread: true);
            var dividend = Number(i + Cases, Largest - divisor, spread: true);
            AssertQuotient(dividend, divisor);
            AssertQuotient(-dividend, divisor);
            // The multiples of the divisor and their neighbours, where a rounded quotient could reach the next whole number.
            foreach (var near in new[] { -1, 0, 1 })
            {
                if (dividend / divisor * divisor + near is var multiple && Math.Abs(multiple) <= Largest - divisor) AssertQuotient(multiple, divisor);
            }
        }
    }

    [Fact]
    public void Quotient_ByOneDivisor_IsTheNextOneBelow()
    {
        foreach (var divisor in new[] { 1L, 2, 3, 7, 10, 26, 999, 1000, 4174, 1_000_000, 1_000_000_007, LargestByOne }.Concat(Enumerable.Range(0, 100).Select(i => 1 + Number(i, LargestByOne, spread: true))))
        {
            for (var i = 0; i < 200; i++)
            {
                var any = Number(i, LargestByOne, spread: true);
                foreach (var dividend in new[] { any, any / divisor * divisor, Math.Max(0, (any / divisor * divisor) - 1), LargestByOne })
                {
                    AssertQuotientByOne(dividend, divisor);
                    AssertQuotientByOne(-dividend, divisor);
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
            AssertPart(Number(i + Cases, Math.Min(9_000_000_000_000_000 / Math.Max(1, billionths), 9_000_000_000), spread: true), billionths);
        }
    }

    [Fact]
    public void Part_AroundExactHalves_GoesUpAtTheHalf()
    {
        AssertPart(42_670, 350_000_000);
        for (var amount = 1L; amount < 4_000_000; amount += 9_998) AssertPart(amount, 500_000_000);
        for (var amount = 2L; amount < 4_000_000; amount += 9_998) AssertPart(amount, 250_000_000);
        for (var i = 0; i < Cases; i++)
        {
            var amount = 1 + Number(i, 400_000);
            var half = ((Number(i + Cases, amount) * 1_000_000_000) + 500_000_000) / amount;
            foreach (var billionths in new[] { half - 1, half, half + 1 }) AssertPart(amount, billionths);
        }
    }

    [Theory]
    [InlineData(2087)]
    [InlineData(2080)]
    [InlineData(1)]
    public void HourlyRate_AnyAnnualRate_IsTheScalarRule(long divisor)
    {
        EachOf(i => Number(i, 500_000), x => LaneMath.HourlyRate(x, divisor), x => HourlyRate.FromAnnual((long)x, divisor));
        EachOf(i => Number(i, 1L << 42, spread: true), x => LaneMath.HourlyRate(x, divisor), x => HourlyRate.FromAnnual((long)x, divisor));
    }

    [Fact]
    public void HourlyRate_PublishedExample_IsReproduced() => Assert.Equal(4266.0, LaneMath.HourlyRate(Vector512.Create(89_033.0), 2087)[5]);

    [Fact]
    public void Uniform_AnyWords_AreThoseOfTheScalarRule()
    {
        uint[] words = [0, 1, uint.MaxValue, uint.MaxValue - 1, 0x80000000, 0x7fffffff, 12, 13, .. Enumerable.Range(0, 800).Select(i => (uint)Number(i, 1L << 32))];
        for (var lane = 0; lane + Width <= words.Length; lane++)
        {
            var uniforms = LaneMath.Uniform(words.AsSpan(lane));
            for (var i = 0; i < Width; i++) Assert.Equal(Philox.Uniform(words[lane + i]), uniforms[i]);
        }
    }

    private static void AssertQuotient(long dividend, long divisor) =>
        AssertQuotient(dividend, divisor, LaneMath.Quotient(Vector512.Create((double)dividend), Vector512.Create((double)divisor)));

    private static void AssertQuotientByOne(long dividend, long divisor) => AssertQuotient(dividend, divisor, LaneMath.Quotient(Vector512.Create((double)dividend), divisor));

    private static void AssertQuotient(long dividend, long divisor, Vector512<double> quotient)
    {
        var (whole, remainder) = Math.DivRem(dividend, divisor);
        Assert.True(quotient == Vector512.Create((double)(remainder < 0 ? whole - 1 : whole)), $"{dividend} / {divisor} gives {quotient[0]}");
    }

    private static void AssertPart(long amount, long billionths)
    {
        var fraction = billionths / 1e9;
        var expected = (double)Rounding.Part(amount, fraction);
        Assert.Equal((double)decimal.Floor((amount * (billionths / 1_000_000_000m)) + 0.5m), expected);
        Assert.Equal(expected, LaneMath.Part(Vector512.Create((double)amount), fraction)[0]);
        Assert.Equal(expected, LaneMath.Part(Vector512.Create((double)amount), Vector512.Create(fraction))[Width - 1]);
    }

    private static void EachOf(Func<int, double> input, Func<Vector512<double>, Vector512<double>> lanes, Func<double, long> rule)
    {
        for (var i = 0; i < Cases; i += Width)
        {
            var x = Vector512.Create([.. Enumerable.Range(i, Width).Select(input)]);
            var result = lanes(x);
            for (var lane = 0; lane < Width; lane++) Assert.Equal((double)rule(x[lane]), result[lane]);
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
