using CtmsAnalytics.Calendar;
using CtmsAnalytics.Scenarios;

namespace CtmsAnalytics.TalentMarket;

/// <summary>
/// Talent-market wages for work levels: the latest survey's national percentiles of the matched occupations, moved to a local market by the ratio of the
/// area's median to the nation's, and aged to a date (158.403).
/// </summary>
public sealed class MarketReference
{
    /// <summary>Area code of the nation in the survey.</summary>
    public const string NationalArea = "99";

    private readonly Dictionary<string, OccupationWage> _national;
    private readonly Dictionary<(string Area, string Occupation), OccupationWage> _local;
    private readonly Dictionary<string, LocalMarket> _markets;
    private readonly double _growth;
    private readonly DateOnly _surveyDate;
    private readonly SortedSet<string> _gaps = new(StringComparer.Ordinal);

    /// <summary>Prepares the reference.</summary>
    /// <param name="wages">Wages of any years; the latest year with national percentiles is used.</param>
    /// <param name="markets">Local markets and their survey areas.</param>
    /// <param name="growth">Growth of market wages a year, a fraction.</param>
    /// <param name="surveyMonth">Month that the survey's wages refer to, 1 to 12.</param>
    /// <exception cref="ArgumentException">The wages hold no national median at all.</exception>
    public MarketReference(IReadOnlyList<OccupationWage> wages, IReadOnlyList<LocalMarket> markets, double growth, int surveyMonth)
    {
        ArgumentNullException.ThrowIfNull(wages);
        ArgumentNullException.ThrowIfNull(markets);
        var national = wages.Where(w => w.Area == NationalArea && w.P25.Status != FigureStatus.Absent).ToList();
        if (national.Count == 0)
            throw new ArgumentException("The market data hold no national wage percentiles. Import a national OEWS file, for example data/market/oews_national_cyber_2024.csv.", nameof(wages));
        SurveyYear = national.Max(w => w.Year);
        _national = national.Where(w => w.Year == SurveyYear).ToDictionary(w => w.Occupation, StringComparer.Ordinal);
        _local = wages.Where(w => w.Area != NationalArea && w.Year == SurveyYear).ToDictionary(w => (w.Area, w.Occupation));
        _markets = markets.ToDictionary(m => m.Code, StringComparer.Ordinal);
        _growth = growth;
        _surveyDate = new DateOnly(SurveyYear, surveyMonth, 1);
    }

    /// <summary>Survey year of the wages.</summary>
    public int SurveyYear { get; }

    /// <summary>Markets and occupations for which national wages stood in because the survey has no local median, one sentence each.</summary>
    public IReadOnlyCollection<string> Gaps => _gaps;

    /// <summary>Market wages of a level in a local market on a date.</summary>
    /// <param name="match">How the level is matched to occupations.</param>
    /// <param name="marketCode">Code of the local market; null for the nation.</param>
    /// <param name="date">The wages are aged to this date.</param>
    /// <returns>The wages, US dollars a year: weighted means of the occupations' percentiles.</returns>
    /// <exception cref="ArgumentException">An occupation is not in the national table, or its percentiles do not reach the target.</exception>
    public LevelMarket ForLevel(MarketMatch match, string? marketCode, DateOnly date)
    {
        ArgumentNullException.ThrowIfNull(match);
        var weights = match.Occupations.Values.Sum();
        double p25 = 0, p50 = 0, p75 = 0, target = 0;
        var censored = false;
        var titles = new List<string>();
        foreach (var (occupation, weight) in match.Occupations.OrderBy(o => o.Key, StringComparer.Ordinal))
        {
            if (!_national.TryGetValue(occupation, out var wage))
                throw new ArgumentException($"Occupation {occupation} is not in the national wage table of {SurveyYear}. Match the level to an occupation that is.", nameof(match));
            var share = weight / weights * LocalRatio(wage, marketCode);
            p25 += share * Known(wage, 25, ref censored);
            p50 += share * Known(wage, 50, ref censored);
            p75 += share * Known(wage, 75, ref censored);
            var ignored = false;
            target += share * Known(wage, match.TargetPercentile, ref ignored);
            titles.Add(wage.OccupationTitle);
        }

        var age = Math.Pow(1 + _growth, (date.DayNumber - _surveyDate.DayNumber) / MeanYear.Days);
        return new LevelMarket(p25 * age, p50 * age, p75 * age, censored, target * age, match.TargetPercentile, string.Join(", ", titles), SurveyYear);
    }

    private static double Known(OccupationWage wage, double percentile, ref bool censored)
    {
        var figure = WageDistribution.Percentile(wage, percentile);
        if (figure is { Status: FigureStatus.Censored }) censored = true;
        return figure.Value
            ?? throw new ArgumentException($"The wages of {wage.Occupation} {wage.OccupationTitle} do not reach percentile {percentile:0.#}. Choose a percentile between published ones.", nameof(percentile));
    }

    private double LocalRatio(OccupationWage national, string? marketCode)
    {
        if (marketCode is null || !_markets.TryGetValue(marketCode, out var market) || market.SurveyArea is not { } area || area == NationalArea) return 1;
        if (_local.TryGetValue((area, national.Occupation), out var local)
            && local.P50 is { Status: FigureStatus.Published, Value: { } localMedian }
            && national.P50 is { Status: FigureStatus.Published, Value: { } nationalMedian })
        {
            return localMedian / nationalMedian;
        }

        _gaps.Add($"{market.Name}: no local median for {national.Occupation} {national.OccupationTitle}; the national wage stands in.");
        return 1;
    }
}
