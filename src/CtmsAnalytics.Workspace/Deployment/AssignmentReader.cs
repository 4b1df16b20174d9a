using System.Globalization;
using CtmsAnalytics.Deployment;
using CtmsAnalytics.Deployment.Assignments;
using CtmsAnalytics.Workspace.Imports;
using CtmsAnalytics.Workspace.Roster;
using CtmsAnalytics.Workspace.Tables;

namespace CtmsAnalytics.Workspace.Deployment;

/// <summary>Reads assignments with the information of 158.706(e), and who holds them (158.703).</summary>
internal sealed class AssignmentReader
{
    private const int FipsLength = 5;
    private static readonly string[][] Known =
    [
        ["assignment_id", "assignment"], ["statement", "work_activities", "description"], ["starts", "start", "from"], ["ends", "end", "to"], ["organisation", "organization", "primary_organization"],
        ["security", "personnel_security", "clearance"], ["worksite_fips", "location", "worksite", "fips"], ["schedule", "work_schedule"], ["hours_per_work_period", "hours"],
        ["performance", "performance_information"], ["work_level", "level"], ["qualifications", "ctms_qualifications"], ["mission_need"], ["strategic_priority"],
        ["individual_input"], ["organisation_input", "organization_input"], ["person_id", "holder", "employee_id"], ["held_from"], ["held_to"], ["kind"],
    ];

    private readonly FileContent _file;
    private readonly IReadOnlySet<string> _worksites;
    private readonly IReadOnlyDictionary<string, RosterPerson> _people;
    private readonly int _fullTime;
    private readonly List<AssignmentRow> _rows = [];
    private readonly List<QuarantineEntry> _quarantined = [];
    private readonly HashSet<long> _setAside = [];
    private FileColumns _columns = null!;
    private TableSource _source = null!;
    private long _row;

    private AssignmentReader(FileContent file, IReadOnlyList<RosterPerson> people, IReadOnlySet<string> worksites, int fullTime) =>
        (_file, _people, _worksites, _fullTime) = (file, people.ToDictionary(p => p.PersonId, StringComparer.Ordinal), worksites, fullTime);

    private enum Column
    {
        Id, Statement, Starts, Ends, Organisation, Security, Worksite, Schedule, Hours, Performance, WorkLevel, Qualifications, Mission, Strategic, Individual, OrganisationInput, Person, HeldFrom, HeldTo, Kind,
    }

