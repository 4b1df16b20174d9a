using System.Globalization;

namespace CtmsAnalytics.TalentMarket;

/// <summary>Growth of a wage series a year, measured between two survey years of the same area and occupation.</summary>
/// <param name="Area">Area code; null where it is that of the occupation over the areas that have it, weighted by employment.</param>
/// <param name="Occupation">SOC code.</param>
/// <param name="From">First survey year.</param>
/// <param name="To">Last survey year.</param>
/// <param name="Rate">Growth a year, a fraction.</param>
/// <param name="Areas">Number of areas that it is measured in.</param>
/// <param name="Gap">Why it does not reach the latest survey year, or why the area's own could not be measured; null where nothing stands in the way.</param>
public sealed record SeriesGrowth(string? Area, string Occupation, int From, int To, double Rate, int Areas, string? Gap);

/// <summary>
/// The growth of wage series in a survey's own years. A series is never spliced: not across a change of the occupational classification, not across a new delineation of metropolitan areas, not from one
/// area code to another. Growth is that of the latest stretch of years without a break.
/// </summary>
public sealed class SeriesGrowths
{
    private readonly Dictionary<(string Area, string Occupation), List<WageYear>> _steps;
    private readonly int _latest;

    /// <summary>Measures the series.</summary>
    /// <param name="wages">Wages of any years, areas and occupations.</param>
    public SeriesGrowths(IReadOnlyList<OccupationWage> wages)
    {
        ArgumentNullException.ThrowIfNull(wages);
        _steps = WageYear.Of(wages).GroupBy(s => (s.Area, s.Occupation)).ToDictionary(g => g.Key, g => g.ToList());
        _latest = wages.Count == 0 ? 0 : wages.Max(w => w.Year);
    }

    /// <summary>Growth of an area and occupation.</summary>
    /// <param name="area">Area code.</param>
    /// <param name="occupation">SOC code.</param>
    /// <returns>The area's own growth, else that of the occupation over all areas that have it; null where nothing of it was measured in two comparable years.</returns>
    public SeriesGrowth? Of(string area, string occupation)
    {
        if (Own(area, occupation) is { } own) return own;
        var others = _steps.Keys.Where(k => k.Occupation == occupation && k.Area != MarketReference.NationalArea).OrderBy(k => k.Area, StringComparer.Ordinal).Select(k => (Growth: Own(k.Area, occupation), Weight: _steps[k][^1].Employment ?? 0))
            .Where(o => o is { Growth: not null, Weight: > 0 }).ToList();
        if (others.Count == 0) return null;
        // One stretch of years only, so that areas are weighed on the same footing: the one that most employment was measured in.
        var years = others.GroupBy(o => (o.Growth!.From, o.Growth.To)).OrderByDescending(g => g.Sum(o => o.Weight)).ThenByDescending(g => g.Key).First();
        var rate = years.Sum(o => o.Weight * o.Growth!.Rate) / years.Sum(o => o.Weight);
        return new SeriesGrowth(null, occupation, years.Key.From, years.Key.To, rate, years.Count(), WhyNot(area, occupation));
    }

    /// <summary>Growth of an area and occupation in its own years.</summary>
    private SeriesGrowth? Own(string area, string occupation)
    {
        if (!_steps.TryGetValue((area, occupation), out var steps)) return null;
        var last = steps.FindLastIndex(s => s.Break == SeriesBreak.None);
        if (last < 0) return null;
        var first = last;
        while (first > 0 && steps[first - 1].Break == SeriesBreak.None) first--;
        var (from, to) = (steps[first], steps[last]);
        var rate = Math.Pow(to.Median / from.PreviousMedian, 1.0 / (to.Year - from.PreviousYear)) - 1;
        return new SeriesGrowth(area, occupation, from.PreviousYear, to.Year, rate, 1, to.Year < _latest ? WhyNot(area, occupation) : null);
    }

    private string WhyNot(string area, string occupation)
    {
        if (!_steps.TryGetValue((area, occupation), out var steps)) return Text($"area {area} has one survey year only, or another code before");
        var gap = steps.FindLast(s => s.Break != SeriesBreak.None);
        return gap is null
            ? Text($"area {area} has no median after {steps[^1].Year}")
            : Text($"{Reason(gap.Break)} between {gap.PreviousYear} and {gap.Year}");
    }

    private static string Reason(SeriesBreak reason) => reason switch
    {
        SeriesBreak.Classification => "the occupational classification changed",
        SeriesBreak.Delineation => "metropolitan areas were drawn anew",
        _ => "the occupational classification changed and metropolitan areas were drawn anew",
    };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
