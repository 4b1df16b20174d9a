namespace CtmsAnalytics.Budget.Tables;

/// <summary>Current services - the baseline carried forward - against the change that the proposal makes.</summary>
public static class ProgramChangeTable
{
    /// <summary>Name of the table.</summary>
    public const string Name = "program-change";

    /// <summary>Sets two budgets beside each other.</summary>
    /// <param name="baseline">Costs of the baseline.</param>
    /// <param name="baselineLines">The lines of these costs.</param>
    /// <param name="proposal">Costs of the proposal, of the same fiscal years.</param>
    /// <param name="proposalLines">The lines of these costs.</param>
    /// <param name="by">Dimensions of the rows below the fiscal year, one or more.</param>
    /// <returns>One row for each fiscal year and value; current services and program change add up to the request.</returns>
    public static BudgetTable Of(
        BudgetSource baseline, IReadOnlyList<BudgetLine> baselineLines, BudgetSource proposal, IReadOnlyList<BudgetLine> proposalLines, IReadOnlyList<BudgetDimension> by)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(baselineLines);
        ArgumentNullException.ThrowIfNull(proposal);
        ArgumentNullException.ThrowIfNull(proposalLines);
        ArgumentNullException.ThrowIfNull(by);
        List<BudgetColumn> columns = [new("Current services"), new("Request"), new("Program change", 1) { Less = [0] }];
        var cells = new SortedDictionary<(int Year, RowKey Key), long[]>();
        Add(baselineLines, 0);
        Add(proposalLines, 1);
        var keys = cells.Keys.ToList();
        var rows = cells.Select(c => new BudgetRow([CutTable.Year(c.Key.Year), .. c.Key.Key.Values], BudgetTable.Summed([c.Value[0], c.Value[1], 0], columns))).ToList();
        return new BudgetTable(
            Name,
            $"Current services ({baseline.Scenario}) and program change ({proposal.Scenario})",
            ["Year", .. by.Select(BudgetDimensions.TitleOf)],
            columns,
            rows,
            Reconciliation.Of(
                proposal.FiscalYears,
                y => rows.Where((_, i) => keys[i].Year == y).Sum(r => r.Amounts[0] + r.Amounts[^1]),
                y => proposal.Costs.Sum(k => k.FiscalYear == y)),
            ["Current services are the baseline carried forward; the program change is what the proposal costs more.", .. CutTable.Legend([.. baselineLines, .. proposalLines], by)])
        {
            Sets = [.. from year in proposal.FiscalYears from side in Enumerable.Range(0, 2) select new RoundingSet(
                [.. Enumerable.Range(0, keys.Count).Where(i => keys[i].Year == year).Select(i => (i, side))],
                (side == 0 ? baseline : proposal).Costs.Sum(k => k.FiscalYear == year),
                0)],
        };

        void Add(IReadOnlyList<BudgetLine> lines, int side)
        {
            foreach (var line in lines)
            {
                var key = (line.Key.FiscalYear, new RowKey([.. by.Select(d => BudgetDimensions.ValueOf(d, line))]));
                if (!cells.TryGetValue(key, out var amounts)) cells[key] = amounts = new long[2];
                amounts[side] += line.Cents;
            }
        }
    }
}
