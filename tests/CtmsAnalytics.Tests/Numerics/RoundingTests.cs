using CtmsAnalytics.Numerics;

namespace CtmsAnalytics.Tests.Numerics;

public sealed class RoundingTests
{
    [Fact]
    public void Part_EveryHundredthOfAPercent_IsTheDecimalAnswer()
    {
        for (var hundredths = 0; hundredths <= 10_000; hundredths += 7)
        {
            for (var amount = 15_000L; amount < 400_000; amount += 4_999)
            {
                var exact = (long)decimal.Floor((amount * (hundredths / 10_000m)) + 0.5m);
                Assert.Equal(exact, Rounding.Part(amount, hundredths / 10_000.0));
            }
        }
    }

    [Theory]
    [InlineData(42_670, 0.35, 14_935)]
    [InlineData(1, 0.499999999, 0)]
    [InlineData(1, 0.5, 1)]
    [InlineData(-1, 0.5, 0)]
    [InlineData(-1, 0.500000001, -1)]
    [InlineData(-3, 1, -3)]
    [InlineData(5, -0.5, -2)]
    [InlineData(0, 0.7, 0)]
    public void Part_Halves_GoUp(long amount, double fraction, long expected) => Assert.Equal(expected, Rounding.Part(amount, fraction));
}
