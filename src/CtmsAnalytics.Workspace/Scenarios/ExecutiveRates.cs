using CtmsAnalytics.Parameters;

namespace CtmsAnalytics.Workspace.Scenarios;

/// <summary>Rates of the Executive Schedule and the Vice President in any year: as published, and past the last published year grown by the scenario's pay raises.</summary>
internal sealed class ExecutiveRates(ScenarioRules rules, IReadOnlyDictionary<int, double> payRaise)
{
    /// <summary>First year in which every rate is known.</summary>
    public int FirstYear => Years(rows => rows.Min(p => p.EffectiveYear)).Max();

    /// <summary>Last year in which every rate is published.</summary>
    public int LastPublishedYear => Years(rows => rows.Max(p => p.EffectiveYear)).Min();

    /// <summary>A rate in a year. Years before the first known one have the first one's rate: the horizon's own check reports them.</summary>
    /// <param name="rate">Name of the rate.</param>
    /// <param name="year">Calendar year.</param>
    /// <returns>Annual rate, US dollars.</returns>
    public double On(string rate, int year)
    {
        var row = rules.Parameters.InForce(rate, Math.Max(year, FirstYear));
        var amount = row.Value;
        var unit = rules.Parameters.Latest("executive_rate_rounding").Value;
        for (var y = row.EffectiveYear + 1; y <= year && y <= row.EffectiveYear + 100; y++)
        {
            if (payRaise.TryGetValue(y, out var raise)) amount = Math.Round(amount * (1 + raise) / unit, MidpointRounding.AwayFromZero) * unit;
        }

        return amount;
    }

    private IEnumerable<int> Years(Func<IEnumerable<Parameter>, int> pick) =>
        rules.Parameters.All.Where(p => rules.RateNames.Contains(p.Name)).GroupBy(p => p.Name).Select(pick);
}
