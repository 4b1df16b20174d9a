using MathNet.Numerics.LinearAlgebra;

namespace CtmsAnalytics.Statistics;

/// <summary>
/// Linear regression by an M-estimator, fitted by iteratively reweighted least squares. The scale is the median of the absolute residuals over 0.6745, renewed in every step. The constants
/// 1.345 and 4.685 give 95 % of the efficiency of least squares when the errors are normal.
/// </summary>
/// <remarks>
/// Standard errors are Huber's: K² x (Σψ² s² / (n - p)) / mean(ψ')² x (X'X)⁻¹ with K = 1 + p / n x var(ψ') / mean(ψ')². Weights given by the caller are taken as inverse variances: a row and its
/// outcome are multiplied by the root of the weight, scaled to a mean of one.
/// </remarks>
public sealed class RobustModel
{
    private const double HuberConstant = 1.345;
    private const double BisquareConstant = 4.685;

    /// <summary>Median of the absolute value of a standard normal figure.</summary>
    private const double NormalMedian = 0.6744897501960817;

    /// <summary>ψ(u) = u (1 - t)² with t = (u / c)² has the derivative (1 - t)(1 - 5 t).</summary>
    private const double BisquareSlope = 5;

    private const double Tolerance = 1e-10;
    private const int MostSteps = 200;

    private RobustModel(IReadOnlyList<string> names, IReadOnlyList<double?> estimates, IReadOnlyList<double?> errors, double scale, IReadOnlyList<double> rowWeights, int steps, bool converged, double[,]? covariance, int freedom)
    {
        Names = names;
        Estimates = estimates;
        StandardErrors = errors;
        Scale = scale;
        RowWeights = rowWeights;
        Steps = steps;
        IsConverged = converged;
        Covariance = covariance;
        DegreesOfFreedom = freedom;
    }

    /// <summary>Names of the columns, in the order given.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Coefficients, one entry for each column; null where the column follows from earlier ones.</summary>
    public IReadOnlyList<double?> Estimates { get; }

    /// <summary>Standard errors, one entry for each column; null where the column was left out, no degree of freedom remains or the scale is 0.</summary>
    public IReadOnlyList<double?> StandardErrors { get; }

    /// <summary>Robust standard deviation of the residuals, in units of the outcome, 0 or more; 0 where at least half of the rows lie on the line.</summary>
    public double Scale { get; }

    /// <summary>Weight that the last step gave each row beside its own, 0 to 1.</summary>
    public IReadOnlyList<double> RowWeights { get; }

    /// <summary>Number of steps.</summary>
    public int Steps { get; }

    /// <summary>Whether the last step changed no coefficient by more than 1e-10 of its size.</summary>
    public bool IsConverged { get; }

    /// <summary>Covariance of all columns, k x k, with zeros for a column that was left out; null without standard errors.</summary>
    public double[,]? Covariance { get; }

    /// <summary>Rows less coefficients, 0 or more.</summary>
    public int DegreesOfFreedom { get; }

    /// <summary>Fits a model. The bisquare starts from Huber's fit, so that it does not start at an outlier.</summary>
    /// <param name="columns">Columns of the design, at least one.</param>
    /// <param name="outcome">Outcome, one entry for each row, finite.</param>
    /// <param name="kind">How a row is weighed by its residual.</param>
    /// <param name="weights">Inverse variances, one entry for each row, 0 or more; null for 1 each. A row of weight 0 takes no part.</param>
    /// <returns>The model.</returns>
    /// <exception cref="ArgumentException">As in <see cref="LinearModel.Fit"/>.</exception>
    public static RobustModel Fit(IReadOnlyList<ModelColumn> columns, IReadOnlyList<double> outcome, RobustKind kind, IReadOnlyList<double>? weights = null)
    {
        var first = LinearModel.Fit(columns, outcome, weights);
        double[] prior = weights is null ? [.. outcome.Select(_ => 1d)] : Scaled(weights);
        var start = kind == RobustKind.Huber ? first : Iterate(columns, outcome, prior, first, RobustKind.Huber).Model;
        var end = Iterate(columns, outcome, prior, start, kind);
        return Finish(columns, prior, end, kind);
    }

