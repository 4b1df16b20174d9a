using CtmsAnalytics.Calendar;
using CtmsAnalytics.Deployment.Assignments;
using CtmsAnalytics.Deployment.Directed;
using CtmsAnalytics.Numerics;
using CtmsAnalytics.Parameters;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Salaries;
using CtmsAnalytics.Scenarios;
using CtmsAnalytics.WorkValuation;

namespace CtmsAnalytics.Deployment;

/// <summary>Computes what studies of deployment tell (158.701).</summary>
public static class DeploymentAnalysis
{
    /// <summary>Matches a roster's people with the assignments that nobody holds on a day (158.703).</summary>
    /// <param name="roster">The people.</param>
    /// <param name="assignments">All assignments.</param>
    /// <param name="holdings">Who holds them.</param>
    /// <param name="qualifications">Qualifications of the people.</param>
    /// <param name="policy">Weights and limits.</param>
    /// <param name="asOf">The day.</param>
    /// <param name="everybody">True to match everybody; otherwise people who have no assignment on the day, or whose assignment or its timeframe ends within the window.</param>
    /// <param name="windowDays">Days after the day within which an assignment that ends makes its holder available.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>The matching.</returns>
    public static MatchingReport Match(
        IReadOnlyList<RosterPerson> roster, IReadOnlyList<Assignment> assignments, IReadOnlyList<AssignmentHolding> holdings, IReadOnlyList<PersonQualifications> qualifications,
        MatchPolicy policy, DateOnly asOf, bool everybody, int windowDays, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(roster);
        ArgumentNullException.ThrowIfNull(assignments);
        ArgumentNullException.ThrowIfNull(holdings);
        ArgumentNullException.ThrowIfNull(qualifications);
        var present = holdings.Where(h => h.Covers(asOf)).ToList();
        var held = present.Select(h => h.AssignmentId).ToHashSet(StringComparer.Ordinal);
        List<Assignment> open = [.. assignments.Where(a => !held.Contains(a.AssignmentId) && !(a.To < asOf))];
        var known = qualifications.ToDictionary(q => q.PersonId, StringComparer.Ordinal);
        var information = assignments.ToDictionary(a => a.AssignmentId, StringComparer.Ordinal);
        var byPerson = holdings.ToLookup(h => h.PersonId, StringComparer.Ordinal);
        var end = asOf.AddDays(windowDays);
        List<AssignmentCandidate> people = [.. roster.Where(IsAvailable).Select(p => new AssignmentCandidate(
            p.PersonId, p.WorkLevel, p.WorksiteFips, byPerson[p.PersonId].Where(h => information.ContainsKey(h.AssignmentId)).Select(h => information[h.AssignmentId].Security).DefaultIfEmpty().Max(),
            known.GetValueOrDefault(p.PersonId) ?? new PersonQualifications(p.PersonId, new Dictionary<string, double>()), p.LastRating, !byPerson[p.PersonId].Any()))];
        var matching = AssignmentMatcher.Match(open, people, policy, cancellation);
        return new MatchingReport(open.Count, people.Count, matching.Total, matching.IsCertified(),
            [.. matching.Matches.Select(m => new MatchLine(m, information[m.AssignmentId].Organisation, information[m.AssignmentId].WorkLevel, m.NextBest is { } next ? matching.LossOf(m.AssignmentId, next.PersonId) : null))],
            matching.Unstaffed);

        bool IsAvailable(RosterPerson person)
        {
            var mine = present.FirstOrDefault(h => h.PersonId == person.PersonId);
            return everybody || mine is null || mine.To <= end || (information.TryGetValue(mine.AssignmentId, out var assignment) && assignment.To <= end);
        }
    }

