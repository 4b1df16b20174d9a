using System.Globalization;

namespace CtmsAnalytics.TalentMarket;

/// <summary>
/// A wage distribution as far as its published percentiles tell it. Between published percentiles the logarithm of the wage goes in a straight line, so that order is respected; a suppressed
/// percentile is passed over, a top-coded one is a lower bound, and nothing is said beyond the outermost published percentile unless an extrapolation is asked for.
/// </summary>
/// <remarks>
/// Implementation note: an extrapolated tail is the lognormal through the two outermost published percentiles. It starts at the outermost of them, so that the curve has no step there.
/// </remarks>
public sealed class WageCurve
{
    private readonly List<(double At, double Wage)> _known = [];
    private readonly (double At, double? Bound)? _censored;

    private WageCurve(IEnumerable<CurvePoint> points)
    {
        foreach (var (at, figure) in points.OrderBy(p => p.Percentile))
        {
            if (figure.Status == FigureStatus.Censored)
            {
                _censored = (at, figure.Value);
                break;
            }

            if (figure is not { Status: FigureStatus.Published, Value: { } wage }) continue;
            if (!(wage > 0) || !double.IsFinite(wage)) throw new ArgumentException(Text($"Percentile {at} is {wage}. A wage is a number above 0."), nameof(points));
            if (_known.Count > 0 && wage < _known[^1].Wage) throw new ArgumentException(Text($"Percentile {at} is {wage:N0}, below percentile {_known[^1].At} of {_known[^1].Wage:N0}. Percentiles never fall."), nameof(points));
            _known.Add((at, wage));
        }
    }

    /// <summary>The percentiles that are published, ascending.</summary>
    public IReadOnlyList<double> Published => [.. _known.Select(k => k.At)];

    /// <summary>The curve of an occupation's published percentiles.</summary>
    /// <param name="wage">Wages of an occupation.</param>
    /// <returns>The curve; without any published percentile it has no figure.</returns>
    /// <exception cref="ArgumentException">A percentile is below a lower one.</exception>
    public static WageCurve Of(OccupationWage wage)
    {
        ArgumentNullException.ThrowIfNull(wage);
        return new WageCurve(SurveyPercentile.Published.Zip(SurveyPercentile.Of(wage), (at, figure) => new CurvePoint(at, figure)));
    }

    /// <summary>The curve through given percentiles.</summary>
    /// <param name="points">Percentiles, each at most once, in any order.</param>
    /// <returns>The curve.</returns>
    /// <exception cref="ArgumentException">A percentile is below a lower one or not above 0.</exception>
    public static WageCurve Of(IEnumerable<CurvePoint> points)
    {
        ArgumentNullException.ThrowIfNull(points);
        return new WageCurve(points);
    }

    /// <summary>The wage at a percentile.</summary>
    /// <param name="percentile">Percentile, above 0 and below 100.</param>
    /// <param name="extrapolate">Whether a lognormal tail is used beyond the outermost published percentile. Default false.</param>
    /// <returns>The wage, or a lower bound, or nothing, and how it came about.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The percentile is not above 0 and below 100.</exception>
    public WageEstimate At(double percentile, bool extrapolate = false)
    {
        if (!(percentile is > 0 and < SurveyPercentile.Whole)) throw new ArgumentOutOfRangeException(nameof(percentile), percentile, "A percentile lies above 0 and below 100.");
        if (_known.Count == 0)
            return _censored is { } only && percentile >= only.At ? new(new WageFigure(FigureStatus.Censored, only.Bound), EstimateOrigin.None, 0) : WageEstimate.None;
        var above = _known.FindIndex(k => k.At >= percentile);
        if (above >= 0 && _known[above].At == percentile) return new(WageFigure.Published(_known[above].Wage), EstimateOrigin.Published, 0);
        if (above > 0) return new(WageFigure.Published(Between(_known[above - 1], _known[above], percentile)), EstimateOrigin.Interpolated, 0);
        var isAbove = above < 0;
        var distance = Math.Abs(percentile - (isAbove ? _known[^1] : _known[0]).At);
        if (extrapolate && _known.Count > 1)
        {
            var tail = isAbove ? Tail(_known[^2], _known[^1], percentile) : Tail(_known[0], _known[1], percentile);
            if (isAbove && _censored is { Bound: { } least } bound && percentile >= bound.At) tail = Math.Max(tail, least);
            return new(WageFigure.Published(tail), EstimateOrigin.Extrapolated, distance);
        }

        if (!isAbove || _censored is not { } top) return WageEstimate.None;
        return new(new WageFigure(FigureStatus.Censored, percentile >= top.At ? Larger(top.Bound, _known[^1].Wage) : _known[^1].Wage), EstimateOrigin.None, 0);
    }

    /// <summary>Where a salary falls in the distribution.</summary>
    /// <param name="salary">US dollars a year.</param>
    /// <returns>
    /// The percentile by the same straight lines; a span of percentiles where the salary lies beyond the outermost published one or in the top-coded part; null without any published percentile.
    /// Where several percentiles are one wage, the highest of them.
    /// </returns>
    public PayPercentile? PercentileOf(double salary)
    {
        if (_known.Count == 0) return null;
        var at = _known.FindLastIndex(k => k.Wage <= salary);
        if (at < 0) return new PayPercentile(0, _known[0].At);
        var low = _known[at];
        if (low.Wage == salary) return new PayPercentile(low.At, low.At);
        if (at < _known.Count - 1)
        {
            var percentile = Share(low, _known[at + 1], salary);
            return new PayPercentile(percentile, percentile);
        }

        if (_censored is { Bound: { } bound } top && salary < bound) return new PayPercentile(low.At, Share(low, (top.At, bound), salary));
        return new PayPercentile(low.At, SurveyPercentile.Whole);
    }

    private static double Between((double At, double Wage) low, (double At, double Wage) high, double percentile)
    {
        var share = (percentile - low.At) / (high.At - low.At);
        return Math.Exp(Math.Log(low.Wage) + (share * (Math.Log(high.Wage) - Math.Log(low.Wage))));
    }

    private static double Share((double At, double Wage) low, (double At, double Wage) high, double salary) =>
        low.At + ((high.At - low.At) * (Math.Log(salary) - Math.Log(low.Wage)) / (Math.Log(high.Wage) - Math.Log(low.Wage)));

    private static double Tail((double At, double Wage) low, (double At, double Wage) high, double percentile)
    {
        var (from, to) = (SurveyPercentile.Score(low.At), SurveyPercentile.Score(high.At));
        var spread = (Math.Log(high.Wage) - Math.Log(low.Wage)) / (to - from);
        return Math.Exp(Math.Log(low.Wage) + (spread * (SurveyPercentile.Score(percentile) - from)));
    }

    private static double Larger(double? bound, double wage) => bound is { } value ? Math.Max(value, wage) : wage;

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
