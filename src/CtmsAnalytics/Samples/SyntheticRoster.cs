using System.Globalization;
using CtmsAnalytics.Numerics;

namespace CtmsAnalytics.Samples;

/// <summary>
/// Makes synthetic people whose published aggregates are the real ones: for every cell the head count, the sum of salaries to the dollar and
/// the mean length of service to one decimal. Everything else is plausible, and says so in the options.
/// </summary>
/// <remarks>
/// Pure: the same cells and options give the same people on every machine. Random numbers are counter-based
/// (<see cref="CtmsAnalytics.Simulation.Philox"/>) and hang on (seed, cell, person, purpose), so a changed worksite list moves nobody's service.
/// </remarks>
public static class SyntheticRoster
{
    /// <summary>Generates the roster.</summary>
    /// <param name="cells">Published cells, one per component and pay plan, in any order; the order is part of the roster's identity.</param>
    /// <param name="options">Structure, supplements, worksites and shares.</param>
    /// <returns>The people in the order of their identifiers, which says nothing about their cell.</returns>
    /// <exception cref="ArgumentException">
    /// A cell's means cannot be reached inside the structure, a cell has no level, worksite or organisation, or an option is out of the range that its documentation states.
    /// </exception>
    public static IReadOnlyList<SyntheticPerson> Generate(IReadOnlyList<WorkforceCell> cells, SyntheticRosterOptions options)
    {
        ArgumentNullException.ThrowIfNull(cells);
        ArgumentNullException.ThrowIfNull(options);
        SyntheticRosterChecks.Check(options);
        if (cells.GroupBy(c => (c.Component, c.PayPlan)).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new ArgumentException($"The cell {twice.Key.Component} {twice.Key.PayPlan} is there twice. One cell per component and pay plan is expected.", nameof(cells));

        var draw = new RosterDraw(options.Seed);
        var byCell = cells.Select((cell, i) => PeopleOf(cell, i, options)).ToArray();
        foreach (var component in cells.Select(c => c.Component).Distinct(StringComparer.Ordinal))
        {
            var people = byCell.Where((_, i) => cells[i].Component == component).SelectMany(p => p).ToArray();
            AssignWorksites(component, people, options, draw);
            AssignOrganisations(component, people, options, draw);
        }

        for (var i = 0; i < cells.Count; i++)
        {
            ServiceLengths.Assign(byCell[i], cells[i].MeanLengthOfServiceYears, draw);
            CellSalaries.Assign(cells[i], byCell[i], draw);
        }

        var everyone = byCell.SelectMany(p => p).ToArray();
        AssignAppointments(everyone, options, draw);
        AssignSchedules(everyone, options, draw);
        return [.. draw.Shuffled(everyone, RosterPurpose.Identifier).Select((p, i) => Finish(p, i + 1, options, draw))];
    }

    private static RosterDraft[] PeopleOf(WorkforceCell cell, int cellIndex, SyntheticRosterOptions options)
    {
        var levels = options.Levels.Where(l => l.PayPlan == cell.PayPlan).ToArray();
        var shares = Share(cell.HeadCount, [.. levels.Select(l => l.Weights.GetValueOrDefault(cell.Component))], $"work level of pay plan {cell.PayPlan}", cell.Component);
        return [.. LargestRemainder.Expand(shares).Select((level, i) => new RosterDraft(cellIndex, i, levels[level], options.FullTimeHours))];
    }

    private static void AssignWorksites(string component, RosterDraft[] people, SyntheticRosterOptions options, RosterDraw draw)
    {
        var shares = Share(people.Length, [.. options.Worksites.Select(w => w.Weights.GetValueOrDefault(component))], "worksite", component);
        foreach (var (person, site) in draw.Shuffled(people, RosterPurpose.Worksite).Zip(LargestRemainder.Expand(shares)))
        {
            person.Worksite = options.Worksites[site];
            person.Supplement = options.Supplements.GetValueOrDefault(person.Worksite.LocalMarket);
            person.Ceiling = options.SalaryCeilings.TryGetValue(person.Level.PayPlan, out var ceiling)
                ? ceiling
                : throw new ArgumentException($"There is no salary ceiling for pay plan {person.Level.PayPlan}.", nameof(options));
        }
    }

    private static void AssignOrganisations(string component, RosterDraft[] people, SyntheticRosterOptions options, RosterDraw draw)
    {
        var organisations = options.Organisations.Where(o => o.Component == component).ToArray();
        var shares = Share(people.Length, [.. organisations.Select(o => o.Weight)], "organisation", component);
        foreach (var (person, organisation) in draw.Shuffled(people, RosterPurpose.Organisation).Zip(LargestRemainder.Expand(shares)))
            person.Organisation = organisations[organisation];
    }

    private static void AssignAppointments(RosterDraft[] people, SyntheticRosterOptions options, RosterDraw draw)
    {
        var order = draw.Shuffled(people, RosterPurpose.Appointment).ToArray();
        var advisory = order.Where(p => p.Level == options.Levels[^1]).Take(options.AdvisoryCount).ToHashSet();
        foreach (var person in advisory)
            person.AppointmentType = "advisory";
        foreach (var person in order.Where(p => !advisory.Contains(p)).Take(people.Length * options.RenewablePercent / 100))
            person.AppointmentType = "renewable";
    }

    private static void AssignSchedules(RosterDraft[] people, SyntheticRosterOptions options, RosterDraw draw)
    {
        var unusual = options.PartTimeHours.Select(hours => ("part-time", hours)).Concat(options.ContingentHours.Select(hours => ("contingent", hours)));
        var eligible = draw.Shuffled(people.Where(p => p.AppointmentType != "advisory"), RosterPurpose.Schedule);
        foreach (var (person, (schedule, hours)) in eligible.Zip(unusual))
            (person.Schedule, person.Hours) = (schedule, hours);
    }

    private static SyntheticPerson Finish(RosterDraft person, int number, SyntheticRosterOptions options, RosterDraw draw) => new()
    {
        PersonId = string.Create(CultureInfo.InvariantCulture, $"S{number:D4}"),
        Component = person.Organisation.Component,
        Organisation = person.Organisation.Code,
        PayPlan = person.Level.PayPlan,
        Track = person.Level.Track,
        WorkLevel = person.Level.Code,
        WorksiteFips = person.Worksite.CountyFips,
        AppointmentType = person.AppointmentType,
        Schedule = person.Schedule,
        HoursPerWorkPeriod = person.Hours,
        EntryOnDuty = EntryDay(person, options, draw),
        StructureSalary = person.StructureSalary,
        Salary = person.SalaryAt(person.StructureSalary),
        HealthPlan = options.HealthPlans.ElementAt(Pick([.. options.HealthPlans.Values], draw.Uniform(person, RosterPurpose.HealthPlan))).Key,
        LastRating = person.ServiceMonths < 12 ? null : Pick(options.RatingWeights, draw.Uniform(person, RosterPurpose.Rating)),
        AsOf = options.AsOf,
    };

    /// <summary>The first day of a work period in the calendar month that lies the person's months of service back.</summary>
    private static DateOnly EntryDay(RosterDraft person, SyntheticRosterOptions options, RosterDraw draw)
    {
        var month = new DateOnly(options.AsOf.Year, options.AsOf.Month, 1).AddMonths(-person.ServiceMonths);
        var days = options.WorkPeriodDays;
        var offset = (month.DayNumber - options.WorkPeriodAnchor.DayNumber) % days;
        var first = month.AddDays((days - offset) % days);
        var periods = ((month.AddMonths(1).DayNumber - first.DayNumber - 1) / days) + 1;
        return first.AddDays(days * draw.Whole(person, RosterPurpose.EntryDay, periods));
    }

    private static int Pick(IReadOnlyList<int> weights, double uniform)
    {
        var at = uniform * weights.Sum();
        var index = 0;
        for (var sum = weights[0]; at >= sum && index < weights.Count - 1; sum += weights[index])
            index++;
        return index;
    }

    private static long[] Share(int people, IReadOnlyList<int> weights, string what, string component)
        => weights.Any(w => w < 0) || weights.Sum() <= 0
            ? throw new ArgumentException($"No {what} has a positive weight for {component}, or one has a negative weight.", nameof(weights))
            : LargestRemainder.Split([.. weights.Select(w => (long)w)], people);
}
