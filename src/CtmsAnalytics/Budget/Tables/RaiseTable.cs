namespace CtmsAnalytics.Budget.Tables;

/// <summary>The change from one fiscal year to the next, with the raises of both years apart.</summary>
public static class RaiseTable
{
    /// <summary>
    /// Splits each year's change: what the raises of the year before cost more because they are now paid for the whole year (annualisation), what this year's raises cost for the part of the
    /// year in which they are paid, and everything else. See <see cref="Projection.RaiseEffects"/> for how.
    /// </summary>
    /// <param name="source">The point estimate with its raises.</param>
    /// <returns>One row for each fiscal year after the first; the parts add up to the change.</returns>
    public static BudgetTable Of(BudgetSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        List<BudgetColumn> columns =
        [
            new("Before"), new("Raise, full"), new("Raise, new"), new("Review, full"), new("Review, new"), new("All else"),
        ];
        columns.Add(new BudgetColumn("Cost", [.. Enumerable.Range(0, columns.Count)]));
        var years = source.FiscalYears;
        var rows = new List<BudgetRow>();
        var sets = new List<RoundingSet>();
        if (source.Raises.Count > 0)
        {
            foreach (var year in years.Skip(1))
            {
                var (before, now) = (Cost(year - 1), Cost(year));
                long[] parts = [Annualised(RaiseKind.January, year), Effect(RaiseKind.January, year, year), Annualised(RaiseKind.Review, year), Effect(RaiseKind.Review, year, year)];
                sets.AddRange([new([(rows.Count, 0)], before, 0), new([.. Enumerable.Range(1, parts.Length + 1).Select(c => (rows.Count, c))], now, before)]);
                rows.Add(new BudgetRow([CutTable.Year(year)], BudgetTable.Summed([before, .. parts, now - before - parts.Sum(), 0], columns)));
            }
        }

        return new BudgetTable(
            "raises",
            $"Annualisation and new raises of {source.Scenario}",
            ["Year"],
            columns,
            rows,
            Reconciliation.Of([.. years.Skip(1)], y => rows.Count == 0 ? 0 : rows[y - years[1]].Amounts[^1], Cost),
            rows.Count == 0 && years.Count > 1
                ? ["The run does not hold what its raises cost. Run ctms compare again."]
                :
                [
                    "Raise, in January: adjustments of the salary structure and of the pay rates that ceilings name; people at a raised minimum move with it (158.621(c)). Review: recognition adjustments (158.631). Nothing else raises a salary (158.621).",
                    "A raise costs what the projection with it costs more than the one without it and every later raise, so that the parts add up exactly. New: what it costs in the part of the year in which it is paid. Full (annualisation): what it costs in its second year less what it cost in its first.",
                ])
        {
            HasTotals = false,
            Sets = sets,
        };

        long Cost(int year) => source.Costs.Sum(k => k.FiscalYear == year);
        long Effect(RaiseKind kind, int raiseYear, int year) => source.Raises.Where(r => r.Kind == kind && r.RaiseYear == raiseYear && r.FiscalYear == year).Sum(r => r.Cents);
        long Annualised(RaiseKind kind, int year) => Effect(kind, year - 1, year) - Effect(kind, year - 1, year - 1);
    }
}
