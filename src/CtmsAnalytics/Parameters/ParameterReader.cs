using System.Globalization;
using CtmsAnalytics.Numerics;
using CtmsAnalytics.Scenarios;

namespace CtmsAnalytics.Parameters;

/// <summary>
/// Reads parameters for one run, carries published rates forward along the scenario's economy, and remembers what was read,
/// so that a report can list every assumed figure that its numbers rest on.
/// </summary>
/// <param name="parameters">The sourced figures.</param>
/// <param name="economy">Growth after the last published year.</param>
public sealed class ParameterReader(ParameterSet parameters, EconomyPath economy)
{
    private readonly SortedDictionary<(string Name, int Year), Parameter> _used = [];
    private readonly Dictionary<(string Name, int Year), double> _cache = [];

    /// <summary>What was read so far and is not plainly published or regulation, by name and year.</summary>
    public IReadOnlyList<Parameter> AssumedUsed =>
        [.. _used.Values.Where(p => p.Mark is ParameterMark.Assumed or ParameterMark.Derived or ParameterMark.LowConfidence)];

    /// <summary>Everything that was read so far, by name and year.</summary>
    public IReadOnlyList<Parameter> Used => [.. _used.Values];

    /// <summary>A parameter that does not depend on the year: its latest value.</summary>
    /// <param name="name">Parameter name.</param>
    /// <returns>The value in the parameter's unit.</returns>
    /// <exception cref="ParameterException">There is no such parameter.</exception>
    public double Constant(string name) => Record(parameters.Latest(name)).Value;

    /// <summary>A yes/no parameter.</summary>
    /// <param name="name">Parameter name.</param>
    /// <returns>True for a value other than zero.</returns>
    /// <exception cref="ParameterException">There is no such parameter.</exception>
    public bool Flag(string name) => Constant(name) != 0;

    /// <summary>A yes/no parameter as it is in force in a year.</summary>
    /// <param name="name">Parameter name.</param>
    /// <param name="year">Calendar year.</param>
    /// <returns>True for a value other than zero.</returns>
    /// <exception cref="ParameterException">There is no such parameter or none in force yet.</exception>
    public bool Flag(string name, int year) => InYear(name, year) != 0;

    /// <summary>A value in a calendar year, carried forward unchanged after its last row.</summary>
    /// <param name="name">Parameter name.</param>
    /// <param name="year">Calendar year.</param>
    /// <returns>The value in the parameter's unit.</returns>
    /// <exception cref="ParameterException">There is no such parameter or none in force yet.</exception>
    public double InYear(string name, int year) => Record(parameters.InForce(name, year)).Value;

    /// <summary>The row in force in a calendar year, where there is one.</summary>
    /// <param name="name">Parameter name.</param>
    /// <param name="year">Calendar year.</param>
    /// <returns>The row; null where the parameter is missing or not in force yet.</returns>
    public Parameter? TryInForce(string name, int year) =>
        parameters.Has(name) && parameters.First(name) <= year ? Record(parameters.InForce(name, year)) : null;

    /// <summary>Names of the parameters that begin with a prefix, in ordinal order. Listing them reads none.</summary>
    /// <param name="prefix">The prefix, for example <c>holiday_date:</c>.</param>
    /// <returns>The names.</returns>
    public IReadOnlyList<string> Names(string prefix) => parameters.Names(prefix);

    /// <summary>A pay rate in a calendar year: the published one, or the last published one moved by the scenario's pay raises.</summary>
    /// <param name="name">Name of the rate, for example <c>EX-IV</c> or <c>VP</c>.</param>
    /// <param name="year">Calendar year.</param>
    /// <returns>Annual rate, whole US dollars.</returns>
    /// <exception cref="ParameterException">There is no such rate or none in force yet.</exception>
    public long PayRate(string name, int year) =>
        (long)Grown(name, year, "executive_rate_rounding", y => economy.PayRaise.GetValueOrDefault(y), "moved by the scenario's pay raises");

    /// <summary>The Social Security wage base in a calendar year.</summary>
    /// <param name="year">Calendar year.</param>
    /// <returns>US dollars a year.</returns>
    /// <exception cref="ParameterException">No wage base is in force yet.</exception>
    public double WageBase(int year) => Grown("oasdi_wage_base", year, "wage_base_rounding", _ => economy.WageBaseGrowth, "moved by the scenario's wage base growth");

    /// <summary>The Government's health premium share in a calendar year.</summary>
    /// <param name="name">Name of the premium series.</param>
    /// <param name="year">Calendar year.</param>
    /// <returns>US dollars a work period.</returns>
    /// <exception cref="ParameterException">There is no such series or none in force yet.</exception>
    public double HealthPremium(string name, int year) => Grown(name, year, null, _ => economy.HealthPremiumGrowth, "moved by the scenario's health premium growth");

    private double Grown(string name, int year, string? roundingUnit, Func<int, double> growth, string how)
    {
        if (_cache.TryGetValue((name, year), out var known)) return known;
        var row = parameters.InForce(name, year);
        var value = row.Value;
        if (row.EffectiveYear < year)
        {
            for (var y = row.EffectiveYear + 1; y <= year; y++)
            {
                value *= 1 + growth(y);
                if (roundingUnit is not null) value = Rounding.ToMultiple(value, Constant(roundingUnit));
            }

            var source = string.Create(CultureInfo.InvariantCulture, $"{row.EffectiveYear} value {row.Value:#,0.##} {how}");
            row = row with { EffectiveYear = year, Value = value, Mark = ParameterMark.Assumed, Source = source };
        }

        Record(row);
        return _cache[(name, year)] = value;
    }

    private Parameter Record(Parameter row)
    {
        _used[(row.Name, row.EffectiveYear)] = row;
        return row;
    }
}
