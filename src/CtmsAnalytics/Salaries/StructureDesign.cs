using System.Globalization;
using CtmsAnalytics.Numerics;
using CtmsAnalytics.Scenarios;

namespace CtmsAnalytics.Salaries;

/// <summary>
/// Five ways in which compensation practice defines the subranges of a salary structure (158.611). Levels run from the lowest to the highest; a list of spreads or
/// progressions has one entry per level, or a single one for all. A midpoint is rounded first, and minimum and maximum follow from it:
/// minimum = midpoint / (1 + spread / 2), maximum = minimum x (1 + spread), each rounded to the same unit, halves up.
/// </summary>
public static class StructureDesign
{
    /// <summary>Lowest midpoint, midpoint progression and range spread.</summary>
    /// <param name="levels">Number of levels, 1 or more.</param>
    /// <param name="lowestMidpoint">Midpoint of the lowest level, US dollars a year, above 0.</param>
    /// <param name="progression">Growth of the midpoint from the level below, as fractions above 0: one for all, or one per level, of which the lowest level's is not used.</param>
    /// <param name="spread">Range spreads, fractions of the minimum, 0 or more: one for all, or one per level.</param>
    /// <param name="unit">Figures are rounded to a multiple of this, whole US dollars, 1 or more.</param>
    /// <returns>One range per level.</returns>
    /// <exception cref="ArgumentException">A figure lies outside its range, a list has another length, or the ranges do not ascend.</exception>
    public static IReadOnlyList<DesignedRange> FromLowestMidpoint(
        int levels, double lowestMidpoint, IReadOnlyList<double> progression, IReadOnlyList<double> spread, long unit = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(levels, 1);
        ArgumentNullException.ThrowIfNull(progression);
        RequirePositive(lowestMidpoint, "The lowest midpoint", nameof(lowestMidpoint));
        var midpoints = new double[levels];
        midpoints[0] = lowestMidpoint;
        for (var i = 1; i < levels; i++)
        {
            var growth = Of(progression, i, levels, "midpoint progressions", nameof(progression));
            if (!(double.IsFinite(growth) && growth > 0)) throw Wrong($"The midpoint progression of level {i + 1} is {growth}. Give a fraction above 0, for example 0.12.", nameof(progression));
            midpoints[i] = midpoints[i - 1] * (1 + growth);
        }

        return FromMidpoints(midpoints, spread, unit);
    }

    /// <summary>Midpoints and range spread.</summary>
    /// <param name="midpoints">Midpoint of each level, US dollars a year, above 0 and ascending.</param>
    /// <param name="spread">Range spreads, fractions of the minimum, 0 or more: one for all, or one per level.</param>
    /// <param name="unit">Figures are rounded to a multiple of this, whole US dollars, 1 or more.</param>
    /// <returns>One range per level.</returns>
    /// <exception cref="ArgumentException">A figure lies outside its range, a list has another length, or the ranges do not ascend.</exception>
    public static IReadOnlyList<DesignedRange> FromMidpoints(IReadOnlyList<double> midpoints, IReadOnlyList<double> spread, long unit = 1)
    {
        ArgumentNullException.ThrowIfNull(midpoints);
        ArgumentNullException.ThrowIfNull(spread);
        RequireLevels(midpoints.Count, unit, nameof(midpoints));
        return Ascending([.. midpoints.Select((midpoint, i) =>
        {
            RequirePositive(midpoint, $"The midpoint of level {i + 1}", nameof(midpoints));
            var width = Of(spread, i, midpoints.Count, "range spreads", nameof(spread));
            if (!(double.IsFinite(width) && width >= 0)) throw Wrong($"The range spread of level {i + 1} is {width}. Give a fraction of the minimum, 0 or more, for example 0.5.", nameof(spread));
            var middle = Rounded(midpoint, unit);
            var minimum = middle / (1 + (width / 2));
            return new DesignedRange(Rounded(minimum, unit), middle, Rounded(minimum * (1 + width), unit));
        })]);
    }

