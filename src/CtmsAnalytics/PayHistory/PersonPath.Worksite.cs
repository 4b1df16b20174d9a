using CtmsAnalytics.Calendar;
using CtmsAnalytics.Compensation;
using CtmsAnalytics.Deployment;
using CtmsAnalytics.PersonnelActions;
using CtmsAnalytics.Rules;
using CtmsAnalytics.Salaries;

namespace CtmsAnalytics.PayHistory;

/// <content>Official worksite (158.704), work schedule and paid hours (158.705), leave and holidays as hours (158.650-651).</content>
public sealed partial class PersonPath
{
    private readonly Queue<OfficialMove> _moves;
    private readonly FederalHolidays _holidays;
    private string _worksite;
    private string _market;
    private string? _nonforeignArea;
    private WorkSchedule _schedule;
    private int _hours;
    private int? _hoursWorked;
    private int _paidHours;
    private int _contingentHoursPaid;
    private bool _maximumReached;

    /// <summary>The changes of the official worksite that the person's stays bring, in order.</summary>
    private Queue<OfficialMove> Moves(RosterPerson person, IReadOnlyList<PersonnelAction> actions)
    {
        var moves = new Queue<OfficialMove>();
        var stays = actions.OfType<WorksiteAction>().OrderBy(a => a.Effective).ToList();
        var former = (Fips: person.WorksiteFips, person.Market, Area: person.NonforeignArea);
        for (var i = 0; i < stays.Count; i++)
        {
            var (stay, next) = (stays[i], i + 1 < stays.Count ? stays[i + 1].Effective.AddDays(-1) : (DateOnly?)null);
            var expected = ExpectedLastDay(stay);
            if (OfficialWorksite.ChangesOn(stay.Effective, expected, next ?? expected, ChangeMonths, _calendar) is not { } on) continue;
            moves.Enqueue(new OfficialMove(on, stay.WorksiteFips, stay.Market, stay.NonforeignArea));
            if (next is null && expected is { } last) moves.Enqueue(new OfficialMove(last.AddDays(1), former.Fips, former.Market, former.Area));
            former = (stay.WorksiteFips, stay.Market, stay.NonforeignArea);
        }

        return moves;
    }

    private int ChangeMonths => (int)_parameters.InYear("worksite_change_months", _constants.Year);

    private static DateOnly? ExpectedLastDay(WorksiteAction stay) => stay.ExpectedMonths is { } months ? stay.Effective.AddMonths(months).AddDays(-1) : null;

    private void TellStay(WorksiteAction stay)
    {
        if (_moves.Any(m => m.On == stay.Effective && m.Fips == stay.WorksiteFips)) return;
        Find(OfficialWorksite.Unchanged, FindingUnit.None, 0, 0, _moves.FirstOrDefault(m => m.Fips == stay.WorksiteFips) is { } later
            ? $"Work at county {stay.WorksiteFips} is expected to last {stay.ExpectedMonths} months, fewer than {ChangeMonths}; it becomes the official worksite on {later.On:yyyy-MM-dd}, when it has lasted so long."
            : $"Work at county {stay.WorksiteFips} is expected to last {stay.ExpectedMonths} months, fewer than {ChangeMonths}: the official worksite stays county {_worksite}, and with it supplement and allowance.");
    }

    private void Move(WorkPeriod period)
    {
        while (_moves.TryPeek(out var move) && move.On <= period.FirstDay)
        {
            _moves.Dequeue();
            if (move.Fips == _worksite) continue;
            Find(OfficialWorksite.Changed, FindingUnit.None, 0, 0, $"The official worksite moves from county {_worksite} ({_market}) to county {move.Fips} ({move.Market}); supplement and allowance follow it.");
            Because($"official worksite in county {move.Fips}, market {move.Market}", "158.704(c)");
            (_worksite, _market, _nonforeignArea) = (move.Fips, move.Market, move.Area);
        }
    }

    private void Schedule(WorkScheduleAction action)
    {
        Because($"work schedule becomes {action.Hours} hours a work period", "158.705(c)(2)");
        _schedule = action.Schedule;
        _hours = action.Hours;
    }

