using CtmsAnalytics.Records;

namespace CtmsAnalytics.Workspace.Records;

/// <summary>
/// Continues records with what an import says of days that have come. A row is added where the import says something else than the record does on that day. It counts as recorded on the day from which it holds,
/// or on the day of the import where that day has not come yet or the record says something from it already: what was known does not change.
/// </summary>
/// <param name="known">What is on record, by person and item.</param>
/// <param name="entries">First day of entry on duty by person, for everybody whose record is open.</param>
/// <param name="today">Day of the import.</param>
internal sealed class RecordContinuation(ILookup<(string Person, string Item), PositionRow> known, IReadOnlyDictionary<string, DateOnly> entries, DateOnly today)
{
    private readonly Dictionary<(string Person, string Item), List<PositionRow>> _lines = [];
    private readonly List<RecordRow> _added = [];

    /// <summary>The rows to add, in the order in which they were said.</summary>
    public IReadOnlyList<RecordRow> Added => _added;

    /// <summary>Puts rows in the order that a continuation looks them up by.</summary>
    /// <param name="rows">Rows of anybody.</param>
    public static ILookup<(string Person, string Item), PositionRow> ByItem(IEnumerable<PositionRow> rows) => rows.ToLookup(r => (r.PersonId, r.Item));

    /// <summary>The value of an item on a day, everything known and added in view.</summary>
    public string? On(string person, string item, DateOnly day) => Holds(Line(person, item), day, DateOnly.MaxValue)?.Value;

    /// <summary>Says what an item is from a day on; a day before the entry on duty stands for that one (158.706(a)).</summary>
    /// <param name="item">Code of the item.</param>
    /// <param name="value">Its value; null where it ends.</param>
    /// <param name="day">First day.</param>
    /// <param name="origin">Where it comes from.</param>
    /// <returns>The row that was added; null where the record says so already, or the person has none.</returns>
    public PositionRow? Say(string item, string? value, DateOnly day, RecordOrigin origin)
    {
        if (!entries.TryGetValue(origin.PersonId, out var entry)) return null;
        var line = Line(origin.PersonId, item);
        var effective = day > entry ? day : entry;
        var recorded = effective > today || line.Exists(r => r.Effective == effective) ? today : effective;
        if (Holds(line, effective, recorded)?.Value == value) return null;
        var row = new PositionRow(origin.PersonId, item, value, effective, recorded, origin.Reason) { Paragraph = RecordItems.Find(item)!.Paragraph, Source = origin.File, Sequence = origin.Batch };
        line.Add(row);
        _added.Add(new RecordRow(origin.RowNumber, row));
        return row;
    }

    private static PositionRow? Holds(List<PositionRow> line, DateOnly day, DateOnly knownOn) => line.Where(r => r.Effective <= day && r.Recorded <= knownOn).Max(PositionRow.ByPrecedence);

    private List<PositionRow> Line(string person, string item)
    {
        if (!_lines.TryGetValue((person, item), out var line)) _lines.Add((person, item), line = [.. known[(person, item)]]);
        return line;
    }
}

/// <summary>Where a row of a record comes from.</summary>
/// <param name="PersonId">Whose it is.</param>
/// <param name="Reason">Why it changes.</param>
/// <param name="File">Name of the file.</param>
/// <param name="Batch">Number of the import.</param>
/// <param name="RowNumber">Row of the file.</param>
internal sealed record RecordOrigin(string PersonId, string Reason, string File, int Batch, long RowNumber);
