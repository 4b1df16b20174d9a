using System.Globalization;
using CtmsAnalytics.Scenarios;

namespace CtmsAnalytics.TalentMarket;

/// <summary>
/// The talent market priced to one date (158.403): national percentiles of the matched occupations, blended where there are several sources, moved to a local market by the ratio of the area's median to the
/// nation's, aged, each with its sampling error.
/// </summary>
/// <remarks>
/// Implementation note: errors are carried to first order. Every wage keeps how many dollars it moves by for each survey figure it rests on, so that groups of people who rest on the same figure
/// share its error instead of averaging it away. Different figures are taken as independent.
/// </remarks>
public sealed class PricedMarket
{
    private const double Median = SurveyPercentile.Median;

    private readonly Dictionary<string, OccupationWage> _national;
    private readonly Dictionary<string, OccupationWage> _base = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Area, string Occupation, int Year), OccupationWage> _all;
    private readonly Dictionary<string, LocalMarket> _markets;
    private readonly Dictionary<(MarketMatch Match, string? Market), LevelPrice?> _prices = [];
    private readonly Dictionary<string, int> _cellNumbers = new(StringComparer.Ordinal);
    private readonly List<SurveyCell> _cells = [];
    private readonly SortedSet<string> _notes = new(StringComparer.Ordinal);
    private readonly Ageing _ageing;
    private readonly ErrorRelation _relation;
    private readonly DateOnly _surveyDate;
    private readonly DateOnly _date;
    private readonly IReadOnlyList<BlendSource> _others;
    private readonly double _ownWeight;
    private readonly List<BlendShare> _shares = [];

    /// <summary>Prepares the market.</summary>
    /// <param name="wages">Wages of any years; the latest year with national percentiles is used, earlier ones for growth.</param>
    /// <param name="markets">Local markets and their survey areas.</param>
    /// <param name="ageing">How wages are aged.</param>
    /// <param name="date">Day that they are aged to.</param>
    /// <param name="surveyMonth">Month that the survey's wages refer to, 1 to 12.</param>
    /// <param name="relation">Sampling error by employment, where the survey publishes none.</param>
    /// <param name="ownWeight">Weight of these wages in a blend; 1 without other sources.</param>
    /// <param name="others">Further sources of national wages, aged to the date; empty for none.</param>
    /// <exception cref="ArgumentException">The wages hold no national percentiles, or the weights of the blend are unsound.</exception>
    public PricedMarket(
        IReadOnlyList<OccupationWage> wages, IReadOnlyList<LocalMarket> markets, Ageing ageing, DateOnly date, int surveyMonth, ErrorRelation relation, double ownWeight = 1, IReadOnlyList<BlendSource>? others = null)
    {
        ArgumentNullException.ThrowIfNull(wages);
        ArgumentNullException.ThrowIfNull(markets);
        var national = wages.Where(w => w.Area == MarketReference.NationalArea && w.P25.Status != FigureStatus.Absent).ToList();
        if (national.Count == 0)
            throw new ArgumentException("The market data hold no national wage percentiles. Import a national OEWS file, for example data/market/oews_national_cyber_2024.csv.", nameof(wages));
        SurveyYear = national.Max(w => w.Year);
        _national = national.Where(w => w.Year == SurveyYear).ToDictionary(w => w.Occupation, StringComparer.Ordinal);
        _all = wages.ToDictionary(w => (w.Area, w.Occupation, w.Year));
        _markets = markets.ToDictionary(m => m.Code, StringComparer.Ordinal);
        _ageing = ageing;
        _date = date;
        _surveyDate = new DateOnly(SurveyYear, surveyMonth, 1);
        _relation = relation;
        _ownWeight = ownWeight;
        _others = others ?? [];
    }

    /// <summary>Survey year of the wages.</summary>
    public int SurveyYear { get; }

    /// <summary>What a reader must know about the figures priced so far: stand-ins, gaps that were not bridged, continued indexes, one sentence each.</summary>
    public IReadOnlyCollection<string> Notes => _notes;

    /// <summary>The survey figures that the wages priced so far rest on, by number.</summary>
    public IReadOnlyList<SurveyCell> Cells => _cells;

    /// <summary>What each source weighs in the occupations priced so far; empty without further sources.</summary>
    public IReadOnlyList<BlendShare> BlendShares => _shares;

    /// <summary>The market of a level.</summary>
    /// <param name="match">How the level is matched to occupations.</param>
    /// <param name="marketCode">Code of the local market; null for the nation.</param>
    /// <returns>The market; null where none of the matched occupations has a median.</returns>
    /// <exception cref="Diagnostics.InputException">Wages cannot be aged to the date.</exception>
    public LevelPrice? ForLevel(MarketMatch match, string? marketCode)
    {
        ArgumentNullException.ThrowIfNull(match);
        if (!_prices.TryGetValue((match, marketCode), out var price)) _prices[(match, marketCode)] = price = Price(match, marketCode);
        return price;
    }

    /// <summary>Standard error of a sum of market wages.</summary>
    /// <param name="exposure">US dollars that the sum moves by for a relative error of 1, by number of the survey figure.</param>
    /// <returns>US dollars; null where the error of a figure is not known.</returns>
    public double? StandardError(IEnumerable<KeyValuePair<int, double>> exposure)
    {
        ArgumentNullException.ThrowIfNull(exposure);
        double sum = 0;
        foreach (var (cell, dollars) in exposure)
        {
            if (dollars == 0) continue;
            if (_cells[cell].RelativeError is not { } error) return null;
            sum += dollars * error * (dollars * error);
        }

        return Math.Sqrt(sum);
    }

    private LevelPrice? Price(MarketMatch match, string? marketCode)
    {
        var missing = new List<string>();
        var parts = new List<(double Weight, OccupationWage National, WageCurve Curve)>();
        foreach (var (occupation, weight) in match.Occupations.OrderBy(o => o.Key, StringComparer.Ordinal))
        {
            if (weight == 0) continue;
            if (Base(occupation) is { } wage && WageCurve.Of(wage) is var curve && curve.At(Median).Figure.Status == FigureStatus.Published) parts.Add((weight, wage, curve));
            else missing.Add(occupation);
        }

        if (parts.Count == 0)
        {
            _notes.Add($"No figure for the occupations {string.Join(", ", missing)}: the survey has no median of any of them.");
            return null;
        }

        foreach (var occupation in missing) _notes.Add($"{occupation} has no national median in the survey of {SurveyYear.ToString(CultureInfo.InvariantCulture)} and is left out of its levels; its weight is shared out over the other matched occupations.");
        var weights = parts.Sum(p => p.Weight);
        var places = parts.ConvertAll(p => (Weight: p.Weight / weights, p.National, p.Curve, Place: Place(p.National, marketCode)));
        var figures = SurveyPercentile.Published.Append(match.TargetPercentile).Distinct().Order().Select(percentile => Figure(percentile, places)).ToList();
        return new LevelPrice(match, figures, WageCurve.Of(figures.Select(f => new CurvePoint(f.Percentile, f.Estimate.Figure))), missing);
    }

    private static PricedFigure Figure(double percentile, List<(double Weight, OccupationWage National, WageCurve Curve, PlacedMedian Place)> places)
    {
        double sum = 0;
        var (censored, interpolated) = (false, false);
        var exposure = new SortedDictionary<int, double>();
        foreach (var (weight, _, curve, place) in places)
        {
            var estimate = curve.At(percentile);
            if (estimate.Figure is not { Status: FigureStatus.Published or FigureStatus.Censored, Value: { } wage }) return new PricedFigure(percentile, WageEstimate.None, exposure);
            censored |= estimate.Figure.Status == FigureStatus.Censored;
            interpolated |= estimate.Origin == EstimateOrigin.Interpolated;
            var dollars = weight * wage * place.Factor;
            sum += dollars;
            foreach (var (cell, relative) in place.Exposure) exposure[cell] = exposure.GetValueOrDefault(cell) + (dollars * relative);
            if (percentile != Median && place.Spread(percentile) is { } spread) exposure[spread] = exposure.GetValueOrDefault(spread) + dollars;
        }

        var origin = censored ? EstimateOrigin.None : interpolated ? EstimateOrigin.Interpolated : EstimateOrigin.Published;
        return new PricedFigure(percentile, new WageEstimate(new WageFigure(censored ? FigureStatus.Censored : FigureStatus.Published, sum), origin, 0), exposure);
    }

    /// <summary>National wages of an occupation on the date: aged, and blended where there are other sources.</summary>
    private OccupationWage? Base(string occupation)
    {
        if (_base.TryGetValue(occupation, out var known)) return known;
        var aged = _national.TryGetValue(occupation, out var wage) ? Aged(wage) : null;
        if (_others.Count > 0)
        {
            var (blended, shares) = MarketBlend.Of([new BlendSource("OEWS", _ownWeight, aged is null ? [] : [aged with { MeanError = aged.MeanError ?? ErrorOf(aged).Error }]), .. _others], occupation);
            _shares.AddRange(shares);
            aged = blended;
        }

        if (aged is not null) _base[occupation] = aged;
        return aged;
    }

    private OccupationWage Aged(OccupationWage wage)
    {
        var factor = Factor(wage.Area, wage.Occupation).Value;
        return wage with { P10 = Times(wage.P10, factor), P25 = Times(wage.P25, factor), P50 = Times(wage.P50, factor), P75 = Times(wage.P75, factor), P90 = Times(wage.P90, factor), Mean = wage.Mean * factor };
    }

    private AgeingFactor Factor(string area, string occupation)
    {
        var factor = _ageing.Factor(area, occupation, _surveyDate, _date);
        if (factor.Note is { } note) _notes.Add(note);
        return factor;
    }

    /// <summary>What national wages are multiplied by in a place, and the survey figures that this rests on.</summary>
    private PlacedMedian Place(OccupationWage national, string? marketCode)
    {
        var occupation = national.Occupation;
        var published = _national.GetValueOrDefault(occupation);
        int? Spread(double percentile) => SpreadCell(published ?? national, percentile);
        if (marketCode is not null && _markets.TryGetValue(marketCode, out var market) && market.SurveyArea is { } area && area != MarketReference.NationalArea)
        {
            if (_all.TryGetValue((area, occupation, SurveyYear), out var local) && local.P50 is { Status: FigureStatus.Published, Value: { } localMedian } && published?.P50 is { Status: FigureStatus.Published, Value: { } nationalMedian })
            {
                var (there, here) = (Factor(area, occupation), Factor(MarketReference.NationalArea, occupation));
                var exposure = MedianCells(local, there);
                if (_others.Count > 0)
                {
                    // The nation's own median no longer cancels against the blend that it is a part of.
                    exposure.Add((BlendCell(national), 1));
                    exposure.Add((MedianCell(published), -1));
                }

                return new PlacedMedian(localMedian * there.Value / (nationalMedian * here.Value), exposure, Spread);
            }

            _notes.Add($"{market.Name}: no local median for {occupation} {national.OccupationTitle}; the national wage stands in.");
        }

        return new PlacedMedian(1, _others.Count > 0 || published is null ? [(BlendCell(national), 1)] : MedianCells(published, Factor(MarketReference.NationalArea, occupation)), Spread);
    }

    private List<(int Cell, double Relative)> MedianCells(OccupationWage wage, AgeingFactor factor)
    {
        if (factor.Growth is not { Area: { } area } growth
            || !_all.TryGetValue((area, wage.Occupation, growth.To), out var last) || !_all.TryGetValue((area, wage.Occupation, growth.From), out var first))
            return [(MedianCell(wage), 1)];
        // A growth that was measured between two years carries the errors of both, as often as it is applied.
        var times = factor.Years / (growth.To - growth.From);
        return [(MedianCell(wage), 1), (MedianCell(last), times), (MedianCell(first), -times)];
    }

    private int MedianCell(OccupationWage wage)
    {
        var (error, origin) = ErrorOf(wage);
        return Cell($"{wage.AreaTitle}, {wage.Occupation}, {wage.Year.ToString(CultureInfo.InvariantCulture)}, median", error * SamplingError.PercentileFactor(Median, Deviation(wage)), origin);
    }

    private int SpreadCell(OccupationWage wage, double percentile)
    {
        var (error, origin) = ErrorOf(wage);
        return Cell(
            string.Create(CultureInfo.InvariantCulture, $"{wage.AreaTitle}, {wage.Occupation}, {wage.Year}, percentile {percentile} over the median"),
            error * SamplingError.RatioToMedianFactor(percentile, Deviation(wage)),
            origin);
    }

    private int BlendCell(OccupationWage wage) => Cell($"blend, {wage.Occupation}, median", wage.MeanError * SamplingError.PercentileFactor(Median, Deviation(wage)), wage.MeanError is null ? ErrorOrigin.Unknown : ErrorOrigin.Derived);

    /// <summary>The spread of the nation's wages stands for that of a place, whose table has no other percentile than the median.</summary>
    private double? Deviation(OccupationWage wage) => SamplingError.LogDeviation(_national.GetValueOrDefault(wage.Occupation) ?? wage) ?? SamplingError.LogDeviation(wage);

    private (double? Error, ErrorOrigin Origin) ErrorOf(OccupationWage wage)
    {
        if (wage.MeanError is { } published) return (published, ErrorOrigin.Published);
        if (wage.Employment is > 0 and var employment) return (_relation.Of(employment), ErrorOrigin.Derived);
        var smallest = _all.Values.Where(w => w.Occupation == wage.Occupation && w.Year == wage.Year && w.Employment > 0).Select(w => w.Employment!.Value).DefaultIfEmpty().Min();
        return smallest > 0 ? (_relation.Of(smallest), ErrorOrigin.Borrowed) : (null, ErrorOrigin.Unknown);
    }

    private int Cell(string name, double? error, ErrorOrigin origin)
    {
        if (_cellNumbers.TryGetValue(name, out var number)) return number;
        _cells.Add(new SurveyCell(name, error, origin));
        return _cellNumbers[name] = _cells.Count - 1;
    }

    private static WageFigure Times(WageFigure figure, double factor) => figure with { Value = figure.Value * factor };

    /// <param name="Factor">What national wages are multiplied by.</param>
    /// <param name="Exposure">Relative move of the factor's wage for a relative error of 1 in each survey figure.</param>
    /// <param name="Spread">The survey figure behind the ratio of a percentile to the median.</param>
    private sealed record PlacedMedian(double Factor, IReadOnlyList<(int Cell, double Relative)> Exposure, Func<double, int?> Spread);
}
