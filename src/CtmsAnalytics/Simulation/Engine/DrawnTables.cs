using CtmsAnalytics.Numerics;
using CtmsAnalytics.Parameters;
using CtmsAnalytics.Salaries;

namespace CtmsAnalytics.Simulation.Engine;

/// <summary>Rates, bounds and market growth of a group of draws: one row of values for each amount. Without deviations all draws share one table.</summary>
internal sealed class DrawnTables
{
    private readonly EngineScenario _scenario;
    private readonly double[] _raise;
    private readonly double[] _market;

    public DrawnTables(EngineScenario scenario)
    {
        _scenario = scenario;
        Rows = LaneArray.Of(scenario.Rows.Count * DrawTile.Lanes);
        for (var r = 0; r < scenario.Rows.Count; r++) Rows.AsSpan(r * DrawTile.Lanes, DrawTile.Lanes).Fill(scenario.Rows[r].Value);
        MarketGrowth = LaneArray.Of(scenario.CalendarYears * DrawTile.Lanes);
        MarketGrowth.AsSpan().Fill(1);
        _raise = new double[scenario.CalendarYears];
        _market = new double[scenario.CalendarYears];
        var economy = scenario.Scenario.Economy;
        IsDrawn = economy.MarketGrowthDeviation != 0 || economy.PayRaiseDeviation != 0;
    }

    /// <summary>Whether draws differ.</summary>
    public bool IsDrawn { get; }

    /// <summary>Amounts by [row, draw].</summary>
    public double[] Rows { get; }

    /// <summary>Factor on market targets by [calendar year since the start's, draw].</summary>
    public double[] MarketGrowth { get; }

    /// <summary>Fills the tables for consecutive draws.</summary>
    public void Draw(Luck luck, uint firstDraw, int draws)
    {
        if (!IsDrawn) return;
        for (var lane = 0; lane < draws; lane++)
        {
            DrawEconomy.Draw(_scenario.Scenario, luck, firstDraw + (uint)lane, _raise, _market);
            for (var y = 1; y < _market.Length; y++) MarketGrowth[(y * DrawTile.Lanes) + lane] = _market[y];
            if (_scenario.Scenario.Economy.PayRaiseDeviation == 0) continue;
            for (var r = 0; r < _scenario.Rows.Count; r++) Rows[(r * DrawTile.Lanes) + lane] = Drawn(_scenario.Rows[r]);
        }
    }

    private double Drawn(DrawnRow row)
    {
        if (row.Structure is { } structure)
        {
            if (!_scenario.Scenario.Economy.StructureFollowsPayRaise || double.IsInfinity(row.Amount)) return row.Value;
            var growth = 1.0;
            for (var y = _scenario.StartYear + 1; y <= row.Year; y++) growth *= 1 + DrawEconomy.Moved(structure.AnnualAdjustment.GetValueOrDefault(y), _raise[y - _scenario.StartYear]);
            return Rounding.HalfUp(row.Amount * growth);
        }

        if (row.Rate is not { } published) return row.Value;
        var rate = Rate(published, row.Year);
        return row.Extended ? SalaryRange.ExtendedMaximum(rate, _scenario.ExtendedMultiple(row.Year)) : rate;
    }

    private long Rate(Parameter published, int year)
    {
        var value = published.Value;
        for (var y = published.EffectiveYear + 1; y <= year; y++)
        {
            var stated = _scenario.Scenario.Economy.PayRaise.GetValueOrDefault(y);
            var raise = y > _scenario.StartYear ? DrawEconomy.Moved(stated, _raise[y - _scenario.StartYear]) : stated;
            value = Rounding.ToMultiple(value * (1 + raise), _scenario.RateRounding);
        }

        return (long)value;
    }
}