    /// <summary>Notices and cost of directed assignments (158.708). The commuting area of 5 CFR 550.703 is taken to be the local market, and the county where the market is the rest of the country.</summary>
    /// <param name="plan">The assignments; of people of the roster.</param>
    /// <param name="roster">The people.</param>
    /// <param name="worksites">Counties with their markets.</param>
    /// <param name="restOfCountry">Code of the market that is the rest of the country.</param>
    /// <param name="parameters">Days of notice, months and travel figures.</param>
    /// <returns>One line for each.</returns>
    /// <exception cref="ParameterException">A parameter is missing.</exception>
    public static IReadOnlyList<DirectedLine> Directed(
        IReadOnlyList<DirectedAssignment> plan, IReadOnlyList<RosterPerson> roster, IReadOnlyDictionary<string, string> worksites, IReadOnlySet<string> restOfCountry, ParameterReader parameters)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(worksites);
        ArgumentNullException.ThrowIfNull(restOfCountry);
        ArgumentNullException.ThrowIfNull(parameters);
        var people = roster.ToDictionary(p => p.PersonId, StringComparer.Ordinal);
        return [.. plan.Select(a =>
        {
            var person = people[a.PersonId];
            var year = a.Effective.Year;
            var market = worksites[a.WorksiteFips];
            var near = person.WorksiteFips == a.WorksiteFips || (market == person.Market && !restOfCountry.Contains(market));
            var kind = DirectedNotice.KindOf(a, near, (int)parameters.InYear("directed_temporary_months", year));
            var days = kind == DirectedKind.OtherArea ? (int)parameters.InYear("directed_notice_other_area", year) : (int)parameters.InYear("directed_notice_same_area", year);
            var moves = person.WorksiteFips != a.WorksiteFips;
            var length = a.ExpectedLast is { } last ? last.DayNumber - a.Effective.DayNumber + 1 : 0;
            var problem = DirectedNotice.Problem(a, kind, days);
            var rule = kind switch { DirectedKind.Temporary => DirectedNotice.Temporary, DirectedKind.SameArea => DirectedNotice.SameArea, _ => DirectedNotice.OtherArea };
            var cost = near && kind == DirectedKind.Temporary ? 0 : TravelRates.From(parameters, year).Cents(kind, moves, length);
            return new DirectedLine(a, person.WorksiteFips, kind, kind == DirectedKind.Temporary ? null : DirectedNotice.LastDay(a.Effective, days), problem?.Problem ?? "", problem?.Rule ?? rule, cost, moves && kind != DirectedKind.Temporary);
        })];
    }

    /// <summary>Capacity lost and money of details (158.707): pay and benefits at the present rate, by weekdays.</summary>
    /// <param name="details">The details; of people of the roster.</param>
    /// <param name="roster">The people.</param>
    /// <param name="parameters">Hours, divisor and the share of benefits.</param>
    /// <returns>One line for each.</returns>
    /// <exception cref="ParameterException">A parameter is missing.</exception>
    public static IReadOnlyList<DetailLine> Details(IReadOnlyList<Detail> details, IReadOnlyList<RosterPerson> roster, ParameterReader parameters)
    {
        ArgumentNullException.ThrowIfNull(details);
        ArgumentNullException.ThrowIfNull(parameters);
        var people = roster.ToDictionary(p => p.PersonId, StringComparer.Ordinal);
        var calendar = new PayCalendar(parameters);
        return [.. details.Select(d =>
        {
            var person = people[d.PersonId];
            var refused = DetailRules.Excludes(person.Appointment, d.Destination, d.IsApproved);
            return new DetailLine(d, refused, refused is null ? [.. Years(d, person, calendar, parameters)] : []);
        })];
    }

    private static IEnumerable<DetailYear> Years(Detail detail, RosterPerson person, PayCalendar calendar, ParameterReader parameters)
    {
        var fullTime = parameters.InYear("full_time_hours", detail.From.Year);
        var share = Math.Min(1, person.HoursPerWorkPeriod / fullTime);
        var hourly = HourlyRate.FromAnnual(person.Salary, (long)parameters.InYear("hourly_divisor", detail.From.Year));
        var benefits = parameters.InYear("detail_benefits", detail.From.Year);
        for (var year = calendar.FiscalYearOf(detail.From); year <= calendar.FiscalYearOf(detail.To); year++)
        {
            var (first, last) = (Later(detail.From, calendar.LastDayOf(year - 1).AddDays(1)), detail.To < calendar.LastDayOf(year) ? detail.To : calendar.LastDayOf(year));
            var weekdays = Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Count(i => first.AddDays(i).DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));
            var hours = weekdays * parameters.Constant("hours_per_day") * share;
            var cost = person.IsUncompensated ? 0 : Rounding.HalfUp(hours * hourly * (1 + benefits));
            yield return new DetailYear(year, hours / calendar.CompensableHours(year), cost, Rounding.HalfUp(cost * detail.ReimbursedShare));
        }
    }

    /// <summary>What designating positions would cost before anyone is hired (158.702(d)): the scenario with the positions in its hiring plan against the scenario without them.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="line">The positions.</param>
    /// <param name="input">Everything beside the scenario.</param>
    /// <param name="progress">Receives the share of the work done; null for none.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>The report, with the assumed parameters that it rests on.</returns>
    public static (DesignationReport Report, IReadOnlyList<Parameter> Assumed) Designate(Scenario scenario, HiringPlanLine line, ProjectionInput input, IProgress<double>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(line);
        var proposal = scenario with { Workforce = scenario.Workforce with { HiringPlan = [.. scenario.Workforce.HiringPlan, line] } };
        var comparison = Comparer.Compare(scenario, proposal, input, [], progress, cancellation);
        var (before, after) = (comparison.Baseline, comparison.Proposal);
        var (from, to) = (before.Costs.SumBy(k => (k.FiscalYear, k.Component)), after.Costs.SumBy(k => (k.FiscalYear, k.Component)));
        long Added(int year, Budget.Component component) => to.GetValueOrDefault((year, component)) - from.GetValueOrDefault((year, component));
        List<Budget.Component> components = [.. to.Keys.Concat(from.Keys).Select(k => k.Component).Distinct()];
        List<DesignationYear> years = [.. after.FiscalYears.Select(y => new DesignationYear(
            y, components.Sum(c => Added(y, c)),
            after.Headcount.Where(h => h.FiscalYear == y).Sum(h => h.Fte) - before.Headcount.Where(h => h.FiscalYear == y).Sum(h => h.Fte),
            (double)(after.Headcount.Where(h => h.FiscalYear == y).Sum(h => h.End) - before.Headcount.Where(h => h.FiscalYear == y).Sum(h => h.End))))];
        var first = years.FirstOrDefault(y => y.Cents != 0)?.FiscalYear ?? after.FiscalYears[0];
        return (new DesignationReport(line.Organisation, line.WorkLevel, line.Market, line.From, line.Positions, years,
            [.. components.Select(c => new DesignationComponent(c, Added(first, c), after.FiscalYears.Sum(y => Added(y, c)))).Where(c => c.Cents != 0 || c.FirstYearCents != 0).OrderByDescending(c => c.Cents).ThenBy(c => c.Component)]),
            after.AssumedParameters);
    }

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;
}
