using System.Globalization;
using CtmsAnalytics.Diagnostics;

namespace CtmsAnalytics.Equity;

/// <summary>The people of an analysis: whom it takes from a table, and whom it sets aside for what reason.</summary>
internal sealed class EquityCohort
{
    private static readonly HashSet<string> Missing = new(StringComparer.OrdinalIgnoreCase) { "", "NA", "N/A", "NaN", "null", "." };

    private readonly EquityTable _table;
    private readonly EquitySpecification _specification;
    private readonly List<EquityExclusion> _excluded = [];

    private EquityCohort(EquityTable table, EquitySpecification specification)
    {
        _table = table;
        _specification = specification;
        Terms = [.. specification.Factors.Select(EquityTerm.Parse)];
        foreach (var (column, what) in Wanted()) Require(column, what);
        IReadOnlyList<EquityRecord> rows = table.Rows;
        if (specification.Distinct) rows = SetAside(rows, Duplicates(rows), "repeats an earlier row in every column");
        foreach (var filter in specification.Where)
        {
            var place = PlaceOf(filter.Column);
            rows = [.. rows.Where(r => r.Cells[place] == filter.Value)];
            if (rows.Count == 0) throw new InputException($"{table.Name}: Nobody has '{filter.Value}' in the column {filter.Column}. Its values are {Values(place)}.");
        }

        Selected = rows.Count;
        var needed = Wanted().Select(w => w.Column).Where(c => c != specification.Ceiling).Distinct(StringComparer.Ordinal).ToList();
        foreach (var column in needed)
        {
            var place = PlaceOf(column);
            rows = SetAside(rows, rows.Where(r => Missing.Contains(r.Cells[place])), $"{column} is missing");
        }

        Numbers = Terms.Select(t => t.Column).Where(c => !specification.Categories.Contains(c)).Distinct(StringComparer.Ordinal)
            .Where(c => rows.All(r => Number(r.Cells[PlaceOf(c)]) is not null)).ToHashSet(StringComparer.Ordinal);
        foreach (var term in Terms.Where(t => t.Function != TermFunction.Itself && !Numbers.Contains(t.Column)))
            throw new InputException($"{table.Name}: {term} needs a column of numbers, and {term.Column} holds {Example(rows, term.Column)}. Give the column as it is, or mend that cell.");
        foreach (var term in Terms.Where(t => t.Function == TermFunction.Log))
            rows = SetAside(rows, rows.Where(r => !(Number(r.Cells[PlaceOf(term.Column)]) > 0)), $"{term.Column} is not above 0, so that it has no logarithm");
        rows = SetAside(rows, rows.Where(r => Number(r.Cells[PlaceOf(specification.Outcome)]) is null), $"{specification.Outcome} is not a number");
        if (specification.Transform == OutcomeTransform.Log)
            rows = SetAside(rows, rows.Where(r => !(Number(r.Cells[PlaceOf(specification.Outcome)]) > 0)), $"{specification.Outcome} is not above 0, so that it has no logarithm");
        if (specification.Weight is { } weight)
            rows = SetAside(rows, rows.Where(r => Number(r.Cells[PlaceOf(weight)]) is not >= 0), $"{weight} is not a number of 0 or more");
        if (rows.Count == 0) throw new InputException($"{table.Name}: No row can be used. {string.Join(" ", _excluded.Select(e => e.Words))}");
        Rows = rows;
        Pay = [.. rows.Select(r => Number(r.Cells[PlaceOf(specification.Outcome)])!.Value).Select(v => specification.Transform == OutcomeTransform.Exp ? Math.Exp(v) : v)];
        if (!Pay.All(double.IsFinite)) throw new InputException($"{table.Name}: The exponential of {specification.Outcome} is too large for a number. Is the column a logarithm? Leave --transform out where it is not.");
        Outcome = specification.Transform == OutcomeTransform.Log ? [.. Pay.Select(p => Math.Log(p))] : Pay;
        Group = [.. rows.Select(r => r.Cells[PlaceOf(specification.Group)])];
        By = specification.By is { } by ? [.. rows.Select(r => r.Cells[PlaceOf(by)])] : null;
        Weights = specification.Weight is { } w ? [.. rows.Select(r => Number(r.Cells[PlaceOf(w)])!.Value)] : [.. Enumerable.Repeat(1d, rows.Count)];
        Ceilings = specification.Ceiling is { } ceiling ? [.. rows.Select(r => Number(r.Cells[PlaceOf(ceiling)]))] : [.. Enumerable.Repeat<double?>(null, rows.Count)];
        if (Weights.All(v => v == 0)) throw new InputException($"{table.Name}: Every weight in {specification.Weight} is 0. Give at least one above 0.");
    }

