using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Statistics;

namespace CtmsAnalytics.PayStructures;

/// <summary>A work level as a point of a pay line.</summary>
/// <param name="WorkLevel">Code of the level.</param>
/// <param name="Rank">Place of the level in the structure, 1 for the lowest.</param>
/// <param name="MarketPay">Market pay at the level's target percentile, US dollars a year, above 0.</param>
/// <param name="Weight">Weight, 0 or more: people on the level, or employment in the matched occupations.</param>
public sealed record PayLinePoint(string WorkLevel, int Rank, double MarketPay, double Weight);

/// <summary>What weighs the levels of a pay line.</summary>
public enum PayLineWeights
{
    /// <summary>Every level weighs the same.</summary>
    Equal,

    /// <summary>People of the roster on the level.</summary>
    Incumbents,

    /// <summary>Published employment in the matched occupations.</summary>
    Employment,
}

/// <summary>How a pay line is fitted.</summary>
public enum PayLineMethod
{
    /// <summary>Least squares.</summary>
    Ordinary,

    /// <summary>Huber's M-estimator.</summary>
    Huber,

    /// <summary>Tukey's bisquare M-estimator.</summary>
    Bisquare,
}

/// <summary>Pay line: the natural logarithm of market pay as a straight line over the rank of the level, so that each level is the same percentage above the one below.</summary>
/// <param name="Method">How it was fitted.</param>
/// <param name="Weights">What the levels weigh.</param>
/// <param name="Intercept">Logarithm of the pay of rank 0.</param>
/// <param name="InterceptError">Standard error of the intercept; null without a degree of freedom.</param>
/// <param name="Slope">Logarithm of the pay of a level over that of the one below; 0 with a single level.</param>
/// <param name="SlopeError">Standard error of the slope; null without a degree of freedom.</param>
/// <param name="RSquared">Share of the variance of the logarithms that the line explains, 0 to 1; null for a robust line, where it is not defined, or without variance.</param>
/// <param name="Deviation">Standard deviation of the residuals of the logarithm, of a robust line its scale; null without a degree of freedom.</param>
/// <param name="Levels">Number of levels with a weight.</param>
/// <param name="Predictions">Pay on the line, one entry for each level.</param>
public sealed record PayLine(
    PayLineMethod Method,
    PayLineWeights Weights,
    double Intercept,
    double? InterceptError,
    double Slope,
    double? SlopeError,
    double? RSquared,
    double? Deviation,
    int Levels,
    IReadOnlyList<PayLinePrediction> Predictions)
{
    private const string RankName = "level";
    private const double Confidence = 0.95;

    /// <summary>Midpoint progression that the line means: exp(slope) - 1.</summary>
    public double Progression => Math.Exp(Slope) - 1;

    /// <summary>Fits a pay line.</summary>
    /// <param name="points">The levels, at least one with a weight above 0. With a single one the line is level.</param>
    /// <param name="method">How it is fitted.</param>
    /// <param name="weights">What the weights are, for the account.</param>
    /// <returns>The line.</returns>
    /// <exception cref="InputException">No level has a weight, or a market pay is not above 0.</exception>
    public static PayLine Fit(IReadOnlyList<PayLinePoint> points, PayLineMethod method, PayLineWeights weights)
    {
        ArgumentNullException.ThrowIfNull(points);
        if (!points.Any(p => p.Weight > 0)) throw new InputException("A pay line needs a level with a weight. Nobody is on these levels, or their occupations have no published employment: choose equal weights.");
        if (points.FirstOrDefault(p => !(double.IsFinite(p.MarketPay) && p.MarketPay > 0)) is { } bad) throw new InputException(FormattableString.Invariant($"Level {bad.WorkLevel} has a market pay of {bad.MarketPay}. A pay line needs US dollars a year above 0."));
        ModelColumn[] columns = [ModelColumn.Intercept(points.Count), new ModelColumn(RankName, [.. points.Select(p => (double)p.Rank)])];
        double[] outcome = [.. points.Select(p => Math.Log(p.MarketPay))];
        double[] scale = [.. points.Select(p => p.Weight)];
        var levels = scale.Count(w => w > 0);
        if (method == PayLineMethod.Ordinary)
        {
            // Scaled to a mean of one, so that the residual deviation is that of a level of average weight.
            var model = LinearModel.Fit(columns, outcome, [.. scale.Select(w => w / scale.Where(s => s > 0).Average())]);
            return Line(points, method, weights, model.Estimates, model.Covariance(CovarianceKind.Classical), model.DegreesOfFreedom, model.RSquared, model.ResidualStandardDeviation, levels);
        }

        var robust = RobustModel.Fit(columns, outcome, method == PayLineMethod.Huber ? RobustKind.Huber : RobustKind.Bisquare, scale);
        return Line(points, method, weights, robust.Estimates, robust.Covariance, robust.DegreesOfFreedom, null, robust.DegreesOfFreedom > 0 ? robust.Scale : null, levels);
    }

    private static PayLine Line(
        IReadOnlyList<PayLinePoint> points, PayLineMethod method, PayLineWeights weights, IReadOnlyList<double?> estimates, double[,]? covariance, int freedom, double? rSquared, double? deviation, int levels)
    {
        var (intercept, slope) = (estimates[0] ?? 0, estimates[1] ?? 0);
        // A column that was left out has no place in the covariance of least squares.
        double At(int row, int column) => covariance is null || row >= covariance.GetLength(0) || column >= covariance.GetLength(1) ? 0 : covariance[row, column];
        var reach = covariance is null ? 0 : IntervalReach.Student(Confidence, freedom);
        return new PayLine(
            method, weights, intercept, covariance is null ? null : Math.Sqrt(At(0, 0)), slope, covariance is null || estimates[1] is null ? null : Math.Sqrt(At(1, 1)), rSquared, deviation, levels,
            [.. points.Select(p =>
            {
                var log = intercept + (slope * p.Rank);
                var error = Math.Sqrt(Math.Max(0, At(0, 0) + (2 * p.Rank * At(0, 1)) + (p.Rank * p.Rank * At(1, 1))));
                return new PayLinePrediction(p.WorkLevel, p.MarketPay, Math.Exp(log), covariance is null ? null : Math.Exp(log - (reach * error)), covariance is null ? null : Math.Exp(log + (reach * error)));
            })]);
    }
}

/// <summary>Pay of a level on a pay line. US dollars a year.</summary>
/// <param name="WorkLevel">Code of the level.</param>
/// <param name="MarketPay">Market pay that the line was fitted to.</param>
/// <param name="Pay">Pay on the line: the exponential of the logarithm, the median and not the mean of the level's pay.</param>
/// <param name="Lower">Lower end of the 95 % interval of the line by Student's t; null without a degree of freedom.</param>
/// <param name="Upper">Upper end of the interval; null without a degree of freedom.</param>
public sealed record PayLinePrediction(string WorkLevel, double MarketPay, double Pay, double? Lower, double? Upper);
