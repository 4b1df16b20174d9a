namespace CtmsAnalytics.TalentMarket;

/// <summary>A source of national wages with its weight in a blend.</summary>
/// <param name="Name">Name of the survey.</param>
/// <param name="Weight">Weight, 0 or more; only the proportions matter.</param>
/// <param name="Wages">Wages by occupation, aged to the date of the blend; each occupation at most once.</param>
public sealed record BlendSource(string Name, double Weight, IReadOnlyList<OccupationWage> Wages);

/// <summary>What a source weighs in a blend after weights were shared out over the sources that have an occupation.</summary>
/// <param name="Source">Name of the survey.</param>
/// <param name="Given">Weight as given, as a share of all weights, 0 to 1.</param>
/// <param name="Occupation">SOC code.</param>
/// <param name="Used">Weight of the source's median in the occupation, 0 to 1; 0 where the source has none.</param>
public sealed record BlendShare(string Source, double Given, string Occupation, double Used);

/// <summary>
/// Blends several sources by weight. The median is the weighted mean of the medians; each further percentile is the one before it, from the median outwards, plus the weighted mean of the sources' own
/// distances, so that order is kept whatever percentiles a source lacks. Where every source has every percentile, each is the plain weighted mean. Weights are shared out anew over the sources that are there.
/// </summary>
public static class MarketBlend
{
    private const double Median = SurveyPercentile.Median;

    /// <summary>Blends one occupation.</summary>
    /// <param name="sources">The sources with their weights.</param>
    /// <param name="occupation">SOC code.</param>
    /// <returns>The blended wages and what each source weighs in them; wages are null where no source of weight above 0 has a median.</returns>
    /// <exception cref="ArgumentException">A weight is below 0 or not finite, or no weight is above 0.</exception>
    public static (OccupationWage? Wage, IReadOnlyList<BlendShare> Shares) Of(IReadOnlyList<BlendSource> sources, string occupation)
    {
        ArgumentNullException.ThrowIfNull(sources);
        if (sources.Any(s => !double.IsFinite(s.Weight) || s.Weight < 0)) throw new ArgumentException("A weight of a blend is below 0 or not finite. Give weights of 0 or more.", nameof(sources));
        var all = sources.Sum(s => s.Weight);
        if (!(all > 0)) throw new ArgumentException("No source of the blend has a weight above 0. Give at least one.", nameof(sources));
        var parts = sources.Select(s => (s.Weight, Wage: s.Wages.FirstOrDefault(w => w.Occupation == occupation)))
            .Where(p => p.Weight > 0 && p.Wage is not null)
            .Select(p => (p.Weight, Wage: p.Wage!, Curve: WageCurve.Of(p.Wage!)))
            .Where(p => p.Curve.At(Median).Figure.Status == FigureStatus.Published).ToList();
        var there = parts.Sum(p => p.Weight);
        var shares = sources.Select(s => new BlendShare(s.Name, s.Weight / all, occupation, parts.Any(p => s.Weight > 0 && s.Wages.Contains(p.Wage)) ? s.Weight / there : 0)).ToList();
        if (parts.Count == 0) return (null, shares);
        var weighed = parts.ConvertAll(p => (p.Weight, p.Curve));
        var median = parts.Sum(p => p.Weight * p.Curve.At(Median).Figure.Value!.Value) / there;
        var (p75, p90) = Outwards(weighed, median, SurveyPercentile.P75, SurveyPercentile.P90);
        var (p25, p10) = Outwards(weighed, median, SurveyPercentile.P25, SurveyPercentile.P10);
        var error = parts.TrueForAll(p => p.Wage.MeanError is not null)
            ? Math.Sqrt(parts.Sum(p => Math.Pow(p.Weight * p.Curve.At(Median).Figure.Value!.Value * p.Wage.MeanError!.Value, 2))) / there / median
            : (double?)null;
        var first = parts[0].Wage;
        return (first with { P10 = p10, P25 = p25, P50 = WageFigure.Published(median), P75 = p75, P90 = p90, Mean = null, MeanError = error, Source = string.Join(" + ", parts.Select(p => p.Wage.Source)) }, shares);
    }

    private static (WageFigure Near, WageFigure Far) Outwards(List<(double Weight, WageCurve Curve)> parts, double median, double near, double far)
    {
        var first = Step(parts, Median, median, near);
        var second = first.Status == FigureStatus.Published ? Step(parts, near, first.Value!.Value, far) : Step(parts, Median, median, far);
        // Beyond a percentile that is only bounded, a number would claim more than is known.
        return (first, first.Status == FigureStatus.Censored && second.Status == FigureStatus.Published ? first : second);
    }

    private static WageFigure Step(List<(double Weight, WageCurve Curve)> parts, double from, double wage, double to)
    {
        double weight = 0, distance = 0;
        var censored = false;
        foreach (var (w, curve) in parts)
        {
            if (curve.At(from).Figure is not { Status: FigureStatus.Published, Value: { } start }) continue;
            var end = curve.At(to).Figure;
            if (end.Value is not { } value || end.Status is FigureStatus.Absent or FigureStatus.Suppressed) continue;
            censored |= end.Status == FigureStatus.Censored;
            weight += w;
            distance += w * (value - start);
        }

        if (weight == 0) return WageFigure.Absent;
        var figure = wage + (distance / weight);
        return new WageFigure(censored ? FigureStatus.Censored : FigureStatus.Published, to > from ? Math.Max(figure, wage) : figure);
    }
}