    /// <summary>Market rates at each level's target percentile as midpoints, and range spread.</summary>
    /// <param name="levels">How each level is matched to the talent market, with its target percentile (158.403).</param>
    /// <param name="marketWage">Market wage of a match at its target percentile, US dollars a year.</param>
    /// <param name="spread">Range spreads, fractions of the minimum, 0 or more: one for all, or one per level.</param>
    /// <param name="unit">Figures are rounded to a multiple of this, whole US dollars, 1 or more.</param>
    /// <returns>One range per level.</returns>
    /// <exception cref="ArgumentException">A figure lies outside its range, a list has another length, or the ranges do not ascend, because a lower level's market pays more.</exception>
    public static IReadOnlyList<DesignedRange> FromMarket(
        IReadOnlyList<MarketMatch> levels, Func<MarketMatch, double> marketWage, IReadOnlyList<double> spread, long unit = 1)
    {
        ArgumentNullException.ThrowIfNull(levels);
        ArgumentNullException.ThrowIfNull(marketWage);
        return FromMidpoints([.. levels.Select(marketWage)], spread, unit);
    }

    /// <summary>Minimums and maximums; the midpoint lies halfway.</summary>
    /// <param name="minimums">Minimum of each level, US dollars a year, above 0 and ascending.</param>
    /// <param name="maximums">Maximum of each level, US dollars a year, at least its minimum and ascending.</param>
    /// <param name="unit">Figures are rounded to a multiple of this, whole US dollars, 1 or more.</param>
    /// <returns>One range per level.</returns>
    /// <exception cref="ArgumentException">A figure lies outside its range, the lists differ in length, or the ranges do not ascend.</exception>
    public static IReadOnlyList<DesignedRange> FromMinimumsAndMaximums(IReadOnlyList<double> minimums, IReadOnlyList<double> maximums, long unit = 1)
    {
        ArgumentNullException.ThrowIfNull(minimums);
        ArgumentNullException.ThrowIfNull(maximums);
        RequireLevels(minimums.Count, unit, nameof(minimums));
        if (maximums.Count != minimums.Count) throw Wrong($"There are {minimums.Count} minimums and {maximums.Count} maximums. Give one of each per level.", nameof(maximums));
        return Ascending([.. minimums.Zip(maximums, (minimum, maximum) => (minimum, maximum)).Select((range, i) =>
        {
            RequirePositive(range.minimum, $"The minimum of level {i + 1}", nameof(minimums));
            RequirePositive(range.maximum, $"The maximum of level {i + 1}", nameof(maximums));
            if (range.maximum < range.minimum) throw Wrong($"The maximum of level {i + 1} is {range.maximum}, below its minimum of {range.minimum}. Give at least the minimum.", nameof(maximums));
            return new DesignedRange(Rounded(range.minimum, unit), Rounded((range.minimum + range.maximum) / 2, unit), Rounded(range.maximum, unit));
        })]);
    }

    /// <summary>Lowest and highest midpoint with equal steps in percent between them (a geometric progression), and range spread.</summary>
    /// <param name="levels">Number of levels, 2 or more.</param>
    /// <param name="lowestMidpoint">Midpoint of the lowest level, US dollars a year, above 0.</param>
    /// <param name="highestMidpoint">Midpoint of the highest level, US dollars a year, above the lowest.</param>
    /// <param name="spread">Range spreads, fractions of the minimum, 0 or more: one for all, or one per level.</param>
    /// <param name="unit">Figures are rounded to a multiple of this, whole US dollars, 1 or more.</param>
    /// <returns>One range per level.</returns>
    /// <exception cref="ArgumentException">A figure lies outside its range, a list has another length, or the ranges do not ascend.</exception>
    public static IReadOnlyList<DesignedRange> FromEndMidpoints(int levels, double lowestMidpoint, double highestMidpoint, IReadOnlyList<double> spread, long unit = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(levels, 2);
        RequirePositive(lowestMidpoint, "The lowest midpoint", nameof(lowestMidpoint));
        RequirePositive(highestMidpoint, "The highest midpoint", nameof(highestMidpoint));
        if (highestMidpoint <= lowestMidpoint) throw Wrong($"The highest midpoint is {highestMidpoint}, not above the lowest of {lowestMidpoint}.", nameof(highestMidpoint));
        var ratio = highestMidpoint / lowestMidpoint;
        return FromMidpoints([.. Enumerable.Range(0, levels).Select(i => lowestMidpoint * Math.Pow(ratio, (double)i / (levels - 1)))], spread, unit);
    }

