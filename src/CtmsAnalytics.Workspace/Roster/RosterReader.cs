using System.Globalization;
using CtmsAnalytics.Deployment;
using CtmsAnalytics.Workspace.Imports;
using CtmsAnalytics.Workspace.Tables;

namespace CtmsAnalytics.Workspace.Roster;

/// <summary>Reads a roster and checks every value of every row, so that one look shows all that is wrong with it.</summary>
internal sealed class RosterReader
{
    private const int HeaderSearchRows = 25;
    private const int FewestKnownColumns = 3;
    private const int LongestText = 200;
    private const int FipsLength = 5;

    private static readonly string[] PayPlans = ["DC", "DL"];

    private readonly FileContent _file;
    private readonly RosterRules _rules;
    private readonly DateOnly? _asOf;
    private readonly Dictionary<string, RosterColumn> _map;
    private readonly List<RosterRow> _rows = [];
    private readonly List<QuarantineEntry> _quarantined = [];
    private readonly HashSet<long> _setAside = [];
    private readonly Dictionary<string, List<long>> _rowsOfPerson = new(StringComparer.Ordinal);
    private readonly List<string> _notes = [];
    private RosterHeader _header = null!;
    private TableSource _source = null!;
    private long _row;
    private long _zerosRestored;

    private RosterReader(FileContent file, RosterRules rules, RosterImportOptions options)
    {
        _file = file;
        _rules = rules;
        _asOf = options.AsOf;
        _map = ReadMap(options.Map);
    }

    /// <summary>Reads a roster.</summary>
    /// <exception cref="Diagnostics.InputException">The file is not a table, or a column that every roster needs is missing.</exception>
    public static RosterTable Read(FileContent file, RosterRules rules, RosterImportOptions options, IProgress<long>? progress, CancellationToken cancellation) =>
        new RosterReader(file, rules, options).Read(progress, cancellation);

    private RosterTable Read(IProgress<long>? progress, CancellationToken cancellation)
    {
        using var source = _file.Open();
        _source = source;
        _header = FindHeader();
        _header.Require(_file.Name, _asOf is not null);
        foreach (var unknown in _header.Unknown)
        {
            var nearest = NearestName.Find(unknown, RosterColumnNames.Names.Where((_, i) => _header.Positions[i] < 0));
            _notes.Add(nearest is null
                ? $"Column '{unknown}' is not one of the roster's and was passed over."
                : $"Column '{unknown}' is not one of the roster's and was passed over. Did you mean {nearest}? Then: --map \"{unknown}={nearest}\".");
        }

        var read = source.EachRow(
            () =>
            {
                _row = source.RowNumber;
                ReadRow();
            },
            cancellation,
            progress);
        CheckPersons();
        var asOf = CheckDates();
        _notes.AddRange(source.Notes);
        if (_zerosRestored > 0)
            _notes.Add($"{_zerosRestored.ToString("N0", CultureInfo.InvariantCulture)} worksite codes had lost their leading zero (1001 for 01001), as spreadsheets do; it was put back.");
        return new RosterTable([.. _rows.Where(r => !_setAside.Contains(r.RowNumber))], [.. _quarantined.OrderBy(q => q.Row)], read, _setAside.Count, asOf, _notes);
    }

    private RosterHeader FindHeader()
    {
        RosterHeader? first = null;
        while (_source.NextSheet())
        {
            for (var i = 0; i < HeaderSearchRows && _source.Read(); i++)
            {
                if (_source.IsBlank()) continue;
                var header = RosterHeader.Read(_source, _file.Name, _map);
                first ??= header;
                if (header.Matched < FewestKnownColumns) continue;
                CheckMap(header);
                return header;
            }
        }

        if (first is null) throw FileContent.Unusable(_file.Name, "The file has no rows.", "Give a roster with a header line and one line for each person.");
        CheckMap(first);
        return first;
    }

    private Dictionary<string, RosterColumn> ReadMap(IReadOnlyDictionary<string, string> map)
    {
        var result = new Dictionary<string, RosterColumn>(StringComparer.Ordinal);
        foreach (var (theirs, ours) in map)
        {
            if (!RosterHeader.TryFind(ours, out var column))
            {
                var nearest = NearestName.Find(ours, RosterColumnNames.Names);
                throw FileContent.Unusable(_file.Name, $"--map \"{theirs}={ours}\": there is no roster column '{ours}'.",
                    nearest is null ? $"The columns are {string.Join(", ", RosterColumnNames.Names)}." : $"Nearest is {nearest}.");
            }

            result[HeaderName.Normalise(theirs)] = column;
        }

        return result;
    }

