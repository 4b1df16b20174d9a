namespace CtmsAnalytics.TalentMarket;

/// <summary>Why two survey years of a series cannot be compared.</summary>
[Flags]
public enum SeriesBreak
{
    /// <summary>They can.</summary>
    None = 0,

    /// <summary>The occupational classification changed between them: the code does not hold the same jobs.</summary>
    Classification = 1,

    /// <summary>Metropolitan areas were drawn anew between them: the code does not hold the same counties.</summary>
    Delineation = 2,
}

/// <summary>The median of one area and occupation in a survey year beside that of the year before it in the survey.</summary>
/// <param name="Area">Area code.</param>
/// <param name="Occupation">SOC code.</param>
/// <param name="Year">Survey year.</param>
/// <param name="PreviousYear">The nearest earlier survey year with a median.</param>
/// <param name="Median">Median, US dollars a year.</param>
/// <param name="PreviousMedian">Median of the earlier year, US dollars a year.</param>
/// <param name="Employment">Employment; null where it was not published.</param>
/// <param name="Break">Why the two cannot be compared.</param>
public sealed record WageYear(string Area, string Occupation, int Year, int PreviousYear, double Median, double PreviousMedian, double? Employment, SeriesBreak Break)
{
    /// <summary>Growth of the median a year between the two, a fraction; null across a break.</summary>
    public double? Growth => Break == SeriesBreak.None ? Math.Pow(Median / PreviousMedian, 1.0 / (Year - PreviousYear)) - 1 : null;

    /// <summary>The steps of every series, by area, occupation and year. A year without a published median is passed over.</summary>
    /// <param name="wages">Wages of any years, areas and occupations; of each area, occupation and year one row.</param>
    /// <returns>One entry for each year but the first of each series.</returns>
    public static IReadOnlyList<WageYear> Of(IEnumerable<OccupationWage> wages)
    {
        ArgumentNullException.ThrowIfNull(wages);
        return
        [
            .. wages.Where(w => w.P50.Status == FigureStatus.Published)
                .GroupBy(w => (w.Area, w.Occupation))
                .OrderBy(g => g.Key.Area, StringComparer.Ordinal).ThenBy(g => g.Key.Occupation, StringComparer.Ordinal)
                .SelectMany(g =>
                {
                    var years = g.OrderBy(w => w.Year).ToList();
                    return years.Zip(years.Skip(1), (a, b) => new WageYear(b.Area, b.Occupation, b.Year, a.Year, b.P50.Value!.Value, a.P50.Value!.Value, b.Employment, BreakBetween(a, b)));
                }),
        ];
    }

    /// <summary>Why two rows of an area and occupation cannot be compared.</summary>
    /// <param name="earlier">The earlier row.</param>
    /// <param name="later">The later row.</param>
    /// <returns>The breaks; the nation is not drawn anew.</returns>
    public static SeriesBreak BreakBetween(OccupationWage earlier, OccupationWage later)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        ArgumentNullException.ThrowIfNull(later);
        var found = earlier.SocVintage != later.SocVintage ? SeriesBreak.Classification : SeriesBreak.None;
        return later.Area != MarketReference.NationalArea && earlier.Delineation != later.Delineation ? found | SeriesBreak.Delineation : found;
    }
}
