using CtmsAnalytics.Budget;

namespace CtmsAnalytics.Simulation.Replays;

/// <summary>What is paid for one person of a draw in a fiscal year, by the work level that it is booked to and the component.</summary>
/// <param name="Position">Identifier of the position.</param>
/// <param name="Spell">0 for who holds the position at the start, n for its n-th hire.</param>
/// <param name="FiscalYear">Fiscal year of the horizon.</param>
/// <param name="WorkLevel">Code of the work level.</param>
/// <param name="Market">Code of the local market.</param>
/// <param name="Component">What is paid for.</param>
/// <param name="Cents">Cents.</param>
public sealed record ReplayCost(string Position, int Spell, int FiscalYear, string WorkLevel, string Market, Component Component, long Cents)
{
    /// <summary>The costs of a position in the fiscal years of the horizon: each amount is split by weekdays on its own.</summary>
    internal static IEnumerable<ReplayCost> Of(ScenarioDraw draw, PositionReplay position) =>
        from spell in position.Spells
        from paid in spell.Path.Record.Lines
        let parts = paid.Line.Period.SplitByFiscalYear(paid.Line.Cents)
        from part in new (int Year, long Cents)[] { (paid.Line.Period.FirstFiscalYear, parts.First), (paid.Line.Period.FirstFiscalYear + 1, parts.Next) }
        where part.Cents != 0 && part.Year >= draw.FirstFiscalYear && part.Year < draw.FirstFiscalYear + draw.Scenario.Horizon.FiscalYears
        group part.Cents by (spell.Number, part.Year, paid.WorkLevel, spell.Person.Market, paid.Line.Component) into g
        orderby g.Key.Number, g.Key.Year, g.Key.WorkLevel, g.Key.Component
        select new ReplayCost(position.Id, g.Key.Number, g.Key.Year, g.Key.WorkLevel, g.Key.Market, g.Key.Component, g.Sum());
}
