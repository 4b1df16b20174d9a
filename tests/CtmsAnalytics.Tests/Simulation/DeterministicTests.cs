using System.Runtime.Intrinsics;
using CtmsAnalytics.Simulation;

namespace CtmsAnalytics.Tests.Simulation;

public sealed class DeterministicTests
{
    private const int Numbers = 10_000;

    // True values to 50 digits, rounded to double precision.
    [Theory]
    [InlineData(1e-300, -690.7755278982137)]
    [InlineData(5e-324, -744.4400719213812)]
    [InlineData(1.1641532182693481e-10, -22.873856958478196)]
    [InlineData(0.9999999998835847, -1.1641532183371108e-10)]
    [InlineData(0.1, -2.3025850929940455)]
    [InlineData(0.5, -0.6931471805599453)]
    [InlineData(0.7071067811865475, -0.34657359027997275)]
    [InlineData(0.7071067811865476, -0.3465735902799726)]
    [InlineData(0.99999, -1.0000050000287824e-05)]
    [InlineData(1.0000001, 9.999999505838704e-08)]
    [InlineData(1.4142135623730951, 0.3465735902799727)]
    [InlineData(2.0, 0.6931471805599453)]
    [InlineData(10.0, 2.302585092994046)]
    [InlineData(12345.678, 9.421061321291832)]
    [InlineData(1e+308, 709.1962086421661)]
    public void Log_KnownValue_IsWithinOneUnitInTheLastPlace(double x, double expected) => Assert.InRange(Steps(Deterministic.Log(x), expected), 0, 1);

    [Theory]
    [InlineData(-745.1, 5e-324)]
    [InlineData(-708.5, 2.006132305331306e-308)]
    [InlineData(-700.25, 7.678723813110872e-305)]
    [InlineData(-20.0, 2.061153622438558e-09)]
    [InlineData(-1.0, 0.36787944117144233)]
    [InlineData(-0.3465735902799727, 0.7071067811865475)]
    [InlineData(-1e-10, 0.9999999999)]
    [InlineData(1e-300, 1.0)]
    [InlineData(0.25, 1.2840254166877414)]
    [InlineData(0.5, 1.6487212707001282)]
    [InlineData(1.0, 2.718281828459045)]
    [InlineData(1.0986122886681098, 3.0000000000000004)]
    [InlineData(10.0, 22026.465794806718)]
    [InlineData(100.5, 4.4319559098458955e+43)]
    [InlineData(709.78, 1.7928227943945155e+308)]
    public void Exp_KnownValue_IsWithinOneUnitInTheLastPlace(double x, double expected) => Assert.InRange(Steps(Deterministic.Exp(x), expected), 0, 1);

    [Theory]
    [InlineData(1e-300, -37.0470962993612)]
    [InlineData(1e-20, -9.262340089798407)]
    [InlineData(1.1641532182693481e-10, -6.3379577545537895)]
    [InlineData(0.001, -3.0902323061678136)]
    [InlineData(0.025, -1.9599639845400543)]
    [InlineData(0.075, -1.439531470938456)]
    [InlineData(0.0749999, -1.4395321773759007)]
    [InlineData(0.1, -1.2815515655446004)]
    [InlineData(0.25, -0.6744897501960817)]
    [InlineData(0.4999, -0.00025066283008800747)]
    [InlineData(0.5000001, 2.506628273311648e-07)]
    [InlineData(0.75, 0.6744897501960817)]
    [InlineData(0.925, 1.4395314709384561)]
    [InlineData(0.9251, 1.440238267527964)]
    [InlineData(0.975, 1.9599639845400538)]
    [InlineData(0.999, 3.090232306167813)]
    [InlineData(0.9999999998835847, 6.3379577545537895)]
    [InlineData(0.9999999999999999, 8.209536151601387)]
    public void NormalQuantile_KnownValue_IsWithinAFewUnitsInTheLastPlace(double probability, double expected) =>
        Assert.InRange(Steps(Deterministic.NormalQuantile(probability), expected), 0, 4);

    [Fact]
    public void Log_AnyPositiveNumber_IsWithinOneUnitOfThePlatforms()
    {
        foreach (var x in Bits().Select(Math.Abs).Where(x => x > 0 && double.IsFinite(x)).Concat(Uniforms()).Concat(Uniforms().Select(u => 0.5 + u)))
            Assert.True(Steps(Deterministic.Log(x), Math.Log(x)) <= 1, $"the logarithm of {x:R} is {Deterministic.Log(x):R}, not {Math.Log(x):R}");
    }

    [Fact]
    public void Exp_AnyNumber_IsWithinOneUnitOfThePlatforms()
    {
        foreach (var x in Uniforms().Select(u => (u * 1456) - 746).Concat(Uniforms().Select(u => (u * 4) - 2)))
            Assert.True(Steps(Deterministic.Exp(x), Math.Exp(x)) <= 1, $"e to the power of {x:R} is {Deterministic.Exp(x):R}, not {Math.Exp(x):R}");
    }

    [Theory]
    [InlineData(0.0, double.NegativeInfinity)]
    [InlineData(-double.Epsilon, double.NaN)]
    [InlineData(1.0, 0.0)]
    [InlineData(-1.0, double.NaN)]
    [InlineData(double.NegativeInfinity, double.NaN)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData(double.NaN, double.NaN)]
    public void Log_OutsideThePositiveNumbers_IsAsDocumented(double x, double expected) => Assert.Equal(expected, Deterministic.Log(x));

