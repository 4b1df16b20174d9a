using CtmsAnalytics.Numerics;
using CtmsAnalytics.Parameters;
using CtmsAnalytics.Rules;
using CtmsAnalytics.Salaries;
using CtmsAnalytics.SpecialWorkingConditions;

namespace CtmsAnalytics.Deployment.Hours;

/// <summary>Sets hours against the rules of 158.705 and finds what they are evidence for: schedules to be changed (158.705(b)(5), (6)) and special working conditions (158.642(d)(1)).</summary>
public sealed class HoursAnalysis
{
    private readonly Dictionary<string, RosterPerson> _people;
    private readonly HoursPolicy _policy;
    private readonly int _fullTime;
    private readonly long _divisor;
    private readonly double _periodsInYear;
    private readonly double _swcMaximum;
    private readonly long _swcSalary;

    /// <summary>Prepares the analysis.</summary>
    /// <param name="roster">The people.</param>
    /// <param name="policy">What part 158 leaves to policy.</param>
    /// <param name="parameters">Hours, divisor, and the limits of special working conditions payments.</param>
    /// <param name="year">Calendar year in which they are in force.</param>
    /// <exception cref="ParameterException">A parameter is missing.</exception>
    public HoursAnalysis(IReadOnlyList<RosterPerson> roster, HoursPolicy policy, ParameterReader parameters, int year)
    {
        ArgumentNullException.ThrowIfNull(roster);
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(parameters);
        _people = roster.ToDictionary(p => p.PersonId, StringComparer.Ordinal);
        _policy = policy;
        _fullTime = (int)parameters.InYear("full_time_hours", year);
        _divisor = (long)parameters.InYear("hourly_divisor", year);
        _periodsInYear = parameters.InYear("nominal_work_periods_per_year", year);
        _swcMaximum = parameters.InYear("swc_percent_maximum", year);
        _swcSalary = parameters.PayRate(SwcPayment.EligibilityRate, year);
    }

    /// <summary>Reviews hours (158.705(d)(5)).</summary>
    /// <param name="records">Hours, at most one record for a person and work period; those of people who are not in the roster are left out.</param>
    /// <returns>The review; null where no record belongs to the roster.</returns>
    public HoursReview? Review(IReadOnlyList<HoursRecord> records)
    {
        ArgumentNullException.ThrowIfNull(records);
        List<(HoursRecord Hours, RosterPerson Person)> known =
            [.. records.Where(r => _people.ContainsKey(r.PersonId)).OrderBy(r => r.PersonId, StringComparer.Ordinal).ThenBy(r => r.PeriodStart).Select(r => (r, _people[r.PersonId]))];
        if (known.Count == 0) return null;
        var byPerson = known.GroupBy(k => k.Person.PersonId, StringComparer.Ordinal).ToList();
        return new HoursReview(
            known.Min(k => k.Hours.PeriodStart),
            known.Max(k => k.Hours.PeriodStart),
            byPerson.Count,
            known.Count,
            [.. known.GroupBy(k => k.Person.Organisation, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => Total(g.Key, [.. g]))],
            [.. byPerson.SelectMany(g => Shortfalls(g.First().Person, [.. g.Select(k => k.Hours)]))],
            [.. byPerson.Select(g => Signal(g.First().Person, [.. g.Select(k => k.Hours)])).OfType<ScheduleSignal>()],
            [.. known.GroupBy(k => (k.Person.Organisation, k.Hours.PeriodStart)).OrderBy(g => g.Key.PeriodStart).ThenBy(g => g.Key.Organisation, StringComparer.Ordinal)
                .Select(g => Evidence(g.Key.Organisation, g.Key.PeriodStart, [.. g])).Where(e => e.Called > 0)]);
    }

