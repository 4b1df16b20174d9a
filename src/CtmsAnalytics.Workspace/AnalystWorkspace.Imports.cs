using System.Globalization;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.DuckDb;
using CtmsAnalytics.Workspace.Imports;
using CtmsAnalytics.Workspace.Market;
using CtmsAnalytics.Workspace.Records;
using CtmsAnalytics.Workspace.Reference;
using CtmsAnalytics.Workspace.Roster;
using CtmsAnalytics.Workspace.Storage;
using CtmsAnalytics.Workspace.Tables;

namespace CtmsAnalytics.Workspace;

/// <content>Imports: each is one transaction.</content>
public sealed partial class AnalystWorkspace
{
    private const string MarketKind = "market";
    private const string RosterKind = "roster";
    private const string AgainAfter = ";again-after=";

    /// <summary>
    /// Imports a file of the Occupational Employment and Wage Statistics, a workbook or text in a layout of the survey years 2010 to 2024. Withheld and top-coded
    /// figures are kept as such, with their reason. The same content with the same options changes nothing.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="options">Options; null for the defaults.</param>
    /// <param name="progress">Told how far the import is; null for nobody.</param>
    /// <param name="cancellation">Stops the import and leaves the workspace as it was.</param>
    /// <returns>What was done.</returns>
    /// <exception cref="InputException">The file is not a table of the survey, or its year is unknown; nothing was written.</exception>
    /// <exception cref="OperationCanceledException">The import was stopped; nothing was written.</exception>
    public ImportReport ImportMarket(string path, MarketImportOptions? options = null, IProgress<ImportProgress>? progress = null, CancellationToken cancellation = default)
    {
        options ??= new MarketImportOptions();
        if (options.Year is < 1997 or > 2100) throw new InputException($"--year {Invariant($"{options.Year}")} is not a survey year. Right would be four digits, for example 2024.");
        var file = FileContent.Read(path, cancellation);
        var (known, how) = options.Replace ? FindInForce(MarketKind, file, options.ToText(), "") : (FindBatch(MarketKind, file, options.ToText()), options.ToText());
        if (known is not null) return known;
        var table = OewsReader.Read(file, options.Year, Reading(progress), cancellation);
        if (table.RowsRead == 0) throw FileContent.Unusable(path, "The file has a header and no rows.", "Download or export it again.");
        if (table.Rows.Count == 0) throw NoRows(path, table.RowsRead, table.Quarantined);
        progress?.Report(new ImportProgress("storing", table.RowsRead));
        return Store(
            file,
            batch => new MarketStore(_connection, batch, options.Replace).Store(table, file, how, _time.GetUtcNow().UtcDateTime, cancellation),
            cancellation);
    }

    /// <summary>
    /// Imports a roster (.csv, .xlsx). Every value is checked; a row with anything wrong is set aside with all its reasons. Each import is a roster of its own.
    /// The same content with the same options changes nothing.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="options">Options; null for the defaults.</param>
    /// <param name="progress">Told how far the import is; null for nobody.</param>
    /// <param name="cancellation">Stops the import and leaves the workspace as it was.</param>
    /// <returns>What was done.</returns>
    /// <exception cref="InputException">The file is not a table, a column is missing, or no row can be used; nothing was written.</exception>
    /// <exception cref="OperationCanceledException">The import was stopped; nothing was written.</exception>
    public ImportReport ImportRoster(string path, RosterImportOptions? options = null, IProgress<ImportProgress>? progress = null, CancellationToken cancellation = default)
    {
        options ??= new RosterImportOptions();
        var file = FileContent.Read(path, cancellation);
        if (FindBatch(RosterKind, file, options.ToText()) is { } known) return known with { Notes = [.. known.Notes, WhichIsCurrent(known.BatchId)] };
        var table = RosterReader.Read(file, LoadRosterRules(), options, Reading(progress), cancellation);
        if (table.RowsRead == 0) throw FileContent.Unusable(path, "The file has a header and no rows.", "Give one row for each person.");
        if (table.Rows.Count == 0) throw NoRows(path, table.RowsRead, table.Quarantined);
        progress?.Report(new ImportProgress("storing", table.RowsRead));
        return Store(
            file,
            batch =>
            {
                var report = new RosterStore(_connection, batch).Store(table, file, options.ToText(), _time.GetUtcNow().UtcDateTime, cancellation);
                if (RecordStore.Exists(_connection) && LoadValuation() is { } basis) QualificationRecords.Open(_connection, batch, basis.Library, DateOnly.FromDateTime(_time.GetUtcNow().UtcDateTime));
                return report with { Notes = [.. report.Notes, .. ImportRemarks.UnknownLevels(table.Rows.Select(r => (r.RowNumber, r.WorkLevel)), SchemeLevels())] };
            },
            cancellation);
    }

    /// <summary>Rows that an import has set aside, in the order of the file.</summary>
    /// <param name="batchId">Number of the import; null for the latest one that set rows aside.</param>
    /// <returns>The import's number and file and the rows; null where nothing was ever set aside, or there is no such import.</returns>
    public QuarantineListing? LoadQuarantine(int? batchId = null)
    {
        var batch = _connection.Query(
            """
            SELECT batch_id, kind::VARCHAR, file_name, imported_at, rows_quarantined FROM import_batch
            WHERE ($1 IS NULL AND rows_quarantined > 0) OR batch_id = $1 ORDER BY batch_id DESC LIMIT 1
            """,
            r => new QuarantineListing(r.GetInt32(0), r.GetString(1), r.GetString(2), r.GetDateTime(3), r.GetInt64(4), []), batchId).FirstOrDefault();
        return batch is null ? null : batch with
        {
            Entries = _connection.Query(
                "SELECT row_number, column_name, value, code, reason, paragraph FROM quarantine WHERE batch_id = ? ORDER BY entry",
                r => new QuarantineEntry(r.GetInt64(0), r.GetString(1), r.GetString(2), r.GetString(3), r.GetString(4), r.GetString(5)), batch.BatchId),
        };
    }

