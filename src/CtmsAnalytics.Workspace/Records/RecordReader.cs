using System.Globalization;
using CtmsAnalytics.Deployment;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Records;
using CtmsAnalytics.Workspace.Imports;
using CtmsAnalytics.Workspace.Roster;
using CtmsAnalytics.Workspace.Tables;

namespace CtmsAnalytics.Workspace.Records;

/// <summary>Reads a file of changes to records: one row for each change. What a row says by itself is checked here; <see cref="RecordChecker"/> checks it against the record.</summary>
internal sealed class RecordReader
{
    private static readonly string[][] Known =
    [
        ["person_id", "employeeid", "empid", "id"],
        ["effective", "effectivefrom", "effectivedate", "validfrom"],
        ["item", "field"],
        ["value", "newvalue"],
        ["reason", "remark", "natureofaction"],
        ["recorded", "recordedat", "recordedon", "processed"],
    ];

    private readonly RecordRulesInput _rules;
    private readonly IReadOnlyDictionary<string, DateOnly> _entries;
    private readonly List<RecordRow> _rows = [];
    private readonly List<QuarantineEntry> _quarantined = [];
    private readonly string _file;
    private readonly FileColumns _columns;
    private readonly TableSource _source;
    private int _problems;

    private RecordReader(TableSource source, FileColumns columns, string file, RecordRulesInput rules, IReadOnlyDictionary<string, DateOnly> entries) =>
        (_source, _columns, _file, _rules, _entries) = (source, columns, Path.GetFileName(file), rules, entries);

    /// <summary>A column of the file; the last may be absent.</summary>
    private enum Column
    {
        PersonId, Effective, Item, Value, Reason, Recorded,
    }

    /// <summary>Reads a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="map">Known column by the name that the file gives it.</param>
    /// <param name="rules">What its values are checked against.</param>
    /// <param name="entries">First day of entry on duty by person, for everybody whose record is open.</param>
    /// <param name="progress">Told the rows read; null for nobody.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="InputException">The file is not a table of changes.</exception>
    public static RecordTable Read(
        FileContent file, IReadOnlyDictionary<string, string> map, RecordRulesInput rules, IReadOnlyDictionary<string, DateOnly> entries, IProgress<long>? progress, CancellationToken cancellation)
    {
        using var source = file.Open();
        var columns = FileColumns.Read(source, file.Name, Known, [.. Enumerable.Range(0, (int)Column.Recorded)], map);
        var reader = new RecordReader(source, columns, file.Name, rules, entries);
        var begun = 0L;
        var read = source.EachRow(
            () =>
            {
                if ((++begun & 0xFFF) == 0) progress?.Report(begun);
                reader.ReadRow();
            },
            cancellation);
        return new RecordTable(reader._rows, reader._quarantined, read);
    }

    private void ReadRow()
    {
        _problems = 0;
        var person = ReadPerson();
        var effective = ReadDay(Column.Effective);
        var recorded = _columns.Cell(_source, (int)Column.Recorded).IsEmpty ? _rules.Today : ReadDay(Column.Recorded);
        var item = ReadItem();
        var value = item is null ? null : ReadValue(item);
        var reason = _columns.Text(_source, (int)Column.Reason);
        if (reason.Length == 0)
            SetAside(Column.Reason, "no reason", "A change of a record is a new row with its reason. Say why, for example 'promotion' or 'correction of 2025-04-02'.", RecordRules.WithReason.Paragraph);
        if (recorded > _rules.Today)
            SetAside(Column.Recorded, "recorded in the future", string.Create(CultureInfo.InvariantCulture, $"Nothing can be recorded after the day of the import, {_rules.Today:yyyy-MM-dd}. A change that takes effect later is recorded now with its later effective day."), RecordRules.WithReason.Paragraph);
        if (person is not null && effective is { } day && _entries.TryGetValue(person, out var entry) && day < entry)
        {
            SetAside(Column.Effective, "before entry on duty",
                string.Create(CultureInfo.InvariantCulture, $"{person} entered on duty on {entry:yyyy-MM-dd}. A qualified position is documented with the appointment: right would be that day or a later one."), RecordRules.AfterEntry.Paragraph);
        }

        if (_problems > 0) return;
        _rows.Add(new RecordRow(_source.RowNumber, new PositionRow(person!, item!.Code, value, effective!.Value, recorded!.Value, reason) { Paragraph = item.Paragraph, Source = _file, Sequence = int.MaxValue }));
    }