    /// <summary>The schedule that is to be considered for a person by the last work periods (158.705(b)(5), (6)).</summary>
    /// <param name="person">The person.</param>
    /// <param name="records">The person's hours in the order of time.</param>
    /// <returns>The signal; null for none.</returns>
    public ScheduleSignal? Signal(RosterPerson person, IReadOnlyList<HoursRecord> records)
    {
        ArgumentNullException.ThrowIfNull(person);
        ArgumentNullException.ThrowIfNull(records);
        List<HoursRecord> last = [.. records.TakeLast(_policy.Periods)];
        if (last.Count < _policy.LeastPeriods || person.Schedule == WorkSchedule.FullTime) return null;
        var mean = last.Average(r => r.Worked);
        if (person.Schedule == WorkSchedule.PartTime)
        {
            var exceeded = last.Count(r => r.Worked > person.HoursPerWorkPeriod) / (double)last.Count;
            return exceeded < _policy.ExceededShare ? null : Told(WorkSchedule.FullTime, _fullTime, exceeded, person.HoursPerWorkPeriod, HoursRules.PartTimeSignal);
        }

        var worked = last.Count(r => r.Worked > 0) / (double)last.Count;
        var deviation = Math.Sqrt(last.Sum(r => (r.Worked - mean) * (r.Worked - mean)) / last.Count);
        if (mean <= 0 || worked < _policy.WorkedShare || deviation > _policy.MostVariation * mean) return null;
        var hours = (int)Math.Clamp(Rounding.HalfUp(mean), 1, _fullTime);
        return Told(hours == _fullTime ? WorkSchedule.FullTime : WorkSchedule.PartTime, hours, worked, mean, HoursRules.ContingentSignal);

        ScheduleSignal Told(WorkSchedule schedule, int hours, double share, double paidNow, RuleReference rule) => new(
            person.PersonId, person.Schedule, person.HoursPerWorkPeriod, schedule, hours, last.Count, share, mean,
            person.IsUncompensated ? 0 : Rounding.HalfUp((hours - paidNow) * _periodsInYear * HourlyRate.FromAnnual(person.Salary, _divisor)), rule);
    }

    private OrganisationHours Total(string organisation, List<(HoursRecord Hours, RosterPerson Person)> records) => new(
        organisation,
        records.Select(r => r.Person.PersonId).Distinct(StringComparer.Ordinal).Count(),
        records.Sum(r => Minimum(r.Person) ?? 0),
        records.Sum(r => r.Hours.Worked),
        records.Sum(r => r.Hours.TimeOffHours),
        records.Sum(r => r.Hours.NonPay),
        records.Sum(r => HoursRules.Missing(r.Hours, Minimum(r.Person))),
        records.Sum(r => HoursRules.Beyond(r.Hours, Minimum(r.Person))),
        records.Sum(r => r.Hours.Unexpected));

    /// <summary>What of a person's records keeps no rule (158.705(d)(4), (6), (b)(6)). The maximum of an appointment counts the hours in the order of time.</summary>
    private IEnumerable<HoursShortfall> Shortfalls(RosterPerson person, List<HoursRecord> records)
    {
        var minimum = Minimum(person);
        var total = 0;
        foreach (var record in records)
        {
            var missing = HoursRules.Missing(record, minimum);
            if (missing > 0) yield return new HoursShortfall(person.PersonId, record.PeriodStart, missing, HoursRules.Accounting);
            if (person.Schedule != WorkSchedule.Contingent) continue;
            var paid = WorkPeriodHours.Of(person.Schedule, (int)Math.Ceiling(record.Worked), _fullTime, person.AppointmentMaximumHours, total);
            total += paid.Hours;
            if (paid.CutByPeriod > 0) yield return new HoursShortfall(person.PersonId, record.PeriodStart, paid.CutByPeriod, HoursRules.ContingentPeriod);
            if (paid.CutByAppointment > 0) yield return new HoursShortfall(person.PersonId, record.PeriodStart, paid.CutByAppointment, HoursRules.ContingentMaximum);
        }
    }

    private SwcEvidence Evidence(string organisation, DateOnly period, List<(HoursRecord Hours, RosterPerson Person)> records)
    {
        var called = records.Where(r => HoursRules.IsSpecial(r.Hours, _fullTime, _policy)).ToList();
        var eligible = called.Where(r => !r.Person.IsUncompensated && SwcPayment.Excludes(r.Person.Salary, _swcSalary, r.Person.Appointment) is null).ToList();
        return new SwcEvidence(
            organisation, period, records.Count, called.Count, eligible.Count,
            called.Sum(r => HoursRules.Beyond(r.Hours, Minimum(r.Person))),
            called.Sum(r => r.Hours.Unexpected),
            eligible.Sum(r => SwcPayment.ForPeriod(Pay(r.Person, r.Hours), _policy.SwcPercent, _swcMaximum)));
    }

    private long Pay(RosterPerson person, HoursRecord record)
    {
        var hours = person.Schedule == WorkSchedule.Contingent ? (int)Math.Ceiling(record.Worked) : person.HoursPerWorkPeriod;
        return HourlyRate.WorkPeriodPay(person.Salary, WorkPeriodHours.Of(person.Schedule, hours, _fullTime, null, 0).Hours, _divisor);
    }

    private int? Minimum(RosterPerson person) => HoursRules.Minimum(person.Schedule, person.HoursPerWorkPeriod, _fullTime);
}
