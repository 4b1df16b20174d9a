using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Records;
using CtmsAnalytics.Workspace.Imports;
using CtmsAnalytics.Workspace.Records;
using CtmsAnalytics.Workspace.Reference;
using CtmsAnalytics.Workspace.Storage;
using CtmsAnalytics.Workspace.Tables;

namespace CtmsAnalytics.Workspace;

/// <content>Records of qualified positions (158.706).</content>
public sealed partial class AnalystWorkspace
{
    // An enumeration cannot grow in place; the option tells the imports apart.
    private const string RecordKindOfFile = "records";

    /// <summary>
    /// Imports changes of records (.csv, .xlsx): person_id, effective, item, value, reason and the day of recording, without which it is the day of the import. Each is added to the history; nothing is changed.
    /// What part 158 forbids is set aside and names its paragraph. The same content changes nothing.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="options">Names of its columns; null for the defaults.</param>
    /// <param name="progress">Told how far the import is; null for nobody.</param>
    /// <param name="cancellation">Stops the import and leaves the workspace as it was.</param>
    /// <returns>What was done.</returns>
    /// <exception cref="InputException">No record is open, the file is not a table of changes, or no row can be used; nothing was written.</exception>
    /// <exception cref="OperationCanceledException">The import was stopped; nothing was written.</exception>
    public ImportReport ImportRecords(string path, RecordImportOptions? options = null, IProgress<ImportProgress>? progress = null, CancellationToken cancellation = default)
    {
        var file = FileContent.Read(path, cancellation);
        options ??= new RecordImportOptions();
        var how = options.ToText(RecordKindOfFile);
        if (FindBatch(RosterKind, file, how) is { } done) return done;
        var entries = RecordStore.Entries(_connection);
        if (entries.Count == 0) throw new InputException($"{Folder}: The workspace has no records. A roster opens them: ctms import roster FILE");
        var rules = LoadRecordRules();
        var table = RecordReader.Read(file, options.Map, rules, entries, Reading(progress), cancellation);
        if (table.RowsRead == 0) throw FileContent.Unusable(path, "The file has a header and no rows.", "Give one row for each change.");
        if (table.Rows.Count == 0) throw NoRows(path, table.RowsRead, table.Quarantined);
        progress?.Report(new ImportProgress("storing", table.RowsRead));
        return Store(file, batch => RecordStore.Store(_connection, batch, table, rules, file, how, _time.GetUtcNow().UtcDateTime), cancellation);
    }

    /// <summary>The history of a qualified position.</summary>
    /// <param name="personId">Whose.</param>
    /// <returns>Its rows; empty where the person has no record.</returns>
    public IReadOnlyList<PositionRow> LoadHistory(string personId) => RecordStore.Load(_connection, personId);

    /// <summary>What holds of everybody's qualified position on a day, as known on another.</summary>
    /// <param name="day">The day.</param>
    /// <param name="known">Rows that were recorded after this day are not known.</param>
    /// <returns>One row for each person and item, by person and item.</returns>
    public IReadOnlyList<PositionRow> LoadPositions(DateOnly day, DateOnly known) => RecordStore.AsOf(_connection, day, known);

    /// <summary>The identifiers of everybody who has a record, in ordinal order.</summary>
    /// <returns>The identifiers.</returns>
    public IReadOnlyList<string> RecordedPeople() => _connection.Query("SELECT DISTINCT person_id FROM position_record ORDER BY encode(person_id)", r => r.GetString(0));

    /// <summary>Latest day on which anything was recorded.</summary>
    /// <returns>The day; null where no record is open.</returns>
    public DateOnly? LastRecorded() => _connection.Query("SELECT max(recorded) FROM position_record", r => r.IsDBNull(0) ? (DateOnly?)null : r.GetFieldValue<DateOnly>(0))[0];

    /// <summary>The counties of official worksites by name (158.704).</summary>
    /// <returns>Name with the state by five-digit county code.</returns>
    public IReadOnlyDictionary<string, string> LoadCountyNames() => _connection.Query("SELECT county_fips, county_name, state FROM worksites", r => (Code: r.GetString(0), Name: $"{r.GetString(1)}, {r.GetString(2)}"))
        .ToDictionary(c => c.Code, c => c.Name, StringComparer.Ordinal);

    private RecordRulesInput LoadRecordRules()
    {
        var parameters = ParameterQueries.Load(_connection);
        return new RecordRulesInput(
            _connection.Query("SELECT county_fips FROM worksites", r => r.GetString(0)).ToHashSet(StringComparer.Ordinal),
            (int)parameters.Latest("renewable_appointment_years").Value,
            (int)parameters.Latest("full_time_hours").Value,
            DateOnly.FromDateTime(_time.GetUtcNow().UtcDateTime));
    }
}
