using System.Globalization;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.LinearAlgebra;

namespace CtmsAnalytics.Statistics;

/// <summary>
/// Least squares, ordinary or weighted. Columns that follow from earlier ones are found and left out, in the order given, as statistical packages do; their coefficients are null.
/// </summary>
public sealed class LinearModel
{
    private readonly DesignBasis _basis;
    private readonly double[] _weights;
    private readonly double[] _roots;
    private readonly IReadOnlyList<ModelColumn> _columns;

    private LinearModel(IReadOnlyList<ModelColumn> columns, DesignBasis basis, double[] outcome, double[] weights, double[] roots)
    {
        Names = [.. columns.Select(c => c.Name)];
        (_columns, _basis, _weights, _roots) = (columns, basis, weights, roots);
        var scaled = outcome.Zip(roots, (y, r) => y * r).ToArray();
        double[] along = [.. basis.Columns.Select(q => ColumnMath.Dot(q, scaled))];
        var solution = basis.InverseTriangle * Vector<double>.Build.Dense(along);
        var estimates = new double?[columns.Count];
        var fitted = new double[outcome.Length];
        for (var i = 0; i < basis.Kept.Length; i++)
        {
            estimates[basis.Kept[i]] = solution[i];
            ColumnMath.Subtract(fitted, -solution[i], columns[basis.Kept[i]].Values);
        }

        Estimates = estimates;
        Fitted = fitted;
        Residuals = [.. outcome.Zip(fitted, (y, f) => y - f)];
        Rows = weights.Count(w => w > 0);
        DegreesOfFreedom = Rows - basis.Kept.Length;
        var hasIntercept = Names.Select((n, i) => (n, i)).Any(p => p.n == ModelColumn.InterceptName && basis.Kept.Contains(p.i));
        var mean = hasIntercept ? outcome.Zip(weights, (y, w) => y * w).Sum() / weights.Sum() : 0;
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
    public IReadOnlyList<double> RowLeverages => _basis.Leverages;

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
    /// <exception cref="ArgumentException">Lengths differ, a figure is not finite, no weight is above 0, or every column is zero. Where there are more columns than rows of weight, the last ones are left out and no degree of freedom remains.</exception>
    public static LinearModel Fit(IReadOnlyList<ModelColumn> columns, IReadOnlyList<double> outcome, IReadOnlyList<double>? weights = null)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(outcome);
        if (columns.Count == 0) throw new ArgumentException("A model needs at least one column, an intercept for example.", nameof(columns));
        var rows = outcome.Count;
        double[] scale = weights is null ? [.. Enumerable.Repeat(1d, rows)] : [.. weights];
        Check(columns, outcome, scale);
        var roots = scale.Select(Math.Sqrt).ToArray();
        var people = scale.Count(w => w > 0);
        var basis = DesignBasis.Of(columns.Select(c => c.Values.Zip(roots, (x, r) => x * r).ToArray()), people)
            ?? throw new ArgumentException("Every column is zero in the rows that have a weight. Give a column that is not.", nameof(columns));
        return new LinearModel(columns, basis, [.. outcome], scale, roots);
    }

    /// <summary>The same model of another outcome, which is much quicker than a new one.</summary>
    /// <param name="outcome">Outcome, one entry for each row, finite.</param>
    /// <returns>The model.</returns>
    /// <exception cref="ArgumentException">There are not as many entries as rows, or one is not finite.</exception>
    public LinearModel WithOutcome(IReadOnlyList<double> outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        Check(_columns, outcome, _weights);
        return new LinearModel(_columns, _basis, [.. outcome], _weights, _roots);
    }