    private void CheckMap(RosterHeader header)
    {
        foreach (var (theirs, column) in _map)
        {
            if (header.Headers.Any(h => HeaderName.Normalise(h) == theirs)) continue;
            var nearest = NearestName.Find(theirs, header.Headers);
            throw FileContent.Unusable(_file.Name, $"--map names a column '{theirs}' for {RosterColumnNames.Names[(int)column]}, and the file has none of that name.",
                nearest is null ? "Check the header line." : $"Nearest is '{nearest}'.");
        }
    }

    private void ReadRow()
    {
        var before = _quarantined.Count;
        if (_source.Count < _header.Headers.Length)
        {
            var (has, needs) = (_source.Count.ToString(CultureInfo.InvariantCulture), _header.Headers.Length.ToString(CultureInfo.InvariantCulture));
            SetAside("", _source[0].Text, "row is not whole", $"The row has {has} columns and the header {needs}: the file is cut off here, or a text with a separator stands without quotation marks.");
            return;
        }

        var person = ReadText(RosterColumn.PersonId);
        if (person.Length > 0)
        {
            if (!_rowsOfPerson.TryGetValue(person, out var rows)) _rowsOfPerson.Add(person, rows = []);
            rows.Add(_row);
        }

        var component = ReadText(RosterColumn.Component);
        var organisation = ReadText(RosterColumn.Organisation);
        var payPlan = ReadChoice(RosterColumn.PayPlan, PayPlans, "unknown pay plan", "");
        var track = ReadText(RosterColumn.Track);
        var workLevel = ReadText(RosterColumn.WorkLevel);
        var worksite = ReadWorksite();
        var appointment = ReadChoice(RosterColumn.AppointmentType, RosterNames.Appointments, "unknown appointment type", "158.522");
        var schedule = ReadChoice(RosterColumn.Schedule, WorkScheduleName.All, "unknown schedule", "158.705");
        var hours = ReadHours(schedule);
        var asOf = ReadAsOf();
        var entry = ReadDate(RosterColumn.EntryOnDuty);
        if (entry is { } e && asOf is { } a && e > a)
        {
            SetAside(RosterColumn.EntryOnDuty, "entry on duty in the future",
                string.Create(CultureInfo.InvariantCulture, $"The person enters after the roster's date {a:yyyy-MM-dd}. Correct one of the two dates, or leave the person out."));
        }

        var structure = ReadSalary(RosterColumn.StructureSalary);
        var salary = ReadSalary(RosterColumn.Salary);
        if (structure is { } low && salary is { } high && high < low)
        {
            SetAside(RosterColumn.Salary, "salary below structure salary",
                string.Create(CultureInfo.InvariantCulture, $"Salary is structure salary plus the local supplement, so it is at least {low:N0}."), "158.612");
        }

        var health = ReadChoice(RosterColumn.HealthPlan, RosterNames.HealthPlans, "unknown health plan", "");
        var rating = ReadRating();
        var uncompensated = ReadUncompensated(appointment);
        var annuity = ReadAnnuity(appointment);
        var maximum = ReadMaximumHours(schedule);
        if (_quarantined.Count > before) return;
        _rows.Add(new RosterRow(_row, person, component, organisation, payPlan!, track, workLevel, worksite!, appointment!, schedule!, hours!.Value,
            entry!.Value, structure!.Value, salary!.Value, health!, rating, asOf!.Value)
        {
            IsUncompensated = uncompensated,
            AnnuityPerYear = annuity,
            AppointmentMaximumHours = maximum,
        });
    }

    private Cell CellOf(RosterColumn column) => _header.Positions[(int)column] is >= 0 and var position ? _source[position] : Cell.Empty;

    private string ReadText(RosterColumn column)
    {
        var text = CellOf(column).Text;
        if (text.Length == 0)
        {
            SetAside(column, "value is missing", $"Every person has a {RosterColumnNames.Names[(int)column]}.");
        }
        else if (text.Length > LongestText)
        {
            SetAside(column, "text is too long", string.Create(CultureInfo.InvariantCulture, $"The text has {text.Length:N0} characters; at most {LongestText} are kept. A quotation mark may be missing."));
        }

        return text;
    }

