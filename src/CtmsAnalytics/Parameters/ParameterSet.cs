using System.Globalization;

namespace CtmsAnalytics.Parameters;

/// <summary>All sourced figures that a run may use, by series and year. Immutable.</summary>
public sealed class ParameterSet
{
    private readonly Dictionary<string, Parameter[]> _series;

    /// <summary>Collects parameters into series ordered by year.</summary>
    /// <param name="parameters">The rows, in any order.</param>
    /// <exception cref="ParameterException">A series has two rows for one year, or a value that is not a finite number.</exception>
    public ParameterSet(IEnumerable<Parameter> parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        _series = parameters
            .GroupBy(p => p.Name, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.OrderBy(p => p.EffectiveYear).ToArray(), StringComparer.Ordinal);
        foreach (var rows in _series.Values)
        {
            for (var i = 0; i < rows.Length; i++)
            {
                if (!double.IsFinite(rows[i].Value))
                    throw new ParameterException($"Parameter '{rows[i].Name}' of {rows[i].EffectiveYear} is not a finite number. Give a value in {rows[i].Unit}.");
                if (i > 0 && rows[i].EffectiveYear == rows[i - 1].EffectiveYear)
                    throw new ParameterException($"Parameter '{rows[i].Name}' has two rows for {rows[i].EffectiveYear}. Keep one of them.");
            }
        }
    }

    /// <summary>Every row, by series name and then by year.</summary>
    public IEnumerable<Parameter> All => _series.OrderBy(s => s.Key, StringComparer.Ordinal).SelectMany(s => s.Value);

    /// <summary>True when the set holds at least one row of the series.</summary>
    /// <param name="name">Series name, compared exactly.</param>
    /// <returns>Whether there is such a series.</returns>
    public bool Has(string name) => _series.ContainsKey(name);

    /// <summary>Names of the series that begin with a prefix, in ordinal order.</summary>
    /// <param name="prefix">The prefix, compared exactly.</param>
    /// <returns>The names.</returns>
    public IReadOnlyList<string> Names(string prefix) =>
        [.. _series.Keys.Where(n => n.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    /// <summary>First year in which a series has a value.</summary>
    /// <param name="name">Series name, compared exactly.</param>
    /// <returns>Calendar year.</returns>
    /// <exception cref="ParameterException">There is no such series.</exception>
    public int First(string name) =>
        _series.TryGetValue(name, out var rows) ? rows[0].EffectiveYear : throw new ParameterException($"There is no parameter '{name}'. Add a row for it to the policy or reference data.");

    /// <summary>The row in force in a year: the latest one whose effective year is not after it.</summary>
    /// <param name="name">Series name, compared exactly.</param>
    /// <param name="year">Calendar year.</param>
    /// <returns>The row in force.</returns>
    /// <exception cref="ParameterException">There is no such series, or none of its rows is in force yet.</exception>
    public Parameter InForce(string name, int year)
    {
        if (!_series.TryGetValue(name, out var rows))
            throw new ParameterException($"There is no parameter '{name}'. Add a row for it to the policy or reference data.");
        for (var i = rows.Length - 1; i >= 0; i--)
        {
            if (rows[i].EffectiveYear <= year) return rows[i];
        }

        throw new ParameterException(string.Create(CultureInfo.InvariantCulture,
            $"Parameter '{name}' has no value for {year}: its first row takes effect in {rows[0].EffectiveYear}. Add an earlier row or start the horizon later."));
    }

    /// <summary>The latest row of a series, whatever its year.</summary>
    /// <param name="name">Series name, compared exactly.</param>
    /// <returns>The latest row.</returns>
    /// <exception cref="ParameterException">There is no such series.</exception>
    public Parameter Latest(string name) => InForce(name, int.MaxValue);
}
