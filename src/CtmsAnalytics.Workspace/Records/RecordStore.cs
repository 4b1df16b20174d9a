using CtmsAnalytics.DuckDb;
using CtmsAnalytics.Records;
using CtmsAnalytics.Workspace.Imports;
using CtmsAnalytics.Workspace.Storage;
using CtmsAnalytics.Workspace.Tables;

namespace CtmsAnalytics.Workspace.Records;

/// <summary>Reads and adds rows of records. There is no way to change or remove one.</summary>
internal static class RecordStore
{
    private const string Columns = "person_id, item, value, effective_from, recorded, reason, paragraph, source, batch_id";

    /// <summary>Whether the workspace has records; one of an older version gets them when it is raised.</summary>
    public static bool Exists(DuckDBConnection connection) => (long)connection.Scalar("SELECT count(*) FROM duckdb_tables() WHERE table_name = 'position_record'")! > 0;

    /// <summary>Rows of people, and everybody's assignments.</summary>
    public static IReadOnlyList<PositionRow> LoadFor(DuckDBConnection connection, IEnumerable<string> people)
    {
        var wanted = people.ToHashSet(StringComparer.Ordinal);
        return [.. connection.Query($"SELECT {Columns} FROM position_record ORDER BY ALL", Read).Where(r => r.Item == RecordItems.Assignment || wanted.Contains(r.PersonId))];
    }

    /// <summary>Rows of one person.</summary>
    public static IReadOnlyList<PositionRow> Load(DuckDBConnection connection, string person) =>
        connection.Query($"SELECT {Columns} FROM position_record WHERE person_id = ? ORDER BY ALL", Read, person);

    /// <summary>What holds of everybody on a day, as known on another, by the macro of the workspace.</summary>
    public static IReadOnlyList<PositionRow> AsOf(DuckDBConnection connection, DateOnly day, DateOnly known) =>
        connection.Query($"SELECT {Columns} FROM position_as_of(?::DATE, ?::DATE) ORDER BY encode(person_id), item", Read, day, known);

    /// <summary>First day of entry on duty by person, for everybody who has a record.</summary>
    public static IReadOnlyDictionary<string, DateOnly> Entries(DuckDBConnection connection) =>
        connection.Query("SELECT person_id, coalesce(min(CASE WHEN item = 'entry_on_duty' THEN try_cast(value AS DATE) END), min(effective_from)) FROM position_record GROUP BY person_id", r => (r.GetString(0), r.GetFieldValue<DateOnly>(1)))
            .ToDictionary(e => e.Item1, e => e.Item2, StringComparer.Ordinal);

    /// <summary>Adds rows inside the caller's transaction.</summary>
    public static void Append(DuckDBConnection connection, int batch, IReadOnlyList<RecordRow> rows)
    {
        if (rows.Count == 0) return;
        using var appender = connection.CreateAppender("position_record");
        foreach (var (number, row) in rows)
        {
            appender.CreateRow().AppendValue(row.PersonId).AppendValue(row.Item).AppendValue(row.Effective).AppendValue(row.Recorded).AppendValue(row.Value)
                .AppendValue(row.Reason).AppendValue(row.Paragraph).AppendValue(row.Source).AppendValue(batch).AppendValue(number).EndRow();
        }

        appender.Close();
    }

    /// <summary>Stores a file of changes inside the caller's transaction.</summary>
    public static ImportReport Store(DuckDBConnection connection, int batch, RecordTable table, RecordRulesInput rules, FileContent file, string options, DateTime time)
    {
        var known = LoadFor(connection, table.Rows.Select(r => r.Row.PersonId));
        var (kept, identical, aside) = RecordChecker.Check(table.Rows, known, rules);
        var quarantined = table.Quarantined.Concat(aside).OrderBy(q => q.Row).ToList();
        var setAside = quarantined.Select(q => q.Row).Distinct().Count();
        BatchStore.Write(connection, batch, "roster", file, options, time, table.RowsRead, kept.Count, setAside);
        BatchStore.WriteQuarantine(connection, batch, quarantined);
        Append(connection, batch, kept);
        ImportCount[] counts = [new("new", kept.Count), new("already on record, identical", identical)];
        return new ImportReport(file.Name, false, batch, table.RowsRead, kept.Count, setAside, [.. counts.Where(c => c.Rows > 0)], QuarantineReason.Summarise(quarantined), []);
    }

    private static PositionRow Read(DuckDBDataReader r) =>
        new(r.GetString(0), r.GetString(1), r.TextOrNull(2), r.GetFieldValue<DateOnly>(3), r.GetFieldValue<DateOnly>(4), r.GetString(5))
        {
            Paragraph = r.GetString(6),
            Source = r.GetString(7),
            Sequence = r.GetInt32(8),
        };
}
