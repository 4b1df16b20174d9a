using System.Globalization;
using CtmsAnalytics.Calendar;

namespace CtmsAnalytics.Budget.Tables;

/// <summary>Costs by fiscal quarter, and what a continuing resolution at the rate of the year before leaves uncovered.</summary>
public static class QuarterTable
{
    private const string NotStored = "The run does not hold its costs by quarter. Run ctms compare again.";

    /// <summary>Costs by quarter and organisation, as the books have them: a work period belongs to the quarter of its weekdays.</summary>
    /// <param name="source">The costs.</param>
    /// <param name="byOrganisation">Whether organisations stand apart.</param>
    /// <returns>One row for each fiscal year and organisation; the quarters add up to the year.</returns>
    public static BudgetTable Of(BudgetSource source, bool byOrganisation = true)
    {
        ArgumentNullException.ThrowIfNull(source);
        List<BudgetColumn> columns = [.. Enumerable.Range(1, PayCalendar.Quarters).Select(q => new BudgetColumn("Q" + q.ToString(CultureInfo.InvariantCulture)))];
        columns.Add(new BudgetColumn("Year", [.. Enumerable.Range(0, PayCalendar.Quarters)]));
        var groups = source.Quarters.GroupBy(q => (q.FiscalYear, new RowKey(byOrganisation ? [q.Agency + " " + q.Organisation] : []))).OrderBy(g => g.Key).ToList();
        var rows = groups
            .Select(g =>
            {
                var cents = new long[columns.Count];
                foreach (var cost in g) cents[cost.Quarter - 1] += cost.Cents;
                return new BudgetRow([CutTable.Year(g.Key.FiscalYear), .. g.Key.Item2.Values], BudgetTable.Summed(cents, columns));
            })
            .ToList();
        return new BudgetTable(
            "quarters",
            $"Cost of {source.Scenario} by fiscal quarter",
            byOrganisation ? ["Year", "Organisation"] : ["Year"],
            columns,
            rows,
            Reconciliation.Of(source.FiscalYears, y => groups.Zip(rows).Where(r => r.First.Key.FiscalYear == y).Sum(r => r.Second.Amounts[^1]), y => source.Costs.Sum(k => k.FiscalYear == y)),
            source.Quarters.Count == 0 ? [NotStored] : ["A work period belongs to the quarter of its weekdays, as it belongs to its fiscal year; what is paid once falls in the quarter in which it is paid."])
        {
            Sets =
            [
                .. source.FiscalYears.Select(y => new RoundingSet(
                    [.. from r in Enumerable.Range(0, rows.Count) where groups[r].Key.FiscalYear == y from q in Enumerable.Range(0, PayCalendar.Quarters) select (r, q)],
                    source.Costs.Sum(k => k.FiscalYear == y),
                    0)),
            ],
        };
    }

    /// <summary>
    /// What a continuing resolution for one to four quarters would leave uncovered: it provides the cost of the year before in proportion to the days that it covers.
    /// </summary>
    /// <param name="source">The costs.</param>
    /// <returns>One row for each fiscal year after the first and each number of quarters. A negative amount uncovered is what would remain.</returns>
    public static BudgetTable ContinuingResolution(BudgetSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        List<BudgetColumn> columns = [new("Cost so far"), new("Provided"), new("Uncovered", 0) { Less = [1] }];
        var rows = new List<BudgetRow>();
        var sets = new List<RoundingSet>();
        if (source.Quarters.Count > 0 && source.QuarterDays.Count > 0)
        {
            foreach (var year in source.FiscalYears.Skip(1))
            {
                var before = source.Costs.Sum(k => k.FiscalYear == year - 1);
                var days = source.QuarterDays[year];
                for (var quarters = 1; quarters <= PayCalendar.Quarters; quarters++)
                {
                    var cost = source.Quarters.Where(q => q.FiscalYear == year && q.Quarter <= quarters).Sum(q => q.Cents);
                    var provided = (long)((Int128)before * days.Take(quarters).Sum() / days.Sum());
                    sets.AddRange([new([(rows.Count, 0)], cost, 0), new([(rows.Count, 1)], provided, 0)]);
                    rows.Add(new BudgetRow([CutTable.Year(year), quarters.ToString(CultureInfo.InvariantCulture)], BudgetTable.Summed([cost, provided, 0], columns)));
                }
            }
        }

        var whole = rows.Where(r => r.Keys[1] == PayCalendar.Quarters.ToString(CultureInfo.InvariantCulture)).ToDictionary(r => r.Keys[0], r => r.Amounts[0]);
        return new BudgetTable(
            "continuing-resolution",
            $"{source.Scenario} under a continuing resolution at the rate of the year before",
            ["Year", "Quarters"],
            columns,
            rows,
            Reconciliation.Of([.. source.FiscalYears.Skip(1)], y => whole.GetValueOrDefault(CutTable.Year(y)), y => source.Costs.Sum(k => k.FiscalYear == y)),
            rows.Count == 0 && source.FiscalYears.Count > 1
                ? [NotStored]
                : ["Assumed: a continuing resolution provides the cost of the year before, in proportion to the calendar days that it covers. The first year has no year before it in the run."])
        {
            HasTotals = false,
            Sets = sets,
        };
    }
}
