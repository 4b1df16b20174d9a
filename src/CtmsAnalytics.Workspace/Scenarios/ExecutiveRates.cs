using CtmsAnalytics.Parameters;
using CtmsAnalytics.Scenarios;

namespace CtmsAnalytics.Workspace.Scenarios;

/// <summary>Rates of the Executive Schedule and the Vice President in any year, as a projection reads them: published, and past the last published year grown by the scenario's pay raises.</summary>
internal sealed class ExecutiveRates(ScenarioRules rules, IReadOnlyDictionary<int, double> payRaise)
{
    private readonly ParameterReader _reader = new(rules.Parameters, new EconomyPath(payRaise, 0, 0, 0));

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