    public IReadOnlyList<EquityTerm> Terms { get; }

    /// <summary>Rows that the conditions select, usable or not.</summary>
    public int Selected { get; }

    public IReadOnlyList<EquityRecord> Rows { get; }

    public double[] Pay { get; }

    public double[] Outcome { get; }

    public string[] Group { get; }

    public string[]? By { get; }

    public double[] Weights { get; }

    public double?[] Ceilings { get; }

    /// <summary>Columns of factors that hold numbers.</summary>
    public IReadOnlySet<string> Numbers { get; }

    public IReadOnlyList<EquityExclusion> Excluded => _excluded;

    public static EquityCohort Of(EquityTable table, EquitySpecification specification) => new(table, specification);

    /// <summary>A column of numbers, one entry for each row of the cohort.</summary>
    public double[] NumbersOf(string column)
    {
        var place = PlaceOf(column);
        return [.. Rows.Select(r => Number(r.Cells[place])!.Value)];
    }

    /// <summary>A column of text, one entry for each row of the cohort.</summary>
    public string[] TextOf(string column)
    {
        var place = PlaceOf(column);
        return [.. Rows.Select(r => r.Cells[place])];
    }

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : null;

    private IEnumerable<(string Column, string What)> Wanted()
    {
        yield return (_specification.Outcome, "pay");
        yield return (_specification.Group, "the protected class");
        foreach (var term in Terms) yield return (term.Column, "a factor");
        foreach (var filter in _specification.Where) yield return (filter.Column, "a condition");
        if (_specification.By is { } by) yield return (by, "pay analysis groups");
        if (_specification.Weight is { } weight) yield return (weight, "weights");
        if (_specification.Ceiling is { } ceiling) yield return (ceiling, "the highest pay");
    }

    private void Require(string column, string what)
    {
        if (_table.Columns.Contains(column)) return;
        throw new InputException($"{_table.Name}: There is no column '{column}' for {what}. The columns are {string.Join(", ", _table.Columns)}.");
    }

    private int PlaceOf(string column)
    {
        for (var i = 0; i < _table.Columns.Count; i++)
        {
            if (_table.Columns[i] == column) return i;
        }

        throw new ArgumentException($"There is no column '{column}'.", nameof(column));
    }

    private static IEnumerable<EquityRecord> Duplicates(IReadOnlyList<EquityRecord> rows)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return rows.Where(r => !seen.Add(string.Join('\u001f', r.Cells)));
    }

    private List<EquityRecord> SetAside(IReadOnlyList<EquityRecord> rows, IEnumerable<EquityRecord> bad, string reason)
    {
        var setAside = bad.ToHashSet(ReferenceEqualityComparer.Instance);
        if (setAside.Count > 0) _excluded.Add(new EquityExclusion(reason, setAside.Count, [.. rows.Where(setAside.Contains).Take(EquityExclusion.MostNumbers).Select(r => r.Number)]));
        return [.. rows.Where(r => !setAside.Contains(r))];
    }

    private string Values(int place)
    {
        const int most = 8;
        var values = _table.Rows.Select(r => r.Cells[place]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return string.Join(", ", values.Take(most).Select(v => $"'{v}'")) + (values.Count > most ? string.Create(CultureInfo.InvariantCulture, $" and {values.Count - most} more") : "");
    }

    private string Example(IReadOnlyList<EquityRecord> rows, string column)
    {
        var place = PlaceOf(column);
        var row = rows.First(r => Number(r.Cells[place]) is null);
        return string.Create(CultureInfo.InvariantCulture, $"'{row.Cells[place]}' in row {row.Number}");
    }
}
