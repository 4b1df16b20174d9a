using System.Globalization;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.LinearAlgebra;

namespace CtmsAnalytics.Statistics;

/// <summary>
/// Least squares, ordinary or weighted. Columns that follow from earlier ones are found and left out, in the order given, as statistical packages do; their coefficients are null.
/// </summary>
public sealed class LinearModel
{
    // Of a column's length: what is left of it beside the earlier columns must be more than this for the column to say something of its own (the bound of R's lm).
    private const double CollinearityTolerance = 1e-7;

    private readonly Matrix<double> _design;
    private readonly Matrix<double> _inverse;
    private readonly double[] _weights;
    private readonly int[] _kept;
    private readonly double[] _leverages;

    private LinearModel(IReadOnlyList<string> names, int[] kept, Matrix<double> design, Matrix<double> inverse, Vector<double> solution, double[] outcome, double[] weights)
    {
        Names = names;
        _kept = kept;
        _design = design;
        _inverse = inverse;
        _weights = weights;
        var estimates = new double?[names.Count];
        for (var i = 0; i < kept.Length; i++) estimates[kept[i]] = solution[i];
        Estimates = estimates;
        var fitted = (design * solution).ToArray();
        Fitted = fitted;
        Residuals = [.. outcome.Zip(fitted, (y, f) => y - f)];
        Rows = weights.Count(w => w > 0);
        DegreesOfFreedom = Rows - kept.Length;
        _leverages = Leverages(design, inverse, weights);
        var total = weights.Sum();
        var hasIntercept = names.Select((n, i) => (n, i)).Any(p => p.n == ModelColumn.InterceptName && kept.Contains(p.i));
        var mean = hasIntercept ? outcome.Zip(weights, (y, w) => y * w).Sum() / total : 0;
        ResidualSumOfSquares = Residuals.Zip(weights, (e, w) => w * e * e).Sum();
        var around = outcome.Zip(weights, (y, w) => w * (y - mean) * (y - mean)).Sum();
        RSquared = around > 0 ? 1 - (ResidualSumOfSquares / around) : null;
    }

    /// <summary>Names of the columns, in the order given.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Coefficients, one entry for each column; null where the column was left out.</summary>
    public IReadOnlyList<double?> Estimates { get; }

    /// <summary>Fitted values, one entry for each row, in units of the outcome.</summary>
    public IReadOnlyList<double> Fitted { get; }

    /// <summary>Outcome less fitted value, one entry for each row.</summary>
    public IReadOnlyList<double> Residuals { get; }

    /// <summary>Leverages, one entry for each row, 0 to 1: how much a row's own outcome weighs in its fitted value.</summary>
    public IReadOnlyList<double> RowLeverages => _leverages;

    /// <summary>Number of rows with a weight above 0.</summary>
    public int Rows { get; }

    /// <summary>Rows less coefficients, 0 or more.</summary>
    public int DegreesOfFreedom { get; }

    /// <summary>Weighted sum of squared residuals.</summary>
    public double ResidualSumOfSquares { get; }

    /// <summary>Residual standard deviation; null without a degree of freedom.</summary>
    public double? ResidualStandardDeviation => DegreesOfFreedom > 0 ? Math.Sqrt(ResidualSumOfSquares / DegreesOfFreedom) : null;

    /// <summary>Share of the outcome's variance that the columns explain, 0 to 1; null where the outcome has no variance.</summary>
    public double? RSquared { get; }

