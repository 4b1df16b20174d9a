using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Parameters;

namespace CtmsAnalytics.PayStructures;

/// <summary>What a structure must meet, and the figures that it is searched among. Fractions, never "5 for 5 %".</summary>
/// <param name="ShareWithin">Least share of the levels whose midpoint lies within <paramref name="Tolerance"/> of the market target, 0 to 1.</param>
/// <param name="Tolerance">Largest distance of midpoint from market target that counts as competitive, as a fraction of the target, above 0.</param>
/// <param name="ProgressionMinimum">Least growth of the midpoint from a level to the next, above -1.</param>
/// <param name="ProgressionMaximum">Most growth of the midpoint from a level to the next, at least the minimum.</param>
/// <param name="CompaRatioMinimum">Least mean compa-ratio of a level's people: structure salary after the raises of 158.621(c) over the new midpoint, above 0.</param>
/// <param name="CompaRatioMaximum">Most mean compa-ratio of a level's people, at least the minimum.</param>
/// <param name="Grid">The figures that are searched.</param>
public sealed record StructureGoals(
    double ShareWithin,
    double Tolerance,
    double ProgressionMinimum,
    double ProgressionMaximum,
    double CompaRatioMinimum,
    double CompaRatioMaximum,
    StructureGrid Grid)
{
    /// <summary>Most that the horizon may cost on average, cents.</summary>
    /// <value>Default null: no limit.</value>
    public long? BudgetCents { get; init; }

    /// <summary>Least market ratio of each local market: salaries with supplement of its people over the market targets of their levels there.</summary>
    /// <value>Default null: supplements stay what the base pays.</value>
    public double? MarketRatio { get; init; }

    /// <summary>Least supplement of every market, a fraction of structure salary.</summary>
    /// <value>Default null: what the base pays, so that nobody's pay is cut.</value>
    public double? SupplementFloor { get; init; }

    /// <summary>Least adjustment pool, a fraction of structure salaries.</summary>
    /// <value>Default null: what the base gives.</value>
    public double? PoolFloor { get; init; }

    /// <summary>Whether a level's minimum and midpoint may fall below the base's.</summary>
    /// <value>Default false.</value>
    public bool MayLower { get; init; }

    /// <summary>Checks that the goals make sense.</summary>
    /// <returns>The goals.</returns>
    /// <exception cref="InputException">A figure lies outside its range.</exception>
    public StructureGoals Checked()
    {
        Require(ShareWithin is >= 0 and <= 1, $"The share of levels within the tolerance is {ShareWithin}. Give a fraction from 0 to 1, for example 0.75.");
        Require(Tolerance is > 0 and < 1, $"The tolerance is {Tolerance}. Give a fraction above 0 and below 1, for example 0.05.");
        Require(ProgressionMinimum > -1 && ProgressionMaximum >= ProgressionMinimum && double.IsFinite(ProgressionMaximum), $"The progression lies between {ProgressionMinimum} and {ProgressionMaximum}. Give a lower and an upper bound in this order, for example 0.05 and 0.35.");
        Require(CompaRatioMinimum > 0 && CompaRatioMaximum >= CompaRatioMinimum && double.IsFinite(CompaRatioMaximum), $"The compa-ratio band runs from {CompaRatioMinimum} to {CompaRatioMaximum}. Give a lower and an upper bound in this order, for example 0.8 and 1.2.");
        Require(BudgetCents is null or > 0, $"The budget is {BudgetCents / 100m}. Give US dollars above 0.");
        Require(MarketRatio is null or > 0, $"The market ratio is {MarketRatio}. Give a fraction above 0, for example 0.95.");
        Require(SupplementFloor is null or (>= 0 and <= 1), $"The least supplement is {SupplementFloor}. Give a fraction from 0 to 1.");
        Require(SupplementFloor is null || MarketRatio is not null, $"A least supplement of {SupplementFloor} without a market ratio would end every supplement above it. State the market ratio that the supplements must reach.");
        Require(PoolFloor is null or (>= 0 and <= 1), $"The least adjustment pool is {PoolFloor}. Give a fraction from 0 to 1.");
        Grid.Check();
        return this;
    }

    internal static void Require(bool isSound, FormattableString message)
    {
        if (!isSound) throw new InputException(FormattableString.Invariant(message));
    }

    /// <summary>Default goals from the policy parameters; only those that are not stated are read, so that a study lists what it rests on.</summary>
    /// <param name="stated">What is stated.</param>
    /// <param name="parameters">Where defaults come from.</param>
    /// <returns>The goals, checked.</returns>
    /// <exception cref="InputException">A figure lies outside its range.</exception>
    /// <exception cref="ParameterException">A parameter is missing.</exception>
    public static StructureGoals From(StatedGoals stated, ParameterReader parameters)
    {
        ArgumentNullException.ThrowIfNull(stated);
        ArgumentNullException.ThrowIfNull(parameters);
        double Of(double? value, string name) => value ?? parameters.Constant(name);
        return new StructureGoals(
            Of(stated.ShareWithin, "structure_goal_share"),
            Of(stated.Tolerance, "structure_goal_tolerance"),
            Of(stated.ProgressionMinimum, "structure_goal_progression_minimum"),
            Of(stated.ProgressionMaximum, "structure_goal_progression_maximum"),
            Of(stated.CompaRatioMinimum, "structure_goal_compa_ratio_minimum"),
            Of(stated.CompaRatioMaximum, "structure_goal_compa_ratio_maximum"),
            new StructureGrid(
                (long)Of(stated.MidpointStep, "structure_midpoint_step"),
                (long)Of(stated.RoundingUnit, "structure_rounding_unit"),
                stated.Spreads ?? Spreads(parameters),
                Of(null, "structure_search_width"),
                Of(null, "supplement_rounding_step"),
                Of(null, "supplement_ceiling"),
                Of(null, "structure_pool_step")))
        {
            BudgetCents = stated.BudgetCents,
            MarketRatio = stated.MarketRatio,
            SupplementFloor = stated.SupplementFloor,
            PoolFloor = stated.PoolFloor,
            MayLower = stated.MayLower,
        }.Checked();
    }

    private static List<double> Spreads(ParameterReader parameters)
    {
        var (least, most, step) = (parameters.Constant("structure_spread_minimum"), parameters.Constant("structure_spread_maximum"), parameters.Constant("structure_spread_step"));
        Require(step > 0 && most >= least, $"The range spreads run from {least} to {most} in steps of {step}. Give an ascending range and a step above 0.");
        var count = (int)Math.Floor(((most - least) / step) + StructureGrid.Rest);
        return [.. Enumerable.Range(0, count + 1).Select(i => Math.Round(least + (i * step), StructureGrid.Digits))];
    }
}

