using System.Globalization;
using CtmsAnalytics.DuckDb;
using CtmsAnalytics.Records;
using CtmsAnalytics.Workspace.Storage;
using CtmsAnalytics.WorkValuation;

namespace CtmsAnalytics.Workspace.Records;

/// <summary>Continues records with what was determined of people's qualifications (158.706(b)(1), (c)), inside the caller's transaction.</summary>
internal static class QualificationRecords
{
    private const string OfBatch = "person_qualification WHERE batch_id = ? AND NOT is_work";

    // People whose record was opened after something was determined of them.
    private const string Unrecorded = "roster_person p JOIN roster r USING (roster_id) WHERE r.batch_id = ? AND NOT EXISTS (SELECT 1 FROM position_record o WHERE o.person_id = p.person_id AND o.item = 'qualifications')";

    /// <summary>Adds what an import of qualifications changes.</summary>
    /// <returns>How many rows were added.</returns>
    public static int Continue(DuckDBConnection connection, int batch, QualificationLibrary library, DateOnly today) => Store(connection, OfBatch, batch, d => d.Batch == batch, library, today);

    /// <summary>Adds what was determined before a roster opened the record.</summary>
    /// <returns>How many rows were added.</returns>
    public static int Open(DuckDBConnection connection, int batch, QualificationLibrary library, DateOnly today) => Store(connection, Unrecorded, batch, _ => true, library, today);

    private static int Store(DuckDBConnection connection, string people, int batch, Func<Determination, bool> isNew, QualificationLibrary library, DateOnly today)
    {
        var determined = connection.Query(
            $"""
            SELECT q.person_id, q.item, q.proficiency, q.determined, q.batch_id, q.row_number, b.file_name
            FROM person_qualification q JOIN import_batch b USING (batch_id)
            WHERE NOT q.is_work AND q.person_id IN (SELECT person_id FROM {people}) ORDER BY encode(q.person_id), q.determined, q.batch_id, q.row_number
            """,
            r => new Determination(r.GetString(0), r.GetString(1), r.GetDouble(2), r.GetFieldValue<DateOnly>(3), r.GetInt32(4), r.GetInt64(5), r.GetString(6)), batch);
        if (determined.Count == 0) return 0;
        var entries = RecordStore.Entries(connection);
        var continuation = new RecordContinuation(RecordContinuation.ByItem(RecordStore.LoadFor(connection, determined.Select(d => d.PersonId))), entries, today);
        foreach (var person in determined.GroupBy(d => d.PersonId, StringComparer.Ordinal))
        {
            if (entries.TryGetValue(person.Key, out var entry)) Continue(continuation, person, entry, isNew, library);
        }

        foreach (var import in continuation.Added.GroupBy(r => r.Row.Sequence)) RecordStore.Append(connection, import.Key, [.. import]);
        return continuation.Added.Count;
    }

    /// <summary>From each day on on which something was determined of a person: what is determined by then, where the import has a part in it.</summary>
    private static void Continue(RecordContinuation continuation, IEnumerable<Determination> determined, DateOnly entry, Func<Determination, bool> isNew, QualificationLibrary library)
    {
        var (now, before) = (new Dictionary<string, double>(StringComparer.Ordinal), new Dictionary<string, double>(StringComparer.Ordinal));
        Determination? cause = null;
        foreach (var day in determined.GroupBy(d => d.Determined > entry ? d.Determined : entry))
        {
            var newest = day.LastOrDefault(isNew);
            foreach (var d in day)
            {
                now[d.Item] = d.Proficiency;
                if (!isNew(d)) before[d.Item] = d.Proficiency;
            }

            cause = newest ?? cause;
            var text = Text(now, library);
            if (cause is null || (newest is null && text == Text(before, library))) continue;
            continuation.Say(RecordItems.Qualifications, text, day.Key, new RecordOrigin(cause.PersonId, $"assessment program (158.520), {cause.File}", cause.File, cause.Batch, cause.RowNumber));
        }
    }

    private static string? Text(Dictionary<string, double> proficiency, QualificationLibrary library)
    {
        var held = library.Qualifications.Where(q => proficiency.GetValueOrDefault(q.Id) > 0).Select(q => string.Create(CultureInfo.InvariantCulture, $"{q.Id} {proficiency[q.Id]:0.##}")).ToList();
        return held.Count == 0 ? null : string.Join(", ", held);
    }

    private sealed record Determination(string PersonId, string Item, double Proficiency, DateOnly Determined, int Batch, long RowNumber, string File);
}
