using System.Globalization;

namespace CtmsAnalytics.Recognition;

/// <summary>The guideline of recognition adjustments (158.631): a fraction of structure salary by mission impact rating and by place in the range.</summary>
/// <remarks>
/// Implementation note: a place is the quotient (salary - minimum) / (maximum - minimum) in double precision, which is the number nearest to the exact quotient; so a
/// salary that stands exactly on a boundary compares equal to it, whether the boundary is written 0.25 or is a third.
/// </remarks>
public sealed class GuidelineMatrix
{
    private readonly double[][] _rows;
    private readonly double[] _boundaries;

    /// <summary>Creates the matrix.</summary>
    /// <param name="rows">A row for each rating, lowest first; a column for each place in the range, lowest first. Fractions of structure salary, 0 or more.</param>
    /// <param name="boundaries">Places in the range at which one band ends and the next begins, ascending between 0 and 1, one fewer than the columns; null or empty for bands of equal width.</param>
    /// <exception cref="ArgumentException">Rows of different length, an adjustment that is not 0 or more, or boundaries that do not fit the columns.</exception>
    public GuidelineMatrix(IReadOnlyList<IReadOnlyList<double>> rows, IReadOnlyList<double>? boundaries = null)
    {
        ArgumentNullException.ThrowIfNull(rows);
        if (rows.Count == 0 || rows[0].Count == 0) throw new ArgumentException("The guideline has no entry. Give a row for each rating and a column for each place in the range.", nameof(rows));
        _rows = [.. rows.Select(r => r.ToArray())];
        Bands = _rows[0].Length;
        for (var rating = 0; rating < _rows.Length; rating++)
        {
            if (_rows[rating].Length != Bands)
                throw new ArgumentException(Invariant($"The guideline has {_rows[rating].Length} columns for rating {rating} and {Bands} for rating 0. Give as many for each rating."), nameof(rows));
            if (_rows[rating].Any(x => !(x >= 0) || double.IsInfinity(x)))
                throw new ArgumentException(Invariant($"The guideline has an adjustment for rating {rating} that is not a fraction of 0 or more."), nameof(rows));
        }

        _boundaries = boundaries is null or { Count: 0 } ? [.. Enumerable.Range(1, Bands - 1).Select(i => (double)i / Bands)] : [.. boundaries];
        if (_boundaries.Length != Bands - 1)
            throw new ArgumentException(Invariant($"The guideline has {Bands} columns and {_boundaries.Length} boundaries. Give one boundary fewer than columns."), nameof(boundaries));
        for (var i = 0; i < _boundaries.Length; i++)
        {
            if (!(_boundaries[i] > (i == 0 ? 0 : _boundaries[i - 1]) && _boundaries[i] < 1))
                throw new ArgumentException(Invariant($"Boundary {_boundaries[i]} of the guideline is out of place. Give ascending fractions of the range, above 0 and below 1."), nameof(boundaries));
        }
    }

    /// <summary>Number of ratings.</summary>
    public int Ratings => _rows.Length;

    /// <summary>Number of bands that the range is divided into.</summary>
    public int Bands { get; }

    /// <summary>Places in the range at which one column ends and the next begins, ascending.</summary>
    public ReadOnlySpan<double> Boundaries => _boundaries;

    /// <summary>The adjustment at a rating and band.</summary>
    /// <param name="rating">Rating, 0 for the lowest.</param>
    /// <param name="band">Band of the range, 0 for the lowest.</param>
    /// <returns>Fraction of structure salary.</returns>
    public double this[int rating, int band] => _rows[rating][band];

    /// <summary>Band of the range in which a salary stands. A salary on a boundary stands in the upper band, one below the minimum in the lowest, one above the maximum in the highest.</summary>
    /// <param name="structureSalary">Annual rate, whole US dollars.</param>
    /// <param name="minimum">Minimum of the subrange, whole US dollars.</param>
    /// <param name="maximum">Maximum of the subrange, whole US dollars.</param>
    /// <returns>0 for the lowest band.</returns>
    public int Band(long structureSalary, long minimum, long maximum)
    {
        var place = (structureSalary - minimum) / (double)Math.Max(1, maximum - minimum);
        var band = 0;
        while (band < _boundaries.Length && place >= _boundaries[band]) band++;
        return band;
    }

    /// <summary>The adjustment that the guideline gives a salary at a rating.</summary>
    /// <param name="rating">Rating, 0 for the lowest.</param>
    /// <param name="structureSalary">Annual rate, whole US dollars.</param>
    /// <param name="minimum">Minimum of the subrange, whole US dollars.</param>
    /// <param name="maximum">Maximum of the subrange, whole US dollars.</param>
    /// <returns>Fraction of structure salary.</returns>
    public double For(int rating, long structureSalary, long minimum, long maximum) => _rows[rating][Band(structureSalary, minimum, maximum)];

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
