using System.Globalization;
using CtmsAnalytics.Parameters;
using CtmsAnalytics.Scenarios;
using CtmsAnalytics.Workspace.Scenarios.Schema;
using CtmsAnalytics.Workspace.Scenarios.Yaml;

namespace CtmsAnalytics.Workspace.Scenarios;

/// <summary>Rates of the Executive Schedule and the Vice President in any year, as a projection reads them: published, and past the last published year grown by the scenario's pay raises.</summary>
internal sealed class ExecutiveRates(ScenarioRules rules, IReadOnlyDictionary<int, double> payRaise)
{
    private static readonly ValueSchema AnyNumber = new("", ValueKind.Number, "");

    private readonly ParameterReader _reader = new(rules.Parameters, new EconomyPath(payRaise, 0, 0, 0));

    /// <summary>The rates along the pay raises of a scenario; what is wrong with them is left out.</summary>
    /// <param name="rules">Numbers of the regulation.</param>
    /// <param name="economy">The scenario's economy; null where it has none.</param>
    /// <returns>The rates.</returns>
    public static ExecutiveRates Of(ScenarioRules rules, YamlMap? economy) => new(rules, (economy?["pay_raise"] as YamlMap)?.Entries
        .Select(e => (IsYear: int.TryParse(e.Key, NumberStyles.None, CultureInfo.InvariantCulture, out var year), Year: year, Raise: e.Value is YamlScalar s ? ValueReader.Read(AnyNumber, s, out _)?.Number : null))
        .Where(e => e.IsYear && e.Raise is not null)
        .ToDictionary(e => e.Year, e => e.Raise!.Value) ?? []);

    /// <summary>First year in which every rate is known.</summary>
    public int FirstYear => Years(rows => rows.Min(p => p.EffectiveYear)).Max();

    /// <summary>Last year in which every rate is published.</summary>
    public int LastPublishedYear => Years(rows => rows.Max(p => p.EffectiveYear)).Min();

    /// <summary>A rate in a year. A year before the first known one has the first one's rate: the horizon's own check reports it.</summary>
    /// <param name="rate">Name of the rate.</param>
    /// <param name="year">Calendar year.</param>
    /// <returns>Annual rate, US dollars.</returns>
    public long On(string rate, int year) => _reader.PayRate(rate, Math.Max(year, FirstYear));

    private IEnumerable<int> Years(Func<IEnumerable<Parameter>, int> pick) =>
        rules.Parameters.All.Where(p => rules.RateNames.Contains(p.Name)).GroupBy(p => p.Name).Select(pick);
}