    private static Iteration Iterate(IReadOnlyList<ModelColumn> columns, IReadOnlyList<double> outcome, double[] prior, LinearModel start, RobustKind kind)
    {
        var model = start;
        for (var step = 1; ; step++)
        {
            var scale = ScaleOf(model, prior);
            if (scale <= Tolerance * outcome.Max(Math.Abs)) return new Iteration(model, 0, [.. prior.Select(p => p > 0 ? 1d : 0d)], step, true);
            double[] own = [.. model.Residuals.Select((r, i) => prior[i] > 0 ? Weight(kind, r * Math.Sqrt(prior[i]) / scale) : 0)];
            var next = LinearModel.Fit(columns, outcome, [.. own.Select((w, i) => w * prior[i])]);
            var change = model.Estimates.Zip(next.Estimates, (a, b) => Math.Abs((a ?? 0) - (b ?? 0)) / Math.Max(1, Math.Abs(b ?? 0))).Max();
            model = next;
            if (change <= Tolerance || step == MostSteps) return new Iteration(model, ScaleOf(model, prior), own, step, change <= Tolerance);
        }
    }

    private static RobustModel Finish(IReadOnlyList<ModelColumn> columns, double[] prior, Iteration end, RobustKind kind)
    {
        int[] kept = [.. Enumerable.Range(0, columns.Count).Where(c => end.Model.Estimates[c] is not null)];
        int[] rows = [.. Enumerable.Range(0, prior.Length).Where(r => prior[r] > 0)];
        var freedom = rows.Length - kept.Length;
        var names = end.Model.Names;
        if (freedom <= 0 || end.Scale == 0) return new RobustModel(names, end.Model.Estimates, [.. names.Select(_ => (double?)null)], end.Scale, end.Weights, end.Steps, end.Converged, null, Math.Max(0, freedom));
        double[] u = [.. rows.Select(r => end.Model.Residuals[r] * Math.Sqrt(prior[r]) / end.Scale)];
        double[] slopes = [.. u.Select(v => Slope(kind, v))];
        var mean = slopes.Average();
        var variance = slopes.Select(s => (s - mean) * (s - mean)).Average();
        var correction = 1 + ((double)kept.Length / rows.Length * variance / (mean * mean));
        var squares = u.Sum(v => Math.Pow(Weight(kind, v) * v, 2)) / freedom * end.Scale * end.Scale;
        var design = Matrix<double>.Build.Dense(rows.Length, kept.Length, (r, c) => columns[kept[c]].Values[rows[r]] * Math.Sqrt(prior[rows[r]]));
        var inverse = design.TransposeThisAndMultiply(design).Inverse() * (correction * correction * squares / (mean * mean));
        var covariance = new double[columns.Count, columns.Count];
        for (var a = 0; a < kept.Length; a++)
        {
            for (var b = 0; b < kept.Length; b++) covariance[kept[a], kept[b]] = inverse[a, b];
        }

        return new RobustModel(names, end.Model.Estimates, [.. names.Select((_, c) => kept.Contains(c) ? Math.Sqrt(covariance[c, c]) : (double?)null)], end.Scale, end.Weights, end.Steps, end.Converged, covariance, freedom);
    }

    private static double Weight(RobustKind kind, double u)
    {
        var size = Math.Abs(u);
        if (kind == RobustKind.Huber) return size <= HuberConstant ? 1 : HuberConstant / size;
        return size >= BisquareConstant ? 0 : Math.Pow(1 - (u / BisquareConstant * (u / BisquareConstant)), 2);
    }

    /// <summary>Derivative of the influence ψ(u) = weight(u) x u.</summary>
    private static double Slope(RobustKind kind, double u)
    {
        if (kind == RobustKind.Huber) return Math.Abs(u) <= HuberConstant ? 1 : 0;
        var share = u / BisquareConstant * (u / BisquareConstant);
        return share >= 1 ? 0 : (1 - share) * (1 - (BisquareSlope * share));
    }

    private static double ScaleOf(LinearModel model, double[] prior)
    {
        double[] sizes = [.. model.Residuals.Select((r, i) => (Size: Math.Abs(r) * Math.Sqrt(prior[i]), Prior: prior[i])).Where(r => r.Prior > 0).Select(r => r.Size).Order()];
        var middle = sizes.Length / 2;
        return (sizes.Length % 2 == 1 ? sizes[middle] : (sizes[middle - 1] + sizes[middle]) / 2) / NormalMedian;
    }

    private static double[] Scaled(IReadOnlyList<double> weights)
    {
        var mean = weights.Where(w => w > 0).Average();
        return [.. weights.Select(w => w / mean)];
    }

    private sealed record Iteration(LinearModel Model, double Scale, IReadOnlyList<double> Weights, int Steps, bool Converged);
}