    /// <summary>Paid hours of the work period, and what accrues with them.</summary>
    private void CountHours(WorkPeriod period)
    {
        var asked = _hoursWorked ?? _hours;
        _hoursWorked = null;
        var maximum = _schedule == WorkSchedule.Contingent ? _person.AppointmentMaximumHours : null;
        var paid = WorkPeriodHours.Of(_schedule, asked, _constants.FullTimeHours, maximum, _contingentHoursPaid);
        if (_schedule == WorkSchedule.Contingent) _contingentHoursPaid += paid.Hours;
        if (paid.CutByPeriod > 0) Find(WorkPeriodHours.FullTimeHours, FindingUnit.Hours, asked, asked - paid.CutByPeriod, $"A work period is paid for at most {_constants.FullTimeHours} hours.");
        if (paid.CutByAppointment > 0 && !_maximumReached)
        {
            _maximumReached = true;
            Find(WorkPeriodHours.AppointmentMaximum, FindingUnit.Hours, asked - paid.CutByPeriod, paid.Hours, $"The appointment allows {maximum} hours in all.");
        }

        _paidHours = _person.IsUncompensated ? 0 : paid.Hours;
        if (_paidHours == 0) return;
        var leave = _constants.Leave;
        var holidays = _holidays.Hours(period, _holidays.IsInaugurationArea(_worksite));
        _record.Count("holidays", FederalHolidays.ForPerson(holidays, _schedule, _paidHours, _constants.FullTimeHours), "158.650; 5 U.S.C. 6103");
        var years = LeaveAccrual.YearsOfService(_person.EntryOnDuty, period.FirstDay);
        _record.Count("annual leave accrued", LeaveAccrual.Annual(years, _schedule, _paidHours, LeaveAccrual.IsLastOfYear(period), leave), "158.651(b); 5 U.S.C. 6303");
        _record.Count("sick leave accrued", LeaveAccrual.Sick(_schedule, _paidHours, leave), "158.651; 5 U.S.C. 6307");
    }

    /// <summary>Reports an appointment whose special conditions are not met (158.523(a)).</summary>
    private void CheckAppointment(WorkPeriod period)
    {
        var appointment = _appointment.ToString().ToLowerInvariant();
        if (_person.AnnuityPerYear is { } annuity)
        {
            if (!ReemployedAnnuitant.IsAllowed(_appointment)) Find(ReemployedAnnuitant.NotRenewable, FindingUnit.None, 0, 0, $"The appointment is {appointment}.");
            Find(ReemployedAnnuitant.Offset, FindingUnit.AnnualDollars, annuity, annuity, _parameters.Flag("annuity_offset_waived", _constants.Year)
                ? "The deduction of the annuity is waived: the person keeps salary and annuity, and no retirement contribution is due."
                : "The annuity for the hours worked is deducted from pay and deposited in the Retirement Fund; what the Department pays stays the same.");
        }

        if (!_person.IsUncompensated) return;
        var level = UncompensatedService.RateOf((int)_parameters.InYear(UncompensatedService.LevelParameter, _constants.Year));
        var amount = _parameters.PayRate(level, period.FirstDay.Year);
        _record.Assume("The service is uncompensated (158.523(a)(2)): neither salary nor additional compensation is paid, and nothing beside it.", true);
        if (UncompensatedService.Breaks(_appointment, _salary.Salary, amount) is { } rule)
            Find(rule, FindingUnit.AnnualDollars, _salary.Salary, amount, $"The appointment is {appointment}, the salary otherwise {Dollars(_salary.Salary)}; the amount is {level}, {Dollars(amount)}.");
    }

    /// <summary>A change of the official worksite.</summary>
    /// <param name="On">Date from which it holds.</param>
    /// <param name="Fips">County of the new official worksite.</param>
    /// <param name="Market">Its local market.</param>
    /// <param name="Area">Its allowance area; null for none.</param>
    private sealed record OfficialMove(DateOnly On, string Fips, string Market, string? Area);
}
