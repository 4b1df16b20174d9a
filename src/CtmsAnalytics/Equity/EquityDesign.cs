using CtmsAnalytics.Statistics;

namespace CtmsAnalytics.Equity;

/// <summary>Columns of a regression: an intercept, the factors with categories as indicators against the most frequent one, and the protected class where it is wanted.</summary>
internal sealed class EquityDesign
{
    private readonly int _rows;
    private readonly List<ModelColumn> _factors;
    private readonly List<ModelColumn> _classes;

    public EquityDesign(EquityCohort cohort, IReadOnlyList<string> classes)
    {
        _rows = cohort.Rows.Count;
        _factors = [.. cohort.Terms.SelectMany(t => Columns(cohort, t))];
        _classes = [.. classes.Skip(1).Select(c => new ModelColumn(c, [.. cohort.Group.Select(g => g == c ? 1d : 0d)]))];
    }

    /// <summary>How each factor is read, in words.</summary>
    public static IReadOnlyList<EquityFactor> Describe(EquityCohort cohort) => [.. cohort.Terms.Select(t =>
    {
        if (cohort.Numbers.Contains(t.Column)) return new EquityFactor(t.ToString(), true, 0, null);
        var values = Categories(cohort, t.Column);
        return new EquityFactor(t.ToString(), false, values.Count, values[0]);
    })];

    /// <summary>An intercept and the factors, without the class.</summary>
    public IReadOnlyList<ModelColumn> WithoutClass(int[]? rows = null) => Of(rows, _factors);

    /// <summary>An intercept, the factors and the class. The class comes last, so that what follows from the factors is left out of the class and not of them.</summary>
    public IReadOnlyList<ModelColumn> WithClass(int[]? rows = null) => Of(rows, [.. _factors, .. _classes]);

    /// <summary>An intercept and the class.</summary>
    public IReadOnlyList<ModelColumn> ClassAlone(int[]? rows = null) => Of(rows, _classes);

    /// <summary>Categories of a column, the most frequent first.</summary>
    public static IReadOnlyList<string> Categories(EquityCohort cohort, string column) =>
        [.. cohort.TextOf(column).GroupBy(v => v, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key)];

    /// <summary>Entries of some rows.</summary>
    public static double[] Pick(double[] values, int[]? rows) => rows is null ? values : [.. rows.Select(r => values[r])];

    private IReadOnlyList<ModelColumn> Of(int[]? rows, IEnumerable<ModelColumn> columns) =>
        [ModelColumn.Intercept(rows?.Length ?? _rows), .. columns.Select(c => rows is null ? c : c with { Values = Pick(c.Values, rows) })];

    private static IEnumerable<ModelColumn> Columns(EquityCohort cohort, EquityTerm term)
    {
        if (cohort.Numbers.Contains(term.Column)) return [new ModelColumn(term.ToString(), [.. cohort.NumbersOf(term.Column).Select(term.Of)])];
        var text = cohort.TextOf(term.Column);
        return Categories(cohort, term.Column).Skip(1).Select(v => new ModelColumn($"{term.Column} {v}", [.. text.Select(t => t == v ? 1d : 0d)]));
    }
}
