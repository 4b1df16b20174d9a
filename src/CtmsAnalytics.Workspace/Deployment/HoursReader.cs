using System.Globalization;
using CtmsAnalytics.Calendar;
using CtmsAnalytics.Deployment;
using CtmsAnalytics.Workspace.Imports;
using CtmsAnalytics.Workspace.Roster;
using CtmsAnalytics.Workspace.Tables;

namespace CtmsAnalytics.Workspace.Deployment;

/// <summary>Hours of one person and work period as read. Time-off in the order of <see cref="CtmsAnalytics.Deployment.Hours.TimeOffKind"/>.</summary>
internal sealed record HoursRow(long RowNumber, string PersonId, DateOnly PeriodStart, double Worked, double[] TimeOff, double NonPay, double Unexpected);

/// <summary>What a file of hours holds.</summary>
internal sealed record HoursFile(IReadOnlyList<HoursRow> Rows, IReadOnlyList<QuarantineEntry> Quarantined, long RowsRead, long RowsSetAside, IReadOnlyList<string> Notes);

/// <summary>Reads hours worked (158.705(d)(5)). Hours that a contingent schedule cannot have are set aside; hours that are missing stay and are the study's matter.</summary>
internal sealed class HoursReader
{
    private const int HoursInDay = 24;
    private static readonly string[][] Known =
    [
        ["person_id", "employee_id", "id"], ["period_start", "work_period", "pay_period"], ["worked", "hours_worked"],
        ["leave", "leave_hours"], ["paid_time_off", "holidays"], ["recognition_time_off"], ["other_time_off"], ["non_pay", "lwop"], ["unexpected", "unexpected_hours"],
    ];

    private readonly FileContent _file;
    private readonly IReadOnlyDictionary<string, RosterPerson> _people;
    private readonly PayCalendar _calendar;
    private readonly int _fullTime;
    private readonly IReadOnlyDictionary<(string Person, DateOnly Period), double> _before;
    private readonly List<HoursRow> _rows = [];
    private readonly List<QuarantineEntry> _quarantined = [];
    private readonly HashSet<long> _setAside = [];
    private FileColumns _columns = null!;
    private TableSource _source = null!;
    private long _row;

    private HoursReader(FileContent file, IReadOnlyList<RosterPerson> people, PayCalendar calendar, int fullTime, IReadOnlyDictionary<(string Person, DateOnly Period), double> before) =>
        (_file, _people, _calendar, _fullTime, _before) = (file, people.ToDictionary(p => p.PersonId, StringComparer.Ordinal), calendar, fullTime, before);

    private enum Column
    {
        Person, Period, Worked, Leave, PaidTimeOff, Recognition, Other, NonPay, Unexpected,
    }

