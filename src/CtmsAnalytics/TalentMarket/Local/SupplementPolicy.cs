using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Numerics;
using CtmsAnalytics.Parameters;

namespace CtmsAnalytics.TalentMarket.Local;

/// <summary>
/// How a market's cost of talent becomes a supplement (158.612). The text of 612 was not seen, so every number here is an assumed parameter that an option can replace. Fractions throughout.
/// </summary>
public sealed record SupplementPolicy
{
    /// <summary>Share of the gap to the nation that the supplement closes, above 0 to 2.</summary>
    /// <value>Parameter <c>supplement_target_share</c>.</value>
    public required double Target { get; init; }

    /// <summary>Percentage that no market goes below, 0 or more.</summary>
    /// <value>Parameter <c>supplement_floor</c>.</value>
    public required double Floor { get; init; }

    /// <summary>Percentage that no market goes above, at least the floor and at most 1.</summary>
    /// <value>Parameter <c>supplement_ceiling</c>.</value>
    public required double Ceiling { get; init; }

    /// <summary>Percentages are rounded to the nearest multiple of it, halves up; above 0 to 0.1.</summary>
    /// <value>Parameter <c>supplement_rounding_step</c>.</value>
    public required double Step { get; init; }

    /// <summary>Smallest percentage above the floor that is worth paying, 0 or more: what rounds to less gets the floor.</summary>
    /// <value>Parameter <c>supplement_least</c>.</value>
    public required double Least { get; init; }

    /// <summary>Probability that the true cost of talent lies in a market's interval, above 0 and below 1.</summary>
    /// <value>Parameter <c>supplement_confidence</c>.</value>
    public required double Confidence { get; init; }

    /// <summary>Whether a market whose interval includes the nation gets the floor.</summary>
    /// <value>Parameter <c>supplement_needs_evidence</c>.</value>
    public required bool NeedsEvidence { get; init; }

    /// <summary>Whether a market keeps its present percentage where the proposal would lower it.</summary>
    /// <value>Parameter <c>supplement_holds_present</c>.</value>
    public required bool HoldsPresent { get; init; }

    /// <summary>Reads the policy of the parameters.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <returns>The policy.</returns>
    /// <exception cref="ParameterException">One is missing.</exception>
    public static SupplementPolicy Read(ParameterReader parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        return new SupplementPolicy
        {
            Target = parameters.Constant("supplement_target_share"),
            Floor = parameters.Constant("supplement_floor"),
            Ceiling = parameters.Constant("supplement_ceiling"),
            Step = parameters.Constant("supplement_rounding_step"),
            Least = parameters.Constant("supplement_least"),
            Confidence = parameters.Constant("supplement_confidence"),
            NeedsEvidence = parameters.Flag("supplement_needs_evidence"),
            HoldsPresent = parameters.Flag("supplement_holds_present"),
        };
    }

    /// <summary>Checks the ranges.</summary>
    /// <returns>This policy.</returns>
    /// <exception cref="InputException">A number lies outside its range.</exception>
    public SupplementPolicy Checked()
    {
        Require(Target is > 0 and <= 2, "target", "a share of the gap above 0 and at most 2, for example 0.8");
        Require(Floor is >= 0 and < 1, "floor", "a fraction of 0 or more and below 1, for example 0.02");
        Require(Ceiling >= Floor && Ceiling <= 1, "ceiling", "a fraction from the floor to 1, for example 0.25");
        Require(Step is >= SmallestStep and <= LargestStep, "step", "a fraction from 0.0001 to 0.1, for example 0.01");
        Require(Least is >= 0 and < 1, "least", "a fraction of 0 or more and below 1, for example 0.02");
        Require(Confidence is > 0 and < 1, "confidence", "a probability above 0 and below 1, for example 0.9");
        return this;

        static void Require(bool holds, string option, string right)
        {
            if (!holds) throw new InputException($"--{option} is outside its range. Write {right}.");
        }
    }

    /// <summary>The supplement of a market that has an estimate.</summary>
    /// <param name="index">Cost of talent after shrinkage, 1 for the nation.</param>
    /// <param name="lower">Lower end of its interval.</param>
    /// <param name="upper">Upper end of its interval.</param>
    /// <param name="present">Present supplement, a fraction.</param>
    /// <returns>The percentage and what decided it.</returns>
    public SupplementDecision Decide(double index, double lower, double upper, double present)
    {
        var computed = Target * (index - 1);
        var (percent, binding) = Computed(computed, NeedsEvidence && lower <= 1 && upper >= 1);
        return Held(percent, binding, present);
    }

    /// <summary>The supplement of a market without any estimate.</summary>
    /// <param name="present">Present supplement, a fraction.</param>
    /// <returns>The floor, or the present percentage where it is kept.</returns>
    public SupplementDecision DecideWithoutEstimate(double present) => Held(Floor, SupplementBinding.NoEstimate, present);

    private const double SmallestStep = 0.0001;
    private const double LargestStep = 0.1;

    private (double Percent, SupplementBinding Binding) Computed(double computed, bool isNoise)
    {
        if (isNoise) return (Floor, SupplementBinding.Noise);
        if (computed <= Floor) return (Floor, SupplementBinding.Floor);
        var rounded = Clean(Rounding.ToMultiple(Clean(computed / Step), 1) * Step);
        if (rounded <= Floor || rounded < Least) return (Floor, SupplementBinding.TooSmall);
        return rounded > Ceiling ? (Ceiling, SupplementBinding.Ceiling) : (rounded, SupplementBinding.None);
    }

    private SupplementDecision Held(double percent, SupplementBinding binding, double present) =>
        HoldsPresent && present > percent ? new SupplementDecision(present, SupplementBinding.Held) : new SupplementDecision(percent, binding);

    /// <summary>Removes what binary fractions add, so that 0.07 is 7 % and a half is a half.</summary>
    private static double Clean(double value) => Math.Round(value, Decimals);

    private const int Decimals = 9;
}

/// <summary>What decided a supplement.</summary>
public enum SupplementBinding
{
    /// <summary>Nothing but the gap and its rounding.</summary>
    None,

    /// <summary>The interval includes the nation.</summary>
    Noise,

    /// <summary>The floor.</summary>
    Floor,

    /// <summary>The ceiling.</summary>
    Ceiling,

    /// <summary>The gap rounds to less than the smallest supplement that is paid.</summary>
    TooSmall,

    /// <summary>No wages say anything about the market.</summary>
    NoEstimate,

    /// <summary>The present percentage is kept, because it is higher.</summary>
    Held,

    /// <summary>The market is the nation, against which the others are measured.</summary>
    Nation,

    /// <summary>The market was not asked for; it keeps its present percentage.</summary>
    NotAsked,
}

/// <summary>A supplement and what decided it.</summary>
/// <param name="Percent">Fraction of structure salary.</param>
/// <param name="Binding">What decided it.</param>
public readonly record struct SupplementDecision(double Percent, SupplementBinding Binding);