/// <summary>Goals as somebody states them; what is null takes its default.</summary>
public sealed record StatedGoals
{
    /// <summary>As <see cref="StructureGoals.ShareWithin"/>.</summary>
    public double? ShareWithin { get; init; }

    /// <summary>As <see cref="StructureGoals.Tolerance"/>.</summary>
    public double? Tolerance { get; init; }

    /// <summary>As <see cref="StructureGoals.ProgressionMinimum"/>.</summary>
    public double? ProgressionMinimum { get; init; }

    /// <summary>As <see cref="StructureGoals.ProgressionMaximum"/>.</summary>
    public double? ProgressionMaximum { get; init; }

    /// <summary>As <see cref="StructureGoals.CompaRatioMinimum"/>.</summary>
    public double? CompaRatioMinimum { get; init; }

    /// <summary>As <see cref="StructureGoals.CompaRatioMaximum"/>.</summary>
    public double? CompaRatioMaximum { get; init; }

    /// <summary>As <see cref="StructureGrid.MidpointStep"/>.</summary>
    public double? MidpointStep { get; init; }

    /// <summary>As <see cref="StructureGrid.RoundingUnit"/>.</summary>
    public double? RoundingUnit { get; init; }

    /// <summary>As <see cref="StructureGrid.Spreads"/>; an empty list keeps each level's own.</summary>
    public IReadOnlyList<double>? Spreads { get; init; }

    /// <summary>As <see cref="StructureGoals.BudgetCents"/>.</summary>
    public long? BudgetCents { get; init; }

    /// <summary>As <see cref="StructureGoals.MarketRatio"/>.</summary>
    public double? MarketRatio { get; init; }

    /// <summary>As <see cref="StructureGoals.SupplementFloor"/>.</summary>
    public double? SupplementFloor { get; init; }

    /// <summary>As <see cref="StructureGoals.PoolFloor"/>.</summary>
    public double? PoolFloor { get; init; }

    /// <summary>As <see cref="StructureGoals.MayLower"/>.</summary>
    public bool MayLower { get; init; }
}

/// <summary>The figures that are searched.</summary>
/// <param name="MidpointStep">Midpoints are multiples of this, whole US dollars, 1 or more; a level may also stay exactly as it is.</param>
/// <param name="RoundingUnit">Minimums and maximums are multiples of this, whole US dollars, 1 or more.</param>
/// <param name="Spreads">Range spreads, fractions of the minimum, 0 or more; each level's own is tried beside them.</param>
/// <param name="Width">How far below and above both the base's midpoint and the market target midpoints are tried, a fraction of them, above 0.</param>
/// <param name="SupplementStep">Supplements rise in steps of this, a fraction of structure salary, above 0.</param>
/// <param name="SupplementCeiling">Highest supplement, a fraction of structure salary.</param>
/// <param name="PoolStep">Step by which the pool's floor is relaxed, a fraction of structure salaries, above 0.</param>
public sealed record StructureGrid(long MidpointStep, long RoundingUnit, IReadOnlyList<double> Spreads, double Width, double SupplementStep, double SupplementCeiling, double PoolStep)
{
    /// <summary>Decimals that fractions on a grid are rounded to.</summary>
    internal const int Digits = 9;

    /// <summary>Part of a step below which two figures are the same.</summary>
    internal const double Rest = 1e-9;

    internal void Check()
    {
        StructureGoals.Require(MidpointStep >= 1, $"The step of midpoints is {MidpointStep}. Give whole US dollars, 1 or more.");
        StructureGoals.Require(RoundingUnit >= 1, $"The rounding unit is {RoundingUnit}. Give whole US dollars, 1 or more.");
        StructureGoals.Require(Spreads.All(s => s is >= 0 and <= 5), $"A range spread lies outside 0 to 5. Give fractions of the minimum, for example 0.5.");
        StructureGoals.Require(Width is > 0 and < 1, $"The search width is {Width}. Give a fraction above 0 and below 1.");
        StructureGoals.Require(SupplementStep > 0 && SupplementCeiling is >= 0 and <= 1, $"Supplements rise in steps of {SupplementStep} up to {SupplementCeiling}. Give a step above 0 and a ceiling from 0 to 1.");
        StructureGoals.Require(PoolStep > 0, $"The step of the pool is {PoolStep}. Give a fraction above 0.");
    }
}