    /// <summary>Fits a model.</summary>
    /// <param name="columns">Columns of the design, an intercept among them where one is wanted (<see cref="ModelColumn.Intercept"/>); at least one.</param>
    /// <param name="outcome">Outcome, one entry for each row, finite.</param>
    /// <param name="weights">Weights, one entry for each row, 0 or more and finite; null for 1 each. A row of weight 0 has a fitted value and takes no part otherwise.</param>
    /// <returns>The model.</returns>
    /// <exception cref="ArgumentException">Lengths differ, a figure is not finite, no weight is above 0, or there are fewer rows of weight than columns that say something of their own.</exception>
    public static LinearModel Fit(IReadOnlyList<ModelColumn> columns, IReadOnlyList<double> outcome, IReadOnlyList<double>? weights = null)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(outcome);
        if (columns.Count == 0) throw new ArgumentException("A model needs at least one column, an intercept for example.", nameof(columns));
        var rows = outcome.Count;
        double[] scale = weights is null ? [.. Enumerable.Repeat(1d, rows)] : [.. weights];
        Check(columns, outcome, scale);
        var roots = scale.Select(Math.Sqrt).ToArray();
        var scaled = columns.Select(c => c.Values.Zip(roots, (x, r) => x * r).ToArray()).ToList();
        var (kept, basis, triangle) = Independent(scaled, rows);
        if (kept.Length == 0) throw new ArgumentException("Every column is zero in the rows that have a weight. Give a column that is not.", nameof(columns));
        if (kept.Length > scale.Count(w => w > 0))
            throw new ArgumentException(Text($"{kept.Length} coefficients cannot be fitted to {scale.Count(w => w > 0)} rows. Give more rows or fewer columns."), nameof(outcome));
        var target = Vector<double>.Build.Dense(rows, i => outcome[i] * roots[i]);
        var solution = triangle.Solve(basis.TransposeThisAndMultiply(target));
        var root = triangle.Inverse();
        var design = Matrix<double>.Build.DenseOfColumnArrays([.. kept.Select(k => columns[k].Values)]);
        return new LinearModel([.. columns.Select(c => c.Name)], kept, design, root.TransposeAndMultiply(root), solution, [.. outcome], scale);
    }

    /// <summary>Covariance of the coefficients that are in the model, in their order.</summary>
    /// <param name="kind">How it is computed.</param>
    /// <returns>k x k entries; null without a degree of freedom, or where a row's leverage of 1 leaves HC2 and HC3 undefined.</returns>
    public double[,]? Covariance(CovarianceKind kind) => CovarianceOf(kind)?.ToArray();

    /// <summary>Coefficients with errors and intervals.</summary>
    /// <param name="kind">How standard errors are computed.</param>
    /// <param name="confidence">Level of the interval, above 0 and below 1, for example 0.95.</param>
    /// <returns>One entry for each column, in the order given.</returns>
    public IReadOnlyList<ModelCoefficient> Coefficients(CovarianceKind kind, double confidence)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(confidence, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(confidence, 1);
        var covariance = CovarianceOf(kind);
        var reach = covariance is null ? 0 : StudentT.InvCDF(0, 1, DegreesOfFreedom, (1 + confidence) / 2);
        return [.. Names.Select((name, column) =>
        {
            if (Estimates[column] is not { } estimate) return new ModelCoefficient(name, null, null, null, null, null, null);
            if (covariance is null) return new ModelCoefficient(name, estimate, null, null, null, null, null);
            var place = Array.IndexOf(_kept, column);
            var error = Math.Sqrt(Math.Max(0, covariance[place, place]));
            double? t = error > 0 ? estimate / error : null;
            double? p = t is { } value ? 2 * StudentT.CDF(0, 1, DegreesOfFreedom, -Math.Abs(value)) : null;
            return new ModelCoefficient(name, estimate, error, t, p, estimate - (reach * error), estimate + (reach * error));
        })];
    }

    /// <summary>The model's value for a row; a column that was left out plays no part.</summary>
    /// <param name="values">One entry for each column.</param>
    /// <returns>The value, in units of the outcome.</returns>
    /// <exception cref="ArgumentException">There are not as many entries as columns.</exception>
    public double Predict(IReadOnlyList<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Count != Names.Count) throw new ArgumentException(Text($"The model has {Names.Count} columns and the row {values.Count} entries. Give one for each column."), nameof(values));
        return Estimates.Select((b, i) => (b ?? 0) * values[i]).Sum();
    }

    private Matrix<double>? CovarianceOf(CovarianceKind kind)
    {
        if (DegreesOfFreedom <= 0) return null;
        if (kind == CovarianceKind.Classical) return _inverse * (ResidualSumOfSquares / DegreesOfFreedom);
        var squares = new double[_weights.Length];
        for (var i = 0; i < squares.Length; i++)
        {
            // A row without weight takes no part, whatever its residual.
            if (_weights[i] == 0) continue;
            var (error, room) = (Residuals[i] * _weights[i], 1 - _leverages[i]);
            var square = error * error;
            if (kind is CovarianceKind.HC2 or CovarianceKind.HC3 && room < CollinearityTolerance) return null;
            squares[i] = kind switch
            {
                CovarianceKind.HC1 => square * Rows / DegreesOfFreedom,
                CovarianceKind.HC2 => square / room,
                CovarianceKind.HC3 => square / (room * room),
                _ => square,
            };
        }

        var meat = _design.TransposeThisAndMultiply(Matrix<double>.Build.Dense(_design.RowCount, _design.ColumnCount, (r, c) => _design[r, c] * squares[r]));
        return _inverse * meat * _inverse;
    }

    private static void Check(IReadOnlyList<ModelColumn> columns, IReadOnlyList<double> outcome, double[] weights)
    {
        var rows = outcome.Count;
        if (weights.Length != rows) throw new ArgumentException(Text($"There are {weights.Length} weights for {rows} rows. Give one for each row."), nameof(weights));
        foreach (var column in columns)
        {
            if (column.Values.Length != rows) throw new ArgumentException(Text($"The column {column.Name} has {column.Values.Length} entries for {rows} rows. Give one for each row."), nameof(columns));
            if (!column.Values.All(double.IsFinite)) throw new ArgumentException(Text($"The column {column.Name} holds a figure that is not finite. Leave out rows with missing values first."), nameof(columns));
        }

        if (!outcome.All(double.IsFinite)) throw new ArgumentException("The outcome holds a figure that is not finite. Leave out rows with missing values first.", nameof(outcome));
        if (!weights.All(w => double.IsFinite(w) && w >= 0)) throw new ArgumentException("A weight is below 0 or not finite. Give weights of 0 or more.", nameof(weights));
        if (!weights.Any(w => w > 0)) throw new ArgumentException("No row has a weight above 0. Give at least one.", nameof(weights));
    }

    /// <summary>
    /// Columns that say something of their own, their orthonormal basis Q and the triangle R of X = Q R. Each column is cleared of the earlier ones twice, which keeps the basis orthogonal to
    /// the last digit.
    /// </summary>
    private static (int[] Kept, Matrix<double> Basis, Matrix<double> Triangle) Independent(List<double[]> columns, int rows)
    {
        var kept = new List<int>();
        var basis = new List<double[]>();
        var coefficients = new List<double[]>();
        for (var c = 0; c < columns.Count; c++)
        {
            var rest = (double[])columns[c].Clone();
            var length = Norm(rest);
            if (length == 0 || kept.Count == rows) continue;
            var along = new double[basis.Count];
            for (var pass = 0; pass < 2; pass++)
            {
                for (var b = 0; b < basis.Count; b++)
                {
                    var part = Dot(basis[b], rest);
                    along[b] += part;
                    for (var i = 0; i < rows; i++) rest[i] -= part * basis[b][i];
                }
            }

            var left = Norm(rest);
            if (left <= CollinearityTolerance * length) continue;
            for (var i = 0; i < rows; i++) rest[i] /= left;
            kept.Add(c);
            basis.Add(rest);
            coefficients.Add([.. along, left]);
        }

        var size = kept.Count;
        var triangle = Matrix<double>.Build.Dense(size, size, (r, c) => r < coefficients[c].Length ? coefficients[c][r] : 0);
        return ([.. kept], size == 0 ? Matrix<double>.Build.Dense(rows, 1) : Matrix<double>.Build.DenseOfColumnArrays([.. basis]), triangle);
    }

    private static double[] Leverages(Matrix<double> design, Matrix<double> inverse, double[] weights)
    {
        var spread = design * inverse;
        var leverages = new double[design.RowCount];
        for (var r = 0; r < leverages.Length; r++)
        {
            var sum = 0d;
            for (var c = 0; c < design.ColumnCount; c++) sum += spread[r, c] * design[r, c];
            leverages[r] = sum * weights[r];
        }

        return leverages;
    }

    private static double Norm(double[] values) => Math.Sqrt(Dot(values, values));

    private static double Dot(double[] a, double[] b)
    {
        var sum = 0d;
        for (var i = 0; i < a.Length; i++) sum += a[i] * b[i];
        return sum;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