    private string? ReadPerson()
    {
        var text = _columns.Text(_source, (int)Column.PersonId);
        if (_entries.ContainsKey(text)) return text;
        var nearest = text.Length == 0 ? null : NearestName.Find(text, _entries.Keys);
        SetAside(Column.PersonId, "unknown person",
            text.Length == 0 ? "Every change belongs to a person." : $"Nobody of this identifier has a record{(nearest is null ? "" : $"; the nearest is {nearest}")}. A record is opened by a roster that the person is on: ctms import roster FILE.",
            RecordRules.AfterEntry.Paragraph);
        return null;
    }

    private DateOnly? ReadDay(Column column)
    {
        var cell = _columns.Cell(_source, (int)column);
        if (cell.IsEmpty) SetAside(column, "value is missing", "Write the day as year-month-day: 2025-03-31.");
        else if (RosterDate.TryParse(cell, out var date, out var reason)) return date;
        else SetAside(column, "date in the wrong format", reason);
        return null;
    }

    private RecordItem? ReadItem()
    {
        var text = _columns.Text(_source, (int)Column.Item);
        if (RecordItems.Find(text.ToLowerInvariant()) is { } item) return item;
        var nearest = NearestName.Find(text, RecordItems.All.Select(i => i.Code));
        SetAside(Column.Item, "unknown item", nearest is not null && text.Length > 0 ? $"This is no documentation item; the nearest is {nearest}." : $"The documentation items are {string.Join(", ", RecordItems.All.Select(i => i.Code))}.", "158.706(b)");
        return null;
    }

    /// <summary>The value in its one form; null where the cell is empty, so that the item ends, or where it was set aside.</summary>
    private string? ReadValue(RecordItem item)
    {
        var cell = _columns.Cell(_source, (int)Column.Value);
        if (cell.IsEmpty) return null;
        var (value, right) = Normalised(item, cell);
        if (value is null) SetAside(Column.Value, $"not a value of {item.Code}", right, item.Paragraph);
        return value;
    }

    private (string? Value, string Right) Normalised(RecordItem item, Cell cell)
    {
        var text = cell.Text;
        switch (item.Kind)
        {
            case RecordKind.Date:
                return RosterDate.TryParse(cell, out var date, out var reason) ? (date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), "") : (null, reason);
            case RecordKind.Dollars:
                return Whole(text, "An annual rate in whole dollars above zero, for example 125000.");
            case RecordKind.Hours:
                return Whole(text, "Whole hours above zero.");
            case RecordKind.County:
                return _rules.Worksites.Contains(text) ? (text, "") : (null, "No county has this code. Right would be five digits, for example 11001 for the District of Columbia.");
            case RecordKind.Rating:
                return text is ['0' or '1' or '2' or '3'] ? (text, "") : (null, "A mission impact rating is 0, 1, 2 or 3.");
            case RecordKind.Appointment:
                return Choice(text, RosterNames.Appointments);
            case RecordKind.Schedule:
                return Choice(text, WorkScheduleName.All);
            case RecordKind.YesNo:
                return Choice(text, "yes", "no");
            default:
                return (text, "");
        }
    }

    private static (string? Value, string Right) Whole(string text, string right) =>
        Market.OewsFigure.TryParseNumber(text, out var number) && number > 0 && number == Math.Truncate(number) && number < int.MaxValue ? (((long)number).ToString(CultureInfo.InvariantCulture), "") : (null, right);

    private static (string? Value, string Right) Choice(string text, params IReadOnlyList<string> choices) =>
        choices.Contains(text.ToLowerInvariant()) ? (text.ToLowerInvariant(), "") : (null, $"Right would be one of {string.Join(", ", choices)}.");

    private void SetAside(Column column, string code, string reason, string paragraph = "")
    {
        _problems++;
        _quarantined.Add(QuarantineEntry.Create(_source.RowNumber, _columns.HeaderOf((int)column), _columns.Text(_source, (int)column), code, reason, paragraph));
    }
}
