using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.TalentMarket.Local;
using FsCheck;
using FsCheck.Fluent;

namespace CtmsAnalytics.Tests.TalentMarket.Local;

public sealed class SupplementPolicyTests
{
    private static readonly SupplementPolicy Policy = new()
    {
        Target = 1,
        Floor = 0,
        Ceiling = 0.25,
        Step = 0.01,
        Least = 0.02,
        Confidence = 0.9,
        NeedsEvidence = true,
        HoldsPresent = false,
    };

    [Theory]
    [InlineData(1.158, 1.13, 1.18, 0.16, SupplementBinding.None)]
    [InlineData(1.065, 1.03, 1.10, 0.07, SupplementBinding.None)] // Halves go up, also where 0.065 in binary lies below.
    [InlineData(1.311, 1.27, 1.35, 0.25, SupplementBinding.Ceiling)]
    [InlineData(1.080, 0.99, 1.18, 0.00, SupplementBinding.Noise)]
    [InlineData(0.870, 0.82, 0.93, 0.00, SupplementBinding.Floor)]
    [InlineData(1.012, 1.005, 1.02, 0.00, SupplementBinding.TooSmall)]
    public void Decide_Markets_GivesPercentageAndWhatBinds(double index, double lower, double upper, double percent, SupplementBinding binding)
    {
        var decision = Policy.Decide(index, lower, upper, 0);

        Assert.Equal(percent, decision.Percent, 1e-12);
        Assert.Equal(binding, decision.Binding);
    }

    [Fact]
    public void Decide_PresentIsHigher_IsKeptOnlyWhereThePolicySaysSo()
    {
        Assert.Equal(0.09, Policy.Decide(1.087, 1.05, 1.12, 0.12).Percent, 1e-12);
        var held = (Policy with { HoldsPresent = true }).Decide(1.087, 1.05, 1.12, 0.12);
        Assert.Equal((0.12, SupplementBinding.Held), (held.Percent, held.Binding));
    }

    [Fact]
    public void Decide_NoiseIgnored_PaysWhatTheEstimateSays() =>
        Assert.Equal(0.08, (Policy with { NeedsEvidence = false }).Decide(1.08, 0.99, 1.18, 0).Percent, 1e-12);

    [Fact]
    public void Decide_FloorAboveZero_IsWhatNoiseAndCheapMarketsGet()
    {
        var policy = Policy with { Floor = 0.03 };
        Assert.Equal(0.03, policy.Decide(0.9, 0.85, 0.95, 0).Percent);
        Assert.Equal(0.03, policy.Decide(1.02, 1.01, 1.03, 0).Percent);
        Assert.Equal(0.03, policy.DecideWithoutEstimate(0).Percent);
    }

    [Fact]
    public void Decide_HigherCostOfTalent_NeverGetsLess() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(1000),
        Prop.ForAll(ArbMap.Default.ArbFor<(NormalFloat, NormalFloat)>(), ArbMap.Default.ArbFor<(byte, byte)>(), (levels, steps) => IsMonotone(levels.Item1.Get, levels.Item2.Get, steps.Item1, steps.Item2)));

    private static void IsMonotone(double a, double b, byte target, byte step)
    {
        var policy = Policy with { Target = 0.01 + (target / 200.0), Step = 0.0001 + (step / 5000.0) };
        var (low, high) = (Index(Math.Min(a, b)), Index(Math.Max(a, b)));

        // The width of the interval is the same, so that a higher index is also the better proven one.
        var (less, more) = (policy.Decide(low, low * 0.95, low * 1.05, 0), policy.Decide(high, high * 0.95, high * 1.05, 0));

        Assert.True(less.Percent <= more.Percent, $"{low} gets {less.Percent}, {high} gets {more.Percent}");
        Assert.InRange(more.Percent, policy.Floor, policy.Ceiling);

        static double Index(double value) => 1 + (0.5 * Math.Tanh(value));
    }

    [Theory]
    [InlineData("target")]
    [InlineData("floor")]
    [InlineData("ceiling")]
    [InlineData("step")]
    [InlineData("confidence")]
    public void Checked_OutsideItsRange_NamesTheOption(string option)
    {
        var wrong = option switch
        {
            "target" => Policy with { Target = 0 },
            "floor" => Policy with { Floor = -0.01 },
            "ceiling" => Policy with { Floor = 0.10, Ceiling = 0.05 },
            "step" => Policy with { Step = 0 },
            _ => Policy with { Confidence = 1 },
        };

        Assert.Contains("--" + option, Assert.Throws<InputException>(wrong.Checked).Message, StringComparison.Ordinal);
    }
}