    private string? ReadChoice(RosterColumn column, IReadOnlyList<string> choices, string code, string paragraph)
    {
        var text = CellOf(column).Text;
        var name = HeaderName.Normalise(text);
        foreach (var choice in choices)
        {
            if (HeaderName.Normalise(choice) == name) return choice;
        }

        var nearest = text.Length == 0 ? null : NearestName.Find(text, choices);
        SetAside(column, code, nearest is null ? $"Right would be one of {string.Join(", ", choices)}." : $"Did you mean {nearest}? Right would be one of {string.Join(", ", choices)}.", paragraph);
        return null;
    }

    private string? ReadWorksite()
    {
        var text = CellOf(RosterColumn.WorksiteFips).Text;
        var code = text.Length == FipsLength - 1 && text.All(char.IsAsciiDigit) ? "0" + text : text;
        if (_rules.Worksites.Contains(code))
        {
            if (code.Length != text.Length) _zerosRestored++;
            return code;
        }

        SetAside(RosterColumn.WorksiteFips, "unknown worksite",
            text.Length == 0 ? "Every person has an official worksite: the five-digit code of its county." : "No county has this code. Right would be five digits, two for the state and three for the county, for example 11001 for the District of Columbia.",
            "158.704");
        return null;
    }

    private int? ReadHours(string? schedule)
    {
        var text = CellOf(RosterColumn.HoursPerWorkPeriod).Text;
        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var hours))
        {
            SetAside(RosterColumn.HoursPerWorkPeriod, "hours are not a whole number", "Regular hours in a work period of 14 days, a whole number.", "158.705");
            return null;
        }

        var full = _rules.FullTimeHours.ToString(CultureInfo.InvariantCulture);
        var (right, expected) = schedule switch
        {
            "full-time" => (hours == _rules.FullTimeHours, $"A full-time schedule has {full} hours in a work period."),
            "part-time" => (hours > 0 && hours < _rules.FullTimeHours, $"A part-time schedule has fixed hours, at least 1 and below {full}, in a work period."),
            "contingent" => (hours > 0 && hours <= _rules.FullTimeHours, $"A contingent schedule's expected hours are 1 to {full} in a work period."),
            _ => (hours > 0, "Hours are above zero."),
        };
        if (right) return hours;
        SetAside(RosterColumn.HoursPerWorkPeriod, "hours do not fit the schedule", expected, "158.705");
        return null;
    }

    private long? ReadSalary(RosterColumn column)
    {
        var cell = CellOf(column);
        var text = cell.Text;
        if (text.Length == 0)
        {
            SetAside(column, "value is missing", "Every person has an annual rate in whole dollars.");
            return null;
        }

        var negative = text.StartsWith('-') || (text.StartsWith('(') && text.EndsWith(')'));
        var digits = negative ? text.Trim('-', '(', ')') : text;
        if (!Market.OewsFigure.TryParseNumber(digits, out var value) || value > long.MaxValue / 2)
        {
            SetAside(column, "salary is not a number", "An annual rate in whole dollars, for example 125000.");
            return null;
        }

        if (value == 0)
        {
            SetAside(column, "salary is zero", "Give the annual rate in whole dollars; for uncompensated service the rate that the person would otherwise be eligible for, with is_uncompensated yes.");
            return null;
        }

        if (negative)
        {
            SetAside(column, "salary is negative", "An annual rate is above zero.");
            return null;
        }

        if (value != Math.Truncate(value))
        {
            SetAside(column, "salary is not in whole dollars", "Annual rates are whole dollars. An hourly rate or a salary of a work period does not belong here.");
            return null;
        }

        if (value > _rules.HighestSalary)
        {
            SetAside(column, "salary above every ceiling",
                string.Create(CultureInfo.InvariantCulture, $"No salary can be above {_rules.HighestSalary:N0} ({_rules.HighestSalaryBasis})."), "158.613(c)");
            return null;
        }

        return (long)value;
    }

    private DateOnly? ReadAsOf() => _header.Positions[(int)RosterColumn.AsOf] < 0 ? _asOf : ReadDate(RosterColumn.AsOf);

    private DateOnly? ReadDate(RosterColumn column)
    {
        var cell = CellOf(column);
        if (cell.IsEmpty)
        {
            SetAside(column, "value is missing", "Write the date as year-month-day: 2025-03-31.");
            return null;
        }

        if (RosterDate.TryParse(cell, out var date, out var reason)) return date;
        SetAside(column, "date in the wrong format", reason);
        return null;
    }

    private int? ReadRating()
    {
        var text = CellOf(RosterColumn.LastRating).Text;
        if (text.Length == 0) return null;
        if (text is ['0' or '1' or '2' or '3']) return text[0] - '0';
        SetAside(RosterColumn.LastRating, "unknown rating", "A mission impact rating is 0, 1, 2 or 3, or empty where there is none yet.", "158.805");
        return null;
    }

    private bool ReadUncompensated(string? appointment)
    {
        var text = CellOf(RosterColumn.IsUncompensated).Text;
        var yes = text.ToUpperInvariant() is "YES" or "TRUE";
        if (!yes && text.Length > 0 && text.ToUpperInvariant() is not ("NO" or "FALSE"))
        {
            SetAside(RosterColumn.IsUncompensated, "unknown yes or no", "Write yes for uncompensated service, and no or nothing otherwise.", "158.523(a)(2)");
        }
        else if (yes && appointment is not (null or "renewable"))
        {
            SetAside(RosterColumn.IsUncompensated, "uncompensated service is not renewable", "Uncompensated service needs a renewable appointment.", "158.523(a)(2)");
        }

        return yes;
    }

    private long? ReadAnnuity(string? appointment)
    {
        var text = CellOf(RosterColumn.AnnuityPerYear).Text;
        if (text.Length == 0) return null;
        if (!Market.OewsFigure.TryParseNumber(text, out var value) || value <= 0 || value != Math.Truncate(value) || value > _rules.HighestSalary)
        {
            SetAside(RosterColumn.AnnuityPerYear, "annuity is not an amount", "The annuity of a reemployed annuitant, whole dollars a year above zero; nothing for anyone else.", "158.523(a)(1)");
            return null;
        }

        if (appointment is not (null or "renewable"))
            SetAside(RosterColumn.AnnuityPerYear, "reemployed annuitant is not renewable", "A reemployed annuitant needs a renewable appointment.", "158.523(a)(1)");
        return (long)value;
    }

    private int? ReadMaximumHours(string? schedule)
    {
        var text = CellOf(RosterColumn.AppointmentMaximumHours).Text;
        if (text.Length == 0) return null;
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var hours) || hours == 0)
        {
            SetAside(RosterColumn.AppointmentMaximumHours, "maximum hours are not a whole number", "Most hours of a contingent appointment in all, a whole number above zero; nothing for anyone else.", "158.705(c)(1)");
            return null;
        }

        if (schedule is not (null or "contingent"))
            SetAside(RosterColumn.AppointmentMaximumHours, "maximum hours without a contingent schedule", "Only a contingent schedule has a maximum of total hours.", "158.705(c)(1)");
        return hours;
    }

    private void CheckPersons()
    {
        foreach (var (person, rows) in _rowsOfPerson)
        {
            if (rows.Count == 1) continue;
            var shown = string.Join(", ", rows.Take(5).Select(r => r.ToString("N0", CultureInfo.InvariantCulture)));
            var more = rows.Count > 5 ? ", ..." : "";
            foreach (var row in rows)
            {
                _row = row;
                SetAside(_header.Headers[_header.Positions[(int)RosterColumn.PersonId]], person, "duplicate person",
                    $"The identifier stands in rows {shown}{more}; which one is right is not known. Keep one row for each person.");
            }
        }
    }

    private DateOnly? CheckDates()
    {
        var asOf = _asOf ?? _rows.Where(r => !_setAside.Contains(r.RowNumber)).GroupBy(r => r.AsOf)
            .OrderByDescending(g => g.Count()).ThenByDescending(g => g.Key).Select(g => (DateOnly?)g.Key).FirstOrDefault();
        if (asOf is not { } date) return null;
        foreach (var row in _rows)
        {
            if (row.AsOf == date) continue;
            _row = row.RowNumber;
            SetAside(_header.Headers[_header.Positions[(int)RosterColumn.AsOf]], row.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), "another date",
                string.Create(CultureInfo.InvariantCulture, $"The roster is of {date:yyyy-MM-dd}. Rows of another day belong in a file of their own."));
        }

        return date;
    }

    private void SetAside(RosterColumn column, string code, string reason, string paragraph = "")
    {
        var position = _header.Positions[(int)column];
        SetAside(position >= 0 ? _header.Headers[position] : RosterColumnNames.Names[(int)column], CellOf(column).Text, code, reason, paragraph);
    }

    private void SetAside(string column, string value, string code, string reason, string paragraph = "")
    {
        _setAside.Add(_row);
        _quarantined.Add(QuarantineEntry.Create(_row, column, value, code, reason, paragraph));
    }
}