    /// <summary>Reads a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="people">The roster that holders belong to.</param>
    /// <param name="worksites">Counties that a location can lie in.</param>
    /// <param name="fullTime">Full-time hours of a work period.</param>
    /// <param name="map">Known column by the name that the file gives it.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static AssignmentFile Read(
        FileContent file, IReadOnlyList<RosterPerson> people, IReadOnlySet<string> worksites, int fullTime, IReadOnlyDictionary<string, string> map, CancellationToken cancellation) =>
        new AssignmentReader(file, people, worksites, fullTime).Read(map, cancellation);

    private AssignmentFile Read(IReadOnlyDictionary<string, string> map, CancellationToken cancellation)
    {
        using var source = _file.Open();
        _source = source;
        _columns = FileColumns.Read(source, _file.Name, Known, [.. Enumerable.Range((int)Column.Id, (int)Column.Qualifications + 1).Where(c => c != (int)Column.Ends)], map);
        var read = source.EachRow(
            () =>
            {
                _row = source.RowNumber;
                ReadRow();
            },
            cancellation);

        CheckInformation();
        CheckHoldings();
        return new AssignmentFile([.. _rows.Where(r => !_setAside.Contains(r.RowNumber))], [.. _quarantined.OrderBy(q => q.Row)], read, _setAside.Count, source.Notes);
    }

    private void ReadRow()
    {
        var before = _quarantined.Count;
        var id = Required(Column.Id, "158.703(a)");
        var statement = Required(Column.Statement, "158.706(e)(1)");
        var starts = Date(Column.Starts, "158.706(e)(2)", needed: true);
        var ends = Date(Column.Ends, "158.706(e)(2)", needed: false);
        if (ends < starts) SetAside(Column.Ends, "timeframe ends before it starts", "The last day of the timeframe is on or after its first day.", "158.706(e)(2)");
        var organisation = Required(Column.Organisation, "158.706(e)(3)");
        var security = Choice(Column.Security, DeploymentNames.Securities, "unknown personnel security", "158.706(e)(4)");
        var worksite = Worksite();
        var schedule = Choice(Column.Schedule, WorkScheduleName.All, "unknown schedule", "158.706(e)(6)");
        var hours = Hours(schedule);
        var performance = Required(Column.Performance, "158.706(e)(7)");
        var level = Required(Column.WorkLevel, "158.404(c)");
        var qualifications = Pairs(Column.Qualifications, "not a list of qualifications", "Write each qualification with the proficiency that is required, above 0: NET:4;IRH:3.", "158.703(a)", v => v > 0, needed: true);
        var mission = Share(Column.Mission);
        var strategic = Share(Column.Strategic);
        var individual = Pairs(Column.Individual, "not input of individuals", "Write each person with a number from -1 (would rather not) to 1 (asks for it): S0012:1;S0044:-0.5.", "158.703(c)(1)", v => v is >= -1 and <= 1, needed: false);
        var units = Pairs(Column.OrganisationInput, "not input of organizations", "Write each person with a number from -1 (advises against) to 1 (asks for the person): S0012:1.", "158.703(c)(2)", v => v is >= -1 and <= 1, needed: false);
        var (person, from, to, kind) = Holder(starts);
        if (_quarantined.Count > before) return;
        _rows.Add(new AssignmentRow(_row, id, statement, starts!.Value, ends, organisation, security!, worksite!, schedule!, hours!.Value, performance, level, qualifications, mission, strategic, individual, units, person, from, to, kind));
    }

    private (string Person, DateOnly? From, DateOnly? To, string Kind) Holder(DateOnly? starts)
    {
        var person = Text(Column.Person);
        if (person.Length == 0) return ("", null, null, "");
        if (!_people.ContainsKey(person)) SetAside(Column.Person, "unknown person", "The roster has nobody of this identifier. Right would be a person of the roster, or nothing for an assignment that is open.", "158.703(b)");
        var from = Date(Column.HeldFrom, "158.706(d)", needed: false) ?? starts;
        var to = Date(Column.HeldTo, "158.706(d)", needed: false);
        if (to < from) SetAside(Column.HeldTo, "held to a day before it is held", "The last day in the assignment is on or after the first one.", "158.706(d)");
        var kind = Text(Column.Kind);
        if (kind is not ("" or "initial" or "subsequent")) SetAside(Column.Kind, "unknown kind of assignment", "Right would be initial (158.703(c)) or subsequent (158.703(d)).", "158.703");
        return (person, from, to, kind);
    }

    /// <summary>Rows of one assignment differ in who holds it and in nothing else.</summary>
    private void CheckInformation()
    {
        foreach (var group in _rows.GroupBy(r => r.AssignmentId, StringComparer.Ordinal).Where(g => g.Select(r => r.Information).Distinct().Count() > 1 || g.Count(r => r.PersonId.Length == 0) > 1))
        {
            var rows = string.Join(", ", group.Select(r => r.RowNumber.ToString(CultureInfo.InvariantCulture)));
            foreach (var row in group)
                SetAside(row.RowNumber, Column.Id, row.AssignmentId, "assignment stands twice", $"Rows {rows} say different things of it. Right would be one row, or one for each holder with the same information.", "158.706(e)");
        }
    }

    private void CheckHoldings()
    {
        List<AssignmentRow> held = [.. _rows.Where(r => r.PersonId.Length > 0 && !_setAside.Contains(r.RowNumber))];
        List<AssignmentHolding> holdings = [.. held.Select(r => new AssignmentHolding(r.AssignmentId, r.PersonId, r.HeldFrom!.Value, r.HeldTo, r.IsInitial))];
        foreach (var conflict in AssignmentRules.Conflicts(holdings))
        {
            var (a, b) = (held[conflict.First], held[conflict.Second]);
            foreach (var (mine, other) in new[] { (a, b), (b, a) })
            {
                var where = other.RowNumber.ToString(CultureInfo.InvariantCulture);
                if (conflict.Rule == AssignmentRules.OneAtATime)
                    SetAside(mine.RowNumber, Column.Person, mine.PersonId, "person with two assignments at one time", $"{mine.PersonId} is in {other.AssignmentId} on the same days (row {where}). A person has one assignment at a time: end one before the other begins.", conflict.Rule.Paragraph);
                else if (conflict.Rule == AssignmentRules.OneHolder)
                    SetAside(mine.RowNumber, Column.Id, mine.AssignmentId, "assignment held by two people", $"{other.PersonId} holds it on the same days (row {where}). An assignment is matched with one employee: end one holding, or designate a second assignment.", conflict.Rule.Paragraph);
                else
                    SetAside(mine.RowNumber, Column.Kind, mine.PersonId, "initial assignment is not the first one", $"{mine.PersonId} has another assignment in row {where}. The initial assignment is the first one; mark the others subsequent.", conflict.Rule.Paragraph);
            }
        }
    }

    private int? Hours(string? schedule)
    {
        if (!int.TryParse(Text(Column.Hours), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var hours))
        {
            SetAside(Column.Hours, "hours are not a whole number", "Hours of a work period of 14 days, a whole number.", "158.705(b)");
            return null;
        }

        var full = _fullTime.ToString(CultureInfo.InvariantCulture);
        var (right, reason, paragraph) = schedule switch
        {
            "full-time" => (hours == _fullTime, $"A full-time schedule has {full} hours in a work period.", "158.705(b)(4)"),
            "part-time" => (hours > 0 && hours < _fullTime, $"A part-time schedule is a specified number of hours less than {full} in a work period.", "158.705(b)(5)"),
            _ => (hours > 0 && hours <= _fullTime, $"A contingent schedule is up to {full} hours in a work period.", "158.705(b)(6)"),
        };
        if (right) return hours;
        SetAside(Column.Hours, "hours do not fit the schedule", reason, paragraph);
        return null;
    }

    private string? Worksite()
    {
        var text = Text(Column.Worksite);
        var code = text.Length == FipsLength - 1 && text.All(char.IsAsciiDigit) ? "0" + text : text;
        if (_worksites.Contains(code)) return code;
        SetAside(Column.Worksite, "unknown worksite", "No county has this code. Right would be five digits, for example 11001 for the District of Columbia.", "158.706(e)(5)");
        return null;
    }

    private string Required(Column column, string paragraph)
    {
        var text = Text(column);
        if (text.Length == 0) SetAside(column, "value is missing", $"Every assignment has a {Known[(int)column][0]}.", paragraph);
        return text;
    }

    private DateOnly? Date(Column column, string paragraph, bool needed)
    {
        var cell = _columns.Cell(_source, (int)column);
        if (cell.IsEmpty)
        {
            if (needed) SetAside(column, "value is missing", "Write the date as year-month-day: 2025-03-31.", paragraph);
            return null;
        }

        if (RosterDate.TryParse(cell, out var date, out var reason)) return date;
        SetAside(column, "date in the wrong format", reason, paragraph);
        return null;
    }

    private string? Choice(Column column, IReadOnlyList<string> choices, string code, string paragraph)
    {
        var name = HeaderName.Normalise(Text(column));
        if (choices.FirstOrDefault(c => HeaderName.Normalise(c) == name) is { } choice) return choice;
        SetAside(column, code, $"Right would be one of {string.Join(", ", choices)}.", paragraph);
        return null;
    }

    private string Pairs(Column column, string code, string reason, string paragraph, Func<double, bool> isRight, bool needed)
    {
        var text = Text(column);
        if (!DeploymentNames.TryPairs(text, out var pairs) || pairs.Any(p => !isRight(p.Value)) || (needed && pairs.Count == 0)) SetAside(column, code, reason, paragraph);
        return string.Join(';', pairs.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Key}:{p.Value:R}")));
    }

    private double Share(Column column)
    {
        var text = Text(column);
        if (text.Length == 0) return 0;
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share) && share is >= 0 and <= 1) return share;
        SetAside(column, "not a share", "Right would be a number from 0 to 1.", "158.703(c)(3)-(4)");
        return 0;
    }

    private string Text(Column column) => _columns.Text(_source, (int)column);

    private void SetAside(Column column, string code, string reason, string paragraph) => SetAside(_row, column, Text(column), code, reason, paragraph);

    private void SetAside(long row, Column column, string value, string code, string reason, string paragraph)
    {
        _setAside.Add(row);
        _quarantined.Add(QuarantineEntry.Create(row, _columns.HeaderOf((int)column), value, code, reason, paragraph));
    }
}
