using CtmsAnalytics.DuckDb;
using CtmsAnalytics.Workspace.Storage;

namespace CtmsAnalytics.Workspace.Records;

/// <summary>
/// Opens and continues records from a roster, inside the caller's transaction. A roster says what was on record on its own day, so that its rows count as recorded on that day. A row is added where the roster says
/// something else than the record did on that day; what a roster does not say stays as it was.
/// </summary>
internal static class RosterRecords
{
    private const string Add = """
        INSERT INTO position_record
        SELECT r.person_id, r.item, r.as_of, r.as_of, r.value, 'roster as of ' || strftime(r.as_of, '%Y-%m-%d'), r.paragraph, b.file_name, r.batch_id, r.row_number
        FROM roster_record r
        JOIN import_batch b ON b.batch_id = r.batch_id
        LEFT JOIN position_as_of($2::DATE, $2::DATE) s ON s.person_id = r.person_id AND s.item = r.item
        WHERE r.roster_id = $1 AND r.value IS DISTINCT FROM s.value
        """;

    // Somebody who is on the record, whose record comes from an earlier roster, and who is not on this one.
    private const string Absent = """
        SELECT count(DISTINCT person_id) FROM position_record WHERE effective_from < $2::DATE
            AND person_id NOT IN (SELECT person_id FROM roster_person WHERE roster_id = $1)
        """;

    /// <summary>Adds what a roster changes.</summary>
    /// <param name="connection">The workspace, inside a transaction.</param>
    /// <param name="roster">Number of the roster, which is stored already.</param>
    /// <param name="asOf">Its day.</param>
    /// <returns>A sentence about people who are not on the roster any more; null where there are none.</returns>
    public static string? Store(DuckDBConnection connection, int roster, DateOnly asOf)
    {
        // A workspace of an older version gets its records when it is raised.
        if (!RecordStore.Exists(connection)) return null;
        connection.Execute(Add, roster, asOf);
        var absent = (long)connection.Scalar(Absent, roster, asOf)!;
        return absent == 0 ? null : FormattableString.Invariant(
            $"Records: {absent:N0} people of earlier rosters are not on this one; their records stay as they were. ctms import records FILE says what became of them (158.706(c)).");
    }
}