    private static RowProgress? Reading(IProgress<ImportProgress>? progress) => progress is null ? null : new RowProgress(progress);

    private static InputException NoRows(string path, long rowsRead, IReadOnlyList<QuarantineEntry> entries)
    {
        var reasons = QuarantineReason.Summarise(entries).Select(r =>
            new InputProblem(path, (int)Math.Min(r.FirstRows[0], int.MaxValue), null, Invariant($"{r.Code} ({r.Rows:N0} of {rowsRead:N0} rows)."), r.Example));
        return new InputException([new InputProblem(path, null, null, Invariant($"None of the {rowsRead:N0} rows can be used; nothing was imported."), ""), .. reasons]);
    }

    /// <summary>An import of the same content with the same options.</summary>
    private ImportReport? FindBatch(string kind, FileContent file, string options) => _connection.Query(
        "SELECT batch_id, imported_at, rows_read, rows_kept, rows_quarantined FROM import_batch WHERE kind = ?::import_kind AND sha256 = ? AND (options = ? OR starts_with(options, ?)) ORDER BY batch_id DESC",
        r => new ImportReport(file.Name, true, r.GetInt32(0), r.GetInt64(2), r.GetInt64(3), r.GetInt64(4), [], [],
            [Invariant($"This content was imported before (import {r.GetInt32(0)}, {r.GetDateTime(1):yyyy-MM-dd HH:mm} UTC). Nothing was changed.")]),
        kind, file.Sha256, options, options + AgainAfter).FirstOrDefault();

    /// <summary>The same for imports of which the last one holds: where another came after it, the content is imported again, so that it holds.</summary>
    /// <param name="kind">Kind of the import.</param>
    /// <param name="file">The file.</param>
    /// <param name="options">Options of the import.</param>
    /// <param name="family">What the options of imports begin with that can take its place; empty for all of the kind.</param>
    /// <returns>The import that still holds, or null; and the options to import with.</returns>
    private (ImportReport? Known, string Options) FindInForce(string kind, FileContent file, string options, string family)
    {
        if (FindBatch(kind, file, options) is not { } known) return (null, options);
        var later = _connection.Query(
            "SELECT max(batch_id) FROM import_batch WHERE kind = ?::import_kind AND batch_id > ? AND starts_with(options, ?)", r => r.IsDBNull(0) ? (int?)null : r.GetInt32(0), kind, known.BatchId, family)[0];
        return later is { } last ? (null, Invariant($"{options}{AgainAfter}{last}")) : (known, options);
    }

    /// <summary>Work levels of the valuation scheme in force; empty where there is none, and in a workspace of an older version.</summary>
    private IReadOnlyCollection<string> SchemeLevels() => RecordStore.Exists(_connection) && LoadValuation() is { } basis ? [.. basis.Scheme.Levels.Select(l => l.Code)] : [];

    private string WhichIsCurrent(int batch)
    {
        var mine = _connection.Query("SELECT roster_id, as_of FROM roster WHERE batch_id = ?", r => (Id: r.GetInt32(0), AsOf: r.GetFieldValue<DateOnly>(1)), batch)[0];
        var current = FindRoster();
        return current.RosterId == mine.Id
            ? Invariant($"It is roster {mine.Id} of {mine.AsOf:yyyy-MM-dd}, the current one.")
            : Invariant($"It is roster {mine.Id} of {mine.AsOf:yyyy-MM-dd}. The current one is roster {current.RosterId} ({current.Name}) of {current.AsOf:yyyy-MM-dd}, {(current.AsOf == mine.AsOf ? "the same day, imported later" : "a later day")}: --roster {mine.Id} makes a command use this one.");
    }

    private ImportReport Store(FileContent file, Func<int, ImportReport> store, CancellationToken cancellation)
    {
        try
        {
            using var transaction = _connection.BeginTransaction();
            var batch = Convert.ToInt32(_connection.Scalar("SELECT coalesce(max(batch_id), 0) + 1 FROM import_batch"), CultureInfo.InvariantCulture);
            var report = store(batch);
            cancellation.ThrowIfCancellationRequested();
            transaction.Commit();
            return report with { File = file.Name };
        }
        catch (DuckDBException exception)
        {
            throw StorageErrors.Translate(exception, DatabasePath);
        }
    }

    private RosterRules LoadRosterRules()
    {
        var parameters = ParameterQueries.Load(_connection);
        var top = parameters.Latest("EX-I");
        var multiple = parameters.Latest("extended_range_multiple");
        var worksites = _connection.Query("SELECT county_fips FROM worksites", r => r.GetString(0)).ToHashSet(StringComparer.Ordinal);
        return new RosterRules(
            worksites,
            (long)Math.Floor((decimal)top.Value * (decimal)multiple.Value),
            Invariant($"{multiple.Value * 100:0.##} % of EX-I {top.EffectiveYear}, {top.Value:N0}"),
            (int)parameters.Latest("full_time_hours").Value);
    }

    private sealed class RowProgress(IProgress<ImportProgress> progress) : IProgress<long>
    {
        public void Report(long value) => progress.Report(new ImportProgress("reading", value));
    }
}