    private static double Of(IReadOnlyList<double> figures, int level, int levels, string what, string parameter) =>
        figures.Count == 1 ? figures[0]
        : figures.Count == levels ? figures[level]
        : throw Wrong($"There are {figures.Count} {what} for {levels} levels. Give one for all, or one per level.", parameter);

    private static long Rounded(double amount, long unit) => (long)Rounding.ToMultiple(amount, unit);

    private static DesignedRange[] Ascending(DesignedRange[] ranges)
    {
        for (var i = 0; i < ranges.Length; i++)
        {
            if (ranges[i].Minimum < 1) throw Wrong($"The minimum of level {i + 1} comes to {ranges[i].Minimum}. Give larger figures or a smaller rounding unit.", "unit");
            if (i == 0) continue;
            var (below, here) = (ranges[i - 1], ranges[i]);
            if (here.Midpoint <= below.Midpoint || here.Minimum < below.Minimum || here.Maximum < below.Maximum)
            {
                throw Wrong(
                    $"Level {i + 1} comes to {here.Minimum} - {here.Midpoint} - {here.Maximum}, not above level {i} with {below.Minimum} - {below.Midpoint} - {below.Maximum}. Give figures that ascend with the level.",
                    "levels");
            }
        }

        return ranges;
    }

    private static void RequireLevels(int levels, long unit, string parameter)
    {
        if (levels == 0) throw new ArgumentException("There is no level. Give at least one.", parameter);
        ArgumentOutOfRangeException.ThrowIfLessThan(unit, 1);
    }

    private static void RequirePositive(double amount, string what, string parameter)
    {
        if (!(double.IsFinite(amount) && amount > 0)) throw Wrong($"{what} is {amount}. Give US dollars a year above 0.", parameter);
    }

    private static ArgumentException Wrong(FormattableString message, string parameter) => new(FormattableString.Invariant(message), parameter);
}

/// <summary>Subrange that a design gives for one level. Whole US dollars a year.</summary>
/// <param name="Minimum">Lowest salary.</param>
/// <param name="Midpoint">Midpoint, rounded on its own; the mean of minimum and maximum can lie up to a rounding unit beside it.</param>
/// <param name="Maximum">Highest salary.</param>
public readonly record struct DesignedRange(long Minimum, long Midpoint, long Maximum)
{
    /// <summary>Range spread: (maximum - minimum) / minimum.</summary>
    public double Spread => (double)(Maximum - Minimum) / Minimum;

    /// <summary>Cuts the maximum to a salary limitation (158.611(d), 158.614).</summary>
    /// <param name="limitation">The limitation, whole US dollars a year.</param>
    /// <returns>The range under the limitation; the midpoint stays what the design aims at.</returns>
    /// <exception cref="ArgumentException">The minimum lies above the limitation.</exception>
    public DesignedRange Under(long limitation) => Minimum <= limitation
        ? this with { Maximum = Math.Min(Maximum, limitation) }
        : throw new ArgumentException(
            string.Create(CultureInfo.InvariantCulture, $"The minimum comes to {Minimum}, above the limitation of {limitation}. Design a lower range or raise the limitation."), nameof(limitation));
}