    /// <summary>Covariance of the coefficients that are in the model, in their order.</summary>
    /// <param name="kind">How it is computed.</param>
    /// <returns>k x k entries; null without a degree of freedom. A row with a leverage of 1, alone in its category for example, adds nothing to HC2 and HC3: it decides a coefficient of its own and has no residual.</returns>
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
        var reach = covariance is null ? 0 : IntervalReach.Student(confidence, DegreesOfFreedom);
        return [.. Names.Select((name, column) =>
        {
            if (Estimates[column] is not { } estimate) return new ModelCoefficient(name, null, null, null, null, null, null);
            var place = Array.IndexOf(_basis.Kept, column);
            if (covariance is null || IsOneRow(place, kind)) return new ModelCoefficient(name, estimate, null, null, null, null, null);
            var error = Math.Sqrt(Math.Max(0, covariance[place, place]));
            double? t = error > 0 ? estimate / error : null;
            double? p = t is { } value ? 2 * StudentT.CDF(0, 1, DegreesOfFreedom, -Math.Abs(value)) : null;
            return new ModelCoefficient(name, estimate, error, t, p, estimate - (reach * error), estimate + (reach * error));
        })];
    }

    /// <summary>
    /// How much each row moves each coefficient: the derivative of the coefficients with respect to the row's mass. The sum over rows of the squares of a coefficient's influences is its
    /// <see cref="CovarianceKind.HC0"/> variance, and the influence on any smooth function of several models and means follows by the chain rule.
    /// </summary>
    /// <returns>One row for each row of the data, one entry for each column; 0 where the column was left out.</returns>
    public double[][] Influences()
    {
        var rows = new double[_weights.Length][];
        for (var r = 0; r < rows.Length; r++) rows[r] = new double[Names.Count];
        var column = new double[_weights.Length];
        for (var c = 0; c < _basis.Kept.Length; c++)
        {
            Array.Clear(column);
            // The inverse of a triangle is one as well.
            for (var k = c; k < _basis.Columns.Length; k++) ColumnMath.Subtract(column, -_basis.InverseTriangle[c, k], _basis.Columns[k]);
            for (var r = 0; r < rows.Length; r++) rows[r][_basis.Kept[c]] = column[r] * _roots[r] * Residuals[r];
        }

        return rows;
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
        var inverse = _basis.InverseTriangle;
        if (kind == CovarianceKind.Classical) return inverse.TransposeAndMultiply(inverse) * (ResidualSumOfSquares / DegreesOfFreedom);
        var squares = new double[_weights.Length];
        for (var i = 0; i < squares.Length; i++)
        {
            // In the weighted rows; a row without weight takes no part, whatever its residual.
            var (error, room) = (Residuals[i] * _roots[i], 1 - _basis.Leverages[i]);
            if (NeedsRoom(kind) && room < DesignBasis.CollinearityTolerance) continue;
            var square = error * error;
            squares[i] = kind switch
            {
                CovarianceKind.HC1 => square * Rows / DegreesOfFreedom,
                CovarianceKind.HC2 => square / room,
                CovarianceKind.HC3 => square / (room * room),
                _ => square,
            };
        }

        var size = _basis.Kept.Length;
        var meat = Matrix<double>.Build.Dense(size, size);
        for (var r = 0; r < size; r++)
        {
            for (var c = r; c < size; c++) meat[r, c] = meat[c, r] = ColumnMath.Dot(_basis.Columns[r], _basis.Columns[c], squares);
        }

        return inverse * meat.TransposeAndMultiply(inverse);
    }

    /// <summary>How much a row's outcome, in the weighted rows, moves a coefficient: row of Q times the coefficient's row of the inverse triangle.</summary>
    private double Spread(int row, int coefficient)
    {
        var sum = 0d;
        // The inverse of a triangle is one as well.
        for (var k = coefficient; k < _basis.Columns.Length; k++) sum += _basis.InverseTriangle[coefficient, k] * _basis.Columns[k][row];
        return sum;
    }

    private static bool NeedsRoom(CovarianceKind kind) => kind is CovarianceKind.HC2 or CovarianceKind.HC3;

    /// <summary>Whether a single row decides a coefficient, so that nothing is known of its error.</summary>
    private bool IsOneRow(int place, CovarianceKind kind)
    {
        if (!NeedsRoom(kind)) return false;
        for (var row = 0; row < _weights.Length; row++)
        {
            if (1 - _basis.Leverages[row] < DesignBasis.CollinearityTolerance && Math.Abs(Spread(row, place)) > DesignBasis.CollinearityTolerance) return true;
        }

        return false;
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

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
