using CtmsAnalytics.Deployment;
using CtmsAnalytics.Parameters;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Salaries;
using CtmsAnalytics.Scenarios;

namespace CtmsAnalytics.TalentMarket.Local;

/// <summary>Annual cost of supplements in one county, from annual rates in whole dollars; part-time and contingent people count at their share of full-time hours, uncompensated people at nothing.</summary>
/// <param name="County">Five-digit county code of the official worksite (158.704).</param>
/// <param name="CountyName">Name of the county.</param>
/// <param name="State">Postal code of the state.</param>
/// <param name="Market">Code of the local market.</param>
/// <param name="People">People whose official worksite it is.</param>
/// <param name="PresentCents">Present supplement after the ceilings of salary, cents.</param>
/// <param name="ProposedCents">Proposed supplement after the ceilings, cents.</param>
/// <param name="PresentAskedCents">Present supplement before the ceilings, cents.</param>
/// <param name="ProposedAskedCents">Proposed supplement before the ceilings, cents.</param>
/// <param name="AtCeiling">People whose proposed supplement a ceiling cuts.</param>
public sealed record WorksiteSupplement(
    string County, string CountyName, string State, string Market, int People, long PresentCents, long ProposedCents, long PresentAskedCents, long ProposedAskedCents, int AtCeiling)
{
    /// <summary>What the proposal costs more a year, cents.</summary>
    public long ChangeCents => ProposedCents - PresentCents;
}

/// <summary>Costs supplements for a roster, by the rule that pays them: structure salary times percentage in whole dollars, half up, then the ceilings of salary (158.611(d), 158.613).</summary>
internal static class SupplementCosts
{
    /// <summary>Costs by county.</summary>
    /// <param name="roster">The people.</param>
    /// <param name="counties">Every county.</param>
    /// <param name="scenario">The scenario whose structures and approvals hold.</param>
    /// <param name="on">Day whose policy and rates hold.</param>
    /// <param name="parameters">The parameters.</param>
    /// <param name="present">Present supplements by market.</param>
    /// <param name="proposed">Proposed supplements by market.</param>
    /// <returns>The counties with people, by market and county.</returns>
    public static IReadOnlyList<WorksiteSupplement> Of(
        IReadOnlyList<RosterPerson> roster,
        IReadOnlyList<WorksiteCounty> counties,
        Scenario scenario,
        DateOnly on,
        ParameterReader parameters,
        IReadOnlyDictionary<string, double> present,
        IReadOnlyDictionary<string, double> proposed)
    {
        var year = new PolicyYear(scenario.PolicyOn(on), on.Year, scenario.Horizon.Start.Year, parameters);
        var covers = parameters.Flag("limitation_covers_supplement", on.Year);
        var fullTime = (int)parameters.InYear("full_time_hours", on.Year);
        var names = counties.ToDictionary(c => c.Fips, StringComparer.Ordinal);
        return
        [
            .. roster.GroupBy(p => (p.Market, p.WorksiteFips))
                .OrderBy(g => g.Key.Market, StringComparer.Ordinal).ThenBy(g => g.Key.WorksiteFips, StringComparer.Ordinal)
                .Select(g =>
                {
                    var costs = g.Select(p => (Present: Cost(p, present.GetValueOrDefault(p.Market)), Proposed: Cost(p, proposed.GetValueOrDefault(p.Market)))).ToList();
                    var county = names.GetValueOrDefault(g.Key.WorksiteFips);
                    return new WorksiteSupplement(
                        g.Key.WorksiteFips,
                        county?.Name ?? g.Key.WorksiteFips,
                        county?.State ?? "",
                        g.Key.Market,
                        costs.Count,
                        costs.Sum(c => c.Present.Paid),
                        costs.Sum(c => c.Proposed.Paid),
                        costs.Sum(c => c.Present.Asked),
                        costs.Sum(c => c.Proposed.Asked),
                        costs.Count(c => c.Proposed.Paid < c.Proposed.Asked));
                }),
        ];

        (long Paid, long Asked) Cost(RosterPerson person, double fraction)
        {
            if (person.IsUncompensated) return (0, 0);
            var subrange = year.Subrange(person.WorkLevel, StructureMember.Of(person));
            var extended = SalaryRange.IsExtended(person.Appointment, scenario.ExtendedRange.Approvals.TryGetValue(person.PersonId, out var approval) && approval.From <= on);
            var asked = Supplement.SalaryWith(person.StructureSalary, fraction);
            var paid = SalaryCeilings.Apply(person.StructureSalary, asked, year.Limitation(subrange, extended), covers, year.RangeMaximum(extended));
            var hours = Math.Min(WorkPeriodHours.Of(person.Schedule, person.HoursPerWorkPeriod, fullTime, null, 0).Hours, fullTime);
            return (Cents(paid.Salary - paid.StructureSalary), Cents(asked - person.StructureSalary));

            // Halves go up, in whole numbers.
            long Cents(long dollars) => ((dollars * CentsPerDollar * hours * 2) + fullTime) / (2 * fullTime);
        }
    }

    private const long CentsPerDollar = 100;
}
