using CtmsAnalytics.Budget.Tables;
using CtmsAnalytics.Charts.Runs;
using CtmsAnalytics.PayHistory;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Runs;

namespace CtmsAnalytics.Charts;

/// <summary>The tables by which a notebook shows results that have one.</summary>
public static class TableViews
{
    /// <summary>The table of a result, money formatted.</summary>
    /// <param name="value">A run, a comparison, a budget table, whom a proposal moves, or a table of figures.</param>
    /// <returns>The table; null for anything else.</returns>
    public static ChartTable? Of(object value) => value switch
    {
        ChartTable table => table,
        RunRecord run => run.Costs(),
        Comparison comparison => RunOf(comparison).Costs(),
        BudgetTable { Unit: 1 } table => table.View(),
        ShownTable table => table.View(),
        StaffingTable table => table.View(),
        Moves moves => moves.View(),
        IEnumerable<PersonMove> people => MovesViews.People(people),
        IEnumerable<RuleMoveTotal> rules => MovesViews.Rules(rules),
        IEnumerable<ComponentMoveTotal> components => MovesViews.Components(components),
        _ => null,
    };

    private static RunRecord RunOf(Comparison comparison) => new(
        comparison.Manifest,
        comparison.Baseline.FiscalYears,
        new RunFacts(
            [],
            0,
            comparison.Baseline.FiscalYears[^1],
            [new ScenarioFacts(comparison.Baseline, [], comparison.Staircase, [], []), new ScenarioFacts(comparison.Proposal, comparison.Drivers, comparison.Staircase, [], [])]),
        null);
}
