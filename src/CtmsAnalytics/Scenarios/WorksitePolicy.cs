using CtmsAnalytics.Deployment;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Salaries;

namespace CtmsAnalytics.Scenarios;

/// <summary>
/// A policy on worksites: shares of people whose official worksite changes when the horizon opens. The change is expected to last, so that it is one at once (158.704(c)); local market, supplement
/// and nonforeign allowance follow. Each line looks at who is left by the lines before it.
/// </summary>
/// <param name="Lines">The lines in their order.</param>
public sealed record WorksitePolicy(IReadOnlyList<WorksiteLine> Lines) : OpeningPolicy
{
    private const uint Topic = 2;

    /// <inheritdoc/>
    public override PolicySection Section => PolicySection.Deployment;

    /// <inheritdoc/>
    /// <exception cref="InputException">A line names a county that is none.</exception>
    public override IReadOnlyList<OpeningChange> Changes(IReadOnlyList<RosterPerson> roster, Scenario scenario, ProjectionInput input)
    {
        ArgumentNullException.ThrowIfNull(roster);
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(input);
        var supplements = scenario.PolicyOn(scenario.Horizon.Start).Supplements;
        var changes = new Dictionary<string, OpeningChange>(StringComparer.Ordinal);
        foreach (var line in Lines)
        {
            var to = Find(line.To, roster, input);
            List<RosterPerson> covered = [.. roster.Where(p => !changes.ContainsKey(p.PersonId) && p.WorksiteFips != to.Fips && line.Cover.Covers(p) && (line.From is null || line.From == p.Market || line.From == p.WorksiteFips))];
            foreach (var person in PositionCover.Turn(covered, line.Share, Topic))
            {
                var after = person with
                {
                    WorksiteFips = to.Fips,
                    Market = to.Market,
                    NonforeignArea = to.NonforeignArea,
                    Salary = Supplement.SalaryWith(person.StructureSalary, supplements.GetValueOrDefault(to.Market)),
                };
                changes.Add(person.PersonId, new OpeningChange(
                    person.PersonId, after,
                    $"The official worksite changes from {person.WorksiteFips} ({person.Market}) to {to.Fips} ({to.Market}), expected to last; the supplement{(person.NonforeignArea is null && to.NonforeignArea is null ? "" : " and the nonforeign allowance")} follow{(person.NonforeignArea is null && to.NonforeignArea is null ? "s" : "")} it.",
                    OfficialWorksite.Changed));
            }
        }

        return [.. changes.Values.OrderBy(c => c.PersonId, StringComparer.Ordinal)];
    }

    private static Worksite Find(string fips, IReadOnlyList<RosterPerson> roster, ProjectionInput input)
    {
        if (input.Worksites.FirstOrDefault(w => w.Fips == fips) is { } known) return known;
        return roster.FirstOrDefault(p => p.WorksiteFips == fips) is { } there
            ? new Worksite(fips, there.Market, there.NonforeignArea)
            : throw new InputException($"deployment.worksites: '{fips}' is no county that a worksite can lie in (158.704). Write five digits, for example '12033'.");
    }
}

/// <summary>One line of a policy on worksites.</summary>
/// <param name="Cover">Whom it covers.</param>
/// <param name="From">Local market or five-digit county that people leave; null for any.</param>
/// <param name="To">Five-digit county of the new official worksite.</param>
/// <param name="Share">Share of the covered people whose worksite changes, 0 to 1.</param>
public sealed record WorksiteLine(PositionCover Cover, string? From, string To, double Share);
