using System.Globalization;
using CtmsAnalytics.Statistics;

namespace CtmsAnalytics.TalentMarket;

/// <summary>
/// A generalised variance relation: the relative standard error of an occupation's mean wage falls with its employment, ln(error) = a + b ln(employment). It stands in where the survey's tables carry no error.
/// </summary>
/// <param name="Intercept">a.</param>
/// <param name="Slope">b, below 0 where larger occupations are measured better.</param>
public sealed record ErrorRelation(double Intercept, double Slope)
{
    /// <summary>Fewest rows that a relation is fitted to.</summary>
    public const int FewestRows = 10;

    /// <summary>The relation as scale / employment^power.</summary>
    /// <param name="scale">Relative standard error at an employment of one, a fraction above 0.</param>
    /// <param name="power">Power of employment that it falls with, 0 or more.</param>
    /// <returns>The relation.</returns>
    public static ErrorRelation From(double scale, double power) => new(Math.Log(scale), -power);

    /// <summary>The error that goes with an employment.</summary>
    /// <param name="employment">Employment, above 0.</param>
    /// <returns>Relative standard error of the mean wage, a fraction.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The employment is not above 0.</exception>
    public double Of(double employment)
    {
        if (!(employment > 0)) throw new ArgumentOutOfRangeException(nameof(employment), employment, "Employment is above 0.");
        return Math.Exp(Intercept + (Slope * Math.Log(employment)));
    }

    /// <summary>Fits the relation by least squares to rows that carry both figures.</summary>
    /// <param name="wages">Wages of any areas and years; rows without employment or a published error above 0 are passed over.</param>
    /// <returns>The relation.</returns>
    /// <exception cref="ArgumentException">Fewer than <see cref="FewestRows"/> rows carry both, or their employment is all the same.</exception>
    public static ErrorRelation Fit(IEnumerable<OccupationWage> wages)
    {
        ArgumentNullException.ThrowIfNull(wages);
        var rows = wages.Where(w => w is { Employment: > 0, MeanError: > 0 }).Select(w => (Size: Math.Log(w.Employment!.Value), Error: Math.Log(w.MeanError!.Value))).ToList();
        if (rows.Count < FewestRows) throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{rows.Count} rows carry employment and a published error; a relation between them needs {FewestRows}."), nameof(wages));
        var model = LinearModel.Fit([ModelColumn.Intercept(rows.Count), new ModelColumn("ln(employment)", [.. rows.Select(r => r.Size)])], [.. rows.Select(r => r.Error)]);
        return model.Estimates is [{ } intercept, { } slope]
            ? new ErrorRelation(intercept, slope)
            : throw new ArgumentException("Every row has the same employment, so that no relation can be told from them.", nameof(wages));
    }
}
