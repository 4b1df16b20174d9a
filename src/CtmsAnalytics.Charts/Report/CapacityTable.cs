using CtmsAnalytics.Budget;
using CtmsAnalytics.Charts.Formatting;
using CtmsAnalytics.Charts.Html;
using CtmsAnalytics.Projection;

namespace CtmsAnalytics.Charts.Report;

/// <summary>Paid hours and how many of them are not worked: beside the budget, because the salary is paid either way.</summary>
internal static class CapacityTable
{
    public static void Write(Exhibits exhibits, Comparison comparison, IReadOnlyList<int> years)
    {
        if (comparison.Baseline.Capacity.Count == 0 && comparison.Proposal.Capacity.Count == 0) return;
        using var table = exhibits.Table("Paid hours, and hours of them that holidays, accruing leave and recognition time-off take, by fiscal year; none of it is a cost of its own", ["Hours", .. years.Select(Display.FiscalYear)]);
        foreach (var (name, result) in new[] { ("Baseline", comparison.Baseline), ("Proposal", comparison.Proposal) })
        {
            var rows = new List<Table.Row>
            {
                Row("Regular hours paid", h => h.PaidHours),
                Row("Holidays (158.650)", h => h.HolidayHours),
                Row("Annual leave that accrues (158.651)", h => h.AnnualLeaveHours),
                Row("Sick leave that accrues (158.651)", h => h.SickLeaveHours),
            };
            if (result.Capacity.Any(h => h.TimeOffHours != 0))
            {
                rows.Add(Row("Recognition time-off granted (158.633)", h => h.TimeOffHours));
                rows.Add(new Table.Row("Its worth at hourly rates", [.. years.Select(y => Display.Dollars(result.Capacity.Where(h => h.FiscalYear == y).Sum(h => h.TimeOffCents)))]));
            }

            table.Group(name, rows);

            Table.Row Row(string label, Func<CapacityHours, decimal> of) =>
                new(label, [.. years.Select(y => Display.Count((int)decimal.Round(result.Capacity.Where(h => h.FiscalYear == y).Sum(of), MidpointRounding.AwayFromZero)))]);
        }
    }
}
