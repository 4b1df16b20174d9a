using CtmsAnalytics.Projection;

namespace CtmsAnalytics.Budget.Tables;

/// <summary>FTE, people and what they cost, by fiscal year and organisation.</summary>
/// <param name="Scenario">Name of the scenario.</param>
/// <param name="Rows">One row for each fiscal year and organisation.</param>
/// <param name="Totals">One row for each fiscal year.</param>
/// <param name="Reconciliation">Whether the costs add up to the cost cube.</param>
public sealed record StaffingTable(string Scenario, IReadOnlyList<StaffingRow> Rows, IReadOnlyList<StaffingRow> Totals, Reconciliation Reconciliation)
{
    /// <summary>What a reader must know.</summary>
    public static IReadOnlyList<string> Notes { get; } =
    [
        "FTE are paid regular hours / compensable hours of the fiscal year. People are the mean of those at its start and at its end. A fully loaded rate is every dollar of the organisation, employer cost included: per FTE, per paid hour, and per hour worked (paid hours less holidays and leave that accrues).",
    ];

    /// <summary>Makes the table.</summary>
    /// <param name="source">Costs, people and hours.</param>
    /// <returns>The table.</returns>
    public static StaffingTable Of(BudgetSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var costs = source.Costs.SumBy(k => (k.FiscalYear, k.Agency, k.Organisation));
        var flows = source.Headcount.ToDictionary(h => (h.FiscalYear, h.Agency, h.Organisation));
        var hours = source.Capacity.ToDictionary(c => (c.FiscalYear, c.Agency, c.Organisation));
        var rows = costs.Keys.Union(flows.Keys).OrderBy(k => k.Item1).ThenBy(k => k.Item2, StringComparer.Ordinal).ThenBy(k => k.Item3, StringComparer.Ordinal)
            .Select(k => Row(k, flows.GetValueOrDefault(k), hours.GetValueOrDefault(k), costs.GetValueOrDefault(k))).ToList();
        var totals = rows.GroupBy(r => r.FiscalYear)
            .Select(g => new StaffingRow(g.Key, "", "", g.Sum(r => r.Fte), g.Sum(r => r.People), g.Sum(r => r.PaidHours), g.Sum(r => r.HoursWorked), g.Sum(r => r.Cents))).ToList();
        return new StaffingTable(
            source.Scenario, rows, totals, Reconciliation.Of(source.FiscalYears, y => rows.Where(r => r.FiscalYear == y).Sum(r => r.Cents), y => source.Costs.Sum(k => k.FiscalYear == y)));
    }

    private static StaffingRow Row((int Year, string Agency, string Organisation) key, HeadcountFlow? flow, CapacityHours? hours, long cents) => new(
        key.Year,
        key.Agency,
        key.Organisation,
        (decimal)(flow?.Fte ?? 0),
        ((flow?.Start ?? 0) + (flow?.End ?? 0)) / 2,
        hours?.PaidHours ?? 0,
        hours is null ? 0 : hours.PaidHours - hours.HolidayHours - hours.AnnualLeaveHours - hours.SickLeaveHours,
        cents);
}

/// <summary>FTE, people, hours and cost of one fiscal year and organisation, or of all.</summary>
/// <param name="FiscalYear">Fiscal year.</param>
/// <param name="Agency">Component of the Department; empty for all.</param>
/// <param name="Organisation">Organisation inside the agency; empty for all.</param>
/// <param name="Fte">Full-time equivalents.</param>
/// <param name="People">Mean of the people at the start and at the end of the year.</param>
/// <param name="PaidHours">Paid regular hours; 0 where the run does not hold them.</param>
/// <param name="HoursWorked">Paid hours less holidays and leave that accrues.</param>
/// <param name="Cents">Cost, cents.</param>
public sealed record StaffingRow(int FiscalYear, string Agency, string Organisation, decimal Fte, decimal People, decimal PaidHours, decimal HoursWorked, long Cents)
{
    /// <summary>Cost per person, cents; null where there is nobody.</summary>
    public long? CentsPerPerson => Per(People);

    /// <summary>Fully loaded rate per FTE and year, cents; null without FTE.</summary>
    public long? CentsPerFte => Per(Fte);

    /// <summary>Fully loaded rate per paid hour, cents; null without paid hours.</summary>
    public long? CentsPerPaidHour => Per(PaidHours);

    /// <summary>Fully loaded rate per hour worked, cents; null without hours.</summary>
    public long? CentsPerHourWorked => Per(HoursWorked);

    private long? Per(decimal number) => number > 0 ? (long)Math.Round(Cents / number, MidpointRounding.AwayFromZero) : null;
}
