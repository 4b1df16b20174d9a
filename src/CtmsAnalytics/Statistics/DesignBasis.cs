using MathNet.Numerics.LinearAlgebra;

namespace CtmsAnalytics.Statistics;

/// <summary>
/// The columns of a design that say something of their own, as X = Q R: Q their orthonormal basis in the weighted rows, R a triangle. Several outcomes can be fitted to one basis.
/// </summary>
internal sealed class DesignBasis
{
    // Of a column's length: what is left of it beside the earlier columns must be more than this for the column to say something of its own (the bound of R's lm).
    public const double CollinearityTolerance = 1e-7;

    private DesignBasis(int[] kept, double[][] columns, Matrix<double> inverseTriangle)
    {
        Kept = kept;
        Columns = columns;
        InverseTriangle = inverseTriangle;
        Leverages = new double[columns[0].Length];
        foreach (var column in columns)
        {
            for (var i = 0; i < column.Length; i++) Leverages[i] += column[i] * column[i];
        }
    }

    /// <summary>Places of the columns among those given.</summary>
    public int[] Kept { get; }

    /// <summary>Columns of Q.</summary>
    public double[][] Columns { get; }

    /// <summary>Inverse of R.</summary>
    public Matrix<double> InverseTriangle { get; }

    /// <summary>Leverage of each row, 0 to 1.</summary>
    public double[] Leverages { get; }

    /// <summary>Finds the basis. Each column is cleared of the earlier ones, and a second time where little of it was left, which keeps the basis orthogonal to the last digit.</summary>
    /// <param name="columns">Columns in the weighted rows.</param>
    /// <param name="most">Most columns that there can be: the rows with a weight.</param>
    /// <returns>The basis; null where every column is zero.</returns>
    /// <exception cref="ArgumentException">More columns say something of their own than there can be.</exception>
    public static DesignBasis? Of(IEnumerable<double[]> columns, int most)
    {
        var kept = new List<int>();
        var basis = new List<double[]>();
        var triangle = new List<double[]>();
        var place = -1;
        foreach (var column in columns)
        {
            place++;
            var rest = (double[])column.Clone();
            var length = Math.Sqrt(ColumnMath.Dot(rest, rest));
            if (length == 0 || kept.Count == most) continue;
            var along = new double[basis.Count + 1];
            var left = length;
            for (var pass = 0; pass < 2; pass++)
            {
                for (var b = 0; b < basis.Count; b++)
                {
                    var part = ColumnMath.Dot(basis[b], rest);
                    along[b] += part;
                    ColumnMath.Subtract(rest, part, basis[b]);
                }

                var before = left;
                left = Math.Sqrt(ColumnMath.Dot(rest, rest));
                if (left > before / 2) break;
            }

            if (left <= CollinearityTolerance * length) continue;
            for (var i = 0; i < rest.Length; i++) rest[i] /= left;
            along[^1] = left;
            kept.Add(place);
            basis.Add(rest);
            triangle.Add(along);
        }

        if (kept.Count == 0) return null;
        var size = kept.Count;
        return new DesignBasis([.. kept], [.. basis], Matrix<double>.Build.Dense(size, size, (r, c) => r < triangle[c].Length ? triangle[c][r] : 0).Inverse());
    }
}