    /// <summary>Reads a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="people">The roster.</param>
    /// <param name="calendar">Calendar of work periods.</param>
    /// <param name="fullTime">Full-time hours of a work period.</param>
    /// <param name="before">Hours that the workspace has already, which count toward the maximum of a contingent appointment.</param>
    /// <param name="map">Known column by the name that the file gives it.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static HoursFile Read(
        FileContent file, IReadOnlyList<RosterPerson> people, PayCalendar calendar, int fullTime, IReadOnlyDictionary<(string Person, DateOnly Period), double> before, IReadOnlyDictionary<string, string> map, CancellationToken cancellation) =>
        new HoursReader(file, people, calendar, fullTime, before).Read(map, cancellation);

    private HoursFile Read(IReadOnlyDictionary<string, string> map, CancellationToken cancellation)
    {
        using var source = _file.Open();
        _source = source;
        _columns = FileColumns.Read(source, _file.Name, Known, [(int)Column.Person, (int)Column.Period, (int)Column.Worked], map);
        var read = source.EachRow(
            () =>
            {
                _row = source.RowNumber;
                ReadRow();
            },
            cancellation);

        CheckTwice();
        CheckMaximum();
        List<string> notes = [.. source.Notes];
        var unlimited = _rows.Select(r => _people[r.PersonId]).Where(p => p.Schedule == WorkSchedule.Contingent && p.AppointmentMaximumHours is null).Select(p => p.PersonId).Distinct().Order(StringComparer.Ordinal).ToList();
        if (unlimited.Count > 0)
            notes.Add($"The roster records no maximum of total hours for {string.Join(", ", unlimited.Take(3))}{(unlimited.Count > 3 ? " and others" : "")}; it is determined at the time of appointment (158.705(c)(1)). Their total is not checked.");
        return new HoursFile([.. _rows.Where(r => !_setAside.Contains(r.RowNumber))], [.. _quarantined.OrderBy(q => q.Row)], read, _setAside.Count, notes);
    }

    private void ReadRow()
    {
        var before = _quarantined.Count;
        var person = Text(Column.Person);
        if (!_people.TryGetValue(person, out var known)) SetAside(Column.Person, "unknown person", "The roster has nobody of this identifier.", "158.705(d)(5)");
        DateOnly start = default;
        if (!RosterDate.TryParse(_columns.Cell(_source, (int)Column.Period), out start, out var reason)) SetAside(Column.Period, "date in the wrong format", reason, "158.705(b)(1)");
        else if (!_calendar.BeginsPeriod(start))
            SetAside(Column.Period, "no work period begins on the day", string.Create(CultureInfo.InvariantCulture, $"A work period is 14 days from a Sunday; the one of this day began on {_calendar.PeriodStartOnOrBefore(start):yyyy-MM-dd}."), "158.705(b)(1)");
        var worked = Hours(Column.Worked);
        double[] timeOff = [Hours(Column.Leave), Hours(Column.PaidTimeOff), Hours(Column.Recognition), Hours(Column.Other)];
        var nonPay = Hours(Column.NonPay);
        var unexpected = Hours(Column.Unexpected);
        if (unexpected > worked) SetAside(Column.Unexpected, "more unexpected hours than hours", "Hours at unexpected times are part of the hours worked.", "158.642(b)(2)");
        if (known?.Schedule == WorkSchedule.Contingent && worked > _fullTime)
            SetAside(Column.Worked, "contingent hours past a work period", string.Create(CultureInfo.InvariantCulture, $"A contingent schedule is up to {_fullTime} hours in a work period."), "158.705(b)(6)");
        if (_quarantined.Count > before) return;
        _rows.Add(new HoursRow(_row, person, start, worked, timeOff, nonPay, unexpected));
    }

    private double Hours(Column column)
    {
        var text = Text(column);
        if (text.Length == 0 && column != Column.Worked) return 0;
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var hours) && hours <= _calendar.PeriodDays * HoursInDay) return hours;
        SetAside(column, "not hours of a work period", string.Create(CultureInfo.InvariantCulture, $"Right would be a number from 0 to {_calendar.PeriodDays * HoursInDay}."), "158.705(d)(5)");
        return 0;
    }

    private void CheckTwice()
    {
        foreach (var group in _rows.GroupBy(r => (r.PersonId, r.PeriodStart)).Where(g => g.Count() > 1))
        {
            foreach (var row in group)
                SetAside(row.RowNumber, Column.Person, row.PersonId, "work period stands twice", "The person has several rows for the work period; which one is right is not known. Keep one.", "158.705(d)(5)");
        }
    }

    /// <summary>In the order of time a contingent appointee's hours stop at the maximum of the appointment; what is past it is set aside.</summary>
    private void CheckMaximum()
    {
        foreach (var group in _rows.Where(r => !_setAside.Contains(r.RowNumber)).GroupBy(r => r.PersonId, StringComparer.Ordinal))
        {
            if (_people[group.Key] is not { Schedule: WorkSchedule.Contingent, AppointmentMaximumHours: { } maximum }) continue;
            var periods = group.Select(r => r.PeriodStart).ToHashSet();
            var total = _before.Where(b => b.Key.Person == group.Key && !periods.Contains(b.Key.Period)).Sum(b => b.Value);
            foreach (var row in group.OrderBy(r => r.PeriodStart))
            {
                if (total + row.Worked <= maximum)
                {
                    total += row.Worked;
                    continue;
                }

                SetAside(row.RowNumber, Column.Worked, row.Worked.ToString(CultureInfo.InvariantCulture), "contingent hours past the maximum",
                    string.Create(CultureInfo.InvariantCulture, $"The appointment allows {maximum:N0} hours in all and {Math.Max(0, maximum - total):0.##} are left before this work period."), "158.705(d)(4)");
            }
        }
    }

    private string Text(Column column) => _columns.Text(_source, (int)column);

    private void SetAside(Column column, string code, string reason, string paragraph) => SetAside(_row, column, Text(column), code, reason, paragraph);

    private void SetAside(long row, Column column, string value, string code, string reason, string paragraph)
    {
        _setAside.Add(row);
        _quarantined.Add(QuarantineEntry.Create(row, _columns.HeaderOf((int)column), value, code, reason, paragraph));
    }
}