    [Theory]
    [InlineData(0.0, 1.0)]
    [InlineData(709.79, double.PositiveInfinity)]
    [InlineData(double.MaxValue, double.PositiveInfinity)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData(-745.2, 0.0)]
    [InlineData(double.MinValue, 0.0)]
    [InlineData(double.NegativeInfinity, 0.0)]
    [InlineData(double.NaN, double.NaN)]
    public void Exp_AtTheEnds_IsAsDocumented(double x, double expected) => Assert.Equal(expected, Deterministic.Exp(x));

    [Theory]
    [InlineData(0.37, 1, 0.37)]
    [InlineData(0.37, 0, 1)]
    [InlineData(4, -1, 0.25)]
    [InlineData(0, 0, 1)]
    [InlineData(0, 2.5, 0)]
    [InlineData(0, -2.5, double.PositiveInfinity)]
    [InlineData(0, -1, double.PositiveInfinity)]
    [InlineData(double.PositiveInfinity, 2.5, double.PositiveInfinity)]
    [InlineData(double.PositiveInfinity, -2.5, 0)]
    [InlineData(double.PositiveInfinity, -1, 0)]
    [InlineData(double.PositiveInfinity, 0, 1)]
    [InlineData(-2, 1, -2)]
    [InlineData(-2, 2, double.NaN)]
    [InlineData(double.NaN, 2, double.NaN)]
    [InlineData(double.NaN, 0, 1)]
    public void Pow_SpecialValue_IsAsDocumented(double x, double y, double expected) => Assert.Equal(expected, Deterministic.Pow(x, y));

    [Fact]
    public void Pow_AnyBaseAndExponent_HasTheDocumentedRelativeError()
    {
        foreach (var (u, v) in Uniforms().Zip(Uniforms(1)))
        {
            var (x, y) = (4 * u, (20 * v) - 10);
            var expected = Math.Pow(x, y);
            var bound = ((2 * Math.Abs(y * Math.Log(x))) + 2) * Math.Pow(2, -52);
            Assert.InRange(Deterministic.Pow(x, y), expected * (1 - bound), expected * (1 + bound));
        }
    }

    [Theory]
    [InlineData(0.0, double.NegativeInfinity)]
    [InlineData(1.0, double.PositiveInfinity)]
    [InlineData(0.5, 0.0)]
    [InlineData(-0.1, double.NaN)]
    [InlineData(1.1, double.NaN)]
    [InlineData(double.NaN, double.NaN)]
    public void NormalQuantile_AtTheEndsAndOutside_IsAsDocumented(double probability, double expected) => Assert.Equal(expected, Deterministic.NormalQuantile(probability));

    [Fact]
    public void NormalQuantile_GrowingProbability_Grows()
    {
        var before = double.NegativeInfinity;
        for (var i = 1; i < 100_000; i++)
        {
            var quantile = Deterministic.NormalQuantile(i / 100_000.0);
            Assert.True(quantile > before);
            before = quantile;
        }
    }

    [Fact]
    public void Lanes_AnyBits_AreTheBitsOfOneNumber()
    {
        double[] numbers =
        [
            .. Bits(), .. Uniforms(), .. Uniforms().Select(u => (u * 1500) - 750), .. Bits().Select(x => x * 1e-310),
            0, -0.0, 1, -1, 0.5, 0.075, 0.925, double.Epsilon, 1 - 1e-16, double.MaxValue, double.PositiveInfinity, double.NegativeInfinity, double.NaN, 709.79, -745.2, 1e-12,
        ];
        double[] exponents = [1, -1, 0, 0.5, -0.37, 3.2, -12];
        for (var i = 0; i + Vector512<double>.Count <= numbers.Length; i += Vector512<double>.Count)
        {
            var x = Vector512.Create(numbers, i);
            AssertSame("Log", x, Deterministic.Log(x), Deterministic.Log);
            AssertSame("Exp", x, Deterministic.Exp(x), Deterministic.Exp);
            AssertSame("NormalQuantile", x, Deterministic.NormalQuantile(x), Deterministic.NormalQuantile);
            var y = exponents[i / Vector512<double>.Count % exponents.Length];
            AssertSame("Pow", x, Deterministic.Pow(x, y), number => Deterministic.Pow(number, y));
        }
    }

    private static void AssertSame(string function, Vector512<double> x, Vector512<double> lanes, Func<double, double> one)
    {
        for (var i = 0; i < Vector512<double>.Count; i++)
        {
            var expected = one(x[i]);
            Assert.True(
                BitConverter.DoubleToInt64Bits(lanes[i]) == BitConverter.DoubleToInt64Bits(expected) || (double.IsNaN(lanes[i]) && double.IsNaN(expected)),
                $"{function}({x[i]:R}) is {lanes[i]:R} in lane {i} and {expected:R} alone");
        }
    }

    private static IEnumerable<double> Uniforms(uint when = 0) => Enumerable.Range(0, Numbers).Select(i => Philox.Block((uint)i, 0, when, 0, 1).Uniform0);

    private static IEnumerable<double> Bits() =>
        Enumerable.Range(0, Numbers).Select(i => Philox.Block((uint)i, 0, 0, 0, 2)).Select(b => BitConverter.UInt64BitsToDouble(((ulong)b.Word0 << 32) | b.Word1));

    /// <summary>How many double precision numbers lie from one to the other.</summary>
    private static long Steps(double a, double b) => Math.Abs(Order(a) - Order(b));

    private static long Order(double x) => BitConverter.DoubleToInt64Bits(x) is var bits && bits < 0 ? long.MinValue - bits : bits;
}
